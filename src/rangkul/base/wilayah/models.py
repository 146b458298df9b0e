"""Regions and the keys that find them. Public facts: no row-level security, read-only for the application."""

from django.contrib.postgres.indexes import OpClass
from django.db import models

from rangkul.base.wilayah.states import Centre, RegionKind, RegionLevel


class Region(models.Model):
    """A place with a Kemendagri code. Rows are never removed: an address or a NIK may still carry the code."""

    code = models.CharField(primary_key=True, max_length=13)
    name = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField(choices=RegionLevel)
    kind = models.CharField(max_length=20, choices=RegionKind)
    # A place goes nowhere without what lies in it.
    parent = models.ForeignKey("self", null=True, related_name="children", on_delete=models.PROTECT)
    # Written out with everything around it: "Desa Sukamaju, Kec. Cibinong, Kab. Bogor, Jawa Barat".
    path = models.CharField(max_length=250)
    # Folded words of the path, with a space before each.
    search_key = models.CharField(max_length=250)
    postal_code = models.CharField(max_length=5, blank=True)
    # Statistics Indonesia counts with other codes; null where no mapping was loaded.
    bps_code = models.CharField(max_length=10, null=True)
    # Degrees of its centre, where one is known; `centre` says what it is.
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    centre = models.CharField(max_length=8, choices=Centre, blank=True, default="", db_default="")
    # Null: since before our first edition, and until today.
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="wilayah_region_parent_fits_level",
                condition=models.Q(level=RegionLevel.PROVINCE, parent__isnull=True)
                | models.Q(level__gt=RegionLevel.PROVINCE, parent__isnull=False),
            ),
            models.CheckConstraint(
                name="wilayah_region_ends_after_it_begins",
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from")),
            ),
            models.CheckConstraint(
                name="wilayah_region_centre_is_whole",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True, centre="")
                | models.Q(
                    latitude__isnull=False,
                    latitude__range=(-12, 7),
                    longitude__isnull=False,
                    longitude__range=(94, 142),
                    centre__in=Centre.values,
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.path


class RegionStart(models.Model):
    """One beginning at which a name may be typed: `Keude Bakongan` is found by "keude b" and by "bakong"."""

    # No constraint: all rows are made anew from the regions of one load, in the same transaction.
    region = models.ForeignKey(Region, on_delete=models.CASCADE, db_index=False, db_constraint=False)
    key = models.CharField(max_length=80)
    level = models.PositiveSmallIntegerField()
    # The beginning of what people call the place, not one of its later words.
    whole = models.BooleanField()

    class Meta:
        indexes = [
            models.Index(OpClass("key", name="text_pattern_ops"), name="wilayah_start_by_key"),
            # Two or three letters begin thousands of villages; then only larger places are looked through.
            models.Index(
                OpClass("key", name="text_pattern_ops"),
                name="wilayah_start_of_large",
                condition=models.Q(level__lt=RegionLevel.VILLAGE),
            ),
        ]


class Edition(models.Model):
    """Which edition of the source is loaded, and by which folding rules its keys were made."""

    source = models.CharField(max_length=120)
    loaded_on = models.DateField()

    def __str__(self) -> str:
        return self.source
