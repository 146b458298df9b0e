"""Which groups there are for somebody, when they meet, and who sits in them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import Q, QuerySet
from django.http import Http404

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.support.counselling.group_states import (
    NOT_ENDED_AFTER,
    NOT_OPENED_AFTER,
    OPENS_BEFORE,
    GroupState,
    MeetingState,
)
from rangkul.support.counselling.models import (
    Attendance,
    Group,
    GroupMember,
    GroupNote,
    GroupOutcome,
    GroupSeat,
    Meeting,
)

_SHOWN = 60
_AHEAD = 3


@dataclass(frozen=True)
class Offered:
    """A group with its next times."""

    group: Group
    times: tuple[Meeting, ...]
    free: int
    # The asker sits in it.
    mine: bool = False

    @property
    def next(self) -> Meeting | None:
        return self.times[0] if self.times else None


def get_group(pk: UUID) -> Group:
    """Raises Http404 where there is none that the asker sees."""
    found = Group.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def get_meeting(pk: UUID) -> Meeting:
    found = Meeting.objects.select_related("group").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def offered(by: Asker) -> list[Offered]:
    """Running groups that the asker may find, those in which they sit first, then by their next time."""
    groups = list(Group.objects.filter(state=GroupState.OPEN).order_by("title")[:_SHOWN])
    times = _ahead([group.pk for group in groups])
    mine = sat_in(by)
    free = _free([group.pk for group in groups])
    rows = [Offered(one, times.get(one.pk, ())[:_AHEAD], free[one.pk], one.pk in mine) for one in groups]
    rows = [row for row in rows if row.times or row.mine]
    return sorted(rows, key=lambda row: (not row.mine, row.next is None, row.next.at if row.next else clock.now()))


def offered_one(group: Group, by: Asker) -> Offered:
    return Offered(group, _ahead([group.pk]).get(group.pk, ()), free_places(group), group.pk in sat_in(by))


def any_offered() -> bool:
    """Whether the page of groups has something to show."""
    ahead = Meeting.objects.filter(state__in=[MeetingState.PLANNED, MeetingState.OPEN], group__state=GroupState.OPEN)
    return ahead.filter(at__gt=clock.now() - NOT_ENDED_AFTER).exists()


def _ahead(groups: list[UUID]) -> dict[UUID, tuple[Meeting, ...]]:
    """The next meetings of each, one that goes on included. One that nobody opened is no longer ahead an hour later."""
    open_or_planned = Q(state=MeetingState.OPEN) | Q(
        state=MeetingState.PLANNED, at__gt=clock.now() - NOT_ENDED_AFTER
    )  # fmt: skip
    found: dict[UUID, tuple[Meeting, ...]] = {}
    for one in Meeting.objects.filter(open_or_planned, group__in=groups).order_by("at"):
        found[one.group_id] = (*found.get(one.group_id, ()), one)
    return found


def free_places(group: Group) -> int:
    return _free([group.pk])[group.pk]


def _free(groups: list[UUID]) -> dict[UUID, int]:
    """Counted by the database: who asks sees nobody who sits there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT one, counselling_free_places(one) FROM unnest(%s::uuid[]) one", [groups])
        return {pk: free or 0 for pk, free in cursor.fetchall()}


def sat_in(by: Asker) -> frozenset[UUID]:
    if by.kind != "ticket":
        return frozenset()
    mine = GroupMember.objects.filter(request_id=by.ticket_id, seat__left_at=None)
    return frozenset(mine.values_list("group_id", flat=True))


def removal_of(by: Asker, group: Group) -> GroupMember | None:
    """That and why the asker no longer sits there, where a worker decided so."""
    if by.kind != "ticket":
        return None
    rows = GroupMember.objects.select_related("key")
    return rows.filter(group=group, request_id=by.ticket_id, removed_at__isnull=False).first()


def next_meetings(by: Asker) -> list[Meeting]:
    """For the page of a ticket: the next meeting of each group in which its holder sits."""
    ahead = _ahead(list(sat_in(by)))
    first = [times[0].pk for times in ahead.values()]
    return list(Meeting.objects.select_related("group").filter(pk__in=first).order_by("at")) if first else []


def meeting_for_member(group: Group) -> Meeting | None:
    """The one that goes on, else the last one whose words are still there, else the next."""
    rows = Meeting.objects.select_related("group").filter(group=group)
    return (
        rows.filter(state=MeetingState.OPEN).first()
        or rows.filter(state=MeetingState.ENDED).order_by("-at").first()
        or next_planned(group)
    )


def next_planned(group: Group) -> Meeting | None:
    planned = Meeting.objects.select_related("group").filter(group=group, state=MeetingState.PLANNED)
    return planned.filter(at__gt=clock.now() - NOT_ENDED_AFTER).order_by("at").first()


def attended(meeting: Meeting, seat: GroupSeat) -> bool:
    return Attendance.objects.filter(meeting=meeting, seat=seat).exists()


def clock_of(by: Asker, group: Group) -> ZoneInfo:
    """Whoever holds a ticket reads times by the clock of their place, where they named it."""
    if by.kind == "ticket":
        region = Request.objects.filter(pk=by.ticket_id).values_list("region_code", flat=True).first()
        if region:
            return clock.zone(region)
    return group.clock


def groups_of(by: Asker) -> list[Offered]:
    """Of the asker's unit and those that they lead, running ones first."""
    here = Q(unit_id=by.unit_id) | Q(owner_id=by.staff_id) | Q(second_id=by.staff_id)
    groups = list(Group.objects.filter(here).select_related("owner").order_by("-state", "title")[:_SHOWN])
    times = _ahead([one.pk for one in groups])
    free = _free([one.pk for one in groups])
    return [Offered(one, times.get(one.pk, ())[:1], free[one.pk]) for one in groups]


def meetings_of(group: Group) -> list[Meeting]:
    return list(Meeting.objects.filter(group=group).exclude(state=MeetingState.CANCELLED).order_by("at")[:_SHOWN])


def may_open_now(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.PLANNED and meeting.at <= clock.now() + OPENS_BEFORE


@dataclass(frozen=True)
class Member:
    """For whoever leads: who sits there, and the way to their own request where they may see that."""

    seat: GroupSeat
    row: GroupMember
    request: Request | None
    came: int


def members_of(group: Group) -> list[Member]:
    rows = list(GroupMember.objects.select_related("seat__key", "key").filter(group=group).order_by("seat__joined_at"))
    seen = Request.objects.in_bulk([row.request_id for row in rows])
    came: dict[UUID, int] = {}
    for seat in Attendance.objects.filter(seat__in=[row.seat_id for row in rows]).values_list("seat_id", flat=True):
        came[seat] = came.get(seat, 0) + 1
    return [Member(row.seat, row, seen.get(row.request_id), came.get(row.seat_id, 0)) for row in rows]


def there(meeting: Meeting) -> list[GroupSeat]:
    """Who came to this meeting and still sits in the group, as whoever leads sees it."""
    rows = Attendance.objects.select_related("seat__key").filter(meeting=meeting, seat__left_at=None)
    return [row.seat for row in rows.order_by("came_at")]


def seated(group: Group) -> list[GroupSeat]:
    """Everybody who sits there now, as far as the asker may see it."""
    rows = GroupSeat.objects.select_related("key").filter(group=group, left_at=None)
    return list(rows.order_by("joined_at", "id"))


def note_of(meeting: Meeting) -> GroupNote | None:
    return GroupNote.objects.select_related("key", "by").filter(meeting=meeting).first()


def outcomes_of_request(request_id: UUID) -> QuerySet[GroupOutcome]:
    rows = GroupOutcome.objects.select_related("key", "meeting__group")
    return rows.filter(seat__member__request_id=request_id).order_by("-meeting__at")


def not_begun_or_not_ended(now: datetime) -> QuerySet[Meeting]:
    """Planned and not opened at its time, or open long after its end."""
    longest = timedelta(minutes=1)
    late_end = [
        Q(state=MeetingState.OPEN, minutes=minutes, at__lte=now - NOT_ENDED_AFTER - longest * minutes)
        for minutes in Meeting.objects.filter(state=MeetingState.OPEN).values_list("minutes", flat=True).distinct()
    ]
    found = Q(state=MeetingState.PLANNED, at__lte=now - NOT_OPENED_AFTER)
    for one in late_end:
        found |= one
    return Meeting.objects.filter(found)


def groups_held_by(staff_id: UUID) -> int:
    """Running groups of a worker whose account is to be closed."""
    return Group.objects.filter(owner_id=staff_id, state=GroupState.OPEN).count()


def erasable(moment: datetime, most: int) -> list[Meeting]:
    rows = Meeting.objects.select_related("group").filter(erase_at__lte=moment, state=MeetingState.ENDED)
    return list(rows.order_by("erase_at")[:most])
