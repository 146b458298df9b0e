"""Seals over the event log: each closes a batch of events with a hash that holds the hash before it."""

from django.db import models

from rangkul.base.clock import now


class Seal(models.Model):
    """SHA-256 over the previous seal's hash and the canonical rows `from_id` to `to_id` of base_event."""

    id = models.BigAutoField(primary_key=True)
    sealed_at = models.DateTimeField(default=now)
    from_id = models.BigIntegerField()
    to_id = models.BigIntegerField()
    count = models.IntegerField()
    previous = models.BinaryField(max_length=32)
    digest = models.BinaryField(max_length=32)
    # Sixteen bytes an event, so that a broken seal can name the event; what proves is the digest.
    marks = models.BinaryField(default=bytes)
