"""How much room there is, and what was agreed about answering."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.models.organization import Organization
from rangkul.commons.directory.models.service import Service
from rangkul.commons.directory.states import Unit
from rangkul.commons.people.models import Agency, Staff


class Capacity(Row):
    """Room on one day. The newest row of a unit counts; older ones stay as history."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="capacities")
    unit = models.CharField(max_length=8, choices=Unit)
    available = models.PositiveIntegerField()
    maximum = models.PositiveIntegerField(null=True, blank=True)
    counted_on = models.DateField()
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [models.Index(fields=["service", "-counted_on"], name="directory_room_of_service")]
        constraints = [
            models.CheckConstraint(
                name="directory_capacity_within_maximum",
                condition=Q(maximum__isnull=True) | Q(maximum__gte=models.F("available")),
                violation_error_message=_("Tempat yang kosong lebih banyak daripada seluruh tempat."),
            ),
            models.UniqueConstraint(name="directory_capacity_once_a_day", fields=["service", "unit", "counted_on"]),
        ]


class Agreement(Row):
    """What an agency of this installation and an organisation agreed on paper: how soon a referral is answered."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="agreements")
    number = models.CharField(max_length=80, blank=True)
    # Hours of the clock from sent to answered.
    response_hours = models.PositiveSmallIntegerField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    # Who sees to the next one; in rows from before it was asked, whoever wrote it down.
    keeper = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    ended_because = models.CharField(max_length=300, blank=True, default="", db_default="")

    class Meta:
        indexes = [models.Index(fields=["agency", "organization"], name="directory_agreement_between")]
        constraints = [
            models.CheckConstraint(
                name="directory_agreement_ended_says_why",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                violation_error_message=_("Siapa, kapan, dan mengapa dicatat bersama."),
            ),
            models.CheckConstraint(
                name="directory_agreement_ends_after_it_begins",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
                violation_error_message=_("Kesepakatan ini berakhir sebelum mulai."),
            ),
            models.CheckConstraint(
                name="directory_agreement_answers_within_a_month",
                condition=Q(response_hours__range=(1, 720)),
                violation_error_message=_("Batas menjawab antara 1 dan 720 jam."),
            ),
        ]
