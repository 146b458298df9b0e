"""A home visit that a worker declared: where, until when, what to watch for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Activity, Case
from rangkul.journey.visits.states import AWAITED, GRACE, VisitState


class Visit(Row):
    """`back_by` is when the worker means to be back; `help_at` when they said that they need help. Nothing here says
    where a worker is: `place` is where they said they would go."""

    # The file keeps what was done on it as long as it lives.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="visits")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    leaves_at = models.DateTimeField()
    back_by = models.DateTimeField()
    place = SealedText()
    purpose = SealedText()
    risk_note = SealedText()
    companion = SealedText()
    state = models.CharField(max_length=9, choices=VisitState, default=VisitState.PLANNED)
    left_at = models.DateTimeField(null=True, blank=True)
    help_at = models.DateTimeField(null=True, blank=True)
    # Who knows that the worker is back, or why the visit did not take place: the worker, or whoever went to look.
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    ending = SealedText()
    activity = models.OneToOneField(Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="visit")

    class Meta:
        indexes = [
            models.Index(fields=["case", "-leaves_at"], name="visits_visit_of_case"),
            models.Index(fields=["back_by"], name="visits_visit_awaited", condition=models.Q(state__in=[*AWAITED])),
            models.Index(fields=["staff", "-leaves_at"], name="visits_visit_of_staff"),
        ]
        constraints = [
            models.CheckConstraint(
                name="visits_visit_ends_after_it_begins",
                condition=models.Q(back_by__gt=models.F("leaves_at")),
                violation_error_message=_("Waktu kembali harus sesudah waktu berangkat."),
            ),
            models.CheckConstraint(
                name="visits_visit_says_where_why_and_what_to_watch",
                condition=models.Q(place__isnull=False, purpose__isnull=False, risk_note__isnull=False),
                violation_error_message=_("Tempat, tujuan, dan catatan risiko diisi sebelum berangkat."),
            ),
            models.CheckConstraint(
                name="visits_visit_ended_by_somebody",
                condition=models.Q(state__in=[*AWAITED], ended_at__isnull=True, ended_by__isnull=True)
                | (~models.Q(state__in=[*AWAITED]) & models.Q(ended_at__isnull=False, ended_by__isnull=False)),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]

    @property
    def is_awaited(self) -> bool:
        return self.state in AWAITED

    @property
    def next_at(self):
        """What is due next: leaving, and from then on coming back."""
        to_leave = self.state == VisitState.PLANNED and self.leaves_at > clock.now()
        return self.leaves_at if to_leave else self.back_by

    @property
    def alarm_at(self):
        """When somebody is told, unless a word comes before: at once where help was called."""
        return self.help_at or self.back_by + GRACE
