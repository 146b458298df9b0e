"""The client reads what is written about them; one entry is held back with a reason and until a day (A37)."""

from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import policy
from rangkul.journey.cases.actions.risk import ask_once
from rangkul.journey.cases.actions.rows import about, filled, lock
from rangkul.journey.cases.models import Activity, Case, Exemption, Note
from rangkul.journey.cases.states import MOST_DAYS_HELD, ExemptionReason, NoteKind, SignatureSubject


@action("exemption.made", may=policy.may_lead)
def hold_back(
    *,
    by: Asker,
    case: Case,
    entry: Note | Activity,
    reason: str,
    why: str,
    until: date,
    untold_because: str = "",
) -> Done:
    """Hold `entry` back, with what corrects it, until the end of a day. What is held back already is held back anew:
    that is how a person renews it. A supervisor of the unit is told, unless they do it themself."""
    case = lock(case)
    entry = _first_text(case, entry)
    if reason not in ExemptionReason.values:
        raise Refused(_("Pilih salah satu dari daftar."), field="reason")
    row = Exemption(case=case, key=case.key, reason=reason, by_id=by.staff_id, **_of(entry))
    row.made_at, row.until = clock.now(), _end_of(until, case)
    row.why = filled(why, _("Tulis mengapa tulisan ini ditahan."), "why")
    row.untold_because = untold_because.strip()
    row.told = not untold_because.strip()
    before = _end(by, case, entry)
    row.save(force_insert=True)
    if not policy.is_supervisor_of(by, case):
        ask_once(case, SignatureSubject.EXEMPTION, asked_by_id=by.staff_id)
    return about(case, row, reason=reason, told=row.told, renews=before.pk if before else None)


def _first_text(case: Case, entry: Note | Activity) -> Note | Activity:
    """A correction is held back with what it mends; what the client wrote themself never is."""
    if entry.case_id != case.pk:
        raise Refused(_("Pilih tulisan dari kasus ini."))
    if isinstance(entry, Activity):
        return entry
    if entry.kind == NoteKind.CLIENT:
        raise Refused(_("Ini tulisan klien sendiri. Tidak bisa ditahan darinya."))
    return entry.activity or entry.corrects or entry


def _of(entry: Note | Activity) -> dict[str, Note | Activity]:
    return {"note": entry} if isinstance(entry, Note) else {"activity": entry}


def _end_of(day: date, case: Case) -> datetime:
    today = clock.local(clock.now(), case.region_code).date()
    if day < today:
        raise Refused(_("Hari ini sudah lewat. Pilih hari lain."), field="until")
    if day > today + timedelta(days=MOST_DAYS_HELD):
        said = _("Paling lama {days} hari. Sesudah itu Anda menimbangnya lagi.").format(days=MOST_DAYS_HELD)
        raise Refused(said, field="until")
    return datetime.combine(day, time(23, 59, 59), clock.zone(case.region_code))


def _end(by: Asker, case: Case, entry: Note | Activity) -> Exemption | None:
    """The exemption that a new one takes the place of, over or not."""
    standing = case.exemptions.select_for_update().filter(ended_at=None, **_of(entry)).first()
    if standing is not None:
        standing.ended_at, standing.ended_by_id = clock.now(), by.staff_id
        standing.save(update_fields=["ended_at", "ended_by"])
    return standing


@action("exemption.ended", may=policy.may_end_exemption)
def tell(*, by: Asker, exemption: Exemption) -> Done:
    """The client reads it from now on. What is over already stays as it is."""
    case = lock(exemption.case)
    held = case.exemptions.select_for_update().get(pk=exemption.pk)
    over = held.ended_at is not None or held.until <= clock.now()
    if not over:
        held.ended_at, held.ended_by_id = clock.now(), by.staff_id
        held.save(update_fields=["ended_at", "ended_by"])
    return about(case, held, silent=over)
