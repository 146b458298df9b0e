"""What a person agreed to: one row a purpose and answer; a withdrawal ends the row and everything that rests on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.commons.trust.states import ConsentMode, Purpose


class Consent(Row):
    """`subject_id` is the request or the case for which the person was asked."""

    # Empty until a request by the public has found its agency.
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
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
    # When somebody confirmed that the use really stopped: at most 3×24 hours after (UU 27/2022 Pasal 40).
    stopped_at = models.DateTimeField(null=True, blank=True)
    # Empty where no account said it: whoever had the data did.
    stopped_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(
                fields=["agency", "withdrawn_at"],
                name="trust_consent_withdrawn",
                condition=models.Q(withdrawn_at__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="trust_consent_spoken_has_witness",
                condition=~models.Q(mode="spoken") | ~models.Q(witness=""),
                violation_error_message=_("Persetujuan lisan membutuhkan nama saksi."),
            ),
            models.CheckConstraint(
                name="trust_consent_stopped_paired",
                condition=models.Q(stopped_at__isnull=True, stopped_by__isnull=True)
                | models.Q(stopped_at__isnull=False, withdrawn_at__isnull=False),
            ),
        ]
