"""Days that later packages want kept. They stand in the caller's transaction; the caller's verb is the event."""

from datetime import date, timedelta
from uuid import UUID

from rangkul.journey.cases.actions.late import settle_mended
from rangkul.journey.cases.models import Case, Reminder


def remind(case: Case, kind: str, matter: UUID, due: date | None, *, grace: int) -> None:
    """Keep the day by which `matter` is looked at again; None where nothing is promised any more. `grace`: so many
    days it stays with the worker alone before somebody above is told."""
    row = Reminder.objects.select_for_update().filter(kind=kind, matter=matter).first()
    if row is None and due is None:
        return
    row = row or Reminder(case=case, kind=kind, matter=matter)
    row.due, row.climbs_on = due, due and due + timedelta(days=grace + 1)
    row.save()
    settle_mended(case.pk)
