"""Days that people type: what has been cannot lie ahead, what is planned cannot be over. In the calendar of a place."""

from datetime import date, datetime, time

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Refused


def today(region_code: str | None = None) -> date:
    """The day it is now where the region code lies; WIB where the place is not known."""
    return clock.local(clock.now(), region_code).date()


def end_of(day: date, region_code: str | None = None) -> datetime:
    """The last minute of the day there."""
    return datetime.combine(day, time(23, 59), clock.zone(region_code))


def not_ahead(day: date | None, field: str, region_code: str | None = None) -> None:
    """Refuse a day that has not come yet, at the form's `field`."""
    if day and day > today(region_code):
        raise Refused(_("Tanggal ini belum tiba. Periksa lagi."), field=field, code="ahead")


def not_over(day: date | None, field: str, region_code: str | None = None) -> None:
    """Refuse a plan for a day that is over, at the form's `field`."""
    if day and day < today(region_code):
        raise Refused(_("Tanggal ini sudah lewat. Pilih hari ini atau sesudahnya."), field=field, code="over")


def age_on(born: date, day: date) -> int:
    """Full years on that day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
