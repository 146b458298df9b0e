"""Accounts are made, changed and closed by an admin of the same agency; nobody changes their own roles."""

import secrets

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff, Unit
from rangkul.commons.people.states import INCOMPATIBLE_ROLES, Role
from rangkul.web.accounts import policy, sessions

FIELDS = (
    "full_name",
    "called_name",
    "email",
    "sex",
    "unit",
    "supervisor",
    "roles",
    "areas",
    "languages",
    "trained_violence",
    "on_duty",
    "is_active",
)


def _check(staff: Staff, by: Asker) -> None:
    for pair in INCOMPATIBLE_ROLES:
        if pair <= set(staff.roles):
            raise Refused(_("Peran ini tidak boleh dipegang bersama oleh satu orang."), field="roles")
    if Role.STUDENT in staff.roles and (len(staff.roles) > 1 or staff.unit_id is not None):
        raise Refused(_("Praktikan tidak memegang peran lain dan tidak menjadi anggota unit."), field="roles")
    if staff.pk == by.staff_id:
        raise Refused(_("Anda tidak bisa mengubah peran Anda sendiri. Minta admin lain."), field="roles")
    if staff.practises and staff.unit_id is None:
        raise Refused(_("Pekerja sosial dan supervisor perlu unit."), field="unit")
    if "supervisor" not in staff.roles and staff.practises and staff.supervisor_id is None:
        raise Refused(_("Pilih supervisor. Setiap yang terlambat naik kepadanya."), field="supervisor")


@action("staff.account_opened", may=policy.may_keep_accounts)
def open_account(*, by: Asker, username: str, **fields) -> Done:
    """A new account with a first password that is shown once; returns (staff, password)."""
    staff = Staff(
        username=username, agency_id=by.agency_id, **{name: fields[name] for name in FIELDS if name in fields}
    )
    password = give_first_password(staff)
    _check(staff, by)
    if Staff.objects.filter(username__iexact=username).exists():
        raise Refused(_("Nama masuk ini sudah dipakai."), field="username")
    try:
        staff.full_clean(exclude=["password", "agency", "unit", "supervisor"])
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    staff.save(force_insert=True)
    return Done((staff, password), subject=("staff", staff.pk), payload={"roles": sorted(staff.roles)})


def give_first_password(staff: Staff) -> str:
    """A password to be told and replaced at the first login; the row is not saved."""
    password = "-".join(secrets.token_hex(2) for _ in range(4))
    staff.set_password(password)
    staff.first_password = True
    return password


@action("staff.access_renewed", may=policy.may_keep_accounts)
def renew_access(*, by: Asker, staff: Staff, factors: bool = False) -> Done:
    """For whoever forgot the password, and with `factors` lost the telephone too: a first password, shown once. Every
    session of the account ends. Returns the password."""
    if staff.pk == by.staff_id:
        raise Refused(_("Anda tidak bisa memperbarui akses Anda sendiri. Minta admin lain."))
    if not staff.is_active:
        raise Refused(_("Akun ini ditutup. Buka dulu akunnya."), code="closed")
    password = give_first_password(staff)
    staff.save(update_fields=["password", "first_password"])
    if factors:
        Authenticator.objects.filter(user_id=staff.pk).delete()
    end_sessions_of(staff)
    return Done(password, subject=("staff", staff.pk), payload={"factors": factors})


@action("staff.codes_closed", may=policy.may_give_codes)
def close_codes(*, by: Asker, staff: Staff) -> Done:
    """Too many wrong codes after the right password: for a while none is taken, and the audit log says so."""
    return Done(staff, subject=("staff", staff.pk), agency_id=staff.agency_id, unit_id=staff.unit_id)


@action("staff.account_changed", may=policy.may_keep_accounts)
def change_account(*, by: Asker, staff: Staff, **fields) -> Done:
    """Change roles, unit or duty, or open a closed account again. Closing is another verb (`leaving.close_account`)."""
    if staff.is_active and not fields.get("is_active", True):
        raise Refused(_("Tutup akunnya di bagian Tutup akun: yang dipegangnya diteruskan dulu."), field="is_active")
    for name in FIELDS:
        if name in fields:
            setattr(staff, name, fields[name])
    _check(staff, by)
    staff.save()
    return Done(staff, payload={"roles": sorted(staff.roles), "active": staff.is_active})


@action("staff.sessions_ended", may=lambda *, by, **_: by.kind == "staff")
def end_my_other_sessions(*, by: Asker, staff: Staff, keep: str) -> Done:
    return Done(end_sessions_of(staff, keep=keep), subject=("staff", staff.pk))


@action("staff.session_ended", may=lambda *, by, **_: by.kind == "staff")
def end_my_session(*, by: Asker, staff: Staff, mark: str, keep: str) -> Done:
    """End one session of my own by its mark, never the one in which I ask."""
    ended = end_sessions_of(staff, keep=keep, mark=mark)
    return Done(ended, subject=("staff", staff.pk), silent=not ended)


def end_sessions_of(staff: Staff, keep: str = "", mark: str = "") -> int:
    """Remove the sessions of this account, or the one of that mark."""
    gone = [
        session.session_key
        for session, _held in sessions.rows_of(staff)
        if session.session_key != keep and mark in {"", sessions.mark_of(session.session_key)}
    ]
    Session.objects.filter(session_key__in=gone).delete()
    return len(gone)


@action("unit.opened", may=policy.may_keep_accounts)
def open_unit(*, by: Asker, name: str, areas: list[str], parent: Unit | None = None) -> Done:
    unit = Unit.objects.create(agency_id=by.agency_id, name=name.strip(), areas=areas, parent=parent)
    return Done(unit, subject=("unit", unit.pk), payload={"areas": areas})


@action("unit.changed", may=policy.may_keep_accounts)
def change_unit(*, by: Asker, unit: Unit, name: str, areas: list[str], parent: Unit | None = None) -> Done:
    """The chain of units above one another may not come back to where it began: nobody would ever be told."""
    above, seen = parent, {unit.pk}
    while above is not None:
        if above.pk in seen:
            raise Refused(_("Unit ini sudah di atas unit itu."), field="parent", code="circle")
        seen.add(above.pk)
        above = above.parent
    same = (unit.name, unit.areas, unit.parent_id) == (name.strip(), areas, parent.pk if parent else None)
    unit.name, unit.areas, unit.parent = name.strip(), areas, parent
    unit.save()
    return Done(unit, subject=("unit", unit.pk), payload={"areas": areas}, silent=same)
