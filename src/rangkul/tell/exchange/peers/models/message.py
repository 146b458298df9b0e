"""What goes out and what came in. Each message has one number within its referral and one id in the world."""

import json

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency
from rangkul.tell.exchange.peers.models.peer import Peer
from rangkul.tell.exchange.peers.states import Effect, Fault, Kind, MessageState


class Outgoing(Row):
    """A referral of ours that went to another house, under an id that says nothing of ours."""

    peer = models.ForeignKey(Peer, on_delete=models.PROTECT, db_index=False, related_name="+")
    # The referral is another module's, which may be switched off.
    referral_id = models.UUIDField(unique=True)
    # The number of the last message in each direction.
    said_n = models.PositiveIntegerField(default=0)
    ended_at = models.DateTimeField(null=True, blank=True)


class Message(Row):
    """One message in the outbox, written in the transaction that wants it said. Its words are here only until the
    receipt has come; what stays is the proof."""

    peer = models.ForeignKey(Peer, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    thread = models.UUIDField()
    n = models.PositiveIntegerField()
    kind = models.CharField(max_length=9, choices=Kind)
    # The key of the file that it speaks of: what is erased there is erased here.
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    body = SealedText()
    # Of a file: to which referral's thread it belongs, and under which name its sealed bytes lie here.
    of = models.UUIDField(null=True, blank=True)
    file_id = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=9, choices=MessageState, default=MessageState.WAITING)
    fault = models.CharField(max_length=16, choices=Fault, blank=True)
    expires_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    receipt = models.BinaryField(null=True, blank=True, max_length=2_000)

    class Meta:
        indexes = [
            models.Index(fields=["peer", "thread", "n"], name="exchange_waits", condition=Q(state="waiting")),
            models.Index(fields=["of"], name="exchange_files_of", condition=Q(of__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(name="exchange_message_in_order", fields=["thread", "n"]),
            models.CheckConstraint(
                name="exchange_message_delivered_is_proved",
                condition=~Q(state=MessageState.DELIVERED) | Q(receipt__isnull=False),
                violation_error_message=_("Yang sampai punya bukti terima."),
            ),
            models.CheckConstraint(
                name="exchange_message_words_leave",
                condition=Q(state=MessageState.WAITING, settled_at__isnull=True)
                | (~Q(state=MessageState.WAITING) & Q(settled_at__isnull=False, body__isnull=True)),
                violation_error_message=_("Isi pesan tidak disimpan sesudah pesannya selesai."),
            ),
        ]

    @property
    def effect(self) -> str:
        """What the other house says in its proof that the message did; empty where it has not come."""
        return json.loads(bytes(self.receipt))["receipt"]["effect"] if self.receipt else ""


class Heard(Row):
    """A message that was taken in, with the receipt that was given for it. That there is one row for each id and for
    each number is what makes a repetition harmless."""

    peer = models.ForeignKey(Peer, on_delete=models.PROTECT, db_index=False, related_name="+")
    message_id = models.UUIDField()
    thread = models.UUIDField()
    n = models.PositiveIntegerField()
    kind = models.CharField(max_length=9, choices=Kind)
    digest = models.CharField(max_length=64)
    effect = models.CharField(max_length=6, choices=Effect)
    receipt = models.BinaryField(max_length=2_000)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="exchange_heard_once", fields=["peer", "message_id"]),
            models.UniqueConstraint(name="exchange_heard_in_order", fields=["peer", "thread", "n"]),
        ]
