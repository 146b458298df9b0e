"""The four questions about working together, in our own words, and when a change is worth a conversation. Values only.

The answers are the client's, always optional, for the two to talk about: not a test, not a mark for a worker (A18).
"""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.journey.plans.models.alliance import ANSWERS

# For each question: what is asked, what 0 and what 10 mean.
QUESTIONS: dict[str, tuple[str | Promise, str | Promise, str | Promise]] = {
    "heard": (
        gettext_lazy("Apakah Anda merasa didengarkan dan dihormati?"),
        gettext_lazy("sama sekali tidak"),
        gettext_lazy("sepenuhnya"),
    ),
    "together": (
        gettext_lazy("Apakah kita membicarakan dan mengerjakan hal yang penting bagi Anda?"),
        gettext_lazy("hal yang lain"),
        gettext_lazy("tepat yang penting"),
    ),
    "useful": (
        gettext_lazy("Apakah cara kita bekerja cocok untuk Anda?"),
        gettext_lazy("tidak cocok"),
        gettext_lazy("sangat cocok"),
    ),
    "safe": (
        gettext_lazy("Apakah Anda merasa aman mengatakan hal yang sulit kepada petugas?"),
        gettext_lazy("tidak aman"),
        gettext_lazy("sangat aman"),
    ),
}
SHORT: dict[str, str | Promise] = {
    "heard": gettext_lazy("Didengarkan"),
    "together": gettext_lazy("Yang penting"),
    "useful": gettext_lazy("Cara bekerja"),
    "safe": gettext_lazy("Rasa aman"),
}
# A fall of so many steps against the rating before is worth a conversation.
FALL = 2


def fallen(before: Mapping[str, int] | None, now: Mapping[str, int]) -> list[str]:
    """Questions whose answer fell by two or more against the last rating that answered them."""
    if before is None:
        return []
    return [name for name in ANSWERS if name in before and name in now and before[name] - now[name] >= FALL]


def last_known(ratings: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """The newest answer to each question; `ratings` oldest first. A question may be left out at any time."""
    known: dict[str, int] = {}
    for one in ratings:
        known.update(one)
    return known


def to_talk_about(ratings: Sequence[Mapping[str, int]]) -> list[str]:
    """What fell in the newest of these ratings, oldest first."""
    if len(ratings) < 2:
        return []
    return fallen(last_known(ratings[:-1]), ratings[-1])


def suggestion(names: Sequence[str]) -> str:
    """For the worker alone; an invitation, not an alarm. "" where nothing fell."""
    if not names:
        return ""
    told = ", ".join(str(SHORT[name]).lower() for name in names)
    return _("Ajak klien bicara tentang kerja sama kalian. Yang turun dibanding terakhir: %(names)s.") % {"names": told}
