"""Children in a matter, and what was done of that which each of them is owed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.protection.models.folder import Kept, kept_in, somewhere
from rangkul.journey.protection.pathways import STEPS, Step
from rangkul.journey.protection.states import ChildRole, StepState


class Child(Kept):
    """A child in the matter, by what they are called here. Whatever the part, a child: each has needs of their own.
    `also`: further parts of the same child; who hurt somebody may be hurt too."""

    called = SealedText()
    role = models.CharField(max_length=8, choices=ChildRole)
    also = ArrayField(models.CharField(max_length=8, choices=ChildRole), default=list, db_default=[], blank=True)
    needs = SealedText()
    companion = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    ended_because = SealedText()

    class Meta:
        indexes = kept_in("child")
        constraints = [
            somewhere("protection_child_somewhere"),
            models.CheckConstraint(
                name="protection_child_has_needs",
                condition=models.Q(called__isnull=False, needs__isnull=False),
                violation_error_message=_("Tulis sebutan anak dan apa yang ia butuhkan."),
            ),
            models.CheckConstraint(
                name="protection_child_ended_by_somebody",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True, ended_because__isnull=True)
                | models.Q(ended_at__isnull=False, ended_by__isnull=False, ended_because__isnull=False),
                violation_error_message=_("Kapan, oleh siapa, dan mengapa dicatat bersama."),
            ),
        ]

    @property
    def roles(self) -> list[str]:
        """The first part, then the others in the order of the law."""
        return [self.role, *(role for role in ChildRole.values if role in self.also and role != self.role)]

    @property
    def role_words(self) -> list[str]:
        return [str(ChildRole(role).label) for role in self.roles]


class ChildStep(Kept):
    """How one step of a child's pathway stands (`pathways.py`); without a row nothing was done yet. While it runs it
    has an owner and a day; `words` says what came of it, or why it is not needed."""

    # Steps are part of their child.
    child = models.ForeignKey(Child, on_delete=models.CASCADE, db_index=False, related_name="steps")
    step = models.CharField(max_length=24)
    state = models.CharField(max_length=8, choices=StepState, default=StepState.TODO)
    owner = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    due = models.DateField(null=True, blank=True)
    words = SealedText()
    changed_at = models.DateTimeField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["owner", "due"],
                name="protection_step_promised",
                condition=models.Q(case__isnull=True, state="doing"),
            )
        ]
        constraints = [
            somewhere("protection_childstep_somewhere"),
            models.UniqueConstraint(
                name="protection_childstep_once",
                fields=["child", "step"],
                violation_error_message=_("Langkah ini sudah dicatat untuk anak ini."),
            ),
            models.CheckConstraint(
                name="protection_childstep_runs_with_owner_and_day",
                condition=models.Q(state="doing", owner__isnull=False, due__isnull=False)
                | ~models.Q(state="doing") & models.Q(due__isnull=True),
                violation_error_message=_("Langkah yang berjalan punya penanggung jawab dan hari."),
            ),
            models.CheckConstraint(
                name="protection_childstep_ends_with_words",
                condition=~models.Q(state__in=["done", "skipped"]) | models.Q(words__isnull=False),
                violation_error_message=_("Tulis apa hasilnya, atau mengapa tidak perlu."),
            ),
        ]

    @property
    def says(self) -> Step | None:
        """The step as it is known today; None for one that left the table."""
        return STEPS.get(self.step)
