"""One meeting of the two: planned, held, signed by both; what belongs to the two alone stands apart."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff
from rangkul.sustain.workforce.models.contract import Contract
from rangkul.sustain.workforce.states import Channel, Function, Readers, SessionState

_OTHER = {"on_delete": models.PROTECT, "db_index": False, "related_name": "+"}
LONGEST = 480


class Session(Row):
    """`key` seals the shared record, `personal_key` the personal notes: either can be destroyed without the other.

    What concerns one case is not written here but on its item, decision or follow-up, sealed with the case's own key.
    """

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, db_index=False, related_name="sessions")
    key = models.ForeignKey(DataKey, **_OTHER)
    personal_key = models.ForeignKey(DataKey, **_OTHER)
    agency = models.ForeignKey(Agency, **_OTHER)
    supervisor = models.ForeignKey(Staff, **_OTHER)
    worker = models.ForeignKey(Staff, **_OTHER)
    # As the contract said on the day it was planned; what was said under one promise is not opened by another.
    readers = models.CharField(max_length=4, choices=Readers, default=Readers.TWO)
    state = models.CharField(max_length=9, choices=SessionState, default=SessionState.PLANNED)
    at = models.DateTimeField()
    channel = models.CharField(max_length=6, choices=Channel, default=Channel.OFFICE)
    place = SealedText()
    held_at = models.DateTimeField(null=True, blank=True)
    # How often the record was written: whoever saves an older page is told that the other has written meanwhile.
    revision = models.PositiveSmallIntegerField(default=0)
    administrative = models.PositiveSmallIntegerField(default=0)
    educative = models.PositiveSmallIntegerField(default=0)
    supportive = models.PositiveSmallIntegerField(default=0)
    summary = SealedText()
    # When the two meet again, or why no date could be found.
    next_at = models.DateTimeField(null=True, blank=True)
    why_no_next = SealedText()
    supervisor_signed_at = models.DateTimeField(null=True, blank=True)
    worker_signed_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(Staff, null=True, blank=True, **_OTHER)
    why_cancelled = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["supervisor", "worker", "-at"], name="workforce_session_of_two"),
            models.Index(fields=["worker", "-at"], name="workforce_session_of_worker"),
            models.Index(fields=["at"], name="workforce_session_open", condition=Q(state__in=["planned", "held"])),
        ]
        constraints = [
            models.UniqueConstraint(
                name="workforce_session_one_planned",
                fields=["supervisor", "worker"],
                condition=Q(state="planned"),
                violation_error_message=_("Sesi berikutnya sudah direncanakan."),
            ),
            models.CheckConstraint(
                name="workforce_session_recorded_whole",
                condition=Q(state__in=["planned", "cancelled"], held_at__isnull=True)
                | Q(state__in=["held", "signed", "left"], held_at__isnull=False, summary__isnull=False),
                violation_error_message=_("Sesi yang tercatat punya waktu dan notulen."),
            ),
            models.CheckConstraint(
                name="workforce_session_has_a_function",
                condition=Q(state__in=["planned", "cancelled"])
                | Q(administrative__gte=1)
                | Q(educative__gte=1)
                | Q(supportive__gte=1),
                violation_error_message=_("Isi menit paling sedikit untuk satu fungsi supervisi."),
            ),
            models.CheckConstraint(
                name="workforce_session_minutes",
                condition=Q(administrative__lte=LONGEST, educative__lte=LONGEST, supportive__lte=LONGEST),
                violation_error_message=_("Paling lama delapan jam untuk satu fungsi."),
            ),
            models.CheckConstraint(
                name="workforce_session_next_or_why",
                condition=Q(state__in=["planned", "cancelled"])
                | Q(next_at__isnull=False, why_no_next__isnull=True)
                | Q(next_at__isnull=True, why_no_next__isnull=False),
                violation_error_message=_("Tetapkan sesi berikutnya, atau tulis mengapa belum bisa."),
            ),
            models.CheckConstraint(
                name="workforce_session_signed_by_both",
                condition=Q(state="signed", supervisor_signed_at__isnull=False, worker_signed_at__isnull=False)
                | Q(state__in=["held", "left"])
                & (Q(supervisor_signed_at__isnull=True) | Q(worker_signed_at__isnull=True))
                | Q(
                    state__in=["planned", "cancelled"],
                    supervisor_signed_at__isnull=True,
                    worker_signed_at__isnull=True,
                ),
            ),
            models.CheckConstraint(
                name="workforce_session_cancelled_paired",
                condition=Q(state="cancelled", cancelled_at__isnull=False, cancelled_by__isnull=False)
                | ~Q(state="cancelled") & Q(cancelled_at__isnull=True, cancelled_by__isnull=True),
            ),
            models.CheckConstraint(name="workforce_session_of_two", condition=~Q(supervisor=F("worker"))),
        ]

    @property
    def both(self) -> tuple:
        return self.supervisor_id, self.worker_id

    def other(self, staff_id) -> Staff:
        return self.worker if staff_id == self.supervisor_id else self.supervisor

    def signed(self, staff_id) -> bool:
        return bool(self.supervisor_signed_at if staff_id == self.supervisor_id else self.worker_signed_at)

    @property
    def anybody_signed(self) -> bool:
        return bool(self.supervisor_signed_at or self.worker_signed_at)

    @property
    def minutes(self) -> int:
        return self.administrative + self.educative + self.supportive

    @property
    def by_function(self) -> list[tuple[str, int]]:
        return [(one.label, getattr(self, one.value)) for one in Function if getattr(self, one.value)]


class PersonalNote(Row):
    """Read by the two and by nobody else, whatever their role. Appended, never changed."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="personal_notes")
    key = models.ForeignKey(DataKey, **_OTHER)
    # Repeated from the session, so that the policy compares columns and asks no other table.
    supervisor = models.ForeignKey(Staff, **_OTHER)
    worker = models.ForeignKey(Staff, **_OTHER)
    by = models.ForeignKey(Staff, **_OTHER)
    text = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workforce_personalnote_by_one_of_them", condition=Q(by=F("supervisor")) | Q(by=F("worker"))
            )
        ]


class Correction(Row):
    """What is right, appended to a signed record."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="corrections")
    key = models.ForeignKey(DataKey, **_OTHER)
    by = models.ForeignKey(Staff, **_OTHER)
    text = SealedText()
