"""Who may see this, why, until when: the one table behind every right that is not a standing one."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.commons.trust.models.consent import Consent
from rangkul.commons.trust.states import Basis, GranteeKind

LONGEST_BREAK_GLASS = timedelta(hours=4)


class AccessGrant(Row):
    """`grantee_id` is a staff account, a unit, or a request whose ticket holder asks (`grantee_kind` tells which).

    `subject_id` is a case, a person, a household or a request. A right ends by setting `valid_to`; rows are never
    removed. `reason` is a code or a reference, never personal text: colleagues in the agency may read it.
    """

    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    grantee_kind = models.CharField(max_length=10, choices=GranteeKind)
    grantee_id = models.UUIDField()
    basis = models.CharField(max_length=12, choices=Basis)
    reason = models.CharField(max_length=300, blank=True)
    # Whose file it is; empty only where the public has not been routed to an agency yet.
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    granted_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    # A right that rests on a consent ends with it, by a trigger in the same transaction.
    consent = models.ForeignKey(Consent, null=True, on_delete=models.PROTECT, related_name="grants")
    # By the clock of the database, which also decides who sees: a right holds in the transaction that gives it.
    valid_from = models.DateTimeField(default=now)
    valid_to = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "grantee_id"], name="trust_grant_of_subject"),
            models.Index(fields=["grantee_id", "subject_kind", "valid_to"], name="trust_grant_of_grantee"),
            models.Index(fields=["consent"], name="trust_grant_on_consent", condition=models.Q(consent__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="trust_grant_ends_after_start",
                condition=models.Q(valid_to__isnull=True) | models.Q(valid_to__gte=models.F("valid_from")),
            ),
            models.CheckConstraint(
                name="trust_grant_glass_is_short",
                condition=~models.Q(basis="break_glass")
                | models.Q(valid_to__isnull=False, valid_to__lte=models.F("valid_from") + LONGEST_BREAK_GLASS),
                violation_error_message=_("Akses darurat paling lama empat jam."),
            ),
            models.UniqueConstraint(
                name="trust_grant_once",
                fields=["subject_id", "grantee_id", "basis"],
                condition=models.Q(valid_to__isnull=True),
            ),
        ]


class BreakGlass(Row):
    """Timed access to a file without a standing right: reasoned, logged, and reviewed by somebody else."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField()
    reason = models.CharField(max_length=500)
    until = models.DateTimeField()
    reviewer = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)
    justified = models.BooleanField(null=True)
    review_note = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["reviewer", "reviewed_at"], name="trust_breakglass_to_review"),
            models.Index(fields=["staff", "until"], name="trust_breakglass_open"),
        ]
        constraints = [
            models.CheckConstraint(
                name="trust_breakglass_reviewed_by_another",
                condition=~models.Q(reviewer=models.F("staff")),
                violation_error_message=_("Akses darurat ditinjau oleh orang lain."),
            ),
            models.CheckConstraint(
                name="trust_breakglass_review_paired",
                condition=models.Q(reviewed_at__isnull=True, justified__isnull=True)
                | models.Q(reviewed_at__isnull=False, justified__isnull=False),
            ),
        ]
