"""What supervisor and worker agreed on, version by version."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff
from rangkul.sustain.workforce.states import Channel, ContractState, Readers

TEXTS = ("purpose", "administrative", "educative", "supportive", "confidentiality", "reported_up")
_OTHER = {"on_delete": models.PROTECT, "db_index": False, "related_name": "+"}


class Contract(Row):
    """In force once both have signed the same words; from then on only its end is written. A changed word takes the
    signatures away again."""

    key = models.ForeignKey(DataKey, **_OTHER)
    agency = models.ForeignKey(Agency, **_OTHER)
    supervisor = models.ForeignKey(Staff, **_OTHER)
    worker = models.ForeignKey(Staff, **_OTHER)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=ContractState, default=ContractState.DRAFT)
    purpose = SealedText()
    # What each of the three functions means between these two.
    administrative = SealedText()
    educative = SealedText()
    supportive = SealedText()
    confidentiality = SealedText()
    # The limits: what the supervisor must report, to whom.
    reported_up = SealedText()
    # A session at least every so many weeks.
    every_weeks = models.PositiveSmallIntegerField(default=4)
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.OFFICE)
    readers = models.CharField(max_length=4, choices=Readers, default=Readers.TWO)
    written_by = models.ForeignKey(Staff, **_OTHER)
    supervisor_signed_at = models.DateTimeField(null=True, blank=True)
    worker_signed_at = models.DateTimeField(null=True, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    # When it ends as agreed, or when it was ended.
    valid_to = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, null=True, blank=True, **_OTHER)
    why_ended = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["supervisor", "state"], name="workforce_of_supervisor"),
            models.Index(fields=["worker", "state"], name="workforce_of_worker"),
        ]
        constraints = [
            models.UniqueConstraint(name="workforce_contract_version", fields=["supervisor", "worker", "version"]),
            models.UniqueConstraint(
                name="workforce_contract_one_in_force",
                fields=["supervisor", "worker"],
                condition=Q(state="in_force"),
                violation_error_message=_("Sudah ada kontrak supervisi yang berlaku."),
            ),
            models.UniqueConstraint(
                name="workforce_contract_one_draft", fields=["supervisor", "worker"], condition=Q(state="draft")
            ),
            models.CheckConstraint(
                name="workforce_contract_of_two",
                condition=~Q(supervisor=F("worker")),
                violation_error_message=_("Tidak ada yang menyupervisi diri sendiri."),
            ),
            models.CheckConstraint(
                name="workforce_contract_signed_by_both",
                condition=Q(state="draft", valid_from__isnull=True)
                | ~Q(state="draft")
                & Q(supervisor_signed_at__isnull=False, worker_signed_at__isnull=False, valid_from__isnull=False),
                violation_error_message=_("Kontrak supervisi berlaku sesudah keduanya menandatangani."),
            ),
            models.CheckConstraint(
                name="workforce_contract_rhythm",
                condition=Q(every_weeks__gte=1, every_weeks__lte=26),
                violation_error_message=_("Irama sesi antara 1 dan 26 minggu."),
            ),
            models.CheckConstraint(
                name="workforce_contract_ends_after_start",
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum mulai berlaku."),
            ),
            models.CheckConstraint(
                name="workforce_contract_ended_paired",
                condition=Q(state="ended", ended_at__isnull=False, ended_by__isnull=False)
                | ~Q(state="ended") & Q(ended_at__isnull=True, ended_by__isnull=True),
            ),
        ]

    @property
    def both(self) -> tuple:
        return self.supervisor_id, self.worker_id

    def other(self, staff_id) -> Staff:
        return self.worker if staff_id == self.supervisor_id else self.supervisor

    def signed(self, staff_id) -> bool:
        return bool(self.supervisor_signed_at if staff_id == self.supervisor_id else self.worker_signed_at)
