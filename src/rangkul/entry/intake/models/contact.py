"""Who asks, for whom, and how the office may answer without putting anybody in danger."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.states import Channel, PhoneOwner, Sex
from rangkul.entry.intake.models.request import Request


class Contact(Row):
    """Everything here is optional. No channel but the ticket means: nobody is called, nothing is sent."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    # The contact says nothing without its request.
    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="contact")
    name = SealedText()
    called_name = SealedText()
    # Who needs help, where that is not the asker; `relation` is what the asker is to them, in the asker's words.
    about_name = SealedText()
    relation = SealedText()
    sex = models.CharField(max_length=1, choices=Sex, blank=True)
    place_words = SealedText()
    phone = SealedText()
    phone_blind = models.BinaryField(null=True, max_length=32)
    phone_owner = models.CharField(max_length=10, choices=PhoneOwner, default=PhoneOwner.UNKNOWN)
    email = SealedText()
    channels = ArrayField(models.CharField(max_length=10, choices=Channel), default=list, blank=True)
    # ISO weekdays 1 (Monday) to 7; hours in the local time of the place.
    days = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    from_time = models.TimeField(null=True, blank=True)
    to_time = models.TimeField(null=True, blank=True)
    code_word = SealedText()
    never_leave_message = models.BooleanField(default=True)
    note = SealedText()

    class Meta:
        indexes = [
            models.Index(
                fields=["phone_blind"], name="intake_contact_phone", condition=models.Q(phone_blind__isnull=False)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="intake_contact_hours_paired",
                condition=models.Q(from_time__isnull=True, to_time__isnull=True)
                | models.Q(from_time__isnull=False, to_time__isnull=False),
                violation_error_message="Isi jam mulai dan jam selesai, atau kosongkan keduanya.",
            )
        ]
