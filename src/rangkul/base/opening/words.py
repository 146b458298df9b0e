"""Hours as people say them: "Senin–Jumat 08.00–16.00; Sabtu tutup"."""

from django.utils.translation import gettext as _

from rangkul.base.opening.hours import HOLIDAY, Hours, Span
from rangkul.base.opening.reading import day_name


def in_words(hours: Hours) -> list[str]:
    """One line for neighbouring days with the same hours, then holidays where they are named."""
    if hours.always:
        return [_("Setiap hari, siang dan malam")]
    lines, first = [], 0
    while first < HOLIDAY:
        last = first
        while last + 1 < HOLIDAY and hours.days.get(last + 1, ()) == hours.days.get(first, ()):
            last += 1
        lines.append(f"{_run(first, last)} {_spans(hours.days.get(first, ()))}")
        first = last + 1
    if HOLIDAY in hours.days:
        lines.append(f"{day_name(HOLIDAY)} {_spans(hours.days[HOLIDAY])}")
    return lines


def _run(first: int, last: int) -> str:
    if (first, last) == (0, 6):
        return _("Setiap hari")
    return day_name(first) if first == last else f"{day_name(first)}–{day_name(last)}"


def _spans(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{opens:%H.%M}–{closes:%H.%M}" for opens, closes in spans) or _("tutup")
