"""Who offers help."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.states import LegalStatus
from rangkul.commons.people.models import Agency


class Organization(Row):
    """A body, or one person, that offers help. `agency`: it is a house of this installation, whose people keep it."""

    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    alternate_name = models.CharField(max_length=160, blank=True)
    description = models.TextField(max_length=2000, blank=True)
    legal_status = models.CharField(max_length=12, choices=LegalStatus, blank=True)
    # Code of the taxonomy `psks`; empty: none of the twelve, or not known.
    psks = models.CharField(max_length=10, blank=True)
    website = models.URLField(max_length=200, blank=True)
    # A private person is shown to nobody outside before they agreed to it.
    consented_on = models.DateField(null=True, blank=True)
    # May everybody read it, or workers only.
    public = models.BooleanField(default=True)
    # The other system and its own key for this row: an import finds it again by these.
    source = models.CharField(max_length=60, blank=True)
    source_key = models.CharField(max_length=80, blank=True)
    # When anything about it was last changed here.
    changed_at = models.DateTimeField()
    # Areas that an organisation says it works in, by region code; empty: not said.
    areas = ArrayField(models.CharField(max_length=13), default=list, blank=True)

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="directory_org_by_name")]
        constraints = [
            models.CheckConstraint(
                name="directory_organization_person_agreed",
                condition=~Q(legal_status=LegalStatus.PERSON, public=True) | Q(consented_on__isnull=False),
                violation_error_message=_("Perorangan ditampilkan kepada umum setelah ia sendiri setuju."),
            ),
            models.CheckConstraint(
                name="directory_organization_has_a_name",
                condition=~Q(name=""),
                violation_error_message=_("Nama lembaga belum diisi."),
            ),
            models.UniqueConstraint(
                name="directory_organization_source_once", fields=["source", "source_key"], condition=~Q(source_key="")
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_person(self) -> bool:
        return self.legal_status == LegalStatus.PERSON
