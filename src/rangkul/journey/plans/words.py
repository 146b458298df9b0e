"""How a T-score is put into words: what was reached, never why, and never as one number called success."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base.numbers import rounded
from rangkul.journey.plans.gas import Attained, t_score

# Within half a point the score is at the agreed level; the scale is not finer than that.
NEAR = 0.5


def level_name(level: int) -> str:
    """The name of one of the five levels, as it stands beside its description."""
    return {
        -2: _("Jauh di bawah harapan"),
        -1: _("Di bawah harapan"),
        0: _("Sesuai harapan"),
        1: _("Di atas harapan"),
        2: _("Jauh di atas harapan"),
    }[level]


def _place(score: float) -> str:
    if abs(score - 50) <= NEAR:
        return _("sama dengan tingkat yang disepakati")
    if score > 50:
        return _("di atas tingkat yang disepakati")
    return _("di bawah tingkat yang disepakati")


def outcome(goals: Sequence[Attained]) -> str:
    """Where the goals stand today, in one sentence."""
    score = t_score(goals)
    sentence = ngettext(
        "Skor T untuk %(count)d tujuan adalah %(score)s, %(place)s (50).",
        "Skor T untuk %(count)d tujuan adalah %(score)s, %(place)s (50).",
        len(goals),
    )
    return sentence % {"count": len(goals), "score": rounded(score), "place": _place(score)}


def change(before: Sequence[Attained], after: Sequence[Attained]) -> str:
    """How the score moved between two reviews. Raises ValueError where the goals are not the same number."""
    if len(before) != len(after):
        raise ValueError("two reviews are compared over the same goals")
    first, second = t_score(before), t_score(after)
    values = {"first": rounded(first), "second": rounded(second)}
    if abs(second - first) < NEAR:
        return _("Skor T tetap %(second)s sejak penilaian awal.") % values
    if second > first:
        return _("Skor T naik dari %(first)s menjadi %(second)s.") % values
    return _("Skor T turun dari %(first)s menjadi %(second)s.") % values


def caution() -> str:
    """Stands under every score."""
    return _(
        "Skor ini menunjukkan sejauh mana tujuan bersama dicapai. Skor ini tidak menjelaskan penyebabnya "
        "dan dibaca bersama penilaian klien dan pekerja sosial."
    )
