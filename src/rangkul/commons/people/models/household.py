"""Who lives together and who belongs to whom; both change over time."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models.agency import Agency, Unit
from rangkul.commons.people.models.person import Person
from rangkul.commons.people.states import KINDS_OF, Influence, KinKind, Relation, SignificantRole, Standing


class Household(Row):
    """People who live and eat together, whatever their family card says."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    name = models.CharField(max_length=120)
    region_code = models.CharField(max_length=13, blank=True)

    def __str__(self) -> str:
        return self.name


class HouseholdMember(Row):
    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    is_head = models.BooleanField(default=False)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="people_member_once",
                fields=["household", "person"],
                condition=models.Q(until__isnull=True),
                violation_error_message=_("Orang ini sudah tercatat di rumah tangga ini."),
            ),
            models.UniqueConstraint(
                name="people_member_one_head",
                fields=["household"],
                condition=models.Q(until__isnull=True, is_head=True),
                violation_error_message=_("Rumah tangga ini sudah punya kepala."),
            ),
        ]


class Kinship(Row):
    """`person` is <relation> of `relative`; stored once, read in both directions.

    `influence`, `role` and `may_contact` say what `person` means to `relative`: the register of significant others.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="kin")
    relative = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="kin_of")
    relation = models.CharField(max_length=12, choices=Relation)
    kind = models.CharField(max_length=10, choices=KinKind, blank=True, default="", db_default="")
    standing = models.CharField(max_length=9, choices=Standing, blank=True, default="", db_default="")
    # As the client sees it; empty until asked.
    influence = models.CharField(max_length=8, choices=Influence, blank=True)
    role = models.CharField(max_length=10, choices=SignificantRole, blank=True)
    # Nobody around a client is contacted or told anything before the client allows it.
    may_contact = models.BooleanField(default=False)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    # Of `since` and `until` only the years are known.
    years_only = models.BooleanField(default=False, db_default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_kinship_kind_fits",
                condition=models.Q(
                    models.Q(kind=""),
                    *[models.Q(relation=relation, kind__in=kinds) for relation, kinds in KINDS_OF.items()],
                    _connector=models.Q.OR,
                ),
                violation_error_message=_("Jenis ini tidak cocok dengan hubungannya."),
            ),
            models.CheckConstraint(
                name="people_kinship_standing_ended",
                condition=models.Q(standing="") | models.Q(until__isnull=False),
                violation_error_message=_("Isi sejak kapan keadaan ini."),
            ),
            models.CheckConstraint(
                name="people_kinship_days_in_order",
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
                violation_error_message=_("Tanggal akhir tidak bisa sebelum tanggal mulai."),
            ),
            models.CheckConstraint(
                name="people_kinship_of_two",
                condition=~models.Q(person=models.F("relative")),
                violation_error_message=_("Pilih orang lain sebagai kerabat."),
            ),
            models.UniqueConstraint(
                name="people_kinship_once",
                fields=["person", "relative", "relation"],
                condition=models.Q(until__isnull=True),
                violation_error_message=_("Hubungan ini sudah tercatat."),
            ),
        ]
