"""An agency's own cut-off for an instrument of the house, beside the published one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.journey.instruments.models.instrument import Instrument


class CutOff(Row):
    """From when on a band begins elsewhere for this agency. Written once; the newest row of a band counts, and answers
    that were counted before keep theirs."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    # Key of the band in the instrument's rules.
    band = models.CharField(max_length=60)
    # Empty: the published one again.
    at = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    reason = models.CharField(max_length=1000)
    source = models.CharField(max_length=400)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["agency", "instrument", "-made_at"], name="instruments_cutoff_newest")]
        constraints = [
            models.CheckConstraint(
                name="instruments_cutoff_says_why",
                condition=~models.Q(reason="") & ~models.Q(source=""),
                violation_error_message=_("Tulis alasan dan sumber batas ini."),
            )
        ]
