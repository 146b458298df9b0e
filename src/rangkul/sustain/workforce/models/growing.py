"""What a worker writes for themself, and what somebody says about being ready."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.sustain.workforce.states import DefinedBy, Judgement

_OTHER = {"on_delete": models.PROTECT, "db_index": False, "related_name": "+"}


class Reflection(Row):
    """Read by who wrote it and by nobody else. It belongs to them: they may take it out again."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(DataKey, **_OTHER)
    text = SealedText()


class Readiness(Row):
    """A judgement about being ready for something: never without whose measure it is, what the measure is, and why;
    the worker answers it in their own words (A54)."""

    supervisor = models.ForeignKey(Staff, **_OTHER)
    worker = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(DataKey, **_OTHER)
    ready_for = SealedText()
    judgement = models.CharField(max_length=12, choices=Judgement)
    defined_by = models.CharField(max_length=10, choices=DefinedBy)
    criteria = SealedText()
    reason = SealedText()
    reply = SealedText()
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workforce_readiness_never_bare",
                condition=Q(ready_for__isnull=False, criteria__isnull=False, reason__isnull=False),
                violation_error_message=_("Tulis untuk apa, ukurannya, dan alasannya."),
            ),
            models.CheckConstraint(
                name="workforce_readiness_reply_paired",
                condition=Q(reply__isnull=True, replied_at__isnull=True)
                | Q(reply__isnull=False, replied_at__isnull=False),
            ),
            models.CheckConstraint(name="workforce_readiness_of_two", condition=~Q(supervisor=F("worker"))),
        ]
