"""What may go wrong, how grave it is thought to be, and each time somebody looked again."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.states import RiskKind, RiskLevel
from rangkul.journey.cases.models import Case


class Risk(Row):
    """A risk of a case; `level` and `next_look` repeat the newest look so that lists need not search for it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="risks")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=RiskKind)
    level = models.CharField(max_length=8, choices=RiskLevel, default=RiskLevel.UNKNOWN)
    since = models.DateField(null=True, blank=True)
    next_look = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="assessment_risk_once",
                fields=["case", "kind"],
                condition=models.Q(ended_on__isnull=True) & ~models.Q(kind=RiskKind.OTHER),
                violation_error_message=_("Risiko ini sudah tercatat; perbarui yang ada."),
            )
        ]


class RiskLook(Row):
    """One look at a risk. Appended. Without a worker it was a machine, which says by which rule and may only raise."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="looks")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=8, choices=RiskLevel)
    before = models.CharField(max_length=8, choices=RiskLevel, blank=True)
    ends = models.BooleanField(default=False)
    seen = SealedText()
    protective = SealedText()
    done = SealedText()
    # Why the level is lower than before, or why the risk has ended; "" where it is neither.
    reason = SealedText()
    looked_on = models.DateField()
    next_look = models.DateField(null=True, blank=True)
    looked_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60, blank=True)

    class Meta:
        indexes = [models.Index(fields=["risk", "-made_at"], name="assessment_look_of_risk")]
        constraints = [
            models.CheckConstraint(
                name="assessment_look_by_person_or_rule",
                condition=models.Q(looked_by__isnull=False, rule="")
                | (models.Q(looked_by__isnull=True, ends=False) & ~models.Q(rule="")),
            )
        ]


class RiskCheck(Row):
    """A worker asked about risks on a day. `kinds` were asked about and not seen; the others stay unknown."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="risk_checks")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    checked_on = models.DateField()
    kinds = ArrayField(models.CharField(max_length=16, choices=RiskKind), default=list)
    note = SealedText()
    next_look = models.DateField(null=True, blank=True)
    checked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "-checked_on"], name="assessment_check_of_case")]

    @property
    def named(self) -> str:
        """The kinds that were asked about, in words."""
        return ", ".join(str(RiskKind(kind).label) for kind in self.kinds)
