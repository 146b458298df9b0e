"""A half-filled form, kept on the server so that a lost line, a dead battery or a closed tab costs nothing."""

from django.db import models

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.entry.intake.models.request import Request


class Draft(Row):
    """Found only by who names its secret: the database compares the digest and shows nobody else the row."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    # SHA-256 of the secret in the session, and of the code that the person may have noted (used once).
    secret = models.BinaryField(max_length=32, unique=True)
    resume = models.BinaryField(max_length=32, null=True, unique=True)
    # JSON of the answers so far; "" once the request is handed in.
    answers = SealedText()
    expires_at = models.DateTimeField(db_index=True)
    # Set when handed in, so that the same last step shows the same ticket again.
    request = models.ForeignKey(
        Request, null=True, blank=True, on_delete=models.CASCADE, db_index=False, related_name="+"
    )
