"""The house itself writes to a receiver by the letter's own way: once before the answer is due, once after, and once
where a stop is asked for. What it sends names nobody and nothing of the file (docs/news.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.support.referral import hooks
from rangkul.support.referral.models import Referral
from rangkul.support.referral.states import UNANSWERED, State, Way

BEFORE, AFTER, STOP = "before", "after", "stop"
# A day before; of an answer that was agreed by the hour, in the last quarter of its time.
_DAY, _PART = timedelta(days=1), 4
# What is older than that climbs already, and a second letter would only come late.
_STALE = timedelta(days=3)
AT_ONCE = 200


def there() -> bool:
    """Whether this installation sends letters at all."""
    return bool(settings.NEWS_MAIL_FROM)


def due(now: datetime) -> Iterator[tuple[Referral, str]]:
    """(referral, which of the two), the most urgent first."""
    rows = Referral.objects.filter(_open(now), due_at__gt=now - _STALE, due_at__lte=now + _DAY)
    rows = rows.filter(Q(due_at__gt=now, nudged_before_at=None) | Q(due_at__lte=now, nudged_after_at=None))
    for row in rows.select_related("key", "consent").order_by("due_at")[:AT_ONCE]:
        which = AFTER if row.due_at <= now else BEFORE
        if (which == AFTER or now >= row.due_at - lead(row)) and may_be_told(row, which, now):
            yield row, which


def lead(row: Referral) -> timedelta:
    return min(_DAY, (row.due_at - row.sent_at) / _PART)


def _open(now: datetime) -> Q:
    """Never one that was withdrawn, answered, locked or is past its last day."""
    taken_back = Q(consent__withdrawn_at__isnull=False) | Q(stop_due_at__isnull=False)
    return Q(state__in=UNANSWERED, link_by=Way.EMAIL, locked_at=None, valid_to__gt=now) & ~taken_back


def _stopping() -> Q:
    """Whatever became of it, but for what reached nobody."""
    waits = Q(stop_due_at__isnull=False, stopped_at=None, link_by=Way.EMAIL)
    return waits & ~Q(state=State.FAILED)


def may_be_told(row: Referral, which: str, now: datetime | None = None) -> bool:
    """As it is now: what goes to another house by itself has no letter, and a worker may have typed no address."""
    rows = _stopping() if which == STOP else _open(now or clock.now())
    if not Referral.objects.filter(rows, pk=row.pk).exists():
        return False
    try:
        validate_email(row.contact)
    except ValidationError:
        return False
    return not hooks.travel_of(row)


def send(address: str, which: str) -> None:
    """Raises OSError where the letter did not leave; the queue tries again."""
    title = _("Ada permintaan berhenti memakai data") if which == STOP else _("Ada kabar untuk Anda")
    words = _(
        "Buka tautan yang pernah Anda terima, dengan kode yang disampaikan lewat jalan lain. Tidak tahu tautan mana?"
        " Hubungi orang yang mengirimkannya."
    )
    EmailMessage(title, f"{title}.\n\n{words}\n", settings.NEWS_MAIL_FROM, [address]).send()
