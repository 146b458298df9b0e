"""What a neighbourhood has: people, groups and places that may be asked (requirement A74)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.states import AgreedHow, AssetKind, WhyTakenOff
from rangkul.commons.people.models import Agency, Staff

_OFF = Q(off_at__isnull=False)


class Asset(Row):
    """Known to the workers of one agency, published nowhere. Whoever is taken off leaves an empty row: that it was
    there, and why it went. No versions are kept of it, or a name would outlive its consent."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=6, choices=AssetKind)
    # Code of the taxonomy `psks`; empty: none of the twelve.
    psks = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=120, blank=True)
    # A kecamatan or a desa.
    region_code = models.CharField(max_length=13)
    # What they have, can or do, and when they may be asked.
    offers = models.CharField(max_length=300, blank=True)
    contact = models.CharField(max_length=120, blank=True)
    # When and how a person said that they may stand here.
    agreed_on = models.DateField(null=True, blank=True)
    agreed_how = models.CharField(max_length=7, choices=AgreedHow, blank=True)
    added_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    off_at = models.DateTimeField(null=True, blank=True)
    off_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    off_because = models.CharField(max_length=9, choices=WhyTakenOff, blank=True)

    class Meta:
        indexes = [models.Index(fields=["agency", "region_code"], name="directory_asset_of_area", condition=~_OFF)]
        constraints = [
            models.CheckConstraint(
                name="directory_asset_person_agreed",
                condition=~Q(kind=AssetKind.PERSON) | (Q(agreed_on__isnull=False) & ~Q(agreed_how="")),
                violation_error_message=_("Orang hanya dicatat sesudah ia sendiri setuju: isi kapan dan bagaimana."),
            ),
            models.CheckConstraint(
                name="directory_asset_off_says_nothing",
                condition=Q(off_at__isnull=True, off_by__isnull=True, off_because="") & ~Q(name="") & ~Q(offers="")
                | Q(off_at__isnull=False, off_by__isnull=False, name="", offers="", contact="") & ~Q(off_because=""),
                violation_error_message=_("Nama dan apa yang ada padanya diisi; yang sudah diturunkan dikosongkan."),
            ),
            models.CheckConstraint(
                name="directory_asset_of_a_kecamatan",
                condition=Q(region_code__regex=r"^\d\d\.\d\d\.\d\d(\.\d{4})?$"),
                violation_error_message=_("Pilih desa, kelurahan, atau kecamatan."),
            ),
        ]
