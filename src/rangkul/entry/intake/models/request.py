"""A request for help: what somebody asked, how urgent it is, whose it is, and by when it is answered."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Person, Staff, Unit
from rangkul.commons.people.states import Sex
from rangkul.entry.intake.states import CLOSED, OPEN, UNASKED, ClientKind, ForWhom, Level, Safe, State, Via

_IS_OPEN = models.Q(state__in=[state.value for state in OPEN])
_IS_CLOSED = models.Q(state__in=[state.value for state in CLOSED])


class Requests(models.QuerySet["Request"]):
    def that_came_in(self) -> Self:
        """Those with which somebody asked for help; not the tickets that a worker gave to the client of a case."""
        return self.exclude(via__in=UNASKED)


class Request(Row):
    """One request. Words that a person wrote are sealed; columns hold codes, times and who is responsible."""

    # Requests are kept until retention ends them; nothing that they stand on is ever removed under them.
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    ticket = models.CharField(max_length=8, unique=True)
    # The PIN is derived from the id and this number; a lost PIN is replaced by raising it.
    pin_generation = models.PositiveSmallIntegerField(default=1)
    # Wrong PINs since the right one, and when the door was locked for that; a new PIN opens it again.
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    locked_at = models.DateTimeField(null=True, blank=True)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False)
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="requests_owned")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="requests")
    client_kind = models.CharField(max_length=10, choices=ClientKind, default=ClientKind.PERSON)
    # What an accepted group or community is called; empty: by its place.
    client_name = models.CharField(max_length=120, blank=True, default="")
    # The worker about whom the asker complains: never owner, never told, never a reader.
    against = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    via = models.CharField(max_length=10, choices=Via, default=Via.WEB)
    # Empty where the asker wrote the request themself.
    entered_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    received_at = models.DateTimeField(default=now)
    state = models.CharField(max_length=12, choices=State, default=State.NEW)
    level = models.CharField(max_length=6, choices=Level)
    # By when a person must have answered; after that `escalate_at` says when the next person is told.
    due_at = models.DateTimeField()
    escalate_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    safe_now = models.CharField(max_length=7, choices=Safe, default=Safe.UNKNOWN)
    for_whom = models.CharField(max_length=7, choices=ForWhom, default=ForWhom.UNKNOWN)
    fields = ArrayField(models.CharField(max_length=30), default=list, blank=True)
    ages = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    # Hours between the last violence and `received_at`; empty: not known.
    violence_hours = models.PositiveIntegerField(null=True, blank=True)
    region_code = models.CharField(max_length=13, blank=True)
    # The region in words as it was called then; "" where the asker gave none.
    place = models.CharField(max_length=250, blank=True)
    wants_sex = models.CharField(max_length=1, choices=Sex, blank=True)
    language = models.CharField(max_length=20, blank=True)
    # The first line of the narrative, short enough to be opened for every row of the queue.
    gist = SealedText()
    narrative = SealedText()

    objects = Requests.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["unit", "due_at", "id"], name="intake_request_queue", condition=_IS_OPEN),
            models.Index(fields=["unit", "state", "due_at", "id"], name="intake_request_by_state"),
            models.Index(fields=["unit", "due_at", "id"], name="intake_request_done", condition=_IS_CLOSED),
            models.Index(fields=["owner", "due_at", "id"], name="intake_request_owned", condition=_IS_OPEN),
            models.Index(
                fields=["escalate_at"], name="intake_request_clock", condition=models.Q(escalate_at__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="intake_request_closed_paired",
                condition=(_IS_OPEN & models.Q(closed_at__isnull=True))
                | models.Q(
                    state__in=[state.value for state in CLOSED], closed_at__isnull=False, escalate_at__isnull=True
                ),
                violation_error_message="Permintaan yang selesai punya waktu selesai dan tidak punya tenggat.",
            ),
            models.CheckConstraint(
                name="intake_request_not_owned_by_accused",
                condition=models.Q(against__isnull=True) | ~models.Q(against=models.F("owner")),
                violation_error_message="Orang yang diadukan tidak boleh memegang permintaan ini.",
            ),
        ]

    def __str__(self) -> str:
        return self.ticket_words

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def ticket_words(self) -> str:
        """As people read it aloud: `K7MQ-2XDP`."""
        return f"{self.ticket[:4]}-{self.ticket[4:]}"


class RequestKey(Row):
    """A search key of the asker's or the needy person's name, as a blind index: found by equality, read by nobody.

    The unit stands here because the policy compares it on this row.
    """

    # Keys are made again from the names whenever these change.
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="keys")
    unit_id = models.UUIDField()
    key = models.BinaryField(max_length=16)

    class Meta:
        indexes = [models.Index(fields=["key", "unit_id", "request"], name="intake_requestkey_find")]
