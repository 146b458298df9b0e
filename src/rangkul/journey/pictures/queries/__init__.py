from rangkul.journey.pictures.queries.family import Records, records_of
from rangkul.journey.pictures.queries.life import done_of, level_changes_of, life_events_of, risks_of, steps_of
from rangkul.journey.pictures.queries.problems import problem_links_of, problems_of, unreviewed
from rangkul.journey.pictures.queries.sheets import (
    Sheet,
    Spared,
    ecomap_sheet,
    genogram_sheet,
    life_told,
    lifeline_sheet,
)
from rangkul.journey.pictures.queries.systems import AT_HOME, household_of, may_take_part, not_taken, system_ties_of
from rangkul.journey.pictures.queries.ties import ties_of

__all__ = [
    "AT_HOME",
    "Records",
    "Sheet",
    "Spared",
    "done_of",
    "ecomap_sheet",
    "genogram_sheet",
    "household_of",
    "level_changes_of",
    "life_events_of",
    "life_told",
    "lifeline_sheet",
    "may_take_part",
    "not_taken",
    "problem_links_of",
    "problems_of",
    "records_of",
    "risks_of",
    "steps_of",
    "system_ties_of",
    "ties_of",
    "unreviewed",
]
