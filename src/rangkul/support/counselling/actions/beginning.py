"""A client opens a room, and closes and opens it again by the code word."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.base.ready import ready
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Level, Safe, State
from rangkul.journey.cases.queries import case_behind
from rangkul.support.counselling import policy
from rangkul.support.counselling.actions.call_rows import hang_up
from rangkul.support.counselling.actions.clock import client_waits, promised, terms_of
from rangkul.support.counselling.actions.heeding import heed
from rangkul.support.counselling.actions.rows import about, lock, next_number, sitting, write_line
from rangkul.support.counselling.models import Block, Message, Room, Seat, Transcript
from rangkul.support.counselling.states import LIVING, SHORTEST_CODE, Lane, Line, RoomKind, SeatRole
from rangkul.support.counselling.words import plain

# The words in which the client agrees to be counselled on a screen, by version.
CONSENT = "2026-1"
# How soon somebody looks after a room that was closed by its code word.
_LOOK = timedelta(minutes=15)


@dataclass(frozen=True)
class Begun:
    """What the client said before the conversation; `place` and `nearby` are needed to send help there."""

    kind: str = RoomKind.LIVE
    agreed: bool = False
    place: str = ""
    nearby: str = ""
    safe: str = Safe.UNKNOWN
    code_word: str = ""
    called_name: str = ""
    in_file: bool = False
    first_words: str = ""


@action("room.begun", may=policy.may_begin)
def begin(*, by: Asker, request: Request, begun: Begun) -> Done:
    """The client's room; the one that stands open already where there is one."""
    # Whoever presses twice waits here for the first of the two.
    request = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    standing = Room.objects.select_related("key").filter(request=request, state__in=LIVING).first()
    if standing is not None:
        return about(standing, silent=True)
    _refuse_unready(request, begun)
    words = plain(begun.first_words)
    room = _room(request, begun, red=bool(words) and heed(request.pk, words))
    room.save(force_insert=True)
    seat = Seat(room=room, role=SeatRole.CLIENT)
    seat.save(force_insert=True)
    if words:
        first = Message(room=room, key=room.key, seat=seat, number=next_number(room, Lane.ROOM))
        first.body = words
        first.save(force_insert=True)
    return about(room, kind=room.kind, owner=room.owner_id)


def _refuse_unready(request: Request, begun: Begun) -> None:
    if not begun.agreed:
        raise Refused(_("Percakapan baru dimulai setelah Anda setuju berbicara lewat layar."), field="agreed")
    if not plain(begun.place):
        raise Refused(_("Tulis di mana Anda sekarang, supaya pertolongan bisa sampai."), field="place")
    refuse_unnamed(begun.nearby)
    if begun.code_word and len(begun.code_word.strip()) < SHORTEST_CODE:
        raise Refused(_("Kata rahasia paling sedikit empat huruf."), field="code_word")
    if request.state in (State.WITHDRAWN, State.DECLINED, State.HANDED_OVER):
        raise Refused(_("Permintaan dari tiket ini sudah selesai. Mulai percakapan baru tanpa tiket."), code="closed")
    refuse_blocked(request.pk, request.region_code)


def refuse_unnamed(nearby: str) -> None:
    """Who can reach them must be answered: that there is nobody, or that they do not say yet, is an answer too."""
    if not plain(nearby):
        raise Refused(
            _("Tulis siapa yang bisa mendatangi Anda di sana. “Tidak ada” atau “belum mau bilang” juga jawaban."),
            field="nearby",
        )


def refuse_blocked(request_id: UUID, region_code: str) -> None:
    if (block := standing_block(request_id)) is not None:
        words = {"until": f"{clock.local(block.until, region_code):%d-%m-%Y %H.%M}"}
        raise Refused(_("Menulis di ruang konseling dari tiket ini ditutup sampai %(until)s.") % words, code="blocked")


@ready
def _blocks(request_id: UUID, at: datetime) -> QuerySet[Block]:
    rows = Block.objects.select_related("key").filter(request_id=request_id, lifted_at=None, until__gt=at)
    return rows.order_by("-until")[:1]


def standing_block(request_id: UUID) -> Block | None:
    return _blocks.one(request_id, clock.now())


def _room(request: Request, begun: Begun, *, red: bool) -> Room:
    case = case_behind(request.pk)
    of = case or request
    room = Room(
        key=DataKey.make(),
        agency_id=of.agency_id,
        unit_id=of.unit_id,
        request=request,
        case=case,
        against_id=of.against_id or request.against_id,
        owner_id=case.worker_id if case else request.owner_id,
        kind=begun.kind,
        region_code=of.region_code or request.region_code,
        red=red or of.level == Level.MERAH,
        in_file=begun.in_file,
        consent_version=CONSENT,
        safe=begun.safe,
    )
    room.called_name, room.place, room.nearby = plain(begun.called_name), plain(begun.place), plain(begun.nearby)
    room.code_word = begun.code_word.strip()
    room.answer_due = promised(room, room.began_at)
    return room


@action("room.hushed", may=policy.is_client)
def hush(*, by: Asker, room: Room) -> Done:
    """The client said the code word: nothing more is written to them until they come back by ticket and PIN. Somebody
    looks at it soon, because nobody knows who stands beside them."""
    room = lock(room)
    if not room.lives or room.hushed_at is not None:
        return about(room, silent=True)
    room.hushed_at = clock.now()
    room.answer_due = min(room.answer_due or room.hushed_at + _LOOK, room.hushed_at + _LOOK)
    room.save(update_fields=["hushed_at", "answer_due"])
    seat = sitting(by, room)
    hang_up(room, seat)
    write_line(room, Line.HUSHED, seat)
    return about(room, owner=room.owner_id)


@action("room.resumed", may=policy.is_client)
def resume(*, by: Asker, room: Room) -> Done:
    """Back by ticket and PIN, and safe to write again."""
    room = lock(room)
    if not room.lives or room.hushed_at is None:
        return about(room, silent=True)
    room.hushed_at = None
    room.save(update_fields=["hushed_at"])
    write_line(room, Line.RETURNED, sitting(by, room))
    client_waits(room)
    return about(room, owner=room.owner_id)


@action("room.transcript_chosen", may=policy.is_client)
def choose_transcript(*, by: Asker, room: Room, in_file: bool) -> Done:
    """Whether the words stay with the file. Changed at any time, until they are erased."""
    room = lock(room)
    if room.in_file == in_file or room.state == "erased":
        return about(room, silent=True)
    room.in_file = in_file
    room.erase_at = erase_at(room) if room.ended_at else None
    room.save(update_fields=["in_file", "erase_at"])
    if not in_file:
        Transcript.objects.filter(room=room).delete()
    return about(room, in_file=in_file)


def erase_at(room: Room) -> datetime | None:
    """When the words of a room that has ended go; None where they stay. Never before tomorrow, so that nobody loses by
    a slip of the finger what they meant to keep."""
    if room.in_file:
        return None
    days = terms_of(room.agency_id).keep_days
    return max(room.ended_at + timedelta(days=days), clock.now() + timedelta(days=1))
