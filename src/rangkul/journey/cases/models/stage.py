"""Every step between stages, with who made it and why. Nobody can write a step into the past."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.states import Level
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import Stage


class StageStep(Row):
    """`verb` is the step's name in the table of steps. `passed_over` holds the codes of criteria that were missing
    when a supervisor let the case go on, with the reason."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="steps")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    verb = models.CharField(max_length=24)
    from_stage = models.CharField(max_length=12, choices=Stage, blank=True)
    to_stage = models.CharField(max_length=12, choices=Stage)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    reason = SealedText()
    passed_over = ArrayField(models.CharField(max_length=60), default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "at"], name="cases_step_of_case")]

    @property
    def title(self) -> str:
        """What was done, in the words of the timeline."""
        words = {
            "open": _("Kasus dibuka"),
            "emergency": _("Bantuan darurat"),
            "programme": _("Templat program berganti"),
            "end_early": _("Menuju terminasi lebih awal"),
            "return_to_assessment": _("Kembali ke asesmen"),
            "begin_aftercare": _("Layanan diakhiri, bimbingan lanjut dimulai"),
        }
        return words.get(self.verb) or _("Tahap {name}").format(name=Stage(self.to_stage).label)


class RiskChange(Row):
    """The level was raised or lowered. Without `by` a machine raised it: only a person lowers (product rule 3)."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="risk_changes")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    before = models.CharField(max_length=6, choices=Level)
    after = models.CharField(max_length=6, choices=Level)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    rule = models.CharField(max_length=60, blank=True)
    reason = SealedText()

    class Meta:
        indexes = [models.Index(fields=["case", "at"], name="cases_risk_of_case")]
        constraints = [
            models.CheckConstraint(
                name="cases_risk_machine_names_rule", condition=models.Q(by__isnull=False) | ~models.Q(rule="")
            )
        ]
