"""The graph of problems: what is told to lead to what, each link with its evidence."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.assessment.states import Source
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.states import Confidence, ProblemOutcome, ProblemRole

_NOT_ENDED = models.Q(ended_on__isnull=True, ended_by__isnull=True, ended_because__isnull=True)
_ENDED = models.Q(ended_on__isnull=False, ended_by__isnull=False, ended_because__isnull=False)


class Problem(Row):
    """A cause, a problem or an effect in the words of client and worker, and beside it how it would be if it were well.

    Its words may be mended (the table keeps each earlier state); what turns out not to be so is ended with a reason.
    """

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="problems")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=7, choices=ProblemRole)
    words = SealedText()
    source = models.CharField(max_length=20, choices=Source)
    source_date = models.DateField()
    # The same, written positively: what client and worker wish for.
    wish = SealedText()
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=9, choices=ProblemOutcome, blank=True, default="")
    review_words = SealedText()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_because = SealedText()

    class Meta:
        indexes = [models.Index(fields=["case", "made_at"], name="pictures_problem_of_case")]
        constraints = [
            models.CheckConstraint(
                name="pictures_problem_said",
                condition=models.Q(words__isnull=False),
                violation_error_message=_("Tulis masalahnya."),
            ),
            models.CheckConstraint(
                name="pictures_problem_review_paired",
                condition=models.Q(reviewed_on__isnull=True, reviewed_by__isnull=True, outcome="")
                | models.Q(reviewed_on__isnull=False, reviewed_by__isnull=False) & ~models.Q(outcome=""),
                violation_error_message=_("Pilih bagaimana keadaannya sekarang."),
            ),
            models.CheckConstraint(
                name="pictures_problem_end_paired",
                condition=_NOT_ENDED | _ENDED,
                violation_error_message=_("Tulis alasannya."),
            ),
        ]


class ProblemLink(Row):
    """`cause` leads to `effect`, as far as `confidence` says. Any number may lead to one, and back in a circle."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="problem_links")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    cause = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="leads_to")
    effect = models.ForeignKey(Problem, on_delete=models.PROTECT, related_name="comes_from")
    confidence = models.CharField(max_length=6, choices=Confidence)
    evidence = SealedText()
    source = models.CharField(max_length=20, choices=Source)
    source_date = models.DateField()
    recorded_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_because = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="pictures_problemlink_of_two",
                condition=~models.Q(cause=models.F("effect")),
                violation_error_message=_("Pilih yang lain di ujung panah ini."),
            ),
            models.UniqueConstraint(
                name="pictures_problemlink_once",
                fields=["cause", "effect"],
                condition=models.Q(ended_on__isnull=True),
                violation_error_message=_("Panah ini sudah ada."),
            ),
            models.CheckConstraint(
                name="pictures_problemlink_evidence",
                condition=models.Q(evidence__isnull=False),
                violation_error_message=_("Tulis dasarnya: apa yang dikatakan atau dilihat."),
            ),
            models.CheckConstraint(
                name="pictures_problemlink_end_paired",
                condition=_NOT_ENDED | _ENDED,
                violation_error_message=_("Tulis alasannya."),
            ),
        ]
