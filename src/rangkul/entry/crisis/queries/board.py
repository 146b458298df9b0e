"""The crisis board: what is red and open, whose clock runs, who was told, who said "I take care of it"."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.trust.queries import subjects_held
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.states import OPEN, Level, Via

# As many as one looks over; whoever wishes for more asks for as many again.
MOST = 60


@dataclass(frozen=True)
class Row:
    """`told`: the newest telling; `waits`: nobody has acknowledged or answered; `contact`: the next one that is due."""

    request: Request
    told: Escalation | None
    steps: int
    waits: bool
    contact: NextContact | None

    @property
    def is_report(self) -> bool:
        return self.request.via == Via.REPORT

    @property
    def calls(self) -> bool:
        """Somebody is to be spoken with now."""
        return self.contact is not None and self.contact.due_at <= now()

    @property
    def is_late(self) -> bool:
        return self.request.is_open and self.request.due_at < now()


def board(asker: Asker, most: int = MOST) -> list[Row]:
    """What waits for a person first, then by clock: the unit's own, and what rose to the asker."""
    rows = Request.objects.filter(pk__in=_ids(asker, most)).select_related("key", "owner", "unit")
    rows = rows.prefetch_related("escalations__told", "escalations__acknowledged_by", "next_contacts__told")
    return sorted(
        (_row(request) for request in rows), key=lambda row: (not (row.waits or row.calls), _next(row), row.request.pk)
    )


def beyond(asker: Asker, rows: list[Row]) -> int:
    """How many red ones there are that are not among these rows."""
    shown = sum(row.request.is_open and row.request.level == Level.MERAH for row in rows)
    return max(0, _red(asker).count() - shown)


def _red(asker: Asker, held: list[UUID] | None = None) -> QuerySet[Request]:
    # What rose to somebody stays on their board after they said "I take care of it".
    mine = Q(owner_id=asker.staff_id) | Q(pk__in=subjects_held(asker, "request") if held is None else held)
    if asker.practises and asker.unit_id:
        mine |= Q(unit_id=asker.unit_id)
    return Request.objects.filter(mine, level=Level.MERAH, state__in=OPEN)


def _ids(asker: Asker, most: int) -> set[UUID]:
    """Each list is found by an index of its own; together in one condition they would read the whole queue.

    What came last has a later clock than all before it, so that what waits for somebody is asked for by itself."""
    held = subjects_held(asker, "request")
    red = _red(asker, held).order_by("due_at", "id").values_list("pk", flat=True)
    untaken = Escalation.objects.filter(request=OuterRef("pk"), acknowledged_at__isnull=True)
    contacts = NextContact.objects.filter(look_at__isnull=False).order_by("look_at")
    spoken = Q(request__owner_id=asker.staff_id) | Q(told_id=asker.staff_id) | Q(by_id=asker.staff_id)
    spoken |= Q(request_id__in=held)
    if asker.practises and asker.unit_id:
        spoken |= Q(request__unit_id=asker.unit_id)
    waiting_contacts = contacts.filter(spoken).values_list("request_id", flat=True)
    return {*red[:most], *red.filter(Exists(untaken))[:most], *waiting_contacts[:most]}


def _row(request: Request) -> Row:
    told = sorted(request.escalations.all(), key=lambda one: (one.told_at, one.step))
    contacts = sorted((one for one in request.next_contacts.all() if not one.done_at), key=lambda one: one.due_at)
    waits = request.is_open and any(one.acknowledged_at is None for one in told)
    return Row(request, told[-1] if told else None, len(told), waits, contacts[0] if contacts else None)


def _next(row: Row) -> datetime:
    dues = [row.request.due_at] if row.request.is_open else []
    return min([*dues, *([row.contact.due_at] if row.contact else [])])


def waiting(rows: list[Row]) -> int:
    return sum(row.waits or row.calls for row in rows)
