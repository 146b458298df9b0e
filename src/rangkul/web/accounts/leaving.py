"""Closing an account: what it still holds is said, handed to a named person, or the account stays open (rule 4)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker, acting
from rangkul.commons.people import hooks
from rangkul.commons.people.actions import end_news_of
from rangkul.commons.people.models import Staff
from rangkul.web.accounts import policy
from rangkul.web.accounts.actions import end_sessions_of


@dataclass(frozen=True)
class Held:
    """`stays`: nobody takes it over by the closing; whoever answers for it moves it before."""

    words: str
    stays: bool
    needs_heir: bool


def held_by(staff: Staff) -> list[Held]:
    """Numbers and words alone: whoever closes accounts reads no file."""
    with acting(hooks.LEAVING):
        counted = [(one, one.count(staff)) for one in (*hooks.holdings, _SUPERVISED)]
    return [Held(one.words(n), one.hand_over is None, one.needs_heir) for one, n in counted if n]


def _supervised(n: int) -> str:
    return ngettext("supervisor bagi %(n)d petugas", "supervisor bagi %(n)d petugas", n) % {"n": n}


def _give_supervised(handing: hooks.Handing) -> None:
    """What those whom the one who leaves supervised let lie climbs to whoever goes on, from this moment. An account is
    changed by the admin themself, and by no job."""
    mine = Staff.objects.filter(supervisor=handing.staff, is_active=True)
    if not mine.exists():
        return
    if "supervisor" not in handing.to.roles:
        raise Refused(_("Yang meneruskan harus supervisor: ada petugas yang disupervisi."), field="successor")
    above = handing.staff.supervisor_id
    with acting(handing.by):
        mine.filter(pk=handing.to.pk).update(supervisor=above if above != handing.to.pk else None)
        mine.exclude(pk=handing.to.pk).update(supervisor=handing.to)


_SUPERVISED = hooks.Holding(
    _supervised, lambda staff: Staff.objects.filter(supervisor=staff, is_active=True).count(), _give_supervised
)


@action("staff.account_closed", may=policy.may_keep_accounts)
def close_account(*, by: Asker, staff: Staff, successor: Staff | None = None) -> Done:
    """Whoever goes on gets what the account held, in the same transaction; it is signed out everywhere."""
    if staff.pk == by.staff_id:
        raise Refused(_("Anda tidak bisa menutup akun Anda sendiri. Minta admin lain."))
    if not staff.is_active:
        return Done(staff, subject=("staff", staff.pk), silent=True)
    held = held_by(staff)
    _check(staff, successor, held)
    handing = hooks.Handing(staff, successor, by)
    with acting(hooks.LEAVING):
        for one in (*hooks.holdings, _SUPERVISED):
            if one.hand_over is not None:
                one.hand_over(handing)
        end_news_of(staff)
    staff.is_active = staff.on_duty = False
    staff.save(update_fields=["is_active", "on_duty"])
    end_sessions_of(staff)
    return Done(
        staff, subject=("staff", staff.pk), payload={"to": str(successor.pk) if successor else "", "held": len(held)}
    )


def _check(staff: Staff, successor: Staff | None, held: list[Held]) -> None:
    if left := [one.words for one in held if one.stays]:
        said = _("Akun ini masih memegang: %(what)s. Supervisornya memindahkannya lebih dulu.")
        raise Refused(said % {"what": ", ".join(left)}, code="held")
    if successor is None and (left := [one.words for one in held if one.needs_heir]):
        said = _("Pilih siapa yang meneruskan. Akun ini masih memegang: %(what)s.")
        raise Refused(said % {"what": ", ".join(left)}, field="successor", code="held")
    if successor is not None and (
        successor.pk == staff.pk or successor.agency_id != staff.agency_id or not successor.is_active
    ):
        raise Refused(_("Pilih petugas lain dari lembaga ini yang akunnya aktif."), field="successor")
