"""What an account that is closed holds of volunteers: those it keeps, the needs it sees to, the doors it waits at."""

from django.utils.translation import ngettext

from rangkul.commons.people import hooks
from rangkul.commons.people.models import Staff
from rangkul.support.volunteers import actions, queries
from rangkul.support.volunteers.models import Match, Need, Volunteer
from rangkul.support.volunteers.states import RUNNING, NeedState, VolunteerState


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d relawan atau kebutuhan bantuan warga; pindah ke yang meneruskan",
        "%(n)d relawan atau kebutuhan bantuan warga; pindah ke yang meneruskan",
        n,
    )
    return words % {"n": n}


def _count(staff: Staff) -> int:
    return (
        Volunteer.objects.filter(keeper=staff).exclude(state=VolunteerState.LEFT).count()
        + Need.objects.filter(owner=staff).exclude(state=NeedState.SETTLED).count()
        + Match.objects.filter(companion_staff=staff, state__in=RUNNING).count()
    )


def _hand_over(handing: hooks.Handing) -> None:
    heir = hooks.who_follows(handing, queries.workers_of(handing.staff.agency_id))
    actions.hand_on(by=hooks.LEAVING, staff=handing.staff, to=heir)


HOLDING = hooks.Holding(_words, _count, _hand_over)
