"""A person we know of. One row a person as registered; a merge points from one row to the other and can be undone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models.agency import Agency, Unit
from rangkul.commons.people.models.staff import Staff
from rangkul.commons.people.states import PERSON_SEX, BirthPrecision, DeathPrecision, NameKind


class Person(Row):
    """Identity of a client, a relative or another person of a case. The internal id is primary; NIK is optional."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT)
    registered_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT)
    full_name = models.CharField(max_length=120)
    called_name = models.CharField(max_length=60, blank=True)
    sex = models.CharField(max_length=1, choices=PERSON_SEX, blank=True)
    # With a precision other than "day" the date is the first day of what is known.
    birth_date = models.DateField(null=True, blank=True)
    birth_precision = models.CharField(max_length=5, choices=BirthPrecision, blank=True)
    birth_place = models.CharField(max_length=80, blank=True)
    died_on = models.DateField(null=True, blank=True)
    died_precision = models.CharField(max_length=7, choices=DeathPrecision, blank=True, default="", db_default="")
    nik = SealedText()
    nik_blind = models.BinaryField(null=True, max_length=32)
    kk = SealedText()
    kk_blind = models.BinaryField(null=True, max_length=32)
    region_code = models.CharField(max_length=13, blank=True)
    # Seen only by who holds a grant: a person in danger from somebody who could look them up.
    restricted = models.BooleanField(default=False)
    restricted_because = models.CharField(max_length=300, blank=True)
    # Counts up with each correction, so that two people who correct at once notice each other.
    edition = models.PositiveIntegerField(default=1)
    # What names the person was destroyed at their request; the row stays so that cases keep their count.
    erased_at = models.DateTimeField(null=True, blank=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="absorbed")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_person_birth_paired",
                condition=models.Q(birth_date__isnull=True, birth_precision="")
                | models.Q(birth_date__isnull=False) & ~models.Q(birth_precision=""),
                violation_error_message=_("Tanggal lahir belum lengkap: isi tanggal dan seberapa pasti."),
            ),
            models.CheckConstraint(
                name="people_person_death_fits",
                condition=models.Q(died_on__isnull=True, died_precision__in=["", "unknown"])
                | models.Q(died_on__isnull=False, died_precision__in=["", "year"]),
                violation_error_message=_("Isi tanggal meninggalnya, atau pilih tidak tahu kapan."),
            ),
            models.CheckConstraint(
                name="people_person_not_into_itself",
                condition=models.Q(merged_into__isnull=True) | ~models.Q(merged_into=models.F("id")),
                violation_error_message=_("Orang ini tidak bisa digabung dengan dirinya sendiri."),
            ),
        ]
        # Not unique: a collision with a person whom the asker may not see would betray that person.
        indexes = [
            models.Index(fields=["nik_blind"], name="people_person_nik", condition=models.Q(nik_blind__isnull=False)),
            models.Index(fields=["kk_blind"], name="people_person_kk", condition=models.Q(kk_blind__isnull=False)),
            models.Index(fields=["agency", "birth_date"], name="people_person_birth"),
            models.Index(fields=["unit", "-made_at"], name="people_person_recent"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def has_died(self) -> bool:
        return self.died_on is not None or self.died_precision == DeathPrecision.UNKNOWN

    @property
    def spoken_name(self) -> str:
        return self.called_name or self.full_name


class PersonName(Row):
    """Another name by which the person is known."""

    # A name says nothing without its person.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="other_names")
    kind = models.CharField(max_length=10, choices=NameKind)
    name = models.CharField(max_length=120)


class PersonKey(models.Model):
    """One search key of one name: a word as it sounds, two of them as "a|b", or all of them as "=a|b|c". Found by
    equality, so the index works under row-level security; the policy compares the agency on this row."""

    pk = models.CompositePrimaryKey("person_id", "key")
    # Keys are made again from the names whenever these change.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys", db_index=False)
    agency_id = models.UUIDField()
    key = models.CharField(max_length=64, db_collation="C")

    class Meta:
        indexes = [models.Index(fields=["key", "agency_id", "person"], name="people_personkey_find")]


class NameCut(models.Model):
    """A word that occurs in the names of an agency's register, under one of its cuts: itself or itself without one
    letter, in today's spelling and as it sounds. Two words one slip of the keyboard apart share a cut, so a mistyped
    word finds what it may stand for by equality. It points at nobody."""

    pk = models.CompositePrimaryKey("agency_id", "cut", "word")
    agency_id = models.UUIDField()
    cut = models.CharField(max_length=40, db_collation="C")
    word = models.CharField(max_length=40, db_collation="C")
    key = models.CharField(max_length=40, db_collation="C")
