"""Help lines, and who calls them each month. Lines hold no personal data: every connection may read them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff

# The day of the month by which each line was called, unless an agency chooses another.
CALLED_BY = 10


class Hotline(Row):
    """A number that people in danger may call, with what is known about when and whether it answers."""

    class Kind(models.TextChoices):
        # 112, 119, 021-171: dialled as it stands, has no international form.
        SHORT = "short"
        E164 = "e164"

    class Status(models.TextChoices):
        ACTIVE = "active"
        # Copied from general knowledge or long ago: shown with a warning, never first.
        UNCONFIRMED = "unconfirmed"
        # Known from hearsay only, and it may be somebody's own telephone: not shown before somebody made sure.
        WITHHELD = "withheld"
        # Kept so that nobody enters it again; never shown.
        CLOSED = "closed"

    class Cost(models.TextChoices):
        FREE = "free", _("Gratis, tidak memakai pulsa")
        USUAL = "usual", _("Memakai pulsa biasa")
        DATA = "data", _("Memakai paket data")

    class Result(models.TextChoices):
        """What came of the last test call."""

        ANSWERED = "answered", _("dijawab")
        SILENT = "silent", _("tidak dijawab")
        WRONG = "wrong", _("salah sambung atau mati")

    key = models.SlugField(max_length=40, unique=True)
    name_id = models.CharField(max_length=80)
    name_en = models.CharField(max_length=80)
    # As people write it; `dial` is what a telephone is given (a comma waits before an extension).
    number = models.CharField(max_length=40)
    dial = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=5, choices=Kind.choices)
    whatsapp = models.CharField(max_length=16, blank=True)
    website = models.URLField(max_length=120, blank=True)
    # False: it answers only where the regency runs it.
    national = models.BooleanField(default=True)
    # Region code prefixes where it answers; empty: everywhere.
    area_codes = ArrayField(models.CharField(max_length=13), default=list, blank=True)
    # The source's own words, and the same in the notation of `base.opening`; empty: unknown.
    hours_said = models.CharField(max_length=160, blank=True)
    hours = models.CharField(max_length=80, blank=True)
    # Taken from the kind of number (110, 112, 115, 119 and 0800 are free); empty: nobody made sure.
    cost = models.CharField(max_length=5, choices=Cost.choices, blank=True)
    topics = ArrayField(models.SlugField(max_length=24), default=list, blank=True)
    status = models.CharField(max_length=11, choices=Status.choices)
    # The day somebody last made sure that it answers (1 January: only the year is known); None: nobody did.
    verified_on = models.DateField(null=True, blank=True)
    verification = models.CharField(max_length=160, blank=True)
    # The last test call, whatever came of it; both empty before the first.
    called_on = models.DateField(null=True, blank=True)
    result = models.CharField(max_length=8, choices=Result, blank=True)
    note = models.CharField(max_length=200, blank=True)
    # The on-duty line of this installation; it comes before all others.
    own = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="crisis_hotline_reachable",
                condition=~models.Q(dial="", whatsapp="", website="") | models.Q(status="closed"),
                violation_error_message="Saluran bantuan memerlukan nomor, WhatsApp, atau situs.",
            ),
            models.CheckConstraint(
                name="crisis_hotline_e164",
                condition=models.Q(kind="short") | models.Q(dial="") | models.Q(dial__startswith="+"),
                violation_error_message="Nomor internasional diawali tanda tambah.",
            ),
            models.CheckConstraint(
                name="crisis_hotline_not_dead",
                condition=models.Q(status="closed") | ~models.Q(number__contains="500-454"),
                violation_error_message="Nomor ini sudah tutup dan tidak boleh ditampilkan.",
            ),
            models.CheckConstraint(
                name="crisis_hotline_call_has_result",
                condition=models.Q(called_on__isnull=True, result="")
                | models.Q(called_on__isnull=False) & ~models.Q(result=""),
                violation_error_message="Hari telepon uji dan hasilnya dicatat bersama.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"

    @property
    def name(self) -> str:
        return self.name_en if (get_language() or "id").startswith("en") else self.name_id


class LineKeeper(Row):
    """The named person of an agency who calls each line once a month, by a day of it, and writes down what came of it.
    What is not done by then climbs above them."""

    agency = models.OneToOneField(Agency, on_delete=models.PROTECT)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    named_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    named_at = models.DateTimeField()
    due_day = models.PositiveSmallIntegerField(default=CALLED_BY)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="crisis_linekeeper_day_of_every_month",
                condition=models.Q(due_day__gte=1, due_day__lte=28),
                violation_error_message="Pilih tanggal 1 sampai 28.",
            )
        ]
