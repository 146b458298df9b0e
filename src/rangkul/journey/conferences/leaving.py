"""The seats of a colleague whose account is closed end; what they promised there is a task of the case."""

from django.utils.translation import ngettext

from rangkul.commons.people import hooks
from rangkul.journey.conferences import actions


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d undangan pembahasan kasus; undangannya berakhir",
        "%(n)d undangan pembahasan kasus; undangannya berakhir",
        n,
    )
    return words % {"n": n}


HOLDING = hooks.Holding(
    _words,
    lambda staff: actions.held_seats(staff).count(),
    lambda handing: actions.end_seats(by=hooks.LEAVING, staff=handing.staff),
    needs_heir=False,
)
