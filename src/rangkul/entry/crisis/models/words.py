"""Whether somebody of the field has looked at the list of words that may be a sign of danger."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff


class Verdict(models.TextChoices):
    USABLE = "usable", _("Bisa dipakai di daerah kami")
    LACKING = "lacking", _("Ada yang kurang")


class WordsReview(Row):
    """One look at one version of the list (`entry.signals`), by one person for their agency. A later look is another
    row; a new version has to be looked at anew."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    version = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=10, choices=Verdict)
    # What is not heard, in invented sentences: never a client's own.
    words = models.TextField(max_length=2000, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "-made_at"], name="crisis_wordsreview_of_agency")]
        constraints = [
            models.CheckConstraint(
                name="crisis_wordsreview_says_what_lacks",
                condition=models.Q(verdict="usable") | ~models.Q(words=""),
                violation_error_message=_("Tulis apa yang kurang."),
            )
        ]
