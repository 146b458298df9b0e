"""The relation lines of a case that stand today."""

from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.models import FamilyTie


def ties_of(case: Case) -> list[FamilyTie]:
    """Oldest first; the case itself is the one given, so that what is sealed opens without another query."""
    rows = list(FamilyTie.objects.filter(case=case, ended_on__isnull=True).order_by("made_at"))
    for row in rows:
        row.case = case
    return rows
