"""How and where a person can be reached without putting them in danger."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models.person import Person
from rangkul.commons.people.states import AddressKind, Channel, PhoneOwner


class Phone(Row):
    """A number in E.164, whose it is, and whether others hear what is said on it."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="phones")
    number = SealedText()
    number_blind = models.BinaryField(max_length=32)
    owner = models.CharField(max_length=10, choices=PhoneOwner, default=PhoneOwner.UNKNOWN)
    owner_name = models.CharField(max_length=80, blank=True)
    shared = models.BooleanField(default=False)
    whatsapp = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["number_blind"], name="people_phone_number")]


class SafeContact(Row):
    """When and how this person may be contacted. Without a row nobody is contacted except through their ticket."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="safe_contact")
    channels = ArrayField(models.CharField(max_length=10, choices=Channel), default=list)
    # ISO weekdays 1 (Monday) to 7; local time of the person's place.
    days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    from_time = models.TimeField(null=True, blank=True)
    to_time = models.TimeField(null=True, blank=True)
    code_word = SealedText()
    never_leave_message = models.BooleanField(default=True)
    note = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_safecontact_hours_paired",
                condition=models.Q(from_time__isnull=True, to_time__isnull=True)
                | models.Q(from_time__isnull=False, to_time__isnull=False),
                violation_error_message=_("Isi jam mulai dan jam selesai, atau kosongkan keduanya."),
            )
        ]


class Address(Row):
    """Where a person lives, is registered, or may safely be met. The street line is sealed."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=10, choices=AddressKind, default=AddressKind.HOME)
    region_code = models.CharField(max_length=13, blank=True)
    line = SealedText()
    hamlet = models.CharField(max_length=80, blank=True)
    rt = models.CharField(max_length=3, blank=True)
    rw = models.CharField(max_length=3, blank=True)
    postal_code = models.CharField(max_length=5, blank=True)
    no_fixed_address = models.BooleanField(default=False)
    landmark = SealedText()
    # Shown only to the team: the place where somebody hides.
    hidden = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)
