"""What a person agreed to: one row a purpose and answer; a withdrawal ends the row and everything that rests on it."""

from django.db import models

from rangkul.base.clock import now
from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.commons.trust.states import ConsentMode, Purpose


class Consent(Row):
    """`subject_id` is the request or the case for which the person was asked."""

    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField(db_index=True)
    purpose = models.CharField(max_length=12, choices=Purpose)
    given = models.BooleanField()
    mode = models.CharField(max_length=12, choices=ConsentMode, default=ConsentMode.SCREEN)
    text_version = models.CharField(max_length=20)
    language = models.CharField(max_length=5, default="id")
    witness = models.CharField(max_length=120, blank=True)
    asked_at = models.DateTimeField(default=now)
    asked_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trust_consent_spoken_has_witness", condition=~models.Q(mode="spoken") | ~models.Q(witness="")
            )
        ]
