"""Where help is given, and when it is open."""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.models.organization import Organization
from rangkul.commons.directory.models.service import Service
from rangkul.commons.directory.states import Access, Season


class Location(Row):
    """A place with an address. One that protects people (`public` false) is known to workers only."""

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="locations")
    name = models.CharField(max_length=160, blank=True)
    address = models.CharField(max_length=300, blank=True)
    region_code = models.CharField(max_length=13, blank=True)
    postal_code = models.CharField(max_length=5, blank=True)
    # How one gets there: angkot, landmark, floor.
    directions = models.CharField(max_length=300, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    accessibility = ArrayField(models.CharField(max_length=10, choices=Access), default=list, blank=True)
    accessibility_note = models.CharField(max_length=200, blank=True)
    public = models.BooleanField(default=True)
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["organization"], name="directory_location_of_org"),
            # What everybody may find around a point (`directory_near`).
            models.Index(
                fields=["latitude", "longitude"],
                name="directory_location_by_point",
                condition=Q(public=True, latitude__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="directory_location_point_is_whole",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(
                    latitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__isnull=False,
                    longitude__range=(-180, 180),
                ),
                violation_error_message=_("Titik peta memerlukan lintang dan bujur yang benar."),
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.address


class ServiceAtLocation(Row):
    """This service is given at this place."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="service_at_locations")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="service_at_locations")
    description = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="directory_serviceatlocation_once", fields=["service", "location"]),
        ]


# What holds longer is no exception any more: the hours have changed.
LONGEST_EXCEPTION = 62
# So short an exception was written with every one of its days in mind, holidays too.
_EACH_DAY = 7


def is_exception(row: Any) -> bool:
    """Of hours with a first and a last day, whether they come before all that hold without one."""
    return (
        row.valid_from is not None
        and row.valid_to is not None
        and (row.valid_to - row.valid_from).days < LONGEST_EXCEPTION
    )


class Schedule(Row):
    """When a service is open, in a part of the OpenStreetMap notation (`base.opening`). `at`: only at this place."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="schedules")
    at = models.ForeignKey(ServiceAtLocation, null=True, blank=True, on_delete=models.CASCADE, related_name="schedules")
    season = models.CharField(max_length=8, choices=Season, default=Season.USUAL)
    opening_hours = models.CharField(max_length=200)
    # First and last day on which these hours hold; null: open on that side.
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    notes = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["service"], name="directory_hours_of_service")]
        constraints = [
            models.CheckConstraint(
                name="directory_schedule_ends_after_it_begins",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                violation_error_message=_("Jam buka ini berakhir sebelum mulai."),
            ),
            models.CheckConstraint(
                name="directory_schedule_has_hours",
                condition=~Q(opening_hours=""),
                violation_error_message=_("Jam buka belum diisi."),
            ),
        ]

    @property
    def is_exception(self) -> bool:
        return is_exception(self)

    @property
    def speaks_of_holidays(self) -> bool:
        """Whether a holiday among its days is meant although the hours name none."""
        return self.opening_hours == "off" or (self.is_exception and (self.valid_to - self.valid_from).days < _EACH_DAY)

    @property
    def narrowness(self) -> tuple:
        """Of several rows that hold on a day the greatest counts: the shortest exception, else Ramadan before the usual
        hours, those of one place before those of all, those with a date before those without."""
        exception = self.is_exception
        length = (self.valid_to - self.valid_from).days if exception else 0
        return (
            exception, -length, self.season == Season.RAMADAN, self.at_id is not None, self.valid_from is not None,
            self.pk,
        )  # fmt: skip
