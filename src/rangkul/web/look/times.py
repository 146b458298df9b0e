"""Times in words: what is due, how long ago, and the exact moment with its zone."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

MINUTE, HOUR, DAY = 60, 3600, 86400
# Within this time a due thing is said to be near.
SOON = timedelta(hours=2)
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def span_words(seconds):
    """A length of time in one unit: `12 menit`, `3 jam`, `5 hari`."""
    return _within_days(seconds) or _days_words(round(abs(seconds) / DAY))


def _within_days(seconds):
    """The same in minutes or hours; nothing where it is longer than a person counts in hours."""
    minutes = int(abs(seconds) // MINUTE)
    if minutes < 1:
        return _("kurang dari 1 menit")
    if minutes < 60:
        return ngettext("%(n)d menit", "%(n)d menit", minutes) % {"n": minutes}
    hours = round(abs(seconds) / HOUR)
    if hours < 36:
        return ngettext("%(n)d jam", "%(n)d jam", hours) % {"n": hours}
    return ""


def _from_now(when):
    """How far from now, days by the calendar: what stands beside `besok` may not be called two days away."""
    near = _within_days((when - timezone.now()).total_seconds())
    return near or _days_words(abs((timezone.localtime(when).date() - timezone.localdate()).days))


def _day(day, pattern):
    """A day in words. Lists name the same few days again and again."""
    return _day_in(get_language(), date(day.year, day.month, day.day), pattern)


@lru_cache(maxsize=4096)
def _day_in(_language, day, pattern):
    return formats.date_format(day, pattern)


def exact(when):
    """`Sen 23 Nov 2026 14.30 WIB`; a date has no hour; None is an empty text."""
    if when is None:
        return ""
    if not isinstance(when, datetime):
        return _day(when, "D j M Y")
    local = timezone.localtime(when)
    zone = ZONES.get(local.utcoffset() // timedelta(hours=1), local.tzname())
    return f"{_day(local, 'D j M Y')} {local:%H.%M} {zone}"


def _short(when):
    """The exact time without what the reader knows: today's date, this year."""
    if not isinstance(when, datetime):
        return _day(when, "D j M")
    local, today = timezone.localtime(when), timezone.localdate()
    hour = f"{local:%H.%M}"
    if local.date() == today:
        return _("hari ini %(hour)s") % {"hour": hour}
    if local.date() == today + timedelta(days=1):
        return _("besok %(hour)s") % {"hour": hour}
    return f"{_day(local, 'D j M' if local.year == today.year else 'j M Y')} {hour}"


def _days_words(days):
    return ngettext("%(n)d hari", "%(n)d hari", days) % {"n": days}


def due_words(when):
    """(state, words) of an aware datetime or a date: state is late, soon or later."""
    if isinstance(when, datetime):
        left = (when - timezone.now()).total_seconds()
        late, soon, span = left < 0, left < SOON.total_seconds(), _from_now(when)
    else:
        # A thing due on a day is late only when that day is over.
        days = (when - timezone.localdate()).days
        if days == 0:
            return "soon", _("hari ini")
        late, soon, span = days < 0, False, _days_words(abs(days))
    if late:
        return "late", _("terlambat %(span)s") % {"span": span}
    return "soon" if soon else "later", _("%(span)s lagi") % {"span": span}


def due_html(when, inline=False):
    if when is None:
        return format_html('<span class="due muted">{}</span>', _("tanpa batas"))
    state, words = due_words(when)
    return format_html(
        '<time class="due due-{}{}" datetime="{}" title="{}"><span class="due-word">{}</span> '
        '<span class="due-exact">{}</span></time>',
        state,
        " due-inline" if inline else "",
        when.isoformat(),
        exact(when),
        words,
        _short(when),
    )


def ago_html(when):
    """How long ago a datetime was; a date is said as it is."""
    if when is None:
        return ""
    if not isinstance(when, datetime):
        return format_html('<time datetime="{}">{}</time>', when.isoformat(), exact(when))
    left = (when - timezone.now()).total_seconds()
    said = (_("%(span)s lagi") if left > 0 else _("%(span)s lalu")) % {"span": _from_now(when)}
    return format_html('<time datetime="{}" title="{}">{}</time>', when.isoformat(), exact(when), said)
