"""The four questions about working together, in our own words, and when a change is worth a conversation. Values only.
They are no licensed scale by another name: being heard, whether it matters, being free to disagree, what comes next.

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
        gettext_lazy("Sejauh mana Anda merasa didengarkan?"),
        gettext_lazy("sama sekali tidak"),
        gettext_lazy("sepenuhnya"),
    ),
    "matters": (
        gettext_lazy("Seberapa penting bagi Anda hal-hal yang kita bicarakan?"),
        gettext_lazy("tidak penting"),
        gettext_lazy("sangat penting"),
    ),
    "free": (
        gettext_lazy("Sejauh mana Anda merasa bebas untuk mengatakan tidak setuju?"),
        gettext_lazy("tidak bebas"),
        gettext_lazy("sangat bebas"),
    ),
    "next_step": (
        gettext_lazy("Seberapa jelas bagi Anda langkah berikutnya?"),
        gettext_lazy("belum jelas"),
        gettext_lazy("sangat jelas"),
    ),
}
SHORT: dict[str, str | Promise] = {
    "heard": gettext_lazy("Didengarkan"),
    "matters": gettext_lazy("Yang dibicarakan penting"),
    "free": gettext_lazy("Bebas tidak setuju"),
    "next_step": gettext_lazy("Langkah berikutnya jelas"),
    # Asked until November 2026.
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
