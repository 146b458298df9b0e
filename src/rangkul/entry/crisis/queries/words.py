"""The list of danger words as people of the field look at it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy

from rangkul.base.asking import Asker
from rangkul.entry.crisis.models import WordsReview
from rangkul.entry.signals.queries import VERSION, listed
from rangkul.entry.signals.states import Kind

_MOST = 50


@dataclass(frozen=True)
class Heard:
    """How many forms of one kind raise to which level."""

    label: str
    red: int
    orange: int


_GROUPS = (
    (Kind.SELF_HARM.label, ("self_harm",)),
    (gettext_lazy("Kekerasan, di rumah atau oleh orang lain"), ("violence", "violence_home", "harm_others", "sexual")),
    (Kind.CHILD.label, ("child",)),
    (Kind.MEANS.label, ("means",)),
)


def heard() -> list[Heard]:
    counts = listed()
    return [
        Heard(str(label), *(sum(counts[kind, level] for kind in kinds) for level in ("merah", "oranye")))
        for label, kinds in _GROUPS
    ]


def reviews_of(agency_id: UUID) -> list[WordsReview]:
    """The newest first."""
    rows = WordsReview.objects.filter(agency_id=agency_id).select_related("by")
    return list(rows.order_by("-made_at")[:_MOST])


def awaits_review(asker: Asker) -> bool:
    """Whether nobody of the asker's agency has looked at the version in service, where the asker could."""
    if not asker.has("supervisor", "pimpinan"):
        return False
    return not WordsReview.objects.filter(agency_id=asker.agency_id, version=VERSION).exists()
