"""Beginning, meeting and stopping a legal clock: a person's hand each time."""

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rangkul.base import clock, events
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.rows import filled
from rangkul.journey.protection import policy, queries
from rangkul.journey.protection.actions.rows import about, held_row, lock_open
from rangkul.journey.protection.laws import LAWS
from rangkul.journey.protection.models import Folder, LegalClock, within

# Older than this it is history, which a note tells better than a clock.
OLDEST = timedelta(days=366)

# Whoever was told that a clock runs out learns that it does not.
events.after("legal_clock.met", "legal_clock.stopped")(cases.settle)


def _past(moment: datetime, field: str) -> datetime:
    if moment > clock.now():
        raise Refused(_("Waktu ini belum tiba."), field=field)
    return moment


@action("legal_clock.started", may=policy.may_keep)
def start_clock(
    *, by: Asker, folder: Folder, law: str, began_at: datetime, because: str, owner_id: UUID | None = None
) -> Done:
    """`owner_id`: somebody of the team; without one the responsible worker. Begun once a kind while it runs."""
    folder = lock_open(folder)
    if not folder.is_open:
        raise Refused(_("Permintaan ini sudah diputus. Buka lagi permintaannya lebih dulu."), code="closed")
    if law not in LAWS:
        raise Refused(_("Pilih salah satu dari daftar."), field="law")
    says = LAWS[law]
    if _past(began_at, "began_at") < clock.now() - OLDEST:
        raise Refused(_("Kejadian ini lebih dari setahun lalu. Tulis sebagai catatan."), field="began_at")
    if LegalClock.objects.filter(**within(folder), law=law, met_at=None, stopped_at=None).exists():
        raise Refused(_("Batas waktu ini sudah berjalan."), field="law", code="runs")
    row = LegalClock(**within(folder), key=folder.key, law=law, pace=says.pace, began_at=began_at)
    row.started_by_id = by.staff_id
    row.told_from, row.due_at = began_at + says.told_after, began_at + says.lasts
    row.owner_id = _owner(by, folder, owner_id)
    row.because = filled(because, _("Tulis apa yang terjadi pada saat itu."), "because")
    row.save(force_insert=True)
    return about(folder, row, law=law)


def _owner(by: Asker, folder: Folder, owner_id: UUID | None) -> UUID:
    team = queries.may_own(by, folder)
    if owner_id is not None and owner_id not in team:
        raise Refused(_("Pilih seseorang dari tim kasus ini."), field="owner_id")
    return owner_id or next(iter(team))


def _held(row: LegalClock) -> LegalClock:
    """The clock as it is now, held until the verb ends. Raises Refused for one that has ended."""
    held: LegalClock = held_row(LegalClock, row)
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
    _settle(held)
    return about(held.folder, held, law=held.law, late=held.was_late)


@action("legal_clock.stopped", may=policy.may_stop)
def stop_clock(*, by: Asker, clock: LegalClock, because: str) -> Done:
    held = _held(clock)
    held.stopped_at, held.stopped_by_id = _now(), by.staff_id
    held.stopped_because = filled(
        because, _("Tulis mengapa tidak berlaku, dan nasihat hukum yang diterima."), "because"
    )
    held.save(update_fields=["stopped_at", "stopped_by", "stopped_because"])
    _settle(held)
    return about(held.folder, held, law=held.law)


def _settle(held: LegalClock) -> None:
    """Of a request; what climbs of a case is settled after the event."""
    if held.case_id is None:
        cases.settle_between([held.owner_id])


def _now() -> datetime:
    """In a verb whose argument is called as the module is."""
    return clock.now()
