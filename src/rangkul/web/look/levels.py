"""Risk levels as people see them: a word, a shape and a colour, never colour alone."""

from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

WORDS = {
    "merah": _("Merah"),
    "oranye": _("Oranye"),
    "kuning": _("Kuning"),
    "hijau": _("Hijau"),
    "biru": _("Biru"),
}
# Outlines in a box of 12 by 12: square, diamond, triangle, disc, ring.
SHAPES = {
    "merah": "M1 1h10v10H1z",
    "oranye": "M6 0l6 6-6 6-6-6z",
    "kuning": "M6 .8l6 10.4H0z",
    "hijau": "M.4 6a5.6 5.6 0 1 1 11.2 0A5.6 5.6 0 1 1 .4 6z",
    "biru": "M1.4 6a4.6 4.6 0 1 1 9.2 0A4.6 4.6 0 1 1 1.4 6z",
}
# The code speaks English, the screen Indonesian; both names of a level are understood.
NAMES = {"red": "merah", "orange": "oranye", "yellow": "kuning", "green": "hijau", "blue": "biru"}


def badge(value, big=False):
    key = NAMES.get(str(value), str(value))
    if key not in WORDS:
        return format_html('<span class="tag">{}</span>', _("Belum dinilai"))
    return format_html(
        '<span class="level level-{}{}"><svg viewBox="0 0 12 12" aria-hidden="true"><path d="{}"/></svg>{}</span>',
        key,
        " level-big" if big else "",
        SHAPES[key],
        WORDS[key],
    )
