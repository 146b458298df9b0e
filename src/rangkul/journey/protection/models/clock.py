"""An hour or a day that a law sets, running on one request or case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.protection.laws import LAWS, Law
from rangkul.journey.protection.models.folder import Kept, somewhere

_RUNS = models.Q(met_at__isnull=True, stopped_at__isnull=True)


class LegalClock(Kept):
    """`began_at` is the moment from which the law counts; `told_from` when somebody above is told. What the law said on
    the day it began is kept: a later table moves no clock that runs."""

    law = models.CharField(max_length=24)
    pace = models.CharField(max_length=9)
    began_at = models.DateTimeField()
    told_from = models.DateTimeField()
    due_at = models.DateTimeField()
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    started_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    # What happened from which it is counted.
    because = SealedText()
    met_at = models.DateTimeField(null=True, blank=True)
    met_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    how = SealedText()
    receipt = SealedText()
    # It does not apply: why, and which legal advice was taken.
    stopped_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    stopped_because = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["case", "due_at"], name="protection_clock_of_case"),
            models.Index(fields=["request", "due_at"], name="protection_clock_of_request"),
            models.Index(fields=["told_from"], name="protection_clock_runs", condition=_RUNS),
            models.Index(fields=["owner"], name="protection_clock_of_owner", condition=_RUNS),
        ]
        constraints = [
            somewhere("protection_legalclock_somewhere"),
            models.UniqueConstraint(
                name="protection_legalclock_once_early",
                fields=["request", "law"],
                condition=_RUNS,
                violation_error_message=_("Batas waktu ini sudah berjalan."),
            ),
            models.CheckConstraint(
                name="protection_legalclock_in_order",
                condition=models.Q(told_from__gt=models.F("began_at"), due_at__gte=models.F("told_from")),
                violation_error_message=_("Batas waktu harus sesudah kejadiannya."),
            ),
            models.CheckConstraint(
                name="protection_legalclock_met_with_how",
                condition=models.Q(met_at__isnull=True, met_by__isnull=True, how__isnull=True)
                | models.Q(met_at__isnull=False, met_by__isnull=False, how__isnull=False),
                violation_error_message=_("Kapan, oleh siapa, dan bagaimana dicatat bersama."),
            ),
            models.CheckConstraint(
                name="protection_legalclock_stopped_with_why",
                condition=models.Q(stopped_at__isnull=True, stopped_by__isnull=True, stopped_because__isnull=True)
                | models.Q(stopped_at__isnull=False, stopped_by__isnull=False, stopped_because__isnull=False),
                violation_error_message=_("Kapan, oleh siapa, dan mengapa dicatat bersama."),
            ),
            models.CheckConstraint(
                name="protection_legalclock_ends_once",
                condition=models.Q(met_at__isnull=True) | models.Q(stopped_at__isnull=True),
                violation_error_message=_("Batas waktu ini sudah selesai."),
            ),
            models.UniqueConstraint(
                name="protection_legalclock_once",
                fields=["case", "law"],
                condition=_RUNS,
                violation_error_message=_("Batas waktu ini sudah berjalan."),
            ),
        ]

    @property
    def says(self) -> Law | None:
        """The law as it is known today; None for one that left the table."""
        return LAWS.get(self.law)

    @property
    def runs(self) -> bool:
        return self.met_at is None and self.stopped_at is None

    @property
    def is_near(self) -> bool:
        return self.runs and self.told_from <= clock.now()

    @property
    def was_late(self) -> bool:
        return (self.met_at or clock.now()) > self.due_at
