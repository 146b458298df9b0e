"""One filling of an instrument on a case, as it was given. A wrong one is marked and filled in anew, never edited."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Person, Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.instruments.models.offer import Offer
from rangkul.journey.instruments.models.version import InstrumentVersion
from rangkul.journey.instruments.states import AnsweredBy, Mode


class Administration(Row):
    """Answer and score are sealed whole: a total beside a name is a fact about somebody's health, and no list sorts by
    it. `instance` is the answer's own id, by which the same answer sent twice is one."""

    # Where it was answered before there was a case; it goes over to the case, with the key that sealed it.
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="administrations")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    # Whom it is about; empty where it is the household, group or community of the case.
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=12)
    mode = models.CharField(max_length=10, choices=Mode)
    answered_by = models.CharField(max_length=10, choices=AnsweredBy)
    # In the client's words who that was: grandmother, teacher.
    answered_by_words = SealedText()
    answered_on = models.DateField()
    # Empty where the client wrote it through the ticket.
    recorded_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # What was answered through the ticket was offered before.
    offer = models.OneToOneField(Offer, null=True, blank=True, on_delete=models.PROTECT, related_name="administration")
    instance = models.CharField(max_length=80, unique=True)
    answer = SealedText()
    scored = SealedText()
    # The promise to ask again, with its day and its owner.
    retest = models.ForeignKey(Task, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField(null=True, blank=True)
    shared_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wrong_at = models.DateTimeField(null=True, blank=True)
    wrong_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wrong_because = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["case", "-answered_on", "-made_at"], name="instruments_filled_of_case"),
            models.Index(
                fields=["request"], name="instruments_filled_of_request", condition=models.Q(request__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="instruments_filled_somewhere",
                condition=models.Q(case__isnull=False) | models.Q(request__isnull=False),
                violation_error_message=_("Pengisian ini milik satu permintaan atau satu kasus."),
            ),
            models.CheckConstraint(name="instruments_filled_has_answer", condition=models.Q(answer__isnull=False)),
            models.CheckConstraint(
                name="instruments_filled_by_somebody",
                condition=models.Q(mode="ticket", recorded_by__isnull=True)
                | ~models.Q(mode="ticket") & models.Q(recorded_by__isnull=False),
            ),
            models.CheckConstraint(
                name="instruments_filled_by_ticket_was_offered",
                condition=models.Q(mode="ticket", offer__isnull=False)
                | ~models.Q(mode="ticket") & models.Q(offer__isnull=True),
            ),
            models.CheckConstraint(
                name="instruments_filled_shared_paired",
                condition=models.Q(shared_at__isnull=True, shared_by__isnull=True)
                | models.Q(shared_at__isnull=False, shared_by__isnull=False),
            ),
            models.CheckConstraint(
                name="instruments_filled_wrong_says_why",
                condition=models.Q(wrong_at__isnull=True, wrong_by__isnull=True, wrong_because__isnull=True)
                | models.Q(wrong_at__isnull=False, wrong_by__isnull=False, wrong_because__isnull=False),
                violation_error_message=_("Tulis mengapa pengisian ini salah."),
            ),
        ]

    @property
    def is_wrong(self) -> bool:
        return self.wrong_at is not None

    @property
    def is_shared(self) -> bool:
        return self.shared_at is not None


class Judgement(Row):
    """What a worker makes of a result. It stands beside the score, may name another band and never changes it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    administration = models.ForeignKey(Administration, on_delete=models.PROTECT, related_name="judgements")
    # Key of the band that the worker holds to be right; empty where the score's own stands.
    band = SealedText()
    words = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="instruments_judgement_says_why",
                condition=models.Q(words__isnull=False),
                violation_error_message=_("Tulis alasan penilaian Anda."),
            )
        ]
