"""A file that travelled with a referral from another house, or a result that goes back there."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.tell.exchange.peers.models.incoming import Incoming
from rangkul.tell.exchange.peers.states import FileState


class IncomingFile(Row):
    """What came lies under the key of what was sent, and goes with it; what we hand back under the request's, and goes
    once it has arrived there."""

    incoming = models.ForeignKey(Incoming, on_delete=models.PROTECT, related_name="files")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # By what the sender's letter announced it; empty for one of ours.
    announced = models.UUIDField(null=True, blank=True)
    name = SealedText()
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.BinaryField(max_length=32)
    state = models.CharField(max_length=9, choices=FileState, blank=True)
    by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="exchange_file_once", fields=["incoming", "announced", "sha256"], nulls_distinct=False
            ),
            models.CheckConstraint(
                name="exchange_file_of_one_side",
                condition=Q(announced__isnull=False, by__isnull=True, state="")
                | (Q(announced__isnull=True, by__isnull=False) & ~Q(state="")),
                violation_error_message=_("Berkas datang dari sana, atau dikirim dari sini."),
            ),
        ]

    @property
    def is_ours(self) -> bool:
        return self.by_id is not None
