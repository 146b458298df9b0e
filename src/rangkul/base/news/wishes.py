"""The wish to be told "Ada kabar untuk Anda": where it reaches somebody, what failed, and when it has ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import takewhile
from time import monotonic
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.news import sending
from rangkul.base.news.sending import NewsWay
from rangkul.base.sealed import SealedText

# Not more often, however much comes.
REST = timedelta(hours=1)
# The last one comes after seven hours: a night without a mail server ends no wish.
_MOST_TRIES = 12
# So long at most in one go: a service that does not answer holds up no clock of the house.
_SECONDS = 20
_Due = TypeVar("_Due")


class Wish(Row):
    """One way to one person; it ends by one press, and with that the address is gone. `due_at`: not before this moment;
    `tries` counts what failed since. `lost_at`: it reached nobody for good, so that the address is gone and only that
    it was lost is left to be read."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    way = models.CharField(max_length=4, choices=NewsWay)
    # An e-mail address, or the address that a browser gave for pushing to it.
    reach_at = SealedText()
    due_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    lost_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_reaches_somewhere",
                condition=models.Q(reach_at__isnull=False, lost_at__isnull=True)
                | models.Q(reach_at__isnull=True, lost_at__isnull=False, due_at__isnull=True),
            )
        ]


def address_of(way: str, typed: str) -> str:
    """Raises Refused where this installation has no such way, and for what is no address."""
    address = typed.strip()
    if way not in sending.ways():
        raise Refused(_("Pemberitahuan seperti ini tidak tersedia di sini."), code="off")
    if not _is_good(way, address):
        raise Refused(_("Tulis alamat surel yang hanya Anda sendiri yang membukanya."), field="reach_at")
    return address


def _is_good(way: str, address: str) -> bool:
    if way == NewsWay.PUSH:
        return len(address) <= 1000 and sending.is_push_service(address)
    try:
        validate_email(address)
    except ValidationError:
        return False
    return len(address) <= 200


def while_time_lasts(rows: Iterable[_Due]) -> Iterator[_Due]:
    """The first of these; whoever is left is told in the next go."""
    until = monotonic() + _SECONDS
    return takewhile(lambda _row: monotonic() < until, rows)


def deliver(wish: Wish, where: str, *, urgent: bool = False) -> None:
    """Tell it, put it off, or end the wish (`lost_at`); what came of it is saved with the row."""
    try:
        # The stubs know of a sealed field only that it is kept as bytes; it reads as text.
        sending.tell(wish.way, wish.reach_at, where, urgent=urgent)  # type: ignore[arg-type]
    except sending.Gone:
        _lose(wish)
    except sending.Unreachable:
        wish.tries += 1
        if wish.tries >= _MOST_TRIES:
            _lose(wish)
        else:
            wish.due_at = now() + timedelta(minutes=min(2**wish.tries, 60))
    else:
        wish.due_at, wish.told_at, wish.tries = None, now(), 0
    wish.save(update_fields=["reach_at", "due_at", "told_at", "tries", "lost_at"])


def _lose(wish: Wish) -> None:
    wish.reach_at, wish.due_at, wish.lost_at = "", None, now()
