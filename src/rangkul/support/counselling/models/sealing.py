"""The keys of letters that the server cannot read, as they lie here: wrapped by what only a person or a browser has."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff
from rangkul.support.counselling.models.room import Room, Seat


class WorkerKey(Row):
    """A worker's pair of keys, made in their browser. `public` is for everybody who wraps a room's key for them,
    `wrapped` is the private half, closed by the worker's own words; nobody but the worker is given it."""

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # A point of P-256 (65 bytes, uncompressed) in base64.
    public = models.CharField(max_length=88)
    # JSON with the version and the parameters beside the bytes.
    wrapped = SealedText()
    changed_at = models.DateTimeField(default=now)
    # The words were forgotten; what was wrapped for it is read by nobody any more.
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["agency"], name="counselling_workerkey_agency", condition=models.Q(retired_at__isnull=True)
            )
        ]
        constraints = [
            models.UniqueConstraint(
                name="counselling_workerkey_one",
                fields=["staff"],
                condition=models.Q(retired_at__isnull=True),
                violation_error_message=_("Anda sudah punya kunci surat."),
            ),
            models.CheckConstraint(name="counselling_workerkey_whole", condition=models.Q(wrapped__isnull=False)),
        ]


class RoomKey(Row):
    """A room's key, wrapped for one who may read: for a worker's key, or without one by the client's own words."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, db_index=False, related_name="wrapped_keys")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    worker_key = models.ForeignKey(
        WorkerKey, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # Whose browser wrapped it.
    by = models.ForeignKey(Seat, on_delete=models.CASCADE, db_index=False, related_name="+")
    wrapped = SealedText()
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="counselling_roomkey_once", fields=["room", "worker_key"], nulls_distinct=False
            ),
            models.CheckConstraint(name="counselling_roomkey_whole", condition=models.Q(wrapped__isnull=False)),
        ]


class Transcript(Row):
    """The words of a sealed room, which the client wants in the file and a worker's browser therefore handed over in
    the open. Sealed with the key of the case, or of the request where there is none."""

    room = models.OneToOneField(Room, on_delete=models.PROTECT, related_name="transcript")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    text = SealedText()

    class Meta:
        constraints = [
            models.CheckConstraint(name="counselling_transcript_words", condition=models.Q(text__isnull=False))
        ]
