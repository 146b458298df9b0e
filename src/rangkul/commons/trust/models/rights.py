"""What a person asks about their own data, with the clock of the law, a named owner and a written decision."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Person, Staff
from rangkul.commons.trust.models.consent import Consent
from rangkul.commons.trust.states import ENDED, WAITING, Ground, Right, RightsState

# 3×24 hours on the clock, weekends included (UU 27/2022 Pasal 30, 32, 40, 41).
ANSWERED_WITHIN = timedelta(hours=72)
_WAITS = models.Q(state__in=[state.value for state in WAITING])
_ENDED = models.Q(state__in=[state.value for state in ENDED])


class RightsRequest(Row):
    """`subject_id` is the request whose ticket holder asks, or the person for whom a worker wrote it down."""

    # The words are sealed with a key of their own, which goes with the person's; the decision stays without them.
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    subject_kind = models.CharField(max_length=20)
    subject_id = models.UUIDField(db_index=True)
    # Whose data it is, as soon as that is known.
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="rights_requests")
    right = models.CharField(max_length=12, choices=Right)
    state = models.CharField(max_length=10, choices=RightsState, default=RightsState.OPEN)
    asked_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField()
    # Who answers for it now, and the worker who knows the file and carries out what needs it.
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    worker = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Empty where the person asked through their ticket.
    recorded_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    consent = models.ForeignKey(
        Consent, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    text = SealedText()
    # What the person is told, and what was done in the end.
    answer = SealedText()
    outcome = SealedText()
    ground = models.CharField(max_length=10, choices=Ground, blank=True)
    decided_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    # A no is read by somebody else before it is told (Pasal 33).
    second = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    raised_to = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    raised_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "due_at"], name="trust_rights_waiting", condition=_WAITS),
            models.Index(fields=["agency", "-ended_at"], name="trust_rights_ended", condition=_ENDED),
            models.Index(fields=["person"], name="trust_rights_of_person", condition=models.Q(person__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="trust_rights_ended_paired",
                condition=(_WAITS & models.Q(ended_at__isnull=True)) | (_ENDED & models.Q(ended_at__isnull=False)),
                violation_error_message=_("Permintaan hak yang selesai punya waktu selesai."),
            ),
            models.CheckConstraint(
                name="trust_rights_no_has_a_ground",
                condition=~models.Q(state__in=["proposed", "refused"])
                | (~models.Q(ground="") & models.Q(decided_by__isnull=False)),
                violation_error_message=_("Penolakan membutuhkan dasar hukum dan alasan."),
            ),
            models.CheckConstraint(
                name="trust_rights_second_is_another",
                condition=models.Q(second__isnull=True) | ~models.Q(second=models.F("decided_by")),
                violation_error_message=_("Penolakan dibaca oleh orang lain sebelum disampaikan."),
            ),
            models.CheckConstraint(
                name="trust_rights_decided_paired",
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True)
                | models.Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
            models.CheckConstraint(
                name="trust_rights_raised_paired",
                condition=models.Q(raised_at__isnull=True, raised_to__isnull=True)
                | models.Q(raised_at__isnull=False, raised_to__isnull=False),
            ),
        ]

    @property
    def waits(self) -> bool:
        return self.state in WAITING
