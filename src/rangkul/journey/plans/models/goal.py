"""What client and worker want to reach, with five written levels by which both can see how far they came."""

from uuid import UUID

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.ids import new_id
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.journey.assessment.states import Dimension
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.gas import LEVELS
from rangkul.journey.plans.models.plan import Plan
from rangkul.journey.plans.states import Baseline, ClientView, Purpose, Responsible

# Column of each level, lowest first.
LEVEL_COLUMNS: dict[int, str] = dict(zip(LEVELS, ("far_below", "below", "expected", "above", "far_above"), strict=True))
_EVERY_LEVEL_WRITTEN = models.Q(*[(f"{column}__isnull", False) for column in LEVEL_COLUMNS.values()])


class Goal(Row):
    """`thread` stays the same when a new version copies the goal; activities, tasks and reviews point at it.
    `weight` 1–5 is how much it matters to the client."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="goals")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="goals")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    thread: UUID = models.UUIDField(default=new_id, db_index=True)
    number = models.PositiveSmallIntegerField()
    title = SealedText()
    purpose = models.CharField(max_length=8, choices=Purpose)
    dimension = models.CharField(max_length=6, choices=Dimension, blank=True)
    weight = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(1), MaxValueValidator(5)])
    baseline = models.SmallIntegerField(choices=Baseline, default=Baseline.BELOW)
    responsible = models.CharField(max_length=8, choices=Responsible)
    client_view = models.CharField(max_length=11, choices=ClientView)
    client_words = SealedText()
    # What was agreed although the client wants something else.
    settled = SealedText()
    far_below = SealedText()
    below = SealedText()
    expected = SealedText()
    above = SealedText()
    far_above = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="plans_goal_number_once", fields=["plan", "number"]),
            models.UniqueConstraint(name="plans_goal_thread_once", fields=["plan", "thread"]),
            models.CheckConstraint(
                name="plans_goal_has_five_levels",
                condition=_EVERY_LEVEL_WRITTEN,
                violation_error_message=_("Kelima tingkat perlu ditulis."),
            ),
            models.CheckConstraint(
                name="plans_goal_has_client_view",
                condition=models.Q(client_view__in=ClientView.values, client_words__isnull=False),
                violation_error_message=_("Tulis pandangan klien tentang tujuan ini, dengan kata-katanya sendiri."),
            ),
            models.CheckConstraint(name="plans_goal_weight", condition=models.Q(weight__range=(1, 5))),
            models.CheckConstraint(name="plans_goal_baseline", condition=models.Q(baseline__in=Baseline.values)),
        ]

    def level_words(self) -> dict[int, str]:
        return {level: getattr(self, column) for level, column in LEVEL_COLUMNS.items()}
