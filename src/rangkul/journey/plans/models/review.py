"""Looking back together: how far each goal came, in two people's eyes, and what each of them makes of it."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.gas import LEVELS
from rangkul.journey.plans.models.goal import Goal
from rangkul.journey.plans.models.plan import Plan
from rangkul.journey.plans.states import Judgement, NextStep, ReviewKind

_PAIR = models.Q(client_judgement="", client_words__isnull=True, client_absent__isnull=False) | (
    models.Q(client_words__isnull=False, client_absent__isnull=True) & ~models.Q(client_judgement="")
)


class Review(Row):
    """Appended, never changed. Where the client could not be asked, `client_absent` says why."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="reviews")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=ReviewKind)
    held_on = models.DateField()
    client_judgement = models.CharField(max_length=11, choices=Judgement, blank=True)
    client_words = SealedText()
    client_absent = SealedText()
    worker_judgement = models.CharField(max_length=11, choices=Judgement)
    worker_words = SealedText()
    next_step = models.CharField(max_length=11, choices=NextStep)
    next_reason = SealedText()
    next_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "-held_on"], name="plans_review_of_case")]
        constraints = [
            models.CheckConstraint(
                name="plans_review_has_client_voice",
                condition=_PAIR,
                violation_error_message=_("Tulis penilaian klien, atau mengapa klien belum bisa ditanya."),
            ),
            models.CheckConstraint(
                name="plans_review_has_worker_words", condition=models.Q(worker_words__isnull=False)
            ),
        ]


class ReviewLevel(Row):
    """The level −2…+2 that a goal had reached on the day of the review; None where that person could not say."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="levels")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="reached")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    thread: UUID = models.UUIDField(db_index=True)
    by_client = models.SmallIntegerField(null=True, blank=True)
    by_worker = models.SmallIntegerField(null=True, blank=True)
    words = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="plans_review_level_once", fields=["review", "goal"]),
            models.CheckConstraint(
                name="plans_review_level_range",
                condition=(models.Q(by_client__isnull=True) | models.Q(by_client__in=LEVELS))
                & (models.Q(by_worker__isnull=True) | models.Q(by_worker__in=LEVELS)),
                violation_error_message=_("Pilih tingkat −2 sampai +2."),
            ),
        ]
