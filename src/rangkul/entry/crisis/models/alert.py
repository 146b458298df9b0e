"""A device that may call for help: registered for one place and one purpose, and the alerts that came of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.commons.trust.models import Consent
from rangkul.entry.crisis.states import AlertOutcome, DeviceKind

SHORTEST_CLOCK, LONGEST_CLOCK, USUAL_CLOCK = 5, 60, 15


class AlertInput(Row):
    """One bell, gauge or detector. It sends that something happened and nothing else: no reading is taken or kept. Its
    secret is shown once; only a keyed hash stays."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Whose duty answers.
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=6, choices=DeviceKind)
    name = models.CharField(max_length=80)
    place = models.CharField(max_length=120)
    purpose = models.CharField(max_length=200)
    # Minutes within which somebody looks.
    minutes = models.PositiveSmallIntegerField(default=USUAL_CLOCK)
    digest = models.BinaryField(max_length=32, unique=True)
    # It stands in the room of a client: nothing is taken from it before they agreed, nor after they took that back.
    about_client = models.BooleanField(default=False)
    consent = models.ForeignKey(
        Consent, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    registered_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    tested_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["agency", "revoked_at"], name="crisis_alertinput_of_agency")]
        constraints = [
            models.CheckConstraint(
                name="crisis_alertinput_clock",
                condition=models.Q(minutes__gte=SHORTEST_CLOCK, minutes__lte=LONGEST_CLOCK),
                violation_error_message=_("Pilih 5 sampai 60 menit."),
            ),
            models.CheckConstraint(
                name="crisis_alertinput_revoked_paired",
                condition=models.Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="crisis_alertinput_consent_where_needed",
                condition=models.Q(consent__isnull=True) | models.Q(about_client=True),
                violation_error_message=_("Persetujuan hanya untuk alat di dekat seorang klien."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def consents(self) -> bool:
        """Nobody in particular is concerned, or the one who is agreed and still does."""
        if not self.about_client:
            return True
        return self.consent is not None and self.consent.given and self.consent.withdrawn_at is None


class Alert(Row):
    """Something rang. `owner` answers for it from the first moment; what rings on while nobody has settled it is the
    same alert. It decides nothing: a person looks."""

    input = models.ForeignKey(AlertInput, on_delete=models.PROTECT, db_index=False, related_name="alerts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    due_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    outcome = models.CharField(max_length=7, choices=AlertOutcome, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"], name="crisis_alert_clock",
                condition=models.Q(taken_at__isnull=True, settled_at__isnull=True),
            ),
            models.Index(fields=["unit"], name="crisis_alert_open", condition=models.Q(settled_at__isnull=True)),
            models.Index(fields=["input", "-made_at"], name="crisis_alert_of_input"),
        ]  # fmt: skip
        constraints = [
            models.UniqueConstraint(
                name="crisis_alert_one_open", fields=["input"], condition=models.Q(settled_at__isnull=True),
                violation_error_message=_("Alat ini sudah berbunyi dan belum diselesaikan."),
            ),
            models.CheckConstraint(
                name="crisis_alert_taken_paired",
                condition=models.Q(taken_at__isnull=True, taken_by__isnull=True)
                | models.Q(taken_at__isnull=False, taken_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="crisis_alert_settled_by_somebody",
                condition=models.Q(settled_at__isnull=True, settled_by__isnull=True, outcome="")
                | models.Q(settled_at__isnull=False, settled_by__isnull=False, taken_at__isnull=False)
                & ~models.Q(outcome=""),
                violation_error_message=_("Seseorang mengambilnya dulu, lalu mencatat hasilnya."),
            ),
        ]  # fmt: skip
