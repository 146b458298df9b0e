"""Why this plan and not another: the ways that were weighed, and what is expected to lead to what."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.ids import new_id
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.models.plan import Plan


class Alternative(Row):
    """One way that was considered; `reason` says why it was or was not chosen."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="alternatives")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    title = SealedText()
    merits = SealedText()
    drawbacks = SealedText()
    chosen = models.BooleanField(default=False)
    reason = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plans_alternative_has_reason",
                condition=models.Q(title__isnull=False, reason__isnull=False),
                violation_error_message=_("Tulis alasan jalan ini dipilih atau tidak dipilih."),
            )
        ]


class Hypothesis(Row):
    """ "Jika … maka … karena …": what the worker expects, so that a review can look back at it (A30)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="hypotheses")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    thread: UUID | None = models.UUIDField(null=True, blank=True)
    # Stays the same when a new version copies it, so that a measure goes on belonging to it.
    strand: UUID = models.UUIDField(default=new_id)
    condition = SealedText()
    expectation = SealedText()
    because = SealedText()
    evidence = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="plans_hypothesis_complete",
                condition=models.Q(condition__isnull=False, expectation__isnull=False, because__isnull=False),
                violation_error_message=_("Lengkapi jika, maka, dan karena."),
            )
        ]
