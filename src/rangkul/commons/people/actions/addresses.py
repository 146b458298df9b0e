"""Where somebody lives, is registered, or may safely be met."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.people import policy
from rangkul.commons.people.drafts import AddressDraft
from rangkul.commons.people.models import Address, Person
from rangkul.commons.people.states import AddressKind


def new_address(person: Person, draft: AddressDraft) -> Address:
    """An unsaved row. Raises Refused for an unknown place and for an address that says nothing."""
    if draft.region_code and not wilayah.path(draft.region_code):
        raise Refused(_("Pilih wilayah dari daftar."), field="region_code")
    if draft.no_fixed_address and not (draft.landmark.strip() or draft.region_code):
        raise Refused(_("Tulis tempat ia biasa bisa ditemui."), field="landmark")
    if not (draft.region_code or draft.line.strip() or draft.landmark.strip()):
        raise Refused(_("Isi wilayah, alamat, atau patokannya."), field="region_code")
    address = Address(
        key=person.key,
        person=person,
        kind=draft.kind,
        region_code=draft.region_code,
        hamlet=draft.hamlet.strip(),
        rt=_three_digits(draft.rt, "rt"),
        rw=_three_digits(draft.rw, "rw"),
        postal_code=_postal(draft.postal_code),
        no_fixed_address=draft.no_fixed_address,
        hidden=draft.hidden,
    )
    address.line, address.landmark = draft.line.strip(), draft.landmark.strip()
    return address


def _three_digits(typed: str, field: str) -> str:
    """`2`, `02` and `002` are the same RT."""
    typed = typed.strip()
    if not typed:
        return ""
    if not re.fullmatch(r"[0-9]{1,3}", typed):
        raise Refused(_("RT dan RW berisi paling banyak tiga angka."), field=field)
    return typed.zfill(3)


def _postal(typed: str) -> str:
    typed = typed.strip()
    if typed and not re.fullmatch(r"[0-9]{5}", typed):
        raise Refused(_("Kode pos berisi lima angka."), field="postal_code")
    return typed


@action("address.added", may=policy.may_write)
def add_address(*, by: Asker, person: Person, address: AddressDraft) -> Done:
    """One more place. The newest home that is not hidden also says in which area the person is counted."""
    row = new_address(person, address)
    row.save(force_insert=True)
    if row.kind == AddressKind.HOME and row.region_code and not row.hidden:
        Person.objects.filter(pk=person.pk).update(region_code=row.region_code)
        person.region_code = row.region_code
    return Done(row, subject=("person", person.pk), payload={"address": str(row.pk), "kind": row.kind})


@action("address.ended", may=policy.may_write)
def end_address(*, by: Asker, address: Address) -> Done:
    """The person is no longer found there. It stays in the file."""
    first = Address.objects.filter(pk=address.pk, ended_at__isnull=True).update(ended_at=clock.now())
    address.refresh_from_db()
    subject = ("person", address.person_id)
    return Done(address, subject=subject, payload={"address": str(address.pk)}, silent=not first)
