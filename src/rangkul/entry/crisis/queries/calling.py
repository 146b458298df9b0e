"""The test calls of a month: which lines nobody has called yet, and who was named to."""

from rangkul.base import days
from rangkul.base.asking import Asker
from rangkul.entry.crisis.models import Hotline, LineKeeper


def keeper_of(agency_id) -> LineKeeper | None:
    return LineKeeper.objects.select_related("staff").filter(agency_id=agency_id).first()


def not_called_this_month() -> int:
    """Open lines that did not answer a call of ours since the first of the month."""
    first = days.today().replace(day=1)
    return Hotline.objects.exclude(status=Hotline.Status.CLOSED).exclude(verified_on__gte=first).count()


def calls_for(asker: Asker) -> int:
    """How many calls wait for the asker: those of the month for whoever was named; where nobody is, for the head."""
    keeper = keeper_of(asker.agency_id)
    mine = keeper.staff_id == asker.staff_id if keeper else asker.has("pimpinan")
    return not_called_this_month() if mine else 0
