"""What people find out about help lines. The list on every public page follows within a minute."""

from django.utils.translation import gettext as _

from rangkul.base import days, opening
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.phones import SHORT, parse_phone
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis import policy
from rangkul.entry.crisis.hotlines.blocklist import is_dead
from rangkul.entry.crisis.models import Hotline, LineKeeper
from rangkul.entry.crisis.models.hotline import CALLED_BY
from rangkul.entry.crisis.queries import calling
from rangkul.entry.crisis.queries import lines as kept

_OWN = "own"


def _lock(line: Hotline) -> Hotline:
    return Hotline.objects.select_for_update().get(pk=line.pk)


def _done(line: Hotline, *, silent: bool = False, **payload: object) -> Done:
    if not silent:
        kept.forget_kept()
        calling.forget_kept()
    return Done(line, payload={"line": line.key, **payload}, silent=silent)


@action("hotline.checked", may=policy.may_keep_lines)
def check_line(*, by: Asker, line: Hotline, answered: bool) -> Done:
    """Somebody called it today. A line that did not answer is shown with a warning and never first; it keeps the day
    on which it last did."""
    line, day = _lock(line), days.today()
    if line.status == Hotline.Status.CLOSED:
        raise Refused(_("Nomor ini sudah ditutup."), code="closed")
    before = (line.status, line.verified_on, line.called_on, line.result)
    if answered:
        line.status, line.verified_on = Hotline.Status.ACTIVE, day
    elif line.status == Hotline.Status.ACTIVE:
        line.status = Hotline.Status.UNCONFIRMED
    line.called_on, line.result = day, Hotline.Result.ANSWERED if answered else Hotline.Result.SILENT
    line.save(update_fields=["status", "verified_on", "called_on", "result"])
    after = (line.status, line.verified_on, line.called_on, line.result)
    return _done(line, silent=before == after, result=line.result)


@action("hotline.closed", may=policy.may_keep_lines)
def close_line(*, by: Asker, line: Hotline) -> Done:
    """Somebody called it today: the number is dead, or somebody else's. It stays in the list, so that nobody enters it
    again."""
    line = _lock(line)
    if line.status == Hotline.Status.CLOSED:
        return _done(line, silent=True)
    line.status = Hotline.Status.CLOSED
    line.called_on, line.result = days.today(), Hotline.Result.WRONG
    line.save(update_fields=["status", "called_on", "result"])
    return _done(line, result=line.result)


@action("hotline.reopened", may=policy.may_keep_lines)
def reopen_line(*, by: Asker, line: Hotline) -> Done:
    """It was closed by mistake or works again: shown with a warning until somebody has called it. What is known to be
    dead everywhere stays closed."""
    line = _lock(line)
    if line.status != Hotline.Status.CLOSED:
        return _done(line, silent=True)
    if is_dead(line.number):
        raise Refused(_("Nomor ini sudah tutup dan tidak boleh ditampilkan."), code="dead")
    line.status = Hotline.Status.UNCONFIRMED
    line.save(update_fields=["status"])
    return _done(line)


@action("hotline.own_kept", may=policy.may_keep_lines)
def keep_own_line(*, by: Asker, name: str, number: str, hours: str, whatsapp: bool = False) -> Done:
    """The on-duty line of this installation, before all others. `hours` in the notation of `base.opening`."""
    try:
        if hours:
            opening.parse(hours)
    except opening.HoursError:
        raise Refused(_("Jam buka ini belum bisa dibaca."), field="from_time") from None
    phone = parse_phone(number)
    if phone.errors and phone.kind != SHORT:
        raise Refused(str(phone.errors[0].message), field="number")
    if is_dead(number):
        raise Refused(_("Nomor ini sudah tutup dan tidak boleh ditampilkan."), field="number")
    if kept.is_blocked(number):
        raise Refused(
            _("Nomor ini tercatat mati atau salah sambung. Bila ternyata benar, buka lagi dari daftarnya dulu."),
            field="number",
            code="blocked",
        )
    line = Hotline.objects.select_for_update().filter(key=_OWN).first() or Hotline(
        key=_OWN, own=True, topics=["emergency"]
    )
    line.name_id = line.name_en = name
    line.number, line.dial = phone.national, phone.number
    line.kind = Hotline.Kind.SHORT if phone.kind == SHORT else Hotline.Kind.E164
    line.whatsapp = phone.e164 if whatsapp else ""
    line.hours, line.hours_said = hours, _("ditulis lembaga")
    line.status, line.verified_on, line.verification = Hotline.Status.ACTIVE, days.today(), _("ditulis lembaga")
    line.save()
    return _done(line)


@action("hotline.keeper_named", may=policy.may_name_keeper)
def name_keeper(*, by: Asker, staff: Staff, due_day: int = CALLED_BY) -> Done:
    """From now on this person calls the lines each month, by that day of it; there is one in each agency."""
    if staff.agency_id != by.agency_id or not staff.is_active:
        raise Refused(_("Pilih petugas dari lembaga ini."), field="staff")
    if not 1 <= due_day <= 28:
        raise Refused(_("Pilih tanggal 1 sampai 28."), field="due_day")
    row = LineKeeper.objects.select_for_update().filter(agency_id=by.agency_id).first()
    if row is not None and (row.staff_id, row.due_day) == (staff.pk, due_day):
        return Done(row, silent=True)
    row = row or LineKeeper(agency_id=by.agency_id)
    row.staff, row.named_by_id, row.named_at, row.due_day = staff, by.staff_id, now(), due_day
    row.save()
    calling.forget_kept()
    return Done(row, payload={"staff": str(staff.pk), "day": due_day})
