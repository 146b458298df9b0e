"""The seats of a colleague whose account is closed end; what they promised there is a task of the case."""

from django.utils.translation import ngettext

from rangkul.commons.people import hooks
from rangkul.journey.conferences import actions


def _words(n: int) -> str:
    return ngettext("%(n)d undangan pembahasan kasus", "%(n)d undangan pembahasan kasus", n) % {"n": n}


HOLDING = hooks.Holding(
    _words,
    lambda staff: actions.held_seats(staff).count(),
    lambda handing: actions.end_seats(by=hooks.LEAVING, staff=handing.staff),
    needs_heir=False,
)
