"""After ten wrong PINs the door of a guest is locked; the team hears today, and a new link lets the guest in again."""

from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.days import today
from rangkul.entry.intake.actions import one_more_wrong
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.rows import about
from rangkul.journey.conferences import policy
from rangkul.journey.conferences.door import new_code
from rangkul.journey.conferences.models import Invitation
from rangkul.journey.conferences.states import GUEST_DOOR

# Nobody stands at the door but who knocks: the house itself counts.
HOUSE = job("conferences.door")
# So many days a locked door stays with the worker alone.
GRACE = 1


def missed(seat_id: UUID) -> None:
    with acting(HOUSE):
        row = one_more_wrong(Invitation.objects.filter(pk=seat_id))
        if row is not None:
            lock_door(by=HOUSE, invitation=row)


def _seat(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("conference__case")
    return rows.get(pk=invitation.pk)


@action("conference.door_locked", may=policy.is_house)
def lock_door(*, by: Asker, invitation: Invitation) -> Done:
    seat = _seat(invitation)
    case = seat.conference.case
    if seat.locked_at is not None:
        return about(case, seat, silent=True)
    seat.locked_at = clock.now()
    seat.save(update_fields=["locked_at"])
    cases.remind(case, GUEST_DOOR, seat.pk, today(case.region_code), grace=GRACE)
    return about(case, seat, conference=seat.conference_id)


@action("conference.link_renewed", may=policy.may_end_seat)
def renew_link(*, by: Asker, invitation: Invitation) -> Done:
    """The link went astray, or its door was locked: the old one opens nothing from this moment on."""
    seat = _seat(invitation)
    if not seat.is_guest or seat.ended_at is not None or seat.valid_to <= clock.now():
        raise Refused(_("Undangan ini sudah berakhir."), code="ended")
    seat.code = new_code()
    seat.wrong_codes, seat.locked_at = 0, None
    seat.save(update_fields=["code", "wrong_codes", "locked_at"])
    cases.remind(seat.conference.case, GUEST_DOOR, seat.pk, None, grace=GRACE)
    return about(seat.conference.case, seat, conference=seat.conference_id)
