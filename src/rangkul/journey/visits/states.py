"""The road of a home visit."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from rangkul.base.states import StateTable


class VisitState(models.TextChoices):
    PLANNED = "planned", _("Direncanakan")
    OUT = "out", _("Sedang di perjalanan atau di rumah klien")
    BACK = "back", _("Sudah kembali")
    CANCELLED = "cancelled", _("Dibatalkan")


# The kind of matter that a worker is from whom no word comes (`cases.hooks.late_kinds`).
MISSING = "visit"

# Whose return somebody waits for. A visit that was planned counts from its plan on: who forgets to say that they left
# is missed all the same.
AWAITED = (VisitState.PLANNED, VisitState.OUT)

VISIT = StateTable.of(
    "visits.visit",
    [
        ("leave", [VisitState.PLANNED], VisitState.OUT),
        ("move", [VisitState.OUT], VisitState.OUT),
        ("replan", [VisitState.PLANNED], VisitState.PLANNED),
        ("call_help", [VisitState.PLANNED, VisitState.OUT], VisitState.OUT),
        ("return", [VisitState.PLANNED, VisitState.OUT], VisitState.BACK),
        ("report", [VisitState.BACK], VisitState.BACK),
        ("cancel", [VisitState.PLANNED], VisitState.CANCELLED),
    ],
)

# After the time at which the worker meant to be back: traffic, a last word at the door.
GRACE = timedelta(minutes=15)
# A longer visit is two visits, each with its own word.
LONGEST = timedelta(hours=12)


class Met(models.TextChoices):
    """What came of it, for the activity."""

    MET = "met", _("Bertemu klien")
    OTHERS = "others", _("Bertemu keluarga atau orang lain saja")
    NOBODY = "nobody", _("Tidak bertemu siapa pun")


def visits_in_words(n: int) -> str:
    return ngettext("%(n)d kunjungan yang belum kembali", "%(n)d kunjungan yang belum kembali", n) % {"n": n}
