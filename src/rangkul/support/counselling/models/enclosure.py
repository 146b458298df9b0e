"""What was sent with a message: a picture, a PDF, a voice. Its bytes lie sealed outside the database."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.support.counselling.models.group_words import GroupMessage
from rangkul.support.counselling.models.message import Message


class Enclosure(Row):
    """Sealed with the key of its message, so that it goes with the words. A picture is kept as it was drawn anew:
    without the place and the device that its first bytes told."""

    # Part of a message in a room, or of one that was said in a group; whoever reads that may open it.
    message = models.OneToOneField(Message, null=True, blank=True, on_delete=models.CASCADE, related_name="enclosure")
    said = models.OneToOneField(GroupMessage, null=True, blank=True, on_delete=models.CASCADE, related_name="enclosure")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = SealedText()
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    # In which format a browser sealed it; then kind and name lie inside, and nobody here knows them. 0: as it came.
    cipher = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="counselling_enclosure_size",
                condition=models.Q(size__gt=0, size__lte=15 * 1024 * 1024),
                violation_error_message=_("Berkas paling besar 15 MB."),
            ),
            models.CheckConstraint(
                name="counselling_enclosure_of_one_message",
                condition=models.Q(message__isnull=False, said__isnull=True)
                | models.Q(message__isnull=True, said__isnull=False),
            ),
        ]

    @property
    def shows(self) -> str:
        """How a page shows it: "picture", "sound", or "" as a link alone."""
        return {"image": "picture", "audio": "sound"}.get(self.media_type.partition("/")[0], "")
