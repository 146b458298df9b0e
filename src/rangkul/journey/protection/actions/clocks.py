"""Beginning, meeting and stopping a legal clock: a person's hand each time."""

from datetime import datetime, timedelta
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases import queries
from rangkul.journey.cases.actions.rows import about, filled, lock_open
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import policy
from rangkul.journey.protection.laws import LAWS
from rangkul.journey.protection.models import LegalClock

# Older than this it is history, which a note tells better than a clock.
OLDEST = timedelta(days=366)

# Whoever was told that a clock runs out learns that it does not.
events.after("legal_clock.met", "legal_clock.stopped")(cases.settle)


def _past(moment: datetime, field: str) -> datetime:
    if moment > clock.now():
        raise Refused(_("Waktu ini belum tiba."), field=field)
    return moment


@action("legal_clock.started", may=policy.may_work)
def start_clock(
    *, by: Asker, case: Case, law: str, began_at: datetime, because: str, owner_id: UUID | None = None
) -> Done:
    """`owner_id`: somebody of the team; without one the responsible worker. Begun once a kind while it runs."""
    case = lock_open(case)
    if law not in LAWS:
        raise Refused(_("Pilih salah satu dari daftar."), field="law")
    says = LAWS[law]
    if _past(began_at, "began_at") < clock.now() - OLDEST:
        raise Refused(_("Kejadian ini lebih dari setahun lalu. Tulis sebagai catatan."), field="began_at")
    if case.legal_clocks.filter(law=law, met_at=None, stopped_at=None).exists():
        raise Refused(_("Batas waktu ini sudah berjalan."), field="law", code="runs")
    row = LegalClock(case=case, key=case.key, law=law, pace=says.pace, began_at=began_at, started_by_id=by.staff_id)
    row.told_from, row.due_at = began_at + says.told_after, began_at + says.lasts
    row.owner_id = _owner(case, owner_id)
    row.because = filled(because, _("Tulis apa yang terjadi pada saat itu."), "because")
    row.save(force_insert=True)
    return about(case, row, law=law)


def _owner(case: Case, owner_id: UUID | None) -> UUID:
    team = {case.worker_id, *(one.staff_id for one in queries.team_of(case))}
    if owner_id is not None and owner_id not in team:
        raise Refused(_("Pilih seseorang dari tim kasus ini."), field="owner_id")
    return owner_id or case.worker_id


def _held(row: LegalClock) -> LegalClock:
    """The clock as it is now, held until the verb ends. Raises Refused for one that has ended."""
    rows = LegalClock.objects.select_for_update(of=("self",)).select_related("case__unit", "case__worker", "key")
    held = rows.filter(pk=row.pk).first()
    if held is None:
        raise Http404
    if not held.runs:
        raise Refused(_("Batas waktu ini sudah selesai."), code="ended")
    return held


@action("legal_clock.met", may=policy.may_meet)
def meet_clock(*, by: Asker, clock: LegalClock, met_at: datetime, how: str, receipt: str = "") -> Done:
    """Late is met too, and is told as late."""
    held = _held(clock)
    if _past(met_at, "met_at") < held.began_at:
        raise Refused(_("Waktu ini sebelum kejadiannya."), field="met_at")
    held.met_at, held.met_by_id = met_at, by.staff_id
    held.how = filled(how, _("Tulis bagaimana dan kepada siapa."), "how")
    held.receipt = receipt.strip()
    held.save(update_fields=["met_at", "met_by", "how", "receipt"])
    return about(held.case, held, law=held.law, late=held.was_late)


@action("legal_clock.stopped", may=policy.may_stop)
def stop_clock(*, by: Asker, clock: LegalClock, because: str) -> Done:
    held = _held(clock)
    held.stopped_at, held.stopped_by_id = _now(), by.staff_id
    held.stopped_because = filled(
        because, _("Tulis mengapa tidak berlaku, dan nasihat hukum yang diterima."), "because"
    )
    held.save(update_fields=["stopped_at", "stopped_by", "stopped_because"])
    return about(held.case, held, law=held.law)


def _now() -> datetime:
    """In a verb whose argument is called as the module is."""
    return clock.now()
