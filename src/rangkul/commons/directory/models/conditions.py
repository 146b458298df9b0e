"""For whom: where somebody lives, who they are, what they bring. Rules that a program can read."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.models.service import Service
from rangkul.commons.directory.states import Paper, Rule
from rangkul.commons.people.states import Sex


class ServiceArea(Row):
    """People of this region are served. A service without any serves whoever can come."""

    # Part of the entry: written anew with it.
    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="service_areas")
    # Empty: the whole country.
    region_code = models.CharField(max_length=13, blank=True)
    name = models.CharField(max_length=250, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="directory_servicearea_once", fields=["service", "region_code"]),
        ]


class Eligibility(Row):
    """One condition. All rules of different kinds must hold; of one kind, one of its codes is enough.

    `preferred`: whoever fits comes first, nobody is turned away for it.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="eligibilities")
    rule = models.CharField(max_length=8, choices=Rule)
    # Full years, both included.
    age_from = models.PositiveSmallIntegerField(null=True, blank=True)
    age_to = models.PositiveSmallIntegerField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    # PPKS codes, region codes, papers or standings in DTSEN, as the rule says.
    codes = ArrayField(models.CharField(max_length=16), default=list, blank=True)
    # In words; of the rule `other` it is all there is.
    text = models.CharField(max_length=300, blank=True)
    preferred = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["service"], name="directory_rule_of_service")]
        constraints = [
            models.CheckConstraint(
                name="directory_eligibility_says_what_it_asks",
                condition=(Q(rule=Rule.AGE) & (Q(age_from__isnull=False) | Q(age_to__isnull=False)))
                | (Q(rule=Rule.SEX) & ~Q(sex=""))
                | (Q(rule__in=[Rule.CATEGORY, Rule.AREA, Rule.DOCUMENT, Rule.DTSEN]) & ~Q(codes=[]))
                | (Q(rule=Rule.OTHER) & ~Q(text="")),
                violation_error_message=_("Syarat ini belum menyebut apa yang diminta."),
            ),
            models.CheckConstraint(
                name="directory_eligibility_ages_in_order",
                condition=Q(age_from__isnull=True) | Q(age_to__isnull=True) | Q(age_to__gte=models.F("age_from")),
                violation_error_message=_("Umur tertua lebih muda daripada umur termuda."),
            ),
            models.CheckConstraint(
                name="directory_eligibility_age_of_people",
                condition=(Q(age_from__isnull=True) | Q(age_from__lte=120))
                & (Q(age_to__isnull=True) | Q(age_to__lte=120)),
                violation_error_message=_("Umur paling banyak 120 tahun."),
            ),
            # A place in the register may be asked for, a decile never: no number passes here.
            models.CheckConstraint(
                name="directory_eligibility_no_decile",
                condition=~Q(rule=Rule.DTSEN)
                | Q(codes__contained_by=["registered", "not_registered", "proposed", "objected"]),
                violation_error_message=_(
                    "Syarat DTSEN hanya menanyakan terdaftar atau tidak. Desil tidak menentukan bantuan."
                ),
            ),
        ]


class RequiredDocument(Row):
    """What to bring."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="required_documents")
    paper = models.CharField(max_length=12, choices=Paper)
    # Needed where the paper is another one, welcome elsewhere.
    document = models.CharField(max_length=160, blank=True)
    # False: helps, but one may come without it.
    needed = models.BooleanField(default=True)

    class Meta:
        indexes = [models.Index(fields=["service"], name="directory_paper_of_service")]
        constraints = [
            models.CheckConstraint(
                name="directory_requireddocument_is_named",
                condition=~Q(paper=Paper.OTHER) | ~Q(document=""),
                violation_error_message=_("Sebutkan surat apa yang dibawa."),
            ),
        ]
