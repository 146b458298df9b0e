"""The road of a case in plain sentences: days as exactly as they are known, and nothing about what led to what."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.journey.pictures.lifeline.values import COUNTED, Moment, Road
from rangkul.journey.pictures.states import Exactness, Lane


def when_words(moment: Moment) -> str:
    """`2012`, `kira-kira 2012`, `Mei 2012`, `3 Mei 2012`, `3 Mei 2026 sampai 9 Juni 2026`, `sejak 3 Mei 2026`."""
    start = day_words(moment)
    if moment.lasting:
        return _("sejak %(day)s") % {"day": start}
    if moment.until and moment.until > moment.start:
        return _("%(first)s sampai %(last)s") % {"first": start, "last": date_format(moment.until, "j F Y")}
    return start


def day_words(moment: Moment) -> str:
    if moment.exact == Exactness.YEAR:
        return str(moment.start.year)
    if moment.exact == Exactness.ABOUT:
        return _("kira-kira %(year)s") % {"year": moment.start.year}
    return date_format(moment.start, "F Y" if moment.exact == Exactness.MONTH else "j F Y")


def moment_words(moment: Moment) -> str:
    """`Kira-kira 2012: menikah. Sumber: Klien, 3 Mei 2026.`"""
    when = when_words(moment)
    said = f"{when[:1].upper()}{when[1:]}: {moment.words}"
    said = said if said.endswith((".", "!", "?", "…")) else f"{said}."
    if not moment.told:
        return said
    source = _("Sumber: %(told)s.") % {"told": moment.told}
    return f"{said} {source}"


def several_words(moments: Iterable[Moment]) -> str:
    """What one counted mark says."""
    some = list(moments)
    if len(some) == 1:
        return moment_words(some[0])
    lane = Lane(some[0].lane).label
    first, last = day_words(some[0]), day_words(some[-1])
    when = first if first == last else _("%(first)s sampai %(last)s") % {"first": first, "last": last}
    return ngettext("%(lane)s: %(n)d kali, %(when)s.", "%(lane)s: %(n)d kali, %(when)s.", len(some)) % {
        "lane": lane, "n": len(some), "when": when,
    }  # fmt: skip


def sentences(road: Road) -> list[str]:
    said = [_frame(road)]
    for lane in Lane:
        some = sorted((one for one in road.moments if one.lane == lane), key=lambda one: (one.start, one.last, one.id))
        if lane in COUNTED:
            done = [one for one in some if not one.tone]
            said += [several_words(done)] if done else []
            said += [moment_words(one) for one in some if one.tone]
        else:
            said += [moment_words(one) for one in some]
    return said


def _frame(road: Road) -> str:
    opened = date_format(road.begins, "j F Y")
    if road.ended:
        return _("Kasus berjalan dari %(opened)s sampai %(ended)s.") % {
            "opened": opened, "ended": date_format(road.ended, "j F Y"),
        }  # fmt: skip
    return _("Kasus dibuka %(opened)s. Gambar ini berakhir pada %(today)s dan yang sudah direncanakan.") % {
        "opened": opened, "today": date_format(road.today, "j F Y"),
    }  # fmt: skip
