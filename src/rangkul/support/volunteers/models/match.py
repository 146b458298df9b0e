"""Which volunteer goes to which need, what was said of it afterwards, and what was complained of."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.support.volunteers.models.need import Need
from rangkul.support.volunteers.models.volunteer import Volunteer
from rangkul.support.volunteers.states import RUNNING, Fit, MatchState, NoteKind


class Match(Row):
    """Made by a worker's hand. Whoever is not vetted goes to a child or an older person only with `companion` or
    `companion_staff`; the database refuses anything else (trigger `volunteers_never_alone`)."""

    need = models.ForeignKey(Need, on_delete=models.PROTECT, related_name="matches")
    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="matches")
    companion = models.ForeignKey(
        Volunteer, null=True, blank=True, on_delete=models.PROTECT, related_name="accompanies"
    )
    companion_staff = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # Why this one, as it was shown when the worker chose.
    because = ArrayField(models.CharField(max_length=14, choices=Fit), default=list, blank=True)
    state = models.CharField(max_length=10, choices=MatchState, default=MatchState.CHOSEN)
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    told_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    thanked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="volunteers_match_one_runs",
                fields=["need"],
                condition=Q(state__in=RUNNING),
                violation_error_message=_("Kebutuhan ini sudah punya relawan."),
            ),
            models.CheckConstraint(
                name="volunteers_match_ended_paired",
                condition=Q(state__in=RUNNING, ended_at__isnull=True)
                | ~Q(state__in=RUNNING) & Q(ended_at__isnull=False),
                violation_error_message=_("Yang sudah berakhir punya waktunya."),
            ),
        ]

    @property
    def reasons(self) -> list[str]:
        return [str(Fit(code).label) for code in self.because]


class MatchNote(Row):
    """Words about a match that may point at the client: what the volunteer was told, what the client said of it."""

    match = models.ForeignKey(Match, on_delete=models.PROTECT, related_name="notes")
    # The need's.
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=10, choices=NoteKind)
    words = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")


class Complaint(Row):
    """Suspends the volunteer at once, and climbs until a supervisor has decided. Read by supervisors, heads and whoever
    wrote it."""

    volunteer = models.ForeignKey(Volunteer, on_delete=models.PROTECT, related_name="complaints")
    match = models.ForeignKey(Match, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # The need's where it came from a match, else the volunteer's.
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    words = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    decision = SealedText()
    decided_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["volunteer"], name="volunteers_complaint_open", condition=Q(decided_at__isnull=True))
        ]
        constraints = [
            models.CheckConstraint(
                name="volunteers_complaint_decided_paired",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, decision__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False, decision__isnull=False),
                violation_error_message=_("Siapa yang memutuskan, kapan, dan apa."),
            ),
            models.CheckConstraint(
                name="volunteers_complaint_decided_by_another",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=models.F("by")),
                violation_error_message=_("Yang memutuskan bukan yang menulis keluhannya."),
            ),
        ]
