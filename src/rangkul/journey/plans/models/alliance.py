"""How the client finds the working together: up to four answers, always optional, for the two to talk about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.journey.plans.states import GivenBy

# What is asked, and what was asked before: read for ever, never asked again.
ANSWERS = ("heard", "matters", "free", "next_step")
EARLIER = ("together", "useful", "safe")
EVERY = (*ANSWERS, *EARLIER)
_IN_RANGE = models.Q(
    *[models.Q(**{f"{name}__isnull": True}) | models.Q(**{f"{name}__range": (0, 10)}) for name in EVERY]
)
_OF_ONE = models.Q(case__isnull=True) ^ models.Q(request__isnull=True)
_ANY = models.Q(*[models.Q(**{f"{name}__isnull": False}) for name in EVERY], _connector=models.Q.OR)


class AllianceRating(Row):
    """0–10 for each question that was answered. It names no worker and never will: it is no measure of one (A18)."""

    # One of the two: the case, or the request of somebody with whom we have talked and who has no case.
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="alliance")
    request = models.ForeignKey(Request, null=True, blank=True, on_delete=models.PROTECT, related_name="alliance")
    given_on = models.DateField()
    given_by = models.CharField(max_length=6, choices=GivenBy)
    heard = models.PositiveSmallIntegerField(null=True, blank=True)
    matters = models.PositiveSmallIntegerField(null=True, blank=True)
    free = models.PositiveSmallIntegerField(null=True, blank=True)
    next_step = models.PositiveSmallIntegerField(null=True, blank=True)
    together = models.PositiveSmallIntegerField(null=True, blank=True)
    useful = models.PositiveSmallIntegerField(null=True, blank=True)
    safe = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["case", "-given_on"], name="plans_alliance_of_case")]
        constraints = [
            models.CheckConstraint(name="plans_alliance_of_one", condition=_OF_ONE),
            models.CheckConstraint(
                name="plans_alliance_in_range",
                condition=_IN_RANGE,
                violation_error_message=_("Pilih angka 0 sampai 10."),
            ),
            models.CheckConstraint(
                name="plans_alliance_says_something",
                condition=_ANY,
                violation_error_message=_("Jawab paling sedikit satu pertanyaan."),
            ),
        ]

    def answers(self) -> dict[str, int]:
        """The answers that were given."""
        return {name: value for name in EVERY if (value := getattr(self, name)) is not None}


class AllianceWords(Row):
    """What the client adds in words; for the client and the team alone, in a table of its own so that nobody else's
    right to see the numbers reaches it."""

    # As the rating's.
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rating = models.OneToOneField(AllianceRating, on_delete=models.PROTECT, related_name="said")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, related_name="+")
    text = SealedText()

    class Meta:
        constraints = [models.CheckConstraint(name="plans_alliance_words_of_one", condition=_OF_ONE)]
