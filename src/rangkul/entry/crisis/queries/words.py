"""The list of danger words as people of the field look at it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy

from rangkul.base.asking import Asker
from rangkul.entry.crisis.models import WordsReview
from rangkul.entry.signals.queries import SHIELD, VERSION, Entry, entries, listed
from rangkul.entry.signals.states import Kind

_MOST = 50


@dataclass(frozen=True)
class Heard:
    """How many forms of one kind raise to which level, and how many plain words only together."""

    code: str
    label: str
    red: int
    orange: int
    weak: int


_VIOLENCE = ("violence", "violence_home", "harm_others", "sexual")
GROUPS = {
    "self_harm": (Kind.SELF_HARM.label, ("self_harm",)),
    "violence": (gettext_lazy("Kekerasan, di rumah atau oleh orang lain"), _VIOLENCE),
    "child": (Kind.CHILD.label, ("child",)),
    "means": (Kind.MEANS.label, ("means",)),
}
SAFE = gettext_lazy("Yang hanya terdengar seperti bahaya")


def heard() -> list[Heard]:
    counts = listed()
    return [
        Heard(code, str(label), *(sum(counts[kind, level] for kind in kinds) for level in ("merah", "oranye", "weak")))
        for code, (label, kinds) in GROUPS.items()
    ]


def forms_of(group: str, sought: str) -> list[Entry]:
    """The rows of one group, or what only sounds like danger, in which these words stand."""
    kinds = (SHIELD,) if group == SHIELD else GROUPS[group][1]
    return entries(kinds, sought)


def reviews_of(agency_id: UUID) -> list[WordsReview]:
    """The newest first."""
    rows = WordsReview.objects.filter(agency_id=agency_id).select_related("by")
    return list(rows.order_by("-made_at")[:_MOST])


def awaits_review(asker: Asker) -> bool:
    """Whether nobody of the asker's agency has looked at the version in service, where the asker could."""
    if not asker.has("supervisor", "pimpinan"):
        return False
    return not WordsReview.objects.filter(agency_id=asker.agency_id, version=VERSION).exists()
