"""How often somebody knocked with a ticket or a draft code, so that nobody can try all PINs."""

from django.db import models

from rangkul.base.models import Row


class Knock(Row):
    """A window of attempts on one ticket or from one address, both kept only as blind bytes.

    The application cannot read this table: `intake_knock()` counts and answers with the number alone.
    """

    subject = models.BinaryField(max_length=32)
    began_at = models.DateTimeField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "began_at"], name="intake_knock_window")]
