"""How an organisation or one of its services is reached."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.models.organization import Organization
from rangkul.commons.directory.models.service import Service
from rangkul.commons.directory.states import Channel


class Contact(Row):
    """A number or mailbox. `service` empty: of the whole organisation."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="contacts")
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.CASCADE, related_name="contacts")
    # What to call whoever answers: "Meja pengaduan"; a person's name only where `personal`.
    name = models.CharField(max_length=120, blank=True)
    channel = models.CharField(max_length=8, choices=Channel)
    # E.164 or a short number as it is dialled; an address of mail.
    value = models.CharField(max_length=120)
    extension = models.CharField(max_length=8, blank=True)
    # A link to a referral may be sent here.
    receives_referrals = models.BooleanField(default=False)
    # Somebody's own number or name: shown outside only once they agreed.
    personal = models.BooleanField(default=False)
    consented_on = models.DateField(null=True, blank=True)
    public = models.BooleanField(default=True)

    class Meta:
        indexes = [
            models.Index(fields=["service"], name="directory_contact_of_service"),
            models.Index(fields=["organization"], name="directory_contact_of_org"),
        ]
        constraints = [
            models.CheckConstraint(
                name="directory_contact_person_agreed",
                condition=Q(personal=False) | Q(public=False) | Q(consented_on__isnull=False),
                violation_error_message=_("Nomor pribadi ditampilkan kepada umum setelah pemiliknya setuju."),
            ),
            models.CheckConstraint(
                name="directory_contact_has_a_value",
                condition=~Q(value=""),
                violation_error_message=_("Nomor atau alamat surat belum diisi."),
            ),
        ]

    def __str__(self) -> str:
        return self.value
