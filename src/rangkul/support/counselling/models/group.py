"""A group that meets at fixed times: what it is for, when it meets, who sits in it."""

from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.entry.intake.models import Request
from rangkul.support.counselling.group_states import (
    LEAST_MINUTES,
    LEAST_PLACES,
    MOST_MINUTES,
    MOST_PLACES,
    ZONES,
    GroupState,
    MeetingState,
    Zone,
)


class Group(Row):
    """What is written here is for the public to read. `owner` leads it; `second` leads along."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    owner = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="groups_owned")
    second = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    # As members read it; the holder of a ticket sees no list of staff.
    leader = models.CharField(max_length=60)
    title = models.CharField(max_length=80)
    for_whom = models.CharField(max_length=300)
    rules = models.CharField(max_length=1200)
    zone = models.CharField(max_length=4, choices=Zone, default=Zone.WIB)
    places = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(LEAST_PLACES), MaxValueValidator(MOST_PLACES)]
    )
    # Whether it also stands on the page that anybody opens; else only whoever holds a ticket of the agency finds it.
    listed = models.BooleanField(default=True)
    state = models.CharField(max_length=6, choices=GroupState, default=GroupState.OPEN)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "state"], name="counselling_group_of_unit")]
        constraints = [
            models.CheckConstraint(
                name="counselling_group_size",
                condition=models.Q(places__gte=LEAST_PLACES, places__lte=MOST_PLACES),
                violation_error_message=_("Antara 2 dan 20 anggota."),
            ),
            models.CheckConstraint(
                name="counselling_group_two_leaders",
                condition=models.Q(second__isnull=True) | ~models.Q(second=models.F("owner")),
                violation_error_message=_("Pilih orang lain sebagai pendamping kedua."),
            ),
            models.CheckConstraint(
                name="counselling_group_closed_paired",
                condition=models.Q(state="open", closed_at__isnull=True)
                | models.Q(state="closed", closed_at__isnull=False),
            ),
        ]

    @property
    def lives(self) -> bool:
        return self.state == GroupState.OPEN

    @property
    def clock(self) -> ZoneInfo:
        return ZONES[self.zone]


class Meeting(Row):
    """One time at which a group meets. Words are said while it is open and at no other time."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, db_index=False, related_name="meetings")
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(
        default=90, validators=[MinValueValidator(LEAST_MINUTES), MaxValueValidator(MOST_MINUTES)]
    )
    state = models.CharField(max_length=9, choices=MeetingState, default=MeetingState.PLANNED)
    opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    erase_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["at"], name="counselling_meeting_ahead", condition=models.Q(state__in=["planned", "open"])
            ),
            models.Index(
                fields=["erase_at"], name="counselling_meeting_erase", condition=models.Q(erase_at__isnull=False)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="counselling_meeting_once",
                fields=["group", "at"],
                condition=~models.Q(state="cancelled"),
                violation_error_message=_("Pada waktu ini kelompok sudah punya pertemuan."),
            ),
            models.UniqueConstraint(
                name="counselling_meeting_one_open",
                fields=["group"],
                condition=models.Q(state="open"),
                violation_error_message=_("Masih ada pertemuan yang berlangsung. Akhiri dulu."),
            ),
            models.CheckConstraint(
                name="counselling_meeting_length",
                condition=models.Q(minutes__gte=LEAST_MINUTES, minutes__lte=MOST_MINUTES),
                violation_error_message=_("Antara 30 dan 180 menit."),
            ),
            models.CheckConstraint(
                name="counselling_meeting_opened_paired",
                condition=models.Q(state__in=["planned", "cancelled"], opened_at__isnull=True)
                | models.Q(state__in=["open", "ended", "erased"], opened_at__isnull=False),
            ),
            models.CheckConstraint(
                name="counselling_meeting_ended_paired",
                condition=models.Q(state__in=["ended", "erased"], ended_at__isnull=False)
                | models.Q(state__in=["planned", "open", "cancelled"], ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="counselling_meeting_erased_by_plan",
                condition=models.Q(state="ended", erase_at__isnull=False)
                | (~models.Q(state="ended") & models.Q(erase_at__isnull=True)),
            ),
        ]

    @property
    def goes_on(self) -> bool:
        return self.state == MeetingState.OPEN


class GroupSeat(Row):
    """One person's place, as the others of the group see it: a called name, and nothing that leads anywhere. Who that
    is stands in `GroupMember`, which they do not see."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, db_index=False, related_name="seats")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Empty: somebody who came by a ticket.
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = SealedText()
    joined_at = models.DateTimeField(default=now)
    left_at = models.DateTimeField(null=True, blank=True)
    muted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["group", "joined_at"], name="counselling_groupseat_of_group")]
        constraints = [
            models.UniqueConstraint(
                name="counselling_groupseat_once_of_staff",
                fields=["group", "staff"],
                condition=models.Q(staff__isnull=False),
            ),
            models.CheckConstraint(
                name="counselling_groupseat_has_name",
                condition=models.Q(name__isnull=False),
                violation_error_message=_("Tulis nama panggilan Anda di kelompok ini."),
            ),
        ]

    @property
    def is_member(self) -> bool:
        return self.staff_id is None


class GroupMember(Row):
    """Whose seat it is, and that they read and agreed to the rules. Seen by themself and by who leads."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, db_index=False, related_name="members")
    seat = models.OneToOneField(GroupSeat, on_delete=models.PROTECT, related_name="member")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    # Requests are kept until retention ends them.
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="group_memberships")
    agreed_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    # In words that the member reads.
    reason = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="counselling_groupmember_one_seat",
                fields=["group", "request"],
                violation_error_message=_("Anda sudah duduk di kelompok ini."),
            ),
            models.CheckConstraint(
                name="counselling_groupmember_removed_with_reason",
                condition=models.Q(removed_at__isnull=True, removed_by__isnull=True, reason__isnull=True)
                | models.Q(removed_at__isnull=False, removed_by__isnull=False, reason__isnull=False),
                violation_error_message=_("Tulis alasannya. Anggota ini membacanya."),
            ),
        ]
