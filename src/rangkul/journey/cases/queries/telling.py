"""What the client reads of what is written about them, newest first, and what is held back from them for a while."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.commons.trust.hooks import Whose
from rangkul.entry.intake.states import ClientKind, ForWhom
from rangkul.journey.cases.models import Activity, Case, Exemption, Note
from rangkul.journey.cases.states import ExemptionReason, NoteKind, TicketHolder


@dataclass(frozen=True)
class Told:
    """One entry in plain words. `exemption` is what holds it back now, seen by staff alone."""

    row: Note | Activity
    title: str
    at: datetime
    who: str
    text: str
    corrections: tuple[tuple[datetime, str], ...] = ()
    exemption: Exemption | None = None


@dataclass(frozen=True)
class HeldBack:
    """What the client knows of an entry that is held back: of what day it is, why in general, and until when."""

    at: datetime
    reason: str
    until: datetime


def reads_all(case: Case) -> bool:
    """Where a case is about one person, everything in it is about them. What is written of a household or a group is
    about several, and is read with a worker."""
    return case.client_kind == ClientKind.PERSON


def is_client(case: Case, whose: Whose) -> bool:
    """Whether the copy is that of the one client of the case, and not of who asked for them."""
    if not reads_all(case):
        return False
    if case.person_id is not None:
        return case.person_id in whose.person_ids
    return case.request is not None and case.request.for_whom == ForWhom.SELF


def reads_own(case: Case) -> bool:
    """Whether the holder of the ticket is the client of this case, and nobody else's words stand in it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT cases_reads_own(%s)", [case.pk])
        return cursor.fetchone()[0]


def told_of(case: Case, limit: int, first: int = 0) -> tuple[list[Told], bool]:
    """`limit` entries from the `first` on, newest first, as far as the asker sees them; and whether older ones follow.
    A correction stands under what it mends."""
    last = first + limit + 1
    rows: list[Note | Activity] = [*_notes(case)[:last], *_activities(case)[:last]]
    rows.sort(key=lambda row: (row.at, row.pk), reverse=True)
    page = rows[first : first + limit]
    return list(_in_words(case, page)), len(rows) > first + limit


def _notes(case: Case) -> QuerySet[Note]:
    """Not what who asked for the client wrote by their own ticket: that is theirs."""
    askers = case.tickets.filter(holder=TicketHolder.ASKER).values("request_id")
    rows = case.notes.filter(corrects=None, activity=None).filter(Q(request=None) | ~Q(request__in=askers))
    rows = rows.select_related("key", "by")
    return rows.order_by("-at", "-id")


def _activities(case: Case) -> QuerySet[Activity]:
    return case.activities.select_related("key", "by").order_by("-at", "-id")


def _in_words(case: Case, page: list[Note | Activity]) -> Iterator[Told]:
    ids = [row.pk for row in page]
    mended: dict[UUID, list[Note]] = {}
    for note in case.notes.filter(Q(corrects__in=ids) | Q(activity__in=ids)).select_related("key").order_by("id"):
        mended.setdefault(note.corrects_id or note.activity_id, []).append(note)
    held = {one.note_id or one.activity_id: one for one in held_now(case)}
    for row in page:
        corrections = tuple((one.made_at, one.text) for one in mended.get(row.pk, ()))
        who = row.by.called_name if row.by else ""
        yield Told(row, title_of(row), row.at, who, text_of(row), corrections, held.get(row.pk))


def title_of(row: Note | Activity) -> str:
    if isinstance(row, Activity):
        return str(_("Bantuan darurat") if row.emergency else row.get_channel_display())
    words = {
        NoteKind.CLIENT: _("Anda menulis"),
        NoteKind.CONFERENCE: _("Kasus Anda dibahas bersama"),
        NoteKind.SUPERVISION: _("Catatan supervisor"),
    }
    return words.get(row.kind, _("Catatan petugas"))


def text_of(row: Note | Activity) -> str:
    if isinstance(row, Activity) and row.next_step:
        return row.result + "\n" + _("Langkah berikutnya: {step}").format(step=row.next_step)
    return row.result if isinstance(row, Activity) else row.text


def held_now(case: Case) -> list[Exemption]:
    """What is held back now, the earliest end first; nothing for who is no staff."""
    rows = case.exemptions.filter(ended_at=None, until__gt=clock.now())
    return list(rows.select_related("key", "by", "note__key", "activity__key").order_by("until", "id"))


def held_back(case: Case) -> list[HeldBack]:
    """What the client is told of: never what is written, and not what it would endanger somebody to know of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT at, reason, until FROM cases_held_back(%s)", [case.pk])
        return [HeldBack(at, str(ExemptionReason(reason).label), until) for at, reason, until in cursor.fetchall()]
