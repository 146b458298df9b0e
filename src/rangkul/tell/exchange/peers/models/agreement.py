"""What two houses agreed on paper before anything about a person goes from one to the other."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.tell.exchange.peers.models.peer import Peer


class Agreement(Row):
    """From the first of its days to the last, unless it was ended before. A new one is a new row: what held when a
    referral went can be read afterwards."""

    peer = models.ForeignKey(Peer, on_delete=models.PROTECT, db_index=False, related_name="agreements")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    number = models.CharField(max_length=80)
    # As they stand under the paper: there, and here.
    signed_there = models.CharField(max_length=160)
    signed_here = models.CharField(max_length=160)
    starts_on = models.DateField()
    ends_on = models.DateField()
    # What may go, and for what; the fields of each referral are chosen one by one all the same.
    covers = models.CharField(max_length=500)
    # Who is reached there when somebody withdraws and the line is down.
    stop_contact = models.CharField(max_length=200)
    # Who sees to the next one before this ends.
    keeper = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    ended_because = models.CharField(max_length=300, blank=True, default="", db_default="")

    class Meta:
        indexes = [
            models.Index(fields=["peer", "ends_on"], name="exchange_agreed", condition=Q(ended_at__isnull=True)),
            models.Index(fields=["keeper", "ends_on"], name="exchange_to_renew", condition=Q(ended_at__isnull=True)),
        ]
        constraints = [
            models.CheckConstraint(
                name="exchange_agreement_ends_after_it_begins",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Perjanjian ini berakhir sebelum mulai."),
            ),
            models.CheckConstraint(
                name="exchange_agreement_ended_says_why",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                violation_error_message=_("Siapa, kapan, dan mengapa dicatat bersama."),
            ),
        ]
