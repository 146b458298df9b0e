"""A chat that a client brought: its original is evidence, its messages lie sealed in sheets."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.protection.models.evidence import Evidence
from rangkul.journey.protection.models.folder import Kept, kept_in, somewhere
from rangkul.journey.protection.states import ChatState, DayOrder


class Chat(Kept):
    """`order`: how its days are meant; a person says so where the export leaves it open. `messages`: how many."""

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="chat")
    purpose = SealedText()
    state = models.CharField(max_length=8, choices=ChatState)
    order = models.CharField(max_length=3, choices=DayOrder, blank=True)
    ordered_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    messages = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = kept_in("chat")
        constraints = [
            somewhere("protection_chat_somewhere"),
            models.CheckConstraint(
                name="protection_chat_read_in_an_order",
                condition=models.Q(state="asking", order="", messages=0)
                | ~models.Q(state="asking") & ~models.Q(order=""),
                violation_error_message=_("Urutan tanggalnya perlu dipastikan lebih dulu."),
            ),
        ]


class ChatSheet(Kept):
    """Some hundred messages, in the order of the export, as one sealed list; `first` is the place of its first one."""

    # Sheets are part of their chat.
    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, db_index=False, related_name="sheets")
    first = models.PositiveIntegerField()
    body = SealedText()
    # [[day, place of its first message]], so that a page of days opens no words.
    days = SealedText()

    class Meta:
        constraints = [
            somewhere("protection_chatsheet_somewhere"),
            models.UniqueConstraint(
                name="protection_chatsheet_once",
                fields=["chat", "first"],
                violation_error_message=_("Percakapan ini sudah dibaca."),
            ),
        ]


class ChatMark(Kept):
    """Somebody held one message to be important, and why; taken back it stays, with who did."""

    chat = models.ForeignKey(Chat, on_delete=models.CASCADE, db_index=False, related_name="marks")
    place = models.PositiveIntegerField()
    why = SealedText()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [
            somewhere("protection_chatmark_somewhere"),
            models.UniqueConstraint(
                name="protection_chatmark_once",
                fields=["chat", "place"],
                condition=models.Q(lifted_at__isnull=True),
                violation_error_message=_("Pesan ini sudah ditandai."),
            ),
            models.CheckConstraint(
                name="protection_chatmark_lifted_by_somebody",
                condition=models.Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | models.Q(lifted_at__isnull=False, lifted_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]
