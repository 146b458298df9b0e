"""A conversation ends: what came of it is written down once, the next contact has a day, the words go or stay."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Activity, Case
from rangkul.journey.cases.queries import case_behind
from rangkul.journey.cases.states import Channel
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.beginning import erase_at
from rangkul.support.counselling.actions.call_rows import hang_up
from rangkul.support.counselling.actions.clock import answered
from rangkul.support.counselling.actions.kinds import QUESTION, drop_question
from rangkul.support.counselling.actions.next_contact import contact_now, is_grave, plan_next
from rangkul.support.counselling.actions.rows import about, lock, lock_living, sitting, spoke, write_line
from rangkul.support.counselling.models import Block, Draft, Room, Seat, Summary
from rangkul.support.counselling.queries.silent import ends_by_itself
from rangkul.support.counselling.states import ROOM, Ending, Line, RoomKind, RoomState, SeatRole

_LONGEST = 24 * 60
_A_LETTER = timedelta(minutes=15)
_SILENT = gettext_noop("Percakapan merah berakhir sendiri karena lama tidak ada kabar. Hubungi dengan cara yang aman.")
_LEFT = gettext_noop("Klien mengakhiri percakapan merah. Hubungi sekarang dengan cara yang aman.")
_MOST_DAYS = 90


@dataclass(frozen=True)
class Came:
    """What came of it. `next_on`: when the client hears of us again; without a day `no_next` says why not. After a red
    conversation it is a moment, `next_at`, within 24 hours, and `how` says in what safe way."""

    text: str
    next_on: date | None = None
    next_at: datetime | None = None
    how: str = ""
    next_step: str = ""
    no_next: str = ""
    ending: str = Ending.DONE


def _close(room: Room, ending: str, by: Asker, seat: Seat | None) -> None:
    """`seat`: who ends it, and is named in the room; nobody where the clock does."""
    answered(room)
    if seat is not None:
        hang_up(room, seat)
    ROOM.step(room, "end")
    drop_question(room)
    room.ended_at, room.ending, room.ended_by_id = clock.now(), ending, by.staff_id
    room.erase_at = erase_at(room)
    if seat is not None:
        write_line(room, Line.ENDED, seat)
    Draft.objects.filter(room=room).delete()


_ENDED = ["state", "ended_at", "ending", "ended_by", "erase_at", "noted", *QUESTION]


@action("room.ended", may=policy.may_lead)
def end(*, by: Asker, room: Room, came: Came) -> Done:
    """Whoever counsels ends it, with what came of it."""
    room = lock_living(room)
    if came.ending not in Ending.values or came.ending == Ending.CLIENT:
        raise Refused(_("Pilih bagaimana percakapan ini berakhir."), field="ending")
    seat = policy.seat_of(by, room) or _counsellor(room)
    _close(room, came.ending, by, seat)
    _note(by, room, came)
    room.noted = True
    room.save(update_fields=_ENDED)
    return about(room, ending=came.ending, messages=room.messages.count())


def _counsellor(room: Room) -> Seat:
    seat = room.seats.filter(role=SeatRole.COUNSELLOR).order_by("-joined_at").first()
    return seat or room.seats.get(role=SeatRole.CLIENT)


@action("room.ended", may=policy.is_client)
def end_by_client(*, by: Asker, room: Room) -> Done:
    """The client may go at any time, without a reason. What came of it is still to be written down by who counselled;
    where nobody had come yet there is nothing to write, and the request keeps its clock. Whoever leaves a red one is
    spoken with at once, and the supervisor knows."""
    room = lock(room)
    if not room.lives:
        return about(room, silent=True)
    waited = room.waits
    _close(room, Ending.CLIENT, by, sitting(by, room))
    room.noted = waited
    room.save(update_fields=_ENDED)
    if is_grave(room):
        contact_now(room, _LEFT)
    return about(room, ending=Ending.CLIENT, messages=room.messages.count(), owner=room.owner_id)


@action("room.ended", may=policy.is_clock)
def end_silent(*, by: Asker, room: Room) -> Done:
    """Nobody wrote for so long that nobody comes back; else its words would stay for ever. The ticket page has said the
    day. What came of it is still to be written down where somebody counselled."""
    room = lock(room)
    if not room.lives or ends_by_itself(room) > clock.now():
        return about(room, silent=True)
    waited = room.waits
    _close(room, Ending.NO_WORD, by, None)
    room.noted = waited
    room.save(update_fields=_ENDED)
    spoke(room)
    if is_grave(room):
        contact_now(room, _SILENT)
    return about(room, ending=Ending.NO_WORD, messages=room.messages.count(), owner=room.owner_id)


@action("room.noted", may=policy.may_note)
def write_note(*, by: Asker, room: Room, came: Came) -> Done:
    """What came of a conversation that the client ended."""
    room = lock(room)
    if room.state != RoomState.ENDED:
        raise Refused(_("Percakapan ini belum berakhir, atau sudah dihapus."), code="state")
    if room.noted:
        raise Refused(_("Catatan percakapan ini sudah ditulis."), code="noted")
    _note(by, room, came)
    room.noted = True
    room.save(update_fields=["noted"])
    return about(room)


def _note(by: Asker, room: Room, came: Came) -> Summary:
    words = came.text.strip()
    if not words:
        raise Refused(_("Tulis apa hasil percakapan ini."), field="text", code="empty")
    came = _with_next(by, room, came)
    case = _case(room)
    request = Request.objects.select_related("key").filter(pk=room.request_id).first()
    minutes = _minutes(room)
    key = case.key if case else request.key if request else room.key
    summary = Summary(room=room, request_id=room.request_id, key=key, by_id=by.staff_id, minutes=minutes)
    if case is not None:
        summary.activity = _activity(by, room, case, came, minutes)
    else:
        summary.text = words
        summary.next_on = came.next_on
        # The contact after a red conversation climbs by itself, and faster than a promised day.
        summary.next_done_at = clock.now() if is_grave(room) else None
    summary.save(force_insert=True)
    return summary


def _with_next(by: Asker, room: Room, came: Came) -> Came:
    """After a red or grave conversation the next contact is made here; its day is what everything else reads."""
    if is_grave(room):
        plan_next(by, room, came.next_at, came.how)
        return replace(came, next_on=clock.local(came.next_at, room.region_code).date())
    days.not_over(came.next_on, "next_on", room.region_code)
    if came.next_on is None and not came.no_next.strip():
        raise Refused(
            _("Tulis kapan Anda menghubungi atau bertemu klien lagi, atau mengapa tidak perlu."), field="next_on"
        )
    return came


def _case(room: Room) -> Case | None:
    """The case of the room's request, as far as the writer sees it; it may have been opened meanwhile."""
    case = case_behind(room.request_id)
    return case if case and case.is_open else None


def _minutes(room: Room) -> int:
    """As long as they talked live, to the last word; a letter is written in its own time, and counts as a quarter."""
    said = list(room.messages.filter(lane="room").order_by("number").values_list("line", "at"))
    words = [at for line, at in said if not line]
    changes = [(line, at) for line, at in said if line in (Line.NOW_LIVE, Line.NOW_LETTER)]
    # What it was before the first change; without one, what it is.
    live = changes[0][0] == Line.NOW_LETTER if changes else room.kind == RoomKind.LIVE
    began: datetime = room.taken_at or room.began_at
    last = words[-1] if words else room.ended_at or clock.now()
    lasted, letters = timedelta(0), not live
    for line, at in changes:
        if live:
            lasted += max(timedelta(0), at - began)
        live, began = line == Line.NOW_LIVE, max(began, at)
        letters = letters or not live
    if live:
        lasted += max(timedelta(0), last - began)
    lasted += _A_LETTER if letters else timedelta(0)
    return min(_LONGEST, max(1, round(lasted.total_seconds() / 60)))


def _activity(by: Asker, room: Room, case: Case, came: Came, minutes: int) -> Activity:
    if came.next_on and not came.next_step.strip():
        step = _("Menghubungi klien lagi lewat ruang konseling")
    else:
        step = came.next_step
    result = came.text if came.next_on else f"{came.text}\n{_('Tanpa kontak berikutnya:')} {came.no_next.strip()}"
    return cases.record_activity(
        by=by, case=case, channel=Channel.CHAT, minutes=minutes, result=result,
        next_step=step, next_due=came.next_on,
    )  # fmt: skip


@action("room.next_done", may=policy.may_note)
def finish_next(*, by: Asker, room: Room) -> Done:
    """The promised next contact took place, or is kept elsewhere."""
    first = Summary.objects.filter(room=room, next_done_at=None).update(next_done_at=clock.now())
    return about(room, silent=not first)


@action("room.blocked", may=policy.may_lead)
def block(
    *, by: Asker, room: Room, reason: str, days: int, next_at: datetime | None = None, how: str = ""
) -> Done:  # fmt: skip
    """Nobody writes in rooms with this ticket for so many days. The conversation ends with it; help does not, and after
    a red one it has a moment (`next_at`, `how`) as after every other red end."""
    room = lock(room)
    request = Request.objects.select_related("key").filter(pk=room.request_id).first()
    if request is None:
        raise Refused(_("Anda tidak memegang permintaan ini. Mintalah penanggung jawabnya menutup."), code="unseen")
    if not reason.strip():
        raise Refused(_("Tulis alasannya. Klien boleh membacanya."), field="reason")
    if not 1 <= days <= _MOST_DAYS:
        raise Refused(_("Antara 1 dan 90 hari."), field="days")
    row = Block(request=request, key=request.key, by_id=by.staff_id, until=clock.now() + timedelta(days=days))
    row.reason = reason.strip()
    row.save(force_insert=True)
    if room.lives:
        if is_grave(room):
            plan_next(by, room, next_at, how)
        _close(room, Ending.ABUSE, by, policy.seat_of(by, room) or _counsellor(room))
        room.save(update_fields=_ENDED)
    return about(room, row, days=days)


@action("room.block_lifted", may=policy.may_lift)
def lift_block(*, by: Asker, block: Block) -> Done:
    first = Block.objects.filter(pk=block.pk, lifted_at=None).update(lifted_at=clock.now(), lifted_by_id=by.staff_id)
    request = Request.objects.filter(pk=block.request_id).first()
    where = {"agency_id": request.agency_id, "unit_id": request.unit_id} if request else {}
    return Done(block, subject=("request", block.request_id), silent=not first, **where)
