"""How workers and agencies counsel: who is away, how many at once, answers prepared beforehand, how long words stay."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.entry.intake.states import LANGUAGES
from rangkul.support.counselling.states import KEEP_DAYS, LETTER_HOURS, PARALLEL


class Terms(Row):
    """What an agency promises and keeps. Without a row the defaults hold."""

    agency = models.OneToOneField(Agency, on_delete=models.PROTECT, related_name="+")
    # Words that do not belong to the file are erased so many days after the end.
    keep_days = models.PositiveSmallIntegerField(default=KEEP_DAYS)
    # A letter is answered within so many hours.
    letter_hours = models.PositiveSmallIntegerField(default=LETTER_HOURS)
    # Clients may seal letters so that the server cannot read them.
    seal_letters = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="counselling_terms_within_reason",
                condition=models.Q(keep_days__gte=1, keep_days__lte=365, letter_hours__gte=1, letter_hours__lte=168),
                violation_error_message=_("Simpan 1–365 hari, jawab dalam 1–168 jam."),
            )
        ]


class Desk(Row):
    """A worker's own desk: how many conversations at once, until when away, and what a client reads then."""

    staff = models.OneToOneField(Staff, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    most = models.PositiveSmallIntegerField(default=PARALLEL, validators=[MinValueValidator(1), MaxValueValidator(10)])
    away_until = models.DateTimeField(null=True, blank=True)
    away_words = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="counselling_desk_most",
                condition=models.Q(most__gte=1, most__lte=10),
                violation_error_message=_("Antara 1 dan 10 percakapan sekaligus."),
            )
        ]


class Prepared(Row):
    """Words that are written often. They name nobody: the writer completes them."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Empty: for everybody in the agency.
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Typed after a stroke ("/sapa") it brings the words.
    shortcut = models.SlugField(max_length=20)
    # Empty: Indonesian. The same shortcut stands once in each language.
    language = models.CharField(max_length=20, choices=LANGUAGES, blank=True, default="", db_default="")
    text = models.CharField(max_length=2_000)

    class Meta:
        indexes = [models.Index(fields=["agency", "shortcut"], name="counselling_prepared_list")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "staff", "shortcut", "language"],
                name="counselling_prepared_once",
                nulls_distinct=False,
                violation_error_message=_("Singkatan ini sudah dipakai."),
            )
        ]
