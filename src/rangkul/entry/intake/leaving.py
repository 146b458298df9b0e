"""Requests of a worker whose account is closed: the clock gives them on within a minute, by the rule `heir`."""

from django.utils.translation import ngettext

from rangkul.commons.people.hooks import Handing, Holding
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import OPEN


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d permintaan; diteruskan menurut aturan kepada supervisor atau rekan yang bertugas",
        "%(n)d permintaan; diteruskan menurut aturan kepada supervisor atau rekan yang bertugas",
        n,
    )
    return words % {"n": n}


def _count(staff: Staff) -> int:
    return Request.objects.filter(owner=staff, state__in=OPEN).count()


def _left_to_the_clock(_handing: Handing) -> None:
    """`request.handed_on` finds them as soon as the account is closed, and says by which rule."""


HOLDING = Holding(_words, _count, _left_to_the_clock, needs_heir=False)
