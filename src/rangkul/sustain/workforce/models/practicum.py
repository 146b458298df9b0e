"""Learning to practise: a student beside a field instructor, with objectives, a logbook, and cases without a name."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff
from rangkul.commons.trust.models import Consent
from rangkul.journey.cases.models import Case
from rangkul.sustain.workforce.states import Body, EntryState, PracticumState, Reached, StudyState

_OTHER = {"on_delete": models.PROTECT, "db_index": False, "related_name": "+"}


class Practicum(Row):
    """One placement. The student sees no live file and writes in none; what they work on stands in `StudyCase`."""

    agency = models.ForeignKey(Agency, **_OTHER)
    student = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    instructor = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    school = models.CharField(max_length=120)
    begins = models.DateField()
    ends = models.DateField()
    state = models.CharField(max_length=7, choices=PracticumState, default=PracticumState.RUNNING)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="workforce_practicum_one_running",
                fields=["student"],
                condition=Q(state="running"),
                violation_error_message=_("Praktikum mahasiswa ini masih berjalan."),
            ),
            models.CheckConstraint(name="workforce_practicum_of_two", condition=~Q(student=F("instructor"))),
            models.CheckConstraint(
                name="workforce_practicum_ends_after_start",
                condition=Q(ends__gte=F("begins")),
                violation_error_message=_("Tanggal berakhir tidak boleh sebelum mulai."),
            ),
            models.CheckConstraint(
                name="workforce_practicum_ended_paired",
                condition=Q(state="running", ended_at__isnull=True) | Q(state="ended", ended_at__isnull=False),
            ),
        ]

    @property
    def both(self) -> tuple:
        return self.student_id, self.instructor_id


class Objective(Row):
    practicum = models.ForeignKey(Practicum, on_delete=models.CASCADE, related_name="objectives")
    key = models.ForeignKey(DataKey, **_OTHER)
    body = models.CharField(max_length=9, choices=Body)
    text = SealedText()
    reached = models.CharField(max_length=7, choices=Reached, blank=True, default="")
    # What the instructor saw that it rests on.
    said = SealedText()
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workforce_objective_seen_with_words",
                condition=Q(reached="") | Q(said__isnull=False, seen_at__isnull=False),
                violation_error_message=_("Tulis apa yang Anda lihat."),
            )
        ]


class LogEntry(Row):
    """A day in the logbook. The instructor signs it, and then it stays."""

    practicum = models.ForeignKey(Practicum, on_delete=models.CASCADE, related_name="entries")
    key = models.ForeignKey(DataKey, **_OTHER)
    objective = models.ForeignKey(Objective, null=True, blank=True, **_OTHER)
    day = models.DateField()
    text = SealedText()
    learned = SealedText()
    state = models.CharField(max_length=9, choices=EntryState, default=EntryState.WRITTEN)
    comment = SealedText()
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workforce_logentry_decided_paired",
                condition=Q(state="written", decided_at__isnull=True)
                | ~Q(state="written") & Q(decided_at__isnull=False),
            )
        ]


class StudyCase(Row):
    """What a student may read of a case: facts without a name, place or date, and what a person wrote anew for it.
    Sealed with the case's key and resting on the client's consent: withdrawn with it, empty in the same moment."""

    practicum = models.ForeignKey(Practicum, on_delete=models.CASCADE, related_name="studies")
    key = models.ForeignKey(DataKey, **_OTHER)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Staff, **_OTHER)
    state = models.CharField(max_length=9, choices=StudyState, default=StudyState.DRAFT)
    # JSON: (what, value) pairs of words.
    facts = SealedText()
    picture = SealedText()
    questions = SealedText()
    given_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="workforce_study_once", fields=["practicum", "case"], condition=~Q(state="withdrawn")
            ),
            models.CheckConstraint(
                name="workforce_study_withdrawn_is_empty",
                condition=~Q(state="withdrawn")
                | Q(facts__isnull=True, picture__isnull=True, questions__isnull=True, withdrawn_at__isnull=False),
            ),
            models.CheckConstraint(
                name="workforce_study_given_with_a_picture",
                condition=~Q(state="given") | Q(picture__isnull=False, given_at__isnull=False),
                violation_error_message=_("Tulis dulu gambaran kasusnya dengan kata-kata sendiri."),
            ),
        ]
