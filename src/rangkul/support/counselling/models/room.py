"""A room in which somebody who asked for help and those who help write to each other, and who sits in it."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Safe
from rangkul.journey.cases.models import Activity, Case
from rangkul.support.counselling.states import LIVING, Ending, RoomKind, RoomState, SeatRole

_LIVES = models.Q(state__in=[*LIVING])
_ASKED = ~models.Q(asked_kind="") & ~models.Q(asked_kind=models.F("kind")) & models.Q(end_to_end=False)


class Room(Row):
    """One conversation. Its words are sealed with a key of its own: a room that is erased takes them along, and leaves
    the request and the case whole.

    `owner` answers for it: whoever owns the request or the case while it waits, then whoever talks. `answer_due` is by
    when they must have answered; empty while it is the client's turn.
    """

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False)
    # Requests and cases are kept until retention ends them; a room hangs on what it was about.
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="rooms")
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.PROTECT, related_name="rooms")
    # The worker about whom the asker complains never sees it.
    against = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="rooms_owned")
    kind = models.CharField(max_length=6, choices=RoomKind)
    # One side wishes to go on in the other way, and the other side has not answered yet.
    asked_kind = models.CharField(max_length=6, choices=RoomKind, blank=True, default="", db_default="")
    asked_by_client = models.BooleanField(null=True, blank=True)
    state = models.CharField(max_length=7, choices=RoomState, default=RoomState.WAITING)
    # The request's region and level as they were known then: a colleague who is called in does not see the request.
    region_code = models.CharField(max_length=13, blank=True)
    red = models.BooleanField(default=False)
    began_at = models.DateTimeField(default=now)
    answer_due = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=9, choices=Ending, blank=True)
    # Empty where the client ended it.
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # What came of it was written down, or there was nothing to write.
    noted = models.BooleanField(default=False)
    # The client agreed that the words stay with the file; else they go at `erase_at`.
    in_file = models.BooleanField(default=False)
    erase_at = models.DateTimeField(null=True, blank=True)
    consent_version = models.CharField(max_length=12)
    # Its letters are sealed in the browsers; the server keeps what it cannot read. Never switched off again.
    end_to_end = models.BooleanField(default=False, db_default=False)

    called_name = SealedText()
    # Where the client is, and who can be with them there.
    place = SealedText()
    nearby = SealedText()
    safe = models.CharField(max_length=7, choices=Safe, default=Safe.UNKNOWN)
    # When they last said so: each time they come back after a while they are asked anew.
    here_at = models.DateTimeField(default=now, db_default=Now())
    # The word by which the client closes the room at once, and when they did.
    code_word = SealedText()
    hushed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "began_at"], name="counselling_room_waiting", condition=models.Q(state="waiting")
            ),
            models.Index(fields=["owner", "-began_at"], name="counselling_room_owned"),
            models.Index(
                fields=["answer_due"], name="counselling_room_clock", condition=models.Q(answer_due__isnull=False)
            ),
            models.Index(
                fields=["ended_at"], name="counselling_room_unnoted", condition=models.Q(state="ended", noted=False)
            ),
            models.Index(
                fields=["erase_at"], name="counselling_room_erase", condition=models.Q(erase_at__isnull=False)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="counselling_room_one_of_request",
                fields=["request"],
                condition=_LIVES,
                violation_error_message=_("Percakapan dari tiket ini sudah dibuka."),
            ),
            models.CheckConstraint(
                name="counselling_room_taken_when_open",
                condition=~models.Q(state="open") | models.Q(taken_at__isnull=False),
                violation_error_message=_("Percakapan yang berlangsung punya pendamping."),
            ),
            models.CheckConstraint(
                name="counselling_room_ended_paired",
                condition=(_LIVES & models.Q(ended_at__isnull=True, ending=""))
                | (~_LIVES & models.Q(ended_at__isnull=False, answer_due__isnull=True) & ~models.Q(ending="")),
                violation_error_message=_("Percakapan yang berakhir punya waktu dan cara berakhir."),
            ),
            models.CheckConstraint(
                name="counselling_room_erased_by_plan",
                condition=models.Q(erase_at__isnull=True) | models.Q(state="ended", in_file=False),
                violation_error_message=_("Hanya percakapan yang berakhir dan tidak disimpan yang dihapus."),
            ),
            models.CheckConstraint(
                name="counselling_room_only_letters_sealed",
                condition=models.Q(end_to_end=False) | models.Q(kind="letter"),
                violation_error_message=_("Hanya percakapan seperti surat yang bisa dikunci."),
            ),
            models.CheckConstraint(
                name="counselling_room_asks_for_the_other_kind",
                condition=models.Q(asked_kind="", asked_by_client__isnull=True)
                | (_LIVES & _ASKED & models.Q(asked_by_client__isnull=False)),
                violation_error_message=_("Ajakan ganti cara hanya ke cara yang lain, selama percakapan berlangsung."),
            ),
            models.CheckConstraint(
                name="counselling_room_not_owned_by_accused",
                condition=models.Q(against__isnull=True) | ~models.Q(against=models.F("owner")),
                violation_error_message=_("Orang yang diadukan tidak boleh memegang percakapan ini."),
            ),
        ]

    @property
    def lives(self) -> bool:
        return self.state in LIVING

    @property
    def waits(self) -> bool:
        return self.state == RoomState.WAITING


class Seat(Row):
    """One person's place in a room, from when to when, and how far they have come: message numbers of the room."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, db_index=False, related_name="seats")
    # Empty: the client, who holds the ticket.
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    role = models.CharField(max_length=10, choices=SeatRole)
    # As the client reads it; the holder of a ticket sees no list of staff.
    name = models.CharField(max_length=60, blank=True)
    joined_at = models.DateTimeField(default=now)
    left_at = models.DateTimeField(null=True, blank=True)
    delivered_to = models.PositiveIntegerField(default=0)
    read_to = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [
            models.Index(fields=["room", "joined_at"], name="counselling_seat_of_room"),
            models.Index(fields=["staff"], name="counselling_seat_taken", condition=models.Q(left_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                name="counselling_seat_once",
                fields=["room", "staff"],
                condition=models.Q(left_at__isnull=True, staff__isnull=False),
                violation_error_message=_("Orang ini sudah ada di ruang."),
            ),
            models.UniqueConstraint(
                name="counselling_seat_one_client", fields=["room"], condition=models.Q(role="client")
            ),
            models.CheckConstraint(
                name="counselling_seat_client_without_account",
                condition=models.Q(role="client", staff__isnull=True)
                | (~models.Q(role="client") & models.Q(staff__isnull=False)),
            ),
        ]

    @property
    def is_client(self) -> bool:
        return self.role == SeatRole.CLIENT


class Summary(Row):
    """What came of a conversation, sealed with the request's key: it stays when the room's words are erased. Where
    there is a case, the words stand in its activity, and here is only which one it is."""

    room = models.OneToOneField(Room, on_delete=models.PROTECT, related_name="summary")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    text = SealedText()
    minutes = models.PositiveSmallIntegerField()
    activity = models.OneToOneField(Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # The next contact that was promised; on a case it is a task there.
    next_on = models.DateField(null=True, blank=True)
    next_done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["next_on"],
                name="counselling_summary_next",
                condition=models.Q(next_done_at__isnull=True, next_on__isnull=False),
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="counselling_summary_words_or_activity",
                condition=models.Q(text__isnull=False, activity__isnull=True)
                | models.Q(text__isnull=True, activity__isnull=False),
            )
        ]


class Block(Row):
    """Whoever abuses rooms writes in none of this ticket's until a day. Asking for help goes on: the request, its
    messages and the help lines stay open. An address is never shut out, because a shelter and a village share one."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    reason = SealedText()
    until = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lifted_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="counselling_block_with_reason",
                condition=models.Q(reason__isnull=False),
                violation_error_message=_("Tulis alasannya."),
            ),
            models.CheckConstraint(
                name="counselling_block_lifted_paired",
                condition=models.Q(lifted_at__isnull=True, lifted_by__isnull=True)
                | models.Q(lifted_at__isnull=False, lifted_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]
