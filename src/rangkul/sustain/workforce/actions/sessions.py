"""Planning a session, holding it, writing it down, signing it. A signed record is corrected by what is appended."""

from datetime import datetime

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.sustain.workforce import policy
from rangkul.sustain.workforce.actions.rows import about, filled, hold, hold_open
from rangkul.sustain.workforce.models import Contract, Correction, PersonalNote, Session
from rangkul.sustain.workforce.models.session import LONGEST
from rangkul.sustain.workforce.states import SESSION, ContractState, Function, SessionState

_MINUTES = [one.value for one in Function]
_RECORD = ["state", "held_at", "revision", *_MINUTES, "summary", "next_at", "why_no_next"]


@action("supervision.session_planned", may=policy.one_of_them)
def plan_session(*, by: Asker, contract: Contract, at: datetime, channel: str = "", place: str = "") -> Done:
    """One session lies ahead at a time; planning while one does returns it as it is."""
    held = hold(Contract, contract.pk)
    today = clock.local(clock.now()).date()
    if held.state != ContractState.IN_FORCE or (held.valid_to and held.valid_to < today):
        raise Refused(_("Sesi direncanakan sesudah kontrak supervisi ditandatangani berdua."), code="contract")
    standing = ahead(held)
    if standing is not None:
        return about(standing, standing, silent=True)
    session = Session(
        contract=held,
        key=DataKey.make(),
        personal_key=DataKey.make(),
        agency_id=held.agency_id,
        supervisor_id=held.supervisor_id,
        worker_id=held.worker_id,
        readers=held.readers,
        at=_coming(at, "at"),
        channel=channel or held.channel,
    )
    session.place = place.strip()
    session.save(force_insert=True)
    return about(session, session)


def ahead(of: Contract | Session) -> Session | None:
    """The planned session of the two, if there is one."""
    rows = Session.objects.filter(supervisor=of.supervisor_id, worker=of.worker_id, state=SessionState.PLANNED)
    return rows.select_related("key").first()


def _coming(at: datetime, field: str) -> datetime:
    if at < clock.now():
        raise Refused(_("Waktu ini sudah lewat. Pilih waktu yang akan datang."), field=field, code="over")
    return at


@action("supervision.session_moved", may=policy.in_session)
def move_session(*, by: Asker, session: Session, at: datetime, channel: str = "", place: str | None = None) -> Done:
    held = hold(Session, session.pk)
    if held.state != SessionState.PLANNED:
        raise Refused(_("Sesi ini sudah berlangsung atau dibatalkan."), code="state")
    held.at, held.channel = _coming(at, "at"), channel or held.channel
    if place is not None:
        held.place = place.strip()
    held.save(update_fields=["at", "channel", "place"])
    return about(held, held)


@action("supervision.session_cancelled", may=policy.in_session)
def cancel_session(*, by: Asker, session: Session, reason: str) -> Done:
    held = hold(Session, session.pk)
    reason = filled(reason, _("Tulis mengapa sesi ini dibatalkan."), "reason")
    SESSION.step(held, "cancel")
    held.cancelled_at, held.cancelled_by_id, held.why_cancelled = clock.now(), by.staff_id, reason
    held.save(update_fields=["state", "cancelled_at", "cancelled_by", "why_cancelled"])
    return about(held, held)


@action("supervision.session_recorded", may=policy.in_session)
def record_session(
    *,
    by: Asker,
    session: Session,
    summary: str,
    administrative: int = 0,
    educative: int = 0,
    supportive: int = 0,
    next_at: datetime | None = None,
    why_no_next: str = "",
    revision: int | None = None,
) -> Done:
    """The shared record: minutes of each function, what was said, when the two meet again or why that is open. It may
    be written anew until somebody signs. `revision` is the one that was read: nobody writes over the other."""
    held = hold_open(session)
    if revision is not None and revision != held.revision:
        raise Refused(_("Notulen ini baru saja disimpan dari halaman lain. Buka lagi, lalu gabungkan."), code="stale")
    held.revision += 1
    SESSION.step(held, "record")
    held.summary = filled(summary, _("Tulis pokok pembicaraannya."), "summary")
    held.administrative, held.educative, held.supportive = administrative, educative, supportive
    _check_minutes(held)
    held.held_at = held.held_at or min(held.at, clock.now())
    if next_at is None:
        held.next_at, held.why_no_next = None, filled(
            why_no_next, _("Tetapkan sesi berikutnya, atau tulis mengapa belum bisa."), "next_at"
        )  # fmt: skip
    else:
        held.next_at, held.why_no_next = _coming(next_at, "next_at"), ""
    held.save(update_fields=_RECORD)
    if next_at is not None:
        _plan_next(by, held)
    return about(held, held, minutes=held.minutes)


def _check_minutes(session: Session) -> None:
    if not session.minutes:
        raise Refused(_("Isi menit paling sedikit untuk satu fungsi supervisi."), field="administrative")
    for name in _MINUTES:
        if not 0 <= getattr(session, name) <= LONGEST:
            raise Refused(_("Paling lama delapan jam untuk satu fungsi."), field=name)


def _plan_next(by: Asker, session: Session) -> None:
    """The date that the two found is at once the next session; where one is planned already, it moves there."""
    standing = ahead(session)
    if standing is not None:
        if standing.at != session.next_at:
            move_session(by=by, session=standing, at=session.next_at)
        return
    contract = Contract.objects.filter(
        supervisor=session.supervisor_id, worker=session.worker_id, state=ContractState.IN_FORCE
    ).first()
    if contract is None:
        raise Refused(_("Kontrak supervisi sudah berakhir: kosongkan tanggalnya, tulis alasannya."), field="next_at")
    plan_session(by=by, contract=contract, at=session.next_at)


@action("supervision.session_reopened", may=policy.in_session)
def reopen_session(*, by: Asker, session: Session) -> Done:
    """Before the second signature: take the first one away, so that the record can be changed."""
    held = hold(Session, session.pk)
    if held.state != SessionState.HELD:
        raise Refused(_("Sesi ini sudah selesai. Tambahkan koreksi di bawahnya."), code="state")
    signed = held.anybody_signed
    held.supervisor_signed_at = held.worker_signed_at = None
    held.save(update_fields=["supervisor_signed_at", "worker_signed_at"])
    return about(held, held, silent=not signed)


@action("supervision.corrected", may=policy.in_session)
def correct_session(*, by: Asker, session: Session, text: str) -> Done:
    """Append what is right to a signed record."""
    held = hold(Session, session.pk)
    if held.state not in (SessionState.SIGNED, SessionState.LEFT):
        raise Refused(_("Catatan yang belum ditandatangani berdua diubah langsung."), code="state")
    row = Correction(session=held, key=held.key, by_id=by.staff_id)
    row.text = filled(text, _("Tulis apa yang benar."), "text")
    row.save(force_insert=True)
    return about(held, row)


@action("supervision.personal_note_written", may=policy.in_session)
def write_personal_note(*, by: Asker, session: Session, text: str) -> Done:
    """For the two alone; sealed with a key of its own and never changed."""
    held = Session.objects.select_related("personal_key").get(pk=session.pk)
    if held.state == SessionState.CANCELLED:
        raise Refused(_("Sesi ini dibatalkan."), code="state")
    row = PersonalNote(
        session=held,
        key=held.personal_key,
        supervisor_id=held.supervisor_id,
        worker_id=held.worker_id,
        by_id=by.staff_id,
    )
    row.text = filled(text, _("Catatan ini masih kosong."), "text")
    row.save(force_insert=True)
    return about(held, row)
