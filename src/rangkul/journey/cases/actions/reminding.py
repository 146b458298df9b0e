"""Days that later packages want kept. They stand in the caller's transaction; the caller's verb is the event."""

from datetime import date, timedelta
from uuid import UUID

from rangkul.journey.cases.actions.late import settle_mended
from rangkul.journey.cases.models import Case, Reminder


def remind(case: Case, kind: str, matter: UUID, due: date | None, *, grace: int) -> None:
    """Keep the day by which `matter` is looked at again; None where nothing is promised any more. `grace`: so many
    days it stays with the worker alone before somebody above is told."""
    row = Reminder.objects.select_for_update().filter(kind=kind, matter=matter).first()
    climbs_on = due and due + timedelta(days=grace + 1)
    if row is None:
        # A day that was not there before mends nothing.
        if due is not None:
            Reminder.objects.create(case=case, kind=kind, matter=matter, due=due, climbs_on=climbs_on)
        return
    row.due, row.climbs_on = due, climbs_on
    row.save()
    settle_mended(case.pk)
