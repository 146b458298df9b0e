"""Who is on duty when. The clock switches a worker on and off; nobody has to remember at two at night."""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import local, now
from rangkul.commons.people.models import Staff, Unit
from rangkul.entry.crisis import hooks, policy
from rangkul.entry.crisis.models import Shift
from rangkul.entry.crisis.queries.rota import AHEAD, shifts_of

LONGEST = timedelta(hours=24)


def _lock(shift: Shift) -> Shift:
    return Shift.objects.select_for_update(of=("self",)).select_related("unit", "staff", "offered_to").get(pk=shift.pk)


def _done(shift: Shift, *, silent: bool = False, **payload: object) -> Done:
    where = {"agency_id": shift.unit.agency_id, "unit_id": shift.unit_id}
    return Done(shift, payload={"staff": str(shift.staff_id), **payload}, silent=silent, **where)


def _at(moment: datetime) -> str:
    return f"{local(moment):%d-%m %H.%M}"


def _taken(staff: Staff, starts_at: datetime, ends_at: datetime) -> QuerySet[Shift]:
    return Shift.objects.filter(staff=staff, dropped_at=None, starts_at__lt=ends_at, ends_at__gt=starts_at)


def _free(staff: Staff, starts_at: datetime, ends_at: datetime, but: Shift | None = None) -> None:
    """Neither on duty already nor away, as far as the asker may know."""
    if _taken(staff, starts_at, ends_at).exclude(pk=but.pk if but else None).exists():
        raise Refused(_("%(name)s sudah bertugas pada jam itu.") % {"name": staff.called_name}, field="staff")
    away = max((until for ask in hooks.away_until if (until := ask(staff.pk))), default=None)
    if away is not None and starts_at < away:
        told = {"name": staff.called_name, "when": _at(away)}
        said = _(
            "%(name)s mencatat sedang tidak ada sampai %(when)s. Pilih jam sesudah itu, atau ubah dulu catatan itu."
        )
        raise Refused(said % told, field="staff", code="away")


def _within(starts_at: datetime, ends_at: datetime) -> None:
    if ends_at <= starts_at:
        raise Refused(_("Jam selesai harus sesudah jam mulai."), field="ends_at")
    if ends_at <= now():
        raise Refused(_("Waktu jaga ini sudah lewat."), field="ends_at")
    if ends_at - starts_at > LONGEST:
        raise Refused(_("Satu giliran jaga paling lama 24 jam."), field="ends_at")


@action("shift.planned", may=policy.may_plan_duty)
def plan_shift(*, by: Asker, unit: Unit, staff: Staff, starts_at: datetime, ends_at: datetime) -> Done:
    """Raises Refused for a time that is over or too long, for a junior, and where the person is on duty already."""
    _within(starts_at, ends_at)
    if staff.unit_id != unit.pk or not policy.can_be_on_duty(staff):
        raise Refused(_("Pilih petugas penuh dari unit ini. Petugas junior tidak berjaga sendiri."), field="staff")
    _free(staff, starts_at, ends_at)
    shift = Shift(unit=unit, staff=staff, starts_at=starts_at, ends_at=ends_at, made_by_id=by.staff_id)
    shift.save(force_insert=True)
    return _done(shift)


@action("shift.gap_taken", may=policy.may_take_gap)
def take_gap(*, by: Asker, unit: Unit, starts_at: datetime, ends_at: datetime) -> Done:
    """The asker goes on duty in hours that are nobody's. Raises Refused where somebody else has them by now, where the
    asker is away or on duty elsewhere, and where the unit keeps no rota."""
    _within(starts_at, ends_at)
    # Two who are willing at the same moment: the second hears who was first.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"rota:{unit.pk}"])
    shifts = shifts_of(unit)
    if not shifts:
        raise Refused(_("Unit ini belum punya jadwal jaga. Supervisor menyusunnya lebih dulu."), code="no_rota")
    if ends_at > now() + AHEAD:
        raise Refused(_("Jam kosong bisa diambil paling jauh 14 hari sebelumnya."), field="ends_at")
    if first := next((one for one in shifts if one.starts_at < ends_at and one.ends_at > starts_at), None):
        told = {"name": first.staff.called_name, "from": _at(first.starts_at), "to": _at(first.ends_at)}
        said = _("%(name)s berjaga %(from)s sampai %(to)s. Pilih jam yang masih kosong.")
        raise Refused(said % told, field="starts_at", code="taken")
    staff = Staff.objects.get(pk=by.staff_id)
    _free(staff, starts_at, ends_at)
    shift = Shift(unit=unit, staff=staff, starts_at=starts_at, ends_at=ends_at, made_by=staff)
    shift.save(force_insert=True)
    return _done(shift)


@action("shift.dropped", may=policy.may_drop)
def drop_shift(*, by: Asker, shift: Shift) -> Done:
    """It does not take place, or ends now."""
    shift = _lock(shift)
    if shift.dropped_at or shift.ended_at:
        return _done(shift, silent=True)
    shift.dropped_at = now()
    shift.save(update_fields=["dropped_at"])
    if shift.begun_at:
        _off(shift)
    return _done(shift)


@action("shift.offered", may=policy.may_offer)
def offer_shift(*, by: Asker, shift: Shift, to: Staff) -> Done:
    """Ask a colleague to take it over; until they say yes it stays where it is."""
    shift = _lock(shift)
    _stands(shift)
    if to.pk == shift.staff_id or to.unit_id != shift.unit_id or not policy.can_be_on_duty(to):
        raise Refused(_("Pilih rekan petugas penuh dari unit ini."), field="to")
    if shift.offered_to_id == to.pk:
        return _done(shift, silent=True)
    shift.offered_to, shift.offered_at = to, now()
    shift.save(update_fields=["offered_to", "offered_at"])
    return _done(shift, to=str(to.pk))


@action("shift.taken_over", may=policy.may_take)
def take_shift(*, by: Asker, shift: Shift) -> Done:
    """The colleague says yes; whoever is on duty at this moment changes with it."""
    shift = _lock(shift)
    _stands(shift)
    _free(shift.offered_to, shift.starts_at, shift.ends_at, but=shift)
    before, begun = str(shift.staff_id), shift.begun_at
    if begun:
        _off(shift)
    shift.staff, shift.begun_at = shift.offered_to, None
    shift.offered_to = shift.offered_at = None
    shift.save(update_fields=["staff", "begun_at", "offered_to", "offered_at"])
    return _done(shift, before=before)


@action("shift.handed_on", may=policy.is_clock)
def hand_shift_on(*, by: Asker, shift: Shift, to: Staff | None) -> Done:
    """The account of whoever had it is closed. `to` has it where they may and are free, else it falls away."""
    shift = _lock(shift)
    if shift.dropped_at or shift.ends_at <= now():
        return _done(shift, silent=True)
    if shift.begun_at:
        _off(shift)
    before = str(shift.staff_id)
    able = to is not None and to.unit_id == shift.unit_id and policy.can_be_on_duty(to)
    if able and not _taken(to, shift.starts_at, shift.ends_at).exists():
        shift.staff, shift.begun_at = to, None
    else:
        shift.dropped_at = now()
    shift.offered_to = shift.offered_at = None
    shift.save(update_fields=["staff", "begun_at", "dropped_at", "offered_to", "offered_at"])
    return _done(shift, before=before, dropped=shift.dropped_at is not None)


def _stands(shift: Shift) -> None:
    if shift.dropped_at or shift.ends_at <= now():
        raise Refused(_("Giliran jaga ini sudah tidak berlaku."))


@action("shift.begun", may=policy.is_clock)
def begin_shift(*, by: Asker, shift: Shift) -> Done:
    shift = _lock(shift)
    if shift.begun_at or shift.dropped_at or not shift.starts_at <= now() < shift.ends_at:
        return _done(shift, silent=True)
    shift.begun_at = now()
    shift.save(update_fields=["begun_at"])
    Staff.objects.filter(pk=shift.staff_id, is_active=True).update(on_duty=True)
    return _done(shift)


@action("shift.ended", may=policy.is_clock)
def end_shift(*, by: Asker, shift: Shift) -> Done:
    """What the worker holds stays theirs; only new requests go to whoever is on duty now."""
    shift = _lock(shift)
    if shift.ended_at or shift.ends_at > now():
        return _done(shift, silent=True)
    shift.ended_at = now()
    shift.save(update_fields=["ended_at"])
    if shift.begun_at and not shift.dropped_at:
        _off(shift)
    return _done(shift)


def _off(shift: Shift) -> None:
    """Unless another shift of the same person runs on."""
    running = Shift.objects.filter(
        staff=shift.staff_id, begun_at__isnull=False, ended_at__isnull=True, dropped_at__isnull=True
    )
    if not running.filter(ends_at__gt=now()).exclude(pk=shift.pk).exists():
        Staff.objects.filter(pk=shift.staff_id).update(on_duty=False)
