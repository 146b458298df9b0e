"""Who sits down in a room, who goes on with it, who leaves: each is told in the room itself."""

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.call_rows import hang_up
from rangkul.support.counselling.actions.clock import client_waits
from rangkul.support.counselling.actions.key_rows import let_in, refuse_without_key
from rangkul.support.counselling.actions.limits import refuse_burdened, refuse_too_many
from rangkul.support.counselling.actions.rights import end_right, sit_down
from rangkul.support.counselling.actions.rows import about, lock, lock_living, sitting, write_line
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.states import ROOM, Line, SeatRole


def _colleague(staff: Staff | None, room: Room) -> Staff:
    if staff is None or not policy.may_sit(staff, room):
        raise Refused(_("Pilih seseorang yang bekerja dengan klien di lembaga ini."), field="staff")
    return staff


def _bears(staff: Staff, room: Room) -> None:
    """No junior alone on what is red (product rule 9)."""
    if room.red and "junior" in staff.roles:
        raise Refused(_("Percakapan merah tidak dipegang petugas junior sendirian."), field="staff", code="red")


@action("room.taken", may=policy.may_take)
def take(*, by: Asker, room: Room) -> Done:
    """The first of two who press takes it; the other hears who was first."""
    room = lock(room)
    if not room.waits:
        taken = room.seats.filter(role=SeatRole.COUNSELLOR, left_at=None).first()
        if taken is not None and taken.staff_id == by.staff_id:
            return about(room, silent=True)
        raise Refused(_("Percakapan ini sudah diambil rekan lain atau sudah berakhir."), code="taken")
    me = Staff.objects.get(pk=by.staff_id)
    _bears(me, room)
    refuse_too_many(by.staff_id, room.kind)
    refuse_without_key(by, room)
    ROOM.step(room, "take")
    room.taken_at, room.owner_id = clock.now(), me.pk
    seat = sit_down(room, me, SeatRole.COUNSELLOR)
    room.save(update_fields=["state", "taken_at", "owner"])
    write_line(room, Line.TAKEN, seat)
    _own_request(by, room, me)
    return about(room, owner=me.pk)


def _own_request(by: Asker, room: Room, me: Staff) -> None:
    """Whoever talks also answers for the request, while nobody has decided about it."""
    request = Request.objects.filter(pk=room.request_id).first()
    if request is not None and request.is_open and request.owner_id != me.pk and room.case_id is None:
        intake.assign(by=by, request=request, owner=me)


@action("room.called_in", may=policy.may_lead)
def call_in(*, by: Asker, room: Room, staff: Staff, wrapped: str = "") -> Done:
    """A colleague or a supervisor joins; the client reads that they do. `wrapped`: a sealed room's key, for them."""
    room = lock_living(room)
    ROOM.step(room, "call_in")
    staff = _colleague(staff, room)
    if room.seats.filter(staff=staff, left_at=None).exists():
        return about(room, silent=True)
    let_in(by, room, staff, wrapped)
    role = SeatRole.SUPERVISOR if "supervisor" in staff.roles else SeatRole.COLLEAGUE
    seat = sit_down(room, staff, role)
    write_line(room, Line.JOINED, seat)
    return about(room, to=staff.pk, seat=seat.pk)


@action("room.handed_over", may=policy.may_lead)
def hand_over(*, by: Asker, room: Room, staff: Staff, wrapped: str = "") -> Done:
    """Somebody else goes on; whoever counselled so far leaves and sees no more of it. `wrapped`: see `call_in`."""
    room = lock_living(room)
    ROOM.step(room, "hand_over")
    staff = _colleague(staff, room)
    _bears(staff, room)
    before = room.seats.filter(role=SeatRole.COUNSELLOR, left_at=None).first()
    if before is not None and before.staff_id == staff.pk:
        return about(room, silent=True)
    refuse_burdened(staff, room)
    let_in(by, room, staff, wrapped)
    room.owner_id = staff.pk
    room.save(update_fields=["owner"])
    seat = sit_down(room, staff, SeatRole.COUNSELLOR)
    write_line(room, Line.HANDED_OVER, seat)
    if before is not None:
        hang_up(room, before, leaves=True)
        write_line(room, Line.LEFT, before)
        before.left_at = clock.now()
        before.save(update_fields=["left_at"])
    if room.hushed_at is None:
        client_waits(room)
    done = about(room, to=staff.pk, before=before.staff_id if before else None)
    if before is not None:
        # Last, because whoever hands over sees nothing of the room from here on.
        end_right(room, before.staff_id, "handed over")
    return done


@action("room.left", may=policy.may_leave)
def leave(*, by: Asker, room: Room) -> Done:
    """Whoever was called in goes again. Whoever counsels hands over or ends."""
    room = lock(room)
    seat = sitting(by, room)
    hang_up(room, seat, leaves=True)
    if room.lives and room.messages.filter(seat=seat, lane="room").exists():
        write_line(room, Line.LEFT, seat)
    seat.left_at = clock.now()
    seat.save(update_fields=["left_at"])
    done = about(room, seat=seat.pk)
    end_right(room, by.staff_id, "left")
    return done
