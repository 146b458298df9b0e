"""Risk levels as people see them: a word, a shape and a colour, never colour alone."""

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

WORDS = {
    "merah": _("Merah"),
    "oranye": _("Oranye"),
    "kuning": _("Kuning"),
    "hijau": _("Hijau"),
    "biru": _("Biru"),
}
SHAPES = {
    "merah": '<path d="M1 1h10v10H1z"/>',
    "oranye": '<path d="M6 0l6 6-6 6-6-6z"/>',
    "kuning": '<path d="M6 .8l6 10.4H0z"/>',
    "hijau": '<circle cx="6" cy="6" r="5.6"/>',
    "biru": '<circle cx="6" cy="6" r="4.6" stroke-width="2"/>',
}
# The code speaks English, the screen Indonesian; both names of a level are understood.
NAMES = {"red": "merah", "orange": "oranye", "yellow": "kuning", "green": "hijau", "blue": "biru"}


def badge(value, big=False):
    key = NAMES.get(str(value), str(value))
    if key not in WORDS:
        return format_html('<span class="tag">{}</span>', _("Belum dinilai"))
    return format_html(
        '<span class="level level-{}{}"><svg viewBox="0 0 12 12" aria-hidden="true">{}</svg>{}</span>',
        key, " level-big" if big else "", mark_safe(SHAPES[key]), WORDS[key],
    )
