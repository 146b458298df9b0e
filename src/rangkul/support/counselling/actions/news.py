"""A client turns the one sentence "Ada kabar untuk Anda" on and off; when it is told, and when it may not be."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils import translation
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.news import sending
from rangkul.base.news.wishes import REST, address_of, deliver
from rangkul.commons.people.queries import SafeHours, next_moment, safe_hours
from rangkul.commons.people.states import Channel
from rangkul.entry.intake.models import Contact, Request
from rangkul.journey.cases.actions import settle_between
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.rows import about
from rangkul.support.counselling.group_states import MeetingState
from rangkul.support.counselling.models import Attendance, GroupMember, Meeting, Message, NewsWish, Room, Seat, Slot
from rangkul.support.counselling.queries.news import unread_by_client
from rangkul.support.counselling.states import SeatRole, SlotState

# So soon after a word: whoever sits at the screen has read it by then.
_SETTLES = timedelta(minutes=2)
_JOB = job("counselling.news")


def _about(request: Request, result: object, *, silent: bool = False, **payload: object) -> Done:
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id}
    return Done(result, subject=("request", request.pk), payload=payload, silent=silent, **where)


@action("news.wished", may=policy.may_pick)
def wish_news(*, by: Asker, request: Request, way: str, reach_at: str) -> Done:
    """Raises Refused where this installation has no such way, and where no message may be left."""
    address = address_of(way, reach_at)
    if forbids(request):
        raise Refused(
            _("Pada permintaan Anda tertulis: jangan meninggalkan pesan. Katakan dulu bila itu berubah."),
            code="never",
        )
    before = NewsWish.objects.select_related("key").filter(request=request, way=way).first()
    if before is not None and before.reach_at == address:
        return _about(request, before, silent=True)
    if before is not None:
        before.delete()
    row = NewsWish(key=request.key, request=request, way=way)
    row.reach_at = address
    row.save(force_insert=True)
    return _about(request, row, way=way)


def forbids(request: Request) -> bool:
    """Where a way beside the ticket was named and no message may be left on it. Who named none was never asked; then
    turning this on is the answer."""
    return any(one.never_leave_message and set(one.channels) - {Channel.TICKET} for one in _rules(request))


@action("news.stopped", may=policy.may_pick)
def stop_news(*, by: Asker, request: Request, way: str) -> Done:
    """The address is gone with it."""
    gone = NewsWish.objects.filter(request=request, way=way).delete()[0]
    return _about(request, request, silent=not gone, way=way)


def something_came(room: Room) -> None:
    """A worker wrote. As what follows, within the verb that did it and as a job: whoever acts learns of nobody's
    address."""
    with acting(_JOB):
        wishes = NewsWish.objects.filter(request_id=room.request_id, due_at=None, lost_at=None)
        for wish in wishes:
            rests = wish.told_at + REST if wish.told_at else clock.now()
            wish.due_at, wish.tries = max(clock.now() + _SETTLES, rests), 0
            wish.save(update_fields=["due_at", "tries"])


def meeting_changed(group_id: UUID) -> None:
    """A group meets now, or does not meet after all: whoever sits there and wished it is told at once, also soon after
    other news."""
    with acting(_JOB):
        seated = GroupMember.objects.filter(group_id=group_id, seat__left_at=None).values("request_id")
        NewsWish.objects.filter(request__in=seated, lost_at=None).update(due_at=clock.now(), tries=0)


def slot_cancelled(request_id: UUID) -> None:
    """Whoever would come at that time is told at once: the next hour may be the one."""
    with acting(_JOB):
        NewsWish.objects.filter(request_id=request_id, lost_at=None).update(due_at=clock.now(), tries=0)


@action("news.known", may=policy.may_lead)
def know_lost_news(*, by: Asker, room: Room) -> Done:
    """Whoever counsels has read that the client cannot be told, and takes care that they hear all the same."""
    with acting(_JOB):
        lost = NewsWish.objects.filter(request_id=room.request_id, lost_at__isnull=False, known_at=None)
        first = lost.update(known_at=clock.now())
    if first:
        settle_between(matters=[room.pk])
    return about(room, silent=not first)


@action("news.told", may=policy.is_clock)
def tell_news(*, by: Asker, wish: NewsWish) -> Done:
    """Tell it, or put it off to the hours in which this may reach the client; nothing where all is read."""
    rows = NewsWish.objects.select_for_update(of=("self",)).select_related("key", "request")
    held = rows.filter(pk=wish.pk, due_at__lte=clock.now()).first()
    if held is None:
        return Done(None, silent=True)
    request = held.request
    if held.key.wrapped is None:
        # The client's data was erased, and the address with it.
        held.delete()
        return _about(request, request, silent=True)
    if not _waits(request) or held.way not in sending.ways() or forbids(request):
        return _put(held, None)
    later = next_safe(request, clock.now())
    if later is None or later > clock.now():
        return _put(held, later)
    with translation.override(_reads(request)):
        deliver(held, _where())
    return _about(request, held, silent=held.due_at is not None, way=held.way, lost=held.lost_at is not None)


def _where() -> str:
    return _(
        "Buka halaman yang Anda kenal dengan nomor yang Anda simpan. Di halaman itu pula pesan ini bisa dimatikan."
    )


def _reads(request: Request) -> str:
    """The language in which they asked for help, where the house speaks it."""
    return request.language if request.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _put(wish: NewsWish, due_at: datetime | None) -> Done:
    wish.due_at = due_at
    wish.save(update_fields=["due_at", "tries"])
    return _about(wish.request, wish, silent=True)


def _waits(request: Request) -> bool:
    """Something is there for the client. Nothing is where they closed their room by the code word: somebody may be
    with them."""
    room = Room.objects.filter(request=request).order_by("-began_at").first()
    if room is not None and room.hushed_at is not None:
        return False
    return (room is not None and unread_by_client(room)) or _is_awaited(request) or _is_called_off(request)


def _is_awaited(request: Request) -> bool:
    """A group in which they sit meets, and they have not come."""
    sits = GroupMember.objects.filter(request=request, seat__left_at=None)
    came = Attendance.objects.filter(meeting=OuterRef("pk"), seat__member__request=request)
    met = Meeting.objects.filter(state=MeetingState.OPEN, group__members__in=sits)
    return met.exclude(Exists(came)).exists()


def _is_called_off(request: Request) -> bool:
    """A time still ahead at which they would come in vain: no other time was taken instead."""
    ahead = {"state": SlotState.CANCELLED, "at__gt": clock.now()}
    own = Slot.objects.filter(request=request)
    if own.filter(**ahead).exists() and not own.filter(state=SlotState.TAKEN).exists():
        return True
    sits = GroupMember.objects.filter(request=request, seat__left_at=None)
    return Meeting.objects.filter(group__members__in=sits, state=MeetingState.CANCELLED, at__gt=clock.now()).exists()


def next_safe(request: Request, moment: datetime) -> datetime | None:
    """The first moment from `moment` on, in the days and hours that the client named, by the clock of their place;
    None where what they named leaves none. Who wrote just now is awake, and waits: then no usual night holds it."""
    rules = _rules(request)
    if not any(one.days or one.from_time for one in rules) and _wrote_lately(request, moment):
        return moment
    return next_moment(rules, moment, clock.zone(request.region_code))


def _wrote_lately(request: Request, moment: datetime) -> bool:
    seats = Seat.objects.filter(room__request=request, role=SeatRole.CLIENT)
    return Message.objects.filter(seat__in=seats, line="", at__gt=moment - REST).exists()


def _rules(request: Request) -> list[Contact | SafeHours]:
    """What was said when help was asked for, and what a worker wrote down with the client since."""
    columns = ("channels", "days", "from_time", "to_time", "never_leave_message")
    with acting(_JOB):
        said = Contact.objects.filter(request=request).only(*columns)
        return [*said, *safe_hours(request.person_id)]
