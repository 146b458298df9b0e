"""Rows that every package stands on: keys, sealed data keys, the event log, answers to repeated POSTs."""

from django.contrib.postgres.fields import ArrayField  # noqa: F401  re-exported for the packages
from django.db import models

from rangkul.base import crypto
from rangkul.base.clock import now
from rangkul.base.ids import new_id


class Row(models.Model):
    """A row with a time-sorted key. `made_at` is when this installation learned of it (UTC)."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    made_at = models.DateTimeField(default=now, editable=False)

    class Meta:
        abstract = True


class DataKey(models.Model):
    """The key that seals one file's narrative, wrapped by the master key that lives outside the database.

    Erasing a person destroys the wrapped bytes: what was sealed with them can never be read again.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    wrapped = models.BinaryField(null=True)
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="base_datakey_gone_when_destroyed",
                condition=models.Q(wrapped__isnull=False, destroyed_at__isnull=True)
                | models.Q(wrapped__isnull=True, destroyed_at__isnull=False),
            )
        ]

    @classmethod
    def make(cls) -> "DataKey":
        key = cls(id=new_id())
        key.wrapped = crypto.wrap(crypto.new_key(), key.id)
        key.save(force_insert=True)
        return key


class Event(models.Model):
    """One thing that happened. Append-only: the application role may insert and read, never change."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(default=now)
    name = models.CharField(max_length=60)
    by_kind = models.CharField(max_length=10)
    by_id = models.UUIDField(null=True)
    by_name = models.CharField(max_length=60, blank=True)
    agency_id = models.UUIDField(null=True)
    unit_id = models.UUIDField(null=True)
    subject_kind = models.CharField(max_length=30)
    subject_id = models.UUIDField()
    payload = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject_id", "-id"], name="base_event_of_subject"),
            models.Index(fields=["by_id", "-id"], name="base_event_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"


class Once(models.Model):
    """The answer to a POST that may arrive again: a double click, a lost answer, a replay."""

    key = models.UUIDField(primary_key=True)
    scope = models.CharField(max_length=80)
    answer = models.JSONField()
    made_at = models.DateTimeField(default=now)


class Version(models.Model):
    """The state of a row before each change, kept by a trigger so that raw SQL leaves its trace too."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(default=now)
    table = models.CharField(max_length=63)
    row_id = models.UUIDField()
    by_kind = models.CharField(max_length=10, blank=True)
    by_id = models.UUIDField(null=True)
    before = models.JSONField()
    deleted = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["row_id", "-id"], name="base_version_of_row")]
