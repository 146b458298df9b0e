"""Somebody takes a seat in a group by their ticket, leaves it, is hushed or removed."""

import re

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.models import DataKey
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import State
from rangkul.support.counselling import group_policy as policy
from rangkul.support.counselling.actions.beginning import refuse_blocked
from rangkul.support.counselling.actions.group_rows import (
    JOB,
    about,
    about_member,
    hold_group,
    one_by_one,
    open_meeting_of,
    tell_seat,
    write_line,
)
from rangkul.support.counselling.group_states import LONGEST_NAME, GroupLine
from rangkul.support.counselling.models import Attendance, Group, GroupMember, GroupSeat
from rangkul.support.counselling.words import bare, plain

# Whoever types a number or an address as a name would hand it to strangers.
_LEADS_SOMEWHERE = re.compile(r"\d{4}|@|https?:|www\.", re.IGNORECASE)


@action("group.joined", may=policy.may_join)
def join_group(*, by: Asker, group: Group, request: Request, name: str, agreed: bool) -> Done:
    """A seat under a called name that only this group sees. Twice pressed it is one seat; who left comes back to theirs
    and reads what is said from then on."""
    group = hold_group(group)
    request = Request.objects.get(pk=request.pk)
    if policy.seat_in(by, group) is not None:
        return about_member(group, request.pk, group, silent=True)
    if not agreed:
        raise Refused(_("Baca dulu aturannya, lalu setujui."), field="agreed")
    if not group.lives:
        raise Refused(_("Kelompok ini sudah selesai."), code="closed")
    if request.state in (State.WITHDRAWN, State.DECLINED, State.HANDED_OVER):
        raise Refused(
            _("Permintaan dari tiket ini sudah selesai. Minta bantuan baru untuk ikut kelompok."), code="over"
        )
    refuse_blocked(request.pk, request.region_code)
    called = _name(name)
    with acting(JOB):
        _sit_down(group, request, called)
    return about_member(group, request.pk, group)


def _name(name: str) -> str:
    called = " ".join(plain(name).split())
    if not bare(called):
        raise Refused(_("Tulis nama panggilan Anda di kelompok ini."), field="name")
    if len(called) > LONGEST_NAME:
        raise Refused(_("Namanya paling panjang 30 huruf."), field="name")
    if _LEADS_SOMEWHERE.search(called):
        raise Refused(_("Pakai nama panggilan saja, tanpa nomor atau alamat."), field="name")
    return called


def _sit_down(group: Group, request: Request, called: str) -> None:
    before = GroupMember.objects.select_related("seat__key").filter(group=group, request=request).first()
    if before is not None and before.removed_at is not None:
        raise Refused(_("Anda tidak lagi ikut kelompok ini. Bicarakan dengan petugas di ruang Anda."), code="removed")
    if _same_person_sits(group, request):
        raise Refused(_("Anda sudah duduk di kelompok ini dengan tiket lain."), code="seated")
    seated = list(GroupSeat.objects.select_related("key").filter(group=group, left_at=None))
    if sum(one.is_member for one in seated) >= group.places:
        raise Refused(_("Kelompok ini penuh. Coba lagi nanti, atau pilih kelompok lain."), code="full")
    if any(bare(one.name) == bare(called) for one in seated):
        raise Refused(_("Nama ini sudah dipakai di kelompok ini. Pilih nama lain."), field="name")
    if before is not None:
        seat = before.seat
        seat.name, seat.joined_at, seat.left_at = called, clock.now(), None
        seat.save(update_fields=["name", "joined_at", "left_at"])
        before.agreed_at = clock.now()
        before.save(update_fields=["agreed_at"])
        return
    seat = GroupSeat(group=group, key=DataKey.make())
    seat.name, seat.joined_at = called, clock.now()
    seat.save(force_insert=True)
    GroupMember(group=group, seat=seat, key=seat.key, request=request).save(force_insert=True)


def _same_person_sits(group: Group, request: Request) -> bool:
    if request.person_id is None:
        return False
    others = GroupMember.objects.filter(group=group, request__person_id=request.person_id).exclude(request=request)
    return others.filter(seat__left_at=None).exists() or others.filter(removed_at__isnull=False).exists()


def _get_up(group: Group, seat: GroupSeat) -> None:
    """Out of the room first, while it may still be said that they go."""
    met = open_meeting_of(group)
    with acting(JOB):
        was_there = met is not None and Attendance.objects.filter(meeting=met, seat=seat).exists()
    if met is not None and was_there:
        write_line(met, GroupLine.WENT, seat)
    with acting(JOB):
        seat.left_at = clock.now()
        seat.save(update_fields=["left_at"])


@action("group.left", may=policy.sits)
def leave_group(*, by: Asker, group: Group) -> Done:
    """At any time, without a reason."""
    group = hold_group(group)
    seat = policy.seat_in(by, group)
    if seat is not None:
        _get_up(group, seat)
    return about_member(group, by.ticket_id, group, silent=seat is None)


@action("group.member_removed", may=policy.leads_seat)
def remove_member(*, by: Asker, seat: GroupSeat, reason: str) -> Done:
    """They read nothing of the group by their next look, except why. Their request and their room stay as they are."""
    one_by_one(seat.group_id)
    words = plain(reason)
    if not words:
        raise Refused(_("Tulis alasannya. Anggota ini membacanya."), field="reason")
    member = GroupMember.objects.select_related("seat__key", "seat__group", "key").get(seat=seat)
    group = member.seat.group
    if member.removed_at is not None:
        return about_member(group, member.request_id, member, silent=True)
    if member.seat.left_at is None:
        _get_up(group, member.seat)
    member.removed_at, member.removed_by_id, member.reason = clock.now(), by.staff_id, words
    member.save(update_fields=["removed_at", "removed_by", "reason"])
    tell_seat(group, member.seat, "group.removed")
    return about_member(group, member.request_id, member)


@action("group.member_hushed", may=policy.leads_seat)
def hush_member(*, by: Asker, seat: GroupSeat, on: bool = True) -> Done:
    """Reads on, and writes to the leader alone."""
    one_by_one(seat.group_id)
    held = GroupSeat.objects.select_related("group").get(pk=seat.pk)
    if (held.muted_at is not None) == on:
        return about(held.group, held, silent=True)
    held.muted_at = clock.now() if on else None
    held.save(update_fields=["muted_at"])
    tell_seat(held.group, held, "room.changed")
    return about(held.group, held, seat=held.pk, on=on)
