"""What rows of opening hours may say together: hours that always hold, hours of Ramadan, and exceptions with dates. Of
several that fit a day the narrowest holds (`queries.Entry`), so only what contradicts another row is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rangkul.base import clock, opening
from rangkul.base.actions import Refused
from rangkul.commons.directory.drafts import HoursDraft
from rangkul.commons.directory.models.place import LONGEST_EXCEPTION, is_exception
from rangkul.commons.directory.states import Season

CLOSED = "off"
_FIRST, _LAST = date.min, date.max


def check(rows: Sequence[HoursDraft]) -> None:
    """Raises Refused with the field at fault."""
    for n, row in enumerate(rows):
        _alone(row)
        for other in rows[:n]:
            _against(row, other)


def not_over(row: HoursDraft, today: date) -> None:
    """For what somebody writes now; what a file brings may be over already."""
    if row.valid_to is not None and row.valid_to < today:
        raise Refused(_("Hari-hari ini sudah lewat."), field="valid_to")


def when(row: HoursDraft) -> str:
    """The days on which it holds, in words."""
    if row.valid_from is not None and row.valid_from == row.valid_to:
        return date_format(row.valid_from, "l, j F Y")
    if row.valid_from is not None and row.valid_to is not None:
        return f"{date_format(row.valid_from)} – {date_format(row.valid_to)}"
    if row.valid_from is not None:
        return _("mulai %(day)s") % {"day": date_format(row.valid_from)}
    return _("sampai %(day)s") % {"day": date_format(row.valid_to)} if row.valid_to is not None else ""


def _alone(row: HoursDraft) -> None:
    try:
        # A file holds the same hours thousands of times.
        hours = opening.known(row.opening_hours) or opening.parse(row.opening_hours)
    except opening.HoursError as error:
        raise Refused(error.message, field="opening_hours") from None
    if row.valid_from and row.valid_to and row.valid_to < row.valid_from:
        raise Refused(_("Hari terakhirnya sebelum hari pertama."), field="valid_to")
    if is_exception(row) and not hours.always and row.opening_hours != CLOSED:
        days = [row.valid_from + timedelta(days=n) for n in range(min((row.valid_to - row.valid_from).days + 1, 7))]
        if not any(True for day in days for _span in hours.on(day, clock.WIB)):
            raise Refused(
                _("Pada %(days)s jam ini tidak membuka hari apa pun. Bila memang tutup, centang tutup.")
                % {"days": when(row)},
                field="opening_hours",
            )


def _against(row: HoursDraft, other: HoursDraft) -> None:
    if row.at != other.at or is_exception(row) != is_exception(other):
        return
    ours, theirs = _days(row), _days(other)
    if ours[0] > theirs[1] or theirs[0] > ours[1]:
        return
    if not is_exception(row):
        # A row with dates comes before one that always holds.
        if row.season == other.season and ours == theirs:
            words = _("Jam buka bulan Ramadan") if row.season == Season.RAMADAN else _("Jam buka biasa")
            raise Refused(
                _("%(hours)s untuk tempat ini sudah ada. Ubah yang itu.") % {"hours": words}, field="opening_hours"
            )
        return
    if not (_inside(ours, theirs) or _inside(theirs, ours)):
        raise Refused(
            _("Bertabrakan dengan jam khusus %(days)s. Ubah yang itu, atau pilih hari lain.") % {"days": when(other)},
            field="valid_from",
        )


def _days(row: HoursDraft) -> tuple[date, date]:
    return row.valid_from or _FIRST, row.valid_to or _LAST


def _inside(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    """A day within a longer stretch is an exception of the exception."""
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


__all__ = ["CLOSED", "LONGEST_EXCEPTION", "check", "not_over", "when"]
