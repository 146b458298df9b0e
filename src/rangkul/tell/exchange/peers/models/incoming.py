"""A referral that came from another house: what was sent, as long as it may be read, and what was said since."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff
from rangkul.entry.intake.models import Request
from rangkul.tell.exchange.peers.models.peer import Peer
from rangkul.tell.exchange.peers.states import Kind


class Incoming(Row):
    """The request in the queue holds none of the words that were sent: they lie here under a key of their own, which
    is destroyed when the right to read them ends."""

    peer = models.ForeignKey(Peer, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    thread = models.UUIDField()
    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    content = SealedText()
    # Who refers, as they call themselves.
    sender = models.CharField(max_length=160)
    answer_by = models.DateTimeField()
    valid_to = models.DateTimeField()
    said_n = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField(null=True, blank=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_as = models.CharField(max_length=9, choices=Kind, blank=True)
    stop_due_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["agency", "-made_at"], name="exchange_in_of_agency"),
            models.Index(fields=["valid_to"], name="exchange_in_ends", condition=Q(ended_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(name="exchange_incoming_once", fields=["peer", "thread"]),
            models.CheckConstraint(
                name="exchange_incoming_ended_says_how",
                condition=Q(ended_at__isnull=True, ended_as="") | (Q(ended_at__isnull=False) & ~Q(ended_as="")),
                violation_error_message=_("Rujukan yang berakhir punya sebabnya."),
            ),
            models.CheckConstraint(
                name="exchange_incoming_ended_is_empty",
                condition=Q(ended_at__isnull=True) | Q(content__isnull=True),
                violation_error_message=_("Isi rujukan yang berakhir tidak disimpan."),
            ),
        ]

    @property
    def is_living(self) -> bool:
        return self.ended_at is None

    @property
    def was_withdrawn(self) -> bool:
        """Also where it had ended otherwise before."""
        return self.stop_due_at is not None

    @property
    def waits_for_stop(self) -> bool:
        return self.stop_due_at is not None and self.stopped_at is None


class Said(Row):
    """A word of one of the two sides; unreadable with the rest once the referral has ended."""

    incoming = models.ForeignKey(Incoming, on_delete=models.PROTECT, related_name="said")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=9, choices=Kind)
    at = models.DateTimeField(default=now)
    # Empty: the other house.
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    words = SealedText()
