"""A worker opens a group, plans when it meets, and closes it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.commons.people.models import Staff
from rangkul.support.counselling import group_policy as policy
from rangkul.support.counselling.actions.group_rows import JOB, about, hold, hold_group, seat_of_staff
from rangkul.support.counselling.actions.news import meeting_changed
from rangkul.support.counselling.group_states import (
    FARTHEST,
    GROUP,
    LEAST_MINUTES,
    LEAST_PLACES,
    MEETING,
    MOST_MEETINGS,
    MOST_MINUTES,
    MOST_PLACES,
    MeetingState,
    Zone,
)
from rangkul.support.counselling.models import Group, GroupSeat, Meeting
from rangkul.support.counselling.words import plain


@dataclass(frozen=True)
class Times:
    """`count` meetings, the first at `at`, each `weeks` after the one before, by the same clock on the wall:
    Indonesia's zones have no summer time."""

    at: datetime
    minutes: int = 90
    weeks: int = 1
    count: int = 1


@dataclass(frozen=True)
class Purpose:
    """What anybody may read of a group."""

    title: str
    for_whom: str
    rules: str
    places: int
    zone: str = Zone.WIB
    listed: bool = True


@action("group.opened", may=policy.may_open_group)
def open_group(*, by: Asker, purpose: Purpose, times: Times, second: Staff | None = None) -> Done:
    """Returns the Group, with its meetings planned."""
    me = Staff.objects.get(pk=by.staff_id)
    group = Group(
        agency_id=by.agency_id, unit_id=by.unit_id, owner=me, second=second, leader=me.called_name,
        zone=Zone(purpose.zone),
    )  # fmt: skip
    _fill(group, purpose)
    if second is not None and not policy.may_second(second, group):
        raise Refused(_("Pilih seseorang yang bekerja dengan klien di lembaga ini."), field="second")
    group.save(force_insert=True)
    for staff in filter(None, (me, second)):
        seat_of_staff(group, staff)
    return about(group, meetings=_plan(group, times))


def _fill(group: Group, purpose: Purpose) -> None:
    words = {"title": plain(purpose.title), "for_whom": plain(purpose.for_whom), "rules": plain(purpose.rules)}
    missing = {
        "title": _("Tulis tentang apa kelompok ini."),
        "for_whom": _("Tulis untuk siapa kelompok ini."),
        "rules": _("Tulis aturannya: setiap orang membacanya sebelum ikut."),
    }
    for name, text in words.items():
        if not text:
            raise Refused(missing[name], field=name)
        setattr(group, name, text)
    if not LEAST_PLACES <= purpose.places <= MOST_PLACES:
        raise Refused(_("Antara 2 dan 20 anggota."), field="places")
    group.places, group.listed = purpose.places, purpose.listed


def _plan(group: Group, times: Times) -> int:
    if not LEAST_MINUTES <= times.minutes <= MOST_MINUTES:
        raise Refused(_("Antara 30 dan 180 menit."), field="minutes")
    if not (1 <= times.count <= MOST_MEETINGS and 1 <= times.weeks <= 4):
        raise Refused(_("Antara 1 dan 26 pertemuan, berjarak 1 sampai 4 minggu."), field="count")
    when = [times.at + timedelta(weeks=times.weeks * place) for place in range(times.count)]
    if when[0] <= clock.now() or when[-1] > clock.now() + FARTHEST:
        raise Refused(_("Pilih waktu yang akan datang; yang terakhir paling jauh enam bulan lagi."), field="at")
    length = timedelta(minutes=MOST_MINUTES)
    near = Meeting.objects.filter(group=group, at__gt=when[0] - length, at__lt=when[-1] + length)
    planned = [one for one in near if one.state != MeetingState.CANCELLED]
    for at in when:
        if any(abs(one.at - at) < timedelta(minutes=max(one.minutes, times.minutes)) for one in planned):
            raise Refused(_("Bertabrakan dengan pertemuan yang sudah direncanakan."), field="at", code="overlap")
    for at in when:
        Meeting(group=group, at=at, minutes=times.minutes).save(force_insert=True)
    return len(when)


@action("group.changed", may=policy.leads)
def change_group(*, by: Asker, group: Group, purpose: Purpose) -> Done:
    """Members read the new words from now on. Places are never fewer than members."""
    group = hold_group(group)
    before = (group.title, group.for_whom, group.rules, group.places, group.listed)
    _fill(group, purpose)
    with acting(JOB):
        seated = GroupSeat.objects.filter(group=group, staff=None, left_at=None).count()
    if group.places < seated:
        raise Refused(_("Sudah ada %(n)d anggota; tempatnya tidak bisa kurang.") % {"n": seated}, field="places")
    if before == (group.title, group.for_whom, group.rules, group.places, group.listed):
        return about(group, silent=True)
    group.save(update_fields=["title", "for_whom", "rules", "places", "listed"])
    return about(group, places=group.places, listed=group.listed)


@action("group.meetings_planned", may=policy.leads)
def plan_meetings(*, by: Asker, group: Group, times: Times) -> Done:
    group = hold_group(group)
    if not group.lives:
        raise Refused(_("Kelompok ini sudah selesai."), code="closed")
    return about(group, count=_plan(group, times))


@action("group.meeting_cancelled", may=policy.leads_meeting)
def cancel_meeting(*, by: Asker, meeting: Meeting) -> Done:
    """Members read that behind their ticket; who wished it is told that there is news."""
    meeting = hold(meeting)
    if meeting.state == MeetingState.CANCELLED:
        return about(meeting.group, meeting, silent=True)
    MEETING.step(meeting, "cancel")
    meeting.save(update_fields=["state"])
    meeting_changed(meeting.group_id)
    return about(meeting.group, meeting, meeting=meeting.pk)


@action("group.closed", may=policy.leads)
def close_group(*, by: Asker, group: Group) -> Done:
    """It meets no more: what was planned is cancelled."""
    group = hold_group(group)
    if not group.lives:
        return about(group, silent=True)
    if Meeting.objects.filter(group=group, state=MeetingState.OPEN).exists():
        raise Refused(_("Akhiri dulu pertemuan yang sedang berlangsung."), code="open")
    GROUP.step(group, "close")
    group.closed_at = clock.now()
    group.save(update_fields=["state", "closed_at"])
    gone = Meeting.objects.filter(group=group, state=MeetingState.PLANNED).update(state=MeetingState.CANCELLED)
    if gone:
        meeting_changed(group.pk)
    return about(group, cancelled=gone)
