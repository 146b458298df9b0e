"""A seat is a right: whoever sits in a room holds a grant on it, given and ended in the same transaction."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base.asking import acting, job
from rangkul.commons.people.models import Staff
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust.states import Basis
from rangkul.support.counselling.models import Room, Seat
from rangkul.support.counselling.states import SeatRole

JOB = job("counselling.rights")


def sit_down(room: Room, staff: Staff, role: str) -> Seat:
    """The seat of this worker, who sees the room from the next statement on; one who sits already only changes the
    role."""
    with acting(JOB):
        trust.grant(
            by=JOB,
            subject=("room", room.pk),
            grantee=("staff", staff.pk),
            basis=Basis.SUPERVISION if role == SeatRole.SUPERVISOR else Basis.TEAM,
            reason=_("Duduk di ruang konseling"),
            agency_id=room.agency_id,
        )
        seat = room.seats.filter(staff=staff, left_at=None).first()
        if seat is None:
            seat = Seat(room=room, staff=staff, role=role, name=staff.called_name)
            seat.save(force_insert=True)
        elif seat.role != role:
            seat.role = role
            seat.save(update_fields=["role"])
    return seat


def end_right(room: Room, staff_id: UUID, reason: str) -> None:
    with acting(JOB):
        trust.end_grant(by=JOB, subject=("room", room.pk), grantee=("staff", staff_id), reason=reason)
