"""Times in words: what is due, how long ago, and the exact moment with its zone."""

from datetime import date, datetime, timedelta

from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTE, HOUR, DAY = 60, 3600, 86400
# Within this time a due thing is said to be near.
SOON = timedelta(hours=2)
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def span_words(seconds):
    """A length of time in one unit: `12 menit`, `3 jam`, `5 hari`."""
    minutes = int(abs(seconds) // MINUTE)
    if minutes < 1:
        return _("kurang dari 1 menit")
    if minutes < 60:
        return ngettext("%(n)d menit", "%(n)d menit", minutes) % {"n": minutes}
    hours = round(abs(seconds) / HOUR)
    if hours < 36:
        return ngettext("%(n)d jam", "%(n)d jam", hours) % {"n": hours}
    days = round(abs(seconds) / DAY)
    return ngettext("%(n)d hari", "%(n)d hari", days) % {"n": days}


def exact(when):
    """`Sen 23 Nov 2026 14.30 WIB`; a date has no hour; None is an empty text."""
    if when is None:
        return ""
    if not isinstance(when, datetime):
        return formats.date_format(when, "D j M Y")
    local = timezone.localtime(when)
    zone = ZONES.get(local.utcoffset() // timedelta(hours=1), local.tzname())
    return f"{formats.date_format(local, 'D j M Y')} {local:%H.%M} {zone}"


def _short(when):
    """The exact time without what the reader knows: today's date, this year."""
    if not isinstance(when, datetime):
        return formats.date_format(when, "D j M")
    local, today = timezone.localtime(when), timezone.localdate()
    hour = f"{local:%H.%M}"
    if local.date() == today:
        return _("hari ini %(hour)s") % {"hour": hour}
    if local.date() == today + timedelta(days=1):
        return _("besok %(hour)s") % {"hour": hour}
    return f"{formats.date_format(local, 'D j M' if local.year == today.year else 'j M Y')} {hour}"


def _seconds_left(when):
    if isinstance(when, datetime):
        return (when - timezone.now()).total_seconds()
    # A thing due on a day is late only when that day is over.
    return ((when - timezone.localdate()).days + (0 if when < timezone.localdate() else 1)) * DAY


def due_words(when):
    """(state, words): state is late, soon or later."""
    if type(when) is date and when == timezone.localdate():
        return "soon", _("hari ini")
    left = _seconds_left(when)
    if left < 0:
        return "late", _("terlambat %(span)s") % {"span": span_words(left)}
    if type(when) is date:
        left -= DAY
    state = "soon" if left < SOON.total_seconds() else "later"
    return state, _("%(span)s lagi") % {"span": span_words(left)}


def due_html(when, inline=False):
    if when is None:
        return format_html('<span class="due muted">{}</span>', _("tanpa batas"))
    state, words = due_words(when)
    return format_html(
        '<time class="due due-{}{}" datetime="{}" title="{}"><span class="due-word">{}</span> '
        '<span class="due-exact">{}</span></time>',
        state, " due-inline" if inline else "", when.isoformat(), exact(when), words, _short(when),
    )


def ago_html(when):
    if when is None:
        return ""
    left = _seconds_left(when)
    words = _("%(span)s lagi") if left > 0 else _("%(span)s lalu")
    if not isinstance(when, datetime):
        return format_html('<time datetime="{}">{}</time>', when.isoformat(), exact(when))
    said = words % {"span": span_words(left)}
    return format_html('<time datetime="{}" title="{}">{}</time>', when.isoformat(), exact(when), said)
