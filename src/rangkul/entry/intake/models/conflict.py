"""Who among the workers is tied to the person of a request, and so decides nothing about it (A02)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models.request import Request
from rangkul.entry.intake.states import ConflictKind


class Conflict(Row):
    """One worker said so of themself. Append-only: from then on they read nothing, are never the owner, are told
    nothing, decide nothing and sign nothing, here and in the case that came of it. The database keeps each of these."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, db_index=False, related_name="conflicts")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=10, choices=ConflictKind)
    words = SealedText()

    class Meta:
        indexes = [models.Index(fields=["staff"], name="intake_conflict_of_staff")]
        constraints = [
            models.UniqueConstraint(
                name="intake_conflict_once",
                fields=["request", "staff"],
                violation_error_message=_("Hubungan ini sudah dicatat."),
            )
        ]
