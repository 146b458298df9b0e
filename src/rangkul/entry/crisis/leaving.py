"""Times on duty of a worker whose account is closed: whoever goes on takes them, else they fall away and the rota
shows the gap."""

from django.utils.translation import ngettext

from rangkul.commons.people.hooks import LEAVING, Handing, Holding
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis.actions.rota import hand_shift_on
from rangkul.entry.crisis.queries.rota import ahead_of


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d giliran jaga; diambil penggantinya bila ia bebas, selain itu kosong di jadwal",
        "%(n)d giliran jaga; diambil penggantinya bila ia bebas, selain itu kosong di jadwal",
        n,
    )
    return words % {"n": n}


def _count(staff: Staff) -> int:
    return len(ahead_of(staff))


def _hand_over(handing: Handing) -> None:
    for shift in ahead_of(handing.staff):
        hand_shift_on(by=LEAVING, shift=shift, to=handing.to)


HOLDING = Holding(_words, _count, _hand_over, needs_heir=False)
