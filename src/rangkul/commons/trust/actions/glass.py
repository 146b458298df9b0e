"""Breaking the glass: a worker without a right opens one file for hours, says why, and somebody else looks at it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import queries as people
from rangkul.commons.people.models import Staff
from rangkul.commons.trust import hooks, policy, reviewing
from rangkul.commons.trust.actions.grants import database_now
from rangkul.commons.trust.models import LONGEST_BREAK_GLASS, AccessGrant, BreakGlass
from rangkul.commons.trust.states import Basis

SHORTEST_REASON = 15


@action("glass.broken", may=policy.may_break_glass)
def break_glass(*, by: Asker, subject: tuple[str, UUID], reason: str, hours: float = 1) -> Done:
    """Open `subject` (kind, id) to the asker alone, for at most four hours. A second request while one is open
    returns the open one. Raises Refused where no such file is in the agency or nobody could review."""
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise Refused(_("Tulis alasannya dalam satu kalimat lengkap."), field="reason")
    if not 0 < hours * 3600 <= LONGEST_BREAK_GLASS.total_seconds():
        raise Refused(_("Akses darurat paling lama empat jam."), field="hours")
    if not _file_in_my_agency(subject):
        raise Refused(_("Berkas ini tidak ditemukan di lembaga Anda."), code="unknown")
    moment = database_now()
    if (standing := _open_one(by, subject, moment)) is not None:
        return Done(standing, silent=True)
    glass = _begin(by, subject, reason, moment + timedelta(hours=hours))
    _open(by, subject, glass, moment)
    for further in _opened_with(by, subject):
        _open(by, further, glass, moment)
    payload = {"glass": str(glass.pk), "until": glass.until.isoformat(), "reviewer": str(glass.reviewer_id)}
    return Done(glass, subject=subject, payload=payload)


@action("glass.sought", may=policy.may_break_glass)
def seek_file(*, by: Asker, called: str) -> Done:
    """Which file is meant by a case number, a ticket or a NIK: (kind, id), or None. That somebody asked is an event,
    found or not; the words are not kept."""
    digits = "".join(letter for letter in called if letter.isdigit())
    nik = people.blind_nik(digits) if len(digits) == 16 else None
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, file FROM trust_file_called(%s, %s)", [called.strip(), nik])
        found = cursor.fetchone()
    return Done(found, subject=("staff", by.staff_id), payload={"found": found is not None})


def _file_in_my_agency(subject: tuple[str, UUID]) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT file_in_my_agency(%s, %s)", subject)
        return cursor.fetchone()[0]


def _open_one(by: Asker, subject: tuple[str, UUID], moment: datetime) -> BreakGlass | None:
    held = AccessGrant.objects.filter(
        subject_id=subject[1], grantee_id=by.staff_id, basis=Basis.BREAK_GLASS, valid_to__gt=moment
    )
    mine = BreakGlass.objects.filter(staff_id=by.staff_id, subject_id=subject[1], until__gt=moment)
    return mine.order_by("-made_at").first() if held.exists() else None


def _begin(by: Asker, subject: tuple[str, UUID], reason: str, until: datetime) -> BreakGlass:
    staff = Staff.objects.get(pk=by.staff_id)
    reviewer = reviewing.reviewer_for(staff)
    if reviewer is None:
        raise Refused(_("Belum ada supervisor atau pejabat pelindungan data yang bisa meninjau akses ini."))
    glass = BreakGlass(
        staff=staff,
        agency_id=by.agency_id,
        unit_id=by.unit_id,
        subject_kind=subject[0],
        subject_id=subject[1],
        reason=reason,
        until=until,
        reviewer=reviewer,
    )
    glass.save(force_insert=True)
    return glass


def _open(by: Asker, subject: tuple[str, UUID], glass: BreakGlass, moment: datetime) -> None:
    AccessGrant(
        subject_kind=subject[0],
        subject_id=subject[1],
        grantee_kind="staff",
        grantee_id=by.staff_id,
        basis=Basis.BREAK_GLASS,
        reason=str(glass.pk),
        agency_id=by.agency_id,
        granted_by_id=by.staff_id,
        valid_from=moment,
        valid_to=glass.until,
    ).save(force_insert=True)


def _opened_with(by: Asker, subject: tuple[str, UUID]) -> set[tuple[str, UUID]]:
    return {further for asked in hooks.opens_with for further in asked(subject, by)} - {subject}


@action("glass.closed", may=policy.may_close_glass)
def close_glass(*, by: Asker, glass: BreakGlass) -> Done:
    """Give an emergency access back before its time."""
    moment = database_now()
    standing = Q(valid_to__gt=moment, grantee_id=by.staff_id, basis=Basis.BREAK_GLASS, reason=str(glass.pk))
    ended = AccessGrant.objects.filter(standing).update(valid_to=moment)
    subject = (glass.subject_kind, glass.subject_id)
    return Done(glass, subject=subject, payload={"glass": str(glass.pk)}, silent=not ended)


@action("glass.reviewed", may=policy.may_review)
def review_break_glass(*, by: Asker, glass: BreakGlass, justified: bool, note: str = "") -> Done:
    """Say whether the access was right. A review is given once; a no needs a sentence."""
    note = note.strip()
    if not justified and not note:
        raise Refused(_("Tulis mengapa akses ini tidak tepat dan apa tindak lanjutnya."), field="note")
    waiting = BreakGlass.objects.filter(pk=glass.pk, reviewed_at__isnull=True)
    first = waiting.update(reviewed_at=clock.now(), justified=justified, review_note=note)
    if not first:
        raise Refused(_("Akses darurat ini sudah ditinjau."), code="state")
    glass.refresh_from_db()
    payload = {"glass": str(glass.pk), "justified": justified}
    return Done(glass, subject=(glass.subject_kind, glass.subject_id), payload=payload, unit_id=glass.unit_id)
