"""Whether somebody may be contacted now. Every notifier asks here before it sends, and again right before sending.

Pure: no database, no clock. `rules` is a SafeContact row or anything with `channels`, `days`, `from_time`, `to_time`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
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


class Said(Rules, Protocol):
    """As a person said it to somebody."""

    never_leave_message: bool


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


@dataclass(frozen=True)
class Ways:
    """Rules that belong to nobody yet."""

    channels: tuple[str, ...]
    days: tuple[int, ...] = ()
    from_time: time | None = None
    to_time: time | None = None


ONLY_TICKET = Ways((Channel.TICKET.value,))


def ways_of(rules: Rules) -> Ways:
    """What the rules allow, in one form: without a way that reaches the person nothing else about them matters."""
    reaching = sorted(set(rules.channels) - {Channel.TICKET})
    if not reaching:
        return ONLY_TICKET
    return Ways(tuple(reaching), tuple(sorted(rules.days)), rules.from_time, rules.to_time)


def stricter(one: Rules, other: Rules) -> Ways:
    """What both allow; only the ticket where they never agree. Where one names no days or hours, the other's hold.
    Different hours of which some pass midnight are not reckoned with: then, too, only the ticket."""
    first, second = ways_of(one), ways_of(other)
    channels = set(first.channels) & set(second.channels)
    days = sorted(set(first.days) & set(second.days)) if first.days and second.days else first.days or second.days
    hours = _shared_hours(first, second)
    if not channels or hours is None or (first.days and not days):
        return ONLY_TICKET
    return ways_of(Ways(tuple(channels), tuple(days), *hours))


def _shared_hours(one: Ways, other: Ways) -> tuple[time | None, time | None] | None:
    """None where there are none."""
    first, second = (one.from_time, one.to_time), (other.from_time, other.to_time)
    if first == second or second[0] is None:
        return first
    if first[0] is None:
        return second
    start, end = max(first[0], second[0]), min(first[1], second[1])
    within_a_day = first[0] < first[1] and second[0] < second[1]
    return (start, end) if within_a_day and start < end else None


def wrong_hours(start: time | None, end: time | None) -> str:
    """Why these cannot be safe hours, in a sentence; "" where they can, also where there are none."""
    if (start is None) != (end is None):
        return _("Isi jam mulai dan jam selesai, atau kosongkan keduanya.")
    if start is not None and start == end:
        return _("Jam mulai dan jam selesai sama. Kosongkan keduanya bila sepanjang hari.")
    return ""


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
