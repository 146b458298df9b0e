"""What help is offered, and since when somebody is sure of it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.models.organization import Organization
from rangkul.commons.directory.states import Atensi, Cost, Help, Language, Status, Topic, Way
from rangkul.commons.people.models import Staff


def _codes(choices: type[models.TextChoices]) -> ArrayField:
    return ArrayField(models.CharField(max_length=16, choices=choices), default=list, blank=True)


class Service(Row):
    """One kind of help by one organisation, wherever it is given."""

    # An entry goes nowhere without whoever stands behind it; nothing is removed, it becomes `defunct`.
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="services")
    name = models.CharField(max_length=160)
    alternate_name = models.CharField(max_length=160, blank=True)
    description = models.TextField(max_length=4000, blank=True)
    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    # For whose needs: codes of the taxonomy `ppks`; empty: not said.
    categories = ArrayField(models.CharField(max_length=10), default=list, blank=True)
    helps = _codes(Help)
    atensi = _codes(Atensi)
    ways = _codes(Way)
    # How one begins, in a few plain sentences.
    application_process = models.TextField(max_length=1000, blank=True)
    cost = models.CharField(max_length=6, choices=Cost, blank=True)
    # Rupiah; null where it depends or is not known.
    amount = models.PositiveIntegerField(null=True, blank=True)
    fees_description = models.CharField(max_length=300, blank=True)
    languages = _codes(Language)
    url = models.URLField(max_length=200, blank=True)
    wait_time = models.CharField(max_length=120, blank=True)
    # The day on which somebody last made sure of the whole entry, and who; null: nobody did.
    assured_date = models.DateField(null=True, blank=True)
    assured_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # The named person who keeps it true.
    keeper = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # A worker or a declined referral brought news that it has closed or moved; empty again once an editor decided.
    doubt = models.CharField(max_length=10, choices=Topic, blank=True)
    doubted_on = models.DateField(null=True, blank=True)
    public = models.BooleanField(default=True)
    source = models.CharField(max_length=60, blank=True)
    source_key = models.CharField(max_length=80, blank=True)
    # When anything about it was last changed here.
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["organization"], name="directory_service_of_org"),
            models.Index(fields=["name", "id"], name="directory_service_by_name"),
            models.Index(fields=["changed_at"], name="directory_service_by_change"),
            # Pages of what everybody may read are counted and skipped without touching the rows.
            models.Index(fields=["public", "id"], name="directory_service_public"),
            # What somebody must look at again: by whom, the oldest first.
            models.Index(fields=["keeper", "assured_date"], name="directory_service_to_keep"),
        ]
        constraints = [
            models.CheckConstraint(
                name="directory_service_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Nama layanan belum diisi."),
            ),
            models.CheckConstraint(
                name="directory_service_doubt_has_a_day",
                condition=Q(doubt="", doubted_on__isnull=True) | (~Q(doubt="") & Q(doubted_on__isnull=False)),
                violation_error_message=_("Kabar tentang layanan harus bertanggal."),
            ),
            models.CheckConstraint(
                name="directory_service_price_is_paid",
                condition=Q(amount__isnull=True) | ~Q(cost="free"),
                violation_error_message=_("Layanan gratis tidak punya harga."),
            ),
            models.UniqueConstraint(
                name="directory_service_source_once", fields=["source", "source_key"], condition=~Q(source_key="")
            ),
        ]

    def __str__(self) -> str:
        return self.name
