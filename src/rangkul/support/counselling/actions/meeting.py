"""A group meets: it is opened, its members come in and speak, and it ends with what came of it."""

import re
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.base.live.telling import tell
from rangkul.base.models import DataKey
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.queries import case_behind
from rangkul.journey.cases.states import Channel, Method, PracticeLevel
from rangkul.support.counselling import group_policy as policy
from rangkul.support.counselling.actions.beginning import hush, refuse_blocked
from rangkul.support.counselling.actions.clock import terms_of
from rangkul.support.counselling.actions.group_rows import (
    JOB,
    about,
    after_all,
    attend,
    hold,
    hold_open,
    last_number,
    seat_of_asker,
    spoke,
    write_line,
)
from rangkul.support.counselling.actions.heeding import heed, let_leaders_in
from rangkul.support.counselling.actions.news import meeting_changed
from rangkul.support.counselling.group_states import (
    MEETING,
    MOST_OF_ONE_A_MINUTE,
    OPENS_BEFORE,
    GroupLine,
    MeetingState,
)
from rangkul.support.counselling.models import (
    Attendance,
    Group,
    GroupDraft,
    GroupMember,
    GroupMessage,
    GroupNote,
    GroupOutcome,
    GroupSeat,
    Meeting,
    Room,
)
from rangkul.support.counselling.states import Lane
from rangkul.support.counselling.words import plain, same_word, sayable


@action("group.meeting_opened", may=policy.leads_meeting)
def open_meeting(*, by: Asker, meeting: Meeting) -> Done:
    """Shortly before its time at the earliest."""
    meeting = hold(meeting)
    if meeting.goes_on:
        return about(meeting.group, meeting, silent=True)
    if meeting.at > clock.now() + OPENS_BEFORE:
        raise Refused(_("Pertemuan dibuka paling cepat 15 menit sebelum waktunya."), code="early")
    if Meeting.objects.filter(group=meeting.group, state=MeetingState.OPEN).exists():
        raise Refused(_("Masih ada pertemuan yang berlangsung. Akhiri dulu."), code="open")
    MEETING.step(meeting, "open")
    meeting.opened_at = clock.now()
    meeting.save(update_fields=["state", "opened_at"])
    write_line(meeting, GroupLine.OPENED, seat_of_asker(by, meeting.group))
    # Pages that wait show the way in; whoever wished it is told that something came.
    tell("room.changed", meeting.pk, {meeting.pk})
    meeting_changed(meeting.group_id)
    return about(meeting.group, meeting, meeting=meeting.pk)


# That somebody came is one row, which says so without the minute-by-minute trail of a log.
@action("group.meeting_entered", may=policy.sits_in_meeting)
def enter_meeting(*, by: Asker, meeting: Meeting) -> Done:
    meeting = hold_open(meeting)
    seat = seat_of_asker(by, meeting.group)
    _there, new = attend(meeting, seat)
    if new:
        write_line(meeting, GroupLine.CAME, seat)
    return about(meeting.group, meeting, silent=True)


def say_in_group(
    *, by: Asker, meeting: Meeting, text: str, client_id: UUID | None = None, private: bool = False,
    to: GroupSeat | None = None,
) -> GroupMessage | None:  # fmt: skip
    """Returns the GroupMessage, or None where a member sent their code word.

    `private`: only the member and who leads read it; a leader says `to` whom. Signs of danger go to the member's own
    request, before the group is held: whoever decides there never waits for a group. They are kept also where the
    message is refused: the meeting has just ended, the seat only listens, who writes was removed."""
    hear_in_group(by=by, meeting=meeting, text=text)
    return say_to_group(by=by, meeting=meeting, text=text, client_id=client_id, private=private, to=to)


def hear_in_group(*, by: Asker, meeting: Meeting, text: str) -> None:
    """Who leads reads the words, so they and whoever supervises them see the request of which the alarm is."""
    if by.kind != "ticket":
        return
    with transaction.atomic():
        if heed(by.ticket_id, text):
            let_leaders_in(by.ticket_id, meeting.group)


# Like a message in a room: its own log, and no event beside it.
@action("group.message_sent", may=policy.may_say)
def say_to_group(
    *, by: Asker, meeting: Meeting, text: str, client_id: UUID | None = None, private: bool = False,
    to: GroupSeat | None = None,
) -> Done:  # fmt: skip
    """`say_in_group` without listening, for verbs that have listened already."""
    if by.kind == "ticket":
        if _is_code_word(by, text):
            return Done(None, subject=("group", meeting.group_id), silent=True)
        own = Request.objects.get(pk=by.ticket_id)
        refuse_blocked(own.pk, own.region_code)
    meeting = hold_open(meeting)
    seat = seat_of_asker(by, meeting.group)
    if client_id and (twin := _twin(seat, client_id)):
        return about(meeting.group, twin, silent=True)
    beside = _line(by, meeting, seat, to) if private else None
    if seat.muted_at is not None and beside is None:
        raise Refused(_("Petugas meminta Anda mendengarkan dulu. Anda bisa menulis kepadanya saja."), code="hushed")
    words = sayable(text)
    _refuse_flood(seat)
    there, new = attend(meeting, seat)
    if new and by.kind == "ticket":
        write_line(meeting, GroupLine.CAME, seat)
    message = GroupMessage(
        meeting=meeting, key=there.key, seat=seat, beside=beside, client_id=client_id,
        number=last_number(meeting, beside.pk if beside else None) + 1,
    )  # fmt: skip
    message.at = after_all(meeting)
    message.body = words
    message.save(force_insert=True)
    lane = Lane.ASIDE if private else Lane.ROOM
    GroupDraft.objects.filter(meeting=meeting, seat=seat, lane=lane).delete()
    spoke(meeting, beside.pk if beside else None)
    return about(meeting.group, message, silent=True)


def _is_code_word(by: Asker, text: str) -> bool:
    """The word by which this client closes their own room closes everything here too, and is said to nobody."""
    room = Room.objects.select_related("key").filter(request_id=by.ticket_id).order_by("-began_at").first()
    if room is None or not room.code_word or not same_word(text, room.code_word):
        return False
    if room.lives:
        hush(by=by, room=room)
    return True


def _twin(seat: GroupSeat, client_id: UUID) -> GroupMessage | None:
    return GroupMessage.objects.filter(seat=seat, client_id=client_id).select_related("key").first()


def _line(by: Asker, meeting: Meeting, seat: GroupSeat, to: GroupSeat | None) -> GroupSeat:
    if by.kind == "ticket":
        return seat
    if to is None or to.group_id != meeting.group_id or not to.is_member or to.left_at is not None:
        raise Refused(_("Pilih kepada siapa."), field="to")
    return to


def _refuse_flood(seat: GroupSeat) -> None:
    since = clock.now() - timedelta(minutes=1)
    with acting(JOB):
        many = GroupMessage.objects.filter(seat=seat, line="", at__gt=since).count()
    if many >= MOST_OF_ONE_A_MINUTE:
        raise Refused(_("Terlalu cepat. Tunggu sebentar, lalu kirim lagi. Pesan Anda tidak hilang."), code="flood")


@action("group.message_withdrawn", may=policy.may_take_back)
def take_back(*, by: Asker, message: GroupMessage) -> Done:
    """Said and taken back: both stand in the log, the words are shown to nobody any more."""
    meeting = hold_open(message.meeting)
    if GroupMessage.objects.filter(about_id=message.pk, line=GroupLine.WITHDRAWN).exists():
        return about(meeting.group, message, silent=True)
    if message.line:
        raise Refused(_("Yang ditulis sistem tidak bisa ditarik."), code="line")
    seat = seat_of_asker(by, meeting.group)
    there, _new = attend(meeting, seat)
    fact = GroupMessage(
        meeting=meeting, key=there.key, seat=seat, beside_id=message.beside_id, line=GroupLine.WITHDRAWN,
        about=message, number=last_number(meeting, message.beside_id) + 1,
    )  # fmt: skip
    fact.at = after_all(meeting)
    fact.save(force_insert=True)
    spoke(meeting, message.beside_id)
    return about(meeting.group, fact, id=message.pk)


@action("group.meeting_ended", may=policy.leads_meeting)
def end_meeting(*, by: Asker, meeting: Meeting, text: str, own: dict[UUID, str] | None = None) -> Done:
    """`text`: what came of it for the group, naming nobody; it goes to everybody who was there. `own`: by seat, what
    concerns one of them alone. Each becomes an activity of that member's case where there is one that the leader sees.
    """
    meeting = hold_open(meeting)
    words, own = plain(text), {seat: plain(said) for seat, said in (own or {}).items()}
    if not words:
        raise Refused(_("Tulis apa hasil pertemuan ini."), field="text", code="empty")
    rows = Attendance.objects.select_related("seat__key").filter(meeting=meeting, seat__staff=None)
    came = [row.seat for row in rows.order_by("came_at")]
    _refuse_names(meeting.group, words, own)
    write_line(meeting, GroupLine.ENDED, seat_of_asker(by, meeting.group))
    MEETING.step(meeting, "end")
    meeting.ended_at = clock.now()
    meeting.erase_at = meeting.ended_at + timedelta(days=terms_of(meeting.group.agency_id).keep_days)
    meeting.save(update_fields=["state", "ended_at", "erase_at"])
    minutes = max(1, min(24 * 60, round((meeting.ended_at - meeting.opened_at).total_seconds() / 60)))
    note = GroupNote(meeting=meeting, key=DataKey.make(), by_id=by.staff_id, minutes=minutes, came=len(came))
    note.text = words
    note.save(force_insert=True)
    for seat in came:
        _outcome(by, meeting, seat, "\n".join(filter(None, (words, own.get(seat.pk, "")))), minutes)
    return about(meeting.group, meeting, meeting=meeting.pk, came=len(came))


def _refuse_names(group: Group, words: str, own: dict[UUID, str]) -> None:
    """Nobody's name comes into another's file."""
    seats = GroupSeat.objects.select_related("key").filter(group=group, staff=None)
    names = {seat.pk: seat.name for seat in seats}
    for pk, name in names.items():
        if _names(words, name):
            raise Refused(
                _("Catatan kelompok menyebut %(who)s. Ia masuk ke berkas setiap anggota: tulis tentang seseorang pada"
                  " barisnya sendiri.") % {"who": name},
                field="text", code="names",
            )  # fmt: skip
        for other, said in own.items():
            if other != pk and _names(said, name):
                whose = {"who": name, "whose": names.get(other, "")}
                raise Refused(
                    _("Baris untuk %(whose)s menyebut %(who)s. Jangan bawa nama orang lain ke berkasnya.") % whose,
                    code="names",
                )


def _names(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


def _outcome(by: Asker, meeting: Meeting, seat: GroupSeat, words: str, minutes: int) -> None:
    member = GroupMember.objects.get(seat=seat)
    row = GroupOutcome(meeting=meeting, seat=seat, key=seat.key)
    case = case_behind(member.request_id)
    if case is not None and case.is_open:
        row.activity = cases.record_activity(
            by=by, case=case, channel=Channel.CHAT, minutes=minutes, result=words,
            method=Method.GROUPWORK, level=PracticeLevel.MEZZO,
        )  # fmt: skip
    else:
        row.text = words
    row.save(force_insert=True)
