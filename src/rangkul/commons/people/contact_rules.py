"""Whether somebody may be contacted now. Every notifier asks here before it sends, and again right before sending.

Pure: no database, no clock. `rules` is a SafeContact row or anything with `channels`, `days`, `from_time`, `to_time`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.commons.people.states import Channel

# Where nobody asked for the safe hours yet, nobody rings at night.
_DECENT = (time(8), time(20))
_DAYS = (
    gettext_lazy("Senin"), gettext_lazy("Selasa"), gettext_lazy("Rabu"), gettext_lazy("Kamis"), gettext_lazy("Jumat"),
    gettext_lazy("Sabtu"), gettext_lazy("Minggu"),
)  # fmt: skip


class Rules(Protocol):
    channels: Collection[str]
    # ISO weekdays 1 (Monday) to 7; empty means every day.
    days: Collection[int]
    from_time: time | None
    to_time: time | None


def may_contact(rules: Rules | None, channel: str, at: datetime, zone: ZoneInfo) -> tuple[bool, str]:
    """(yes or no, why in one sentence). `at` is aware, `zone` is that of the person's place.

    What stands behind the ticket waits there and contacts nobody, so it is always allowed; without rules it is the
    only way. Hours may pass midnight: 22.00–02.00 on Friday ends on Saturday. Raises ValueError for a naive `at`.
    """
    if at.tzinfo is None:
        raise ValueError("say in which zone `at` is")
    if channel == Channel.TICKET:
        return True, _("Lewat tiket selalu boleh: orangnya sendiri yang membukanya.")
    if rules is None or not set(rules.channels) - {Channel.TICKET}:
        return False, _("Belum ada cara menghubungi yang aman. Jangan hubungi sebelum ditanyakan.")
    if channel not in rules.channels:
        return False, _("%(channel)s tidak aman bagi orang ini.") % {"channel": _name_of(channel)}
    return _at_this_time(rules, at.astimezone(zone))


def next_moment(rules: Collection[Rules], moment: datetime, zone: ZoneInfo) -> datetime | None:
    """The first moment from `moment` on that suits the days and hours of all `rules`; without any it is daytime. None
    where they never agree. Of the channels nothing is asked here."""
    each: Collection[Rules | None] = rules or [None]
    local = moment.astimezone(zone)
    starts = [
        datetime.combine(local.date() + timedelta(days=ahead), _hours(one)[0], tzinfo=zone)
        for one in each for ahead in range(-1, 9)
    ]  # fmt: skip
    later = sorted(start for start in starts if start > moment)
    return next((at for at in (moment, *later) if all(_suits(one, at.astimezone(zone)) for one in each)), None)


def _suits(rules: Rules | None, local: datetime) -> bool:
    day = _day_of_window(local, *_hours(rules))
    return day is not None and (rules is None or not rules.days or day.isoweekday() in rules.days)


def _hours(rules: Rules | None) -> tuple[time, time]:
    asked = rules is not None and rules.from_time is not None and rules.to_time is not None
    return (rules.from_time, rules.to_time) if asked else _DECENT


def _name_of(channel: str) -> str:
    return str(Channel(channel).label) if channel in Channel.values else channel


def _at_this_time(rules: Rules, local: datetime) -> tuple[bool, str]:
    asked = rules.from_time is not None and rules.to_time is not None
    start, end = _hours(rules)
    day = _day_of_window(local, start, end)
    hours = {"start": start.strftime("%H.%M"), "end": end.strftime("%H.%M")}
    if day is None:
        sentence = (
            _("Hanya boleh pukul %(start)s–%(end)s.")
            if asked
            else _("Jam aman belum ditanyakan; di luar pukul %(start)s–%(end)s tidak dihubungi.")
        )
        return False, sentence % hours
    if rules.days and day.isoweekday() not in rules.days:
        return False, _("Hari %(day)s tidak aman bagi orang ini.") % {"day": day_name(day.isoweekday())}
    return True, _("Aman dihubungi sekarang.")


def _day_of_window(local: datetime, start: time, end: time) -> datetime | None:
    """The day on which the window around this moment began; nothing outside every window."""
    now = local.time().replace(tzinfo=None)
    if start < end:
        return local if start <= now < end else None
    if now >= start:
        return local
    return local - timedelta(days=1) if now < end else None


def day_name(iso: int) -> str:
    """The name of an ISO weekday, 1 for Monday."""
    return str(_DAYS[iso - 1])
