"""What is known about cases, each time as far as the asker may see."""

from rangkul.journey.cases.queries.attached import bytes_of
from rangkul.journey.cases.queries.closing import closing_missing, closing_words, open_tasks
from rangkul.journey.cases.queries.file import basis_of, beside, get, meetings, own_registrations, partners_of, team_of
from rangkul.journey.cases.queries.late import (
    climbs_of,
    is_urgent,
    late_cases,
    leads_to,
    left_to,
    level_of,
    risen_between,
    risen_to,
)
from rangkul.journey.cases.queries.lists import (
    as_rows,
    documents_among,
    mine,
    of_staff_load,
    of_unit,
    stage_counts,
    worker_of,
)
from rangkul.journey.cases.queries.quality import Flag, flags, worklist
from rangkul.journey.cases.queries.signatures import (
    needed_signatures,
    needs_signature,
    returned_before,
    sent_back,
    standing,
    unasked_signatures,
    waiting_signatures,
)
from rangkul.journey.cases.queries.stages import Place, missing, path, steps_of
from rangkul.journey.cases.queries.telling import HeldBack, Told, held_back, held_now, reads_all, reads_own, told_of
from rangkul.journey.cases.queries.timeline import Moment, Story, story, timeline

__all__ = [
    "Flag",
    "HeldBack",
    "Moment",
    "Place",
    "Story",
    "Told",
    "as_rows",
    "basis_of",
    "beside",
    "bytes_of",
    "climbs_of",
    "closing_missing",
    "closing_words",
    "documents_among",
    "flags",
    "get",
    "held_back",
    "held_now",
    "is_urgent",
    "late_cases",
    "leads_to",
    "left_to",
    "level_of",
    "meetings",
    "mine",
    "missing",
    "needed_signatures",
    "needs_signature",
    "of_staff_load",
    "of_unit",
    "open_tasks",
    "own_registrations",
    "partners_of",
    "path",
    "reads_all",
    "reads_own",
    "returned_before",
    "risen_between",
    "risen_to",
    "sent_back",
    "stage_counts",
    "standing",
    "steps_of",
    "story",
    "team_of",
    "timeline",
    "told_of",
    "unasked_signatures",
    "waiting_signatures",
    "worker_of",
    "worklist",
]
