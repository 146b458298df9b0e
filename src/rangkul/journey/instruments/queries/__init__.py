"""What is known about instruments and answers, each time as far as the asker may see."""

from rangkul.journey.instruments.queries.choosing import (
    Choice,
    choices,
    for_workers,
    may_be_chosen,
    may_be_printed,
    newest_version,
    own_forms,
    pack_choice,
    pack_instruments,
    version_or_none,
)
from rangkul.journey.instruments.queries.cutoffs import Cuts, cut_of, cutoffs
from rangkul.journey.instruments.queries.measures import Measure, series
from rangkul.journey.instruments.queries.offers import (
    Offered,
    answers_of_danger,
    offer_or_none,
    offer_to_me,
    offers,
    offers_to_me,
    own_draft,
    state_of,
)
from rangkul.journey.instruments.queries.people import people_of, years
from rangkul.journey.instruments.queries.results import (
    Result,
    draft_of,
    of_case,
    previous,
    result,
    results,
    results_early,
    shared,
)
from rangkul.journey.instruments.queries.uploads import (
    notices_of,
    picture_or_none,
    upload_or_none,
    uploads,
)

__all__ = [
    "Choice",
    "Cuts",
    "Measure",
    "Offered",
    "Result",
    "answers_of_danger",
    "choices",
    "cut_of",
    "cutoffs",
    "draft_of",
    "for_workers",
    "may_be_chosen",
    "may_be_printed",
    "newest_version",
    "notices_of",
    "of_case",
    "offer_or_none",
    "offer_to_me",
    "offers",
    "offers_to_me",
    "own_draft",
    "own_forms",
    "pack_choice",
    "pack_instruments",
    "people_of",
    "picture_or_none",
    "previous",
    "result",
    "results",
    "results_early",
    "series",
    "shared",
    "state_of",
    "upload_or_none",
    "uploads",
    "version_or_none",
    "years",
]
