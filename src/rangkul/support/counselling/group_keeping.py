"""What groups add to the rights of a person: their seat is left first, and what they said themself is in their copy."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.commons.trust import hooks
from rangkul.commons.trust.hooks import Section, Whose
from rangkul.support.counselling.keeping import with_file
from rangkul.support.counselling.models import GroupMember, GroupMessage, GroupOutcome


def connect() -> None:
    hooks.must_keep.append(seats_of_person)
    hooks.stranger_must_keep.append(seat_of_request)
    hooks.copies.append(copy_of_groups)


def seats_of_person(person_id: UUID) -> Iterator[str]:
    yield from _seated(Q(request__person_id=person_id))


def seat_of_request(request_id: UUID) -> Iterator[str]:
    yield from _seated(Q(request_id=request_id))


def _seated(whose: Q) -> Iterator[str]:
    sits = GroupMember.objects.filter(whose, seat__left_at=None).select_related("group").order_by("agreed_at")
    for row in sits:
        yield _("Masih duduk di kelompok “%(title)s”. Keluar dulu dari kelompok.") % {"title": row.group.title}


def copy_of_groups(whose: Whose) -> Iterator[Section]:
    """Where they sat, what they said, what was said to them alone, what was written about them; nothing that another
    member said."""
    mine = Q(request__person_id__in=whose.person_ids) | Q(request_id=whose.request_id, request_id__isnull=False)
    rows = GroupMember.objects.filter(mine).select_related("group", "seat__key", "key").order_by("agreed_at")
    for member in rows:
        yield Section(_("Kelompok: %(title)s") % {"title": member.group.title}, tuple(_rows(member)))


def _rows(member: GroupMember) -> Iterator[tuple[str, str]]:
    zone = member.group.clock
    yield _("Nama panggilan di kelompok"), member.seat.name
    yield _("Setuju dengan aturannya"), f"{member.agreed_at.astimezone(zone):%d-%m-%Y %H.%M}"
    if member.removed_at:
        yield _("Dikeluarkan karena"), member.reason
    said = GroupMessage.objects.filter(Q(seat=member.seat) | Q(beside=member.seat), line="")
    rows = said.exclude(withdrawals__isnull=False).select_related("key", "seat__key", "enclosure")
    for message in rows.order_by("at"):
        who = _("Anda") if message.seat_id == member.seat_id else message.seat.name
        yield f"{who}, {message.at.astimezone(zone):%d-%m %H.%M}", with_file(message, message.body)
    outcomes = GroupOutcome.objects.filter(seat=member.seat, activity=None).select_related("key", "meeting")
    for outcome in outcomes.order_by("meeting__at"):
        when = {"when": f"{outcome.meeting.at.astimezone(zone):%d-%m-%Y}"}
        yield _("Hasil pertemuan %(when)s") % when, outcome.text
