"""Verbs of a home visit: plan, leave, be back later, call for help, come back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting, job
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases import policy as case_policy
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Channel
from rangkul.journey.visits import policy
from rangkul.journey.visits.models import Visit
from rangkul.journey.visits.states import LONGEST, MISSING, VISIT, Met

_JOB = job("visits.clock")

# Whoever was told that somebody is missing learns that they are not.
events.after("visit.returned", "visit.cancelled", "visit.moved")(cases.settle)


def _times(leaves_at: datetime, back_by: datetime) -> None:
    if back_by <= clock.now():
        raise Refused(_("Waktu kembali ini sudah lewat. Tulis kapan Anda akan kembali."), field="back_by")
    if back_by <= leaves_at:
        raise Refused(_("Waktu kembali harus sesudah waktu berangkat."), field="back_by")
    if back_by - leaves_at > LONGEST:
        raise Refused(_("Kunjungan paling lama 12 jam. Buat kunjungan kedua untuk selebihnya."), field="back_by")


@action("visit.planned", may=case_policy.may_work)
def plan_visit(
    *,
    by: Asker,
    case: Case,
    leaves_at: datetime,
    back_by: datetime,
    place: str,
    purpose: str,
    risk_note: str,
    companion: str = "",
) -> Done:
    """The asker's own visit. What to watch for is said each time, if only that nothing is known."""
    case = lock_open(case)
    _times(leaves_at, back_by)
    visit = Visit(case=case, key=case.key, staff_id=by.staff_id, leaves_at=leaves_at, back_by=back_by)
    _where(visit, place, purpose, risk_note, companion)
    visit.save(force_insert=True)
    return about(case, visit)


def _where(visit: Visit, place: str, purpose: str, risk_note: str, companion: str) -> None:
    visit.place = filled(place, _("Tulis ke mana Anda pergi."), "place")
    visit.purpose = filled(purpose, _("Tulis untuk apa kunjungan ini."), "purpose")
    visit.risk_note = filled(
        risk_note, _("Tulis apa yang perlu diwaspadai, atau “tidak ada yang diketahui”."), "risk_note"
    )
    visit.companion = companion.strip()


def _held(visit: Visit, verb: str) -> Visit:
    """The visit as it is now, held until the verb ends, one step further."""
    rows = Visit.objects.select_for_update(of=("self",)).select_related(
        "case__key", "case__worker", "case__unit", "key"
    )
    held = rows.filter(pk=visit.pk).first()
    if held is None:
        raise Http404
    VISIT.step(held, verb)
    return held


@action("visit.changed", may=policy.may_move)
def change_visit(
    *, by: Asker, visit: Visit, leaves_at: datetime, back_by: datetime, place: str, purpose: str, risk_note: str,
    companion: str = "",
) -> Done:  # fmt: skip
    """Before leaving everything may change."""
    held = _held(visit, "replan")
    _times(leaves_at, back_by)
    held.leaves_at, held.back_by = leaves_at, back_by
    _where(held, place, purpose, risk_note, companion)
    held.save()
    return about(held.case, held)


@action("visit.left", may=policy.may_move)
def leave(*, by: Asker, visit: Visit) -> Done:
    held = _held(visit, "leave")
    if held.back_by <= clock.now():
        raise Refused(_("Waktu kembali kunjungan ini sudah lewat. Ubah dulu waktunya."), field="back_by")
    held.left_at = clock.now()
    held.save(update_fields=["state", "left_at"])
    return about(held.case, held)


@action("visit.moved", may=policy.may_move)
def be_back_later(*, by: Asker, visit: Visit, back_by: datetime) -> Done:
    """A word on the way that it takes longer; it answers an alarm too, but not a call for help."""
    held = _held(visit, "move")
    if held.help_at is not None:
        raise Refused(_("Anda meminta bantuan. Kabarkan bahwa Anda aman setelah kembali."), code="help")
    _times(held.leaves_at, back_by)
    held.back_by = back_by
    held.save(update_fields=["back_by"])
    return about(held.case, held)


@action("visit.help_called", may=policy.may_move)
def call_help(*, by: Asker, visit: Visit) -> Done:
    """Somebody is told in the same moment, not at the next tick of a clock."""
    held = _held(visit, "call_help")
    if held.help_at is not None:
        return about(held.case, held, silent=True)
    held.help_at = clock.now()
    held.left_at = held.left_at or held.help_at
    held.save(update_fields=["state", "help_at", "left_at"])
    with acting(_JOB):
        cases.escalate(by=_JOB, case=held.case, matter=Matter(MISSING, held.case_id, held.pk, held.help_at))
    return about(held.case, held)


@dataclass(frozen=True)
class Came:
    """What came of a visit, as the activity needs it."""

    met: str
    result: str
    minutes: int
    next_step: str = ""
    next_due: date | None = None


def _record(by: Asker, held: Visit, came: Came) -> None:
    """What came of it is an activity of the case: nothing is typed twice. Without the client it is no contact."""
    words = filled(came.result, _("Tulis apa hasilnya."), "result")
    held.activity = cases.record_activity(
        by=by,
        case=held.case,
        channel=Channel.VISIT if came.met == Met.MET else Channel.PARTNER,
        minutes=came.minutes,
        result=words if came.met == Met.MET else f"{Met(came.met).label}. {words}",
        next_step=came.next_step,
        next_due=came.next_due,
    )


@action("visit.returned", may=policy.may_move)
def come_back(*, by: Asker, visit: Visit, came: Came) -> Done:
    held = _held(visit, "return")
    held.ended_at, held.ended_by_id = clock.now(), by.staff_id
    _record(by, held, came)
    held.save(update_fields=["state", "ended_at", "ended_by", "activity"])
    return about(held.case, held, met=came.met)


@action("visit.reported", may=policy.may_move)
def report(*, by: Asker, visit: Visit, came: Came) -> Done:
    """The result of a visit from which somebody else said that the worker is back."""
    held = _held(visit, "report")
    if held.activity_id is not None:
        raise Refused(_("Hasil kunjungan ini sudah ditulis."), code="reported")
    _record(by, held, came)
    held.save(update_fields=["activity"])
    return about(held.case, held, met=came.met)


@action("visit.returned", may=policy.may_say_safe)
def say_safe(*, by: Asker, visit: Visit, ending: str) -> Done:
    """Somebody else knows that the worker is back, and how they know. The result is still the worker's to write."""
    held = _held(visit, "return")
    held.ended_at, held.ended_by_id = clock.now(), by.staff_id
    held.ending = filled(ending, _("Tulis bagaimana Anda tahu bahwa petugas aman."), "ending")
    held.save(update_fields=["state", "ended_at", "ended_by", "ending"])
    return about(held.case, held, by_other=True)


@action("visit.cancelled", may=policy.may_cancel)
def cancel(*, by: Asker, visit: Visit, ending: str) -> Done:
    held = _held(visit, "cancel")
    held.ended_at, held.ended_by_id = clock.now(), by.staff_id
    held.ending = filled(ending, _("Tulis mengapa tidak jadi."), "ending")
    held.save(update_fields=["state", "ended_at", "ended_by", "ending"])
    return about(held.case, held)
