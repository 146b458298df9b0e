"""Which groups of the service taxonomy a client belongs to, from when to when. Several at once are usual."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.base.taxonomy.models import Term
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case


class CaseCategory(Row):
    """A term of one version of the taxonomy. A later version never rewrites it: a term that no longer fits ends,
    and another one begins (A90)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="categories")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    # Terms that were used are never removed, whatever list replaces theirs.
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+")
    # On which facts the choice rests.
    because = SealedText()
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    end_reason = SealedText()
    set_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="assessment_category_once",
                fields=["case", "term"],
                condition=models.Q(until__isnull=True),
                violation_error_message=_("Kelompok ini sudah dipilih."),
            ),
            models.CheckConstraint(
                name="assessment_category_end_paired",
                condition=models.Q(until__isnull=True, end_reason__isnull=True)
                | models.Q(until__isnull=False, end_reason__isnull=False),
                violation_error_message=_("Tulis alasan kelompok ini tidak berlaku lagi."),
            ),
        ]
