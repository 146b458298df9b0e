"""Registering a person: whatever is known, and no more than that."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.base.models import DataKey
from rangkul.commons.people import keys, policy
from rangkul.commons.people.actions._writing import checked_kk, checked_name, checked_nik, write_keys
from rangkul.commons.people.actions.addresses import new_address
from rangkul.commons.people.actions.phones import new_phone
from rangkul.commons.people.drafts import PersonDraft
from rangkul.commons.people.models import Person, PersonName
from rangkul.commons.people.states import AddressKind, BirthPrecision


@action("person.registered", may=policy.may_register)
def register(*, by: Asker, draft: PersonDraft | None = None, **values) -> Done:
    """A new person in the asker's unit, from a PersonDraft or from its fields as keywords.

    Equal NIKs are not refused: a refusal would betray a person whom the asker may not see. Likely duplicates are
    shown beforehand by `queries.likely_duplicates`.
    """
    draft = draft or PersonDraft(**values)
    person = _person(by, draft)
    person.save(force_insert=True)
    for other in draft.other_names:
        if other.name.strip():
            PersonName(person=person, kind=other.kind, name=" ".join(other.name.split())).save(force_insert=True)
    for phone in draft.phones:
        new_phone(person, phone).save(force_insert=True)
    for address in draft.addresses:
        new_address(person, address).save(force_insert=True)
    write_keys(person, [other.name for other in draft.other_names])
    return Done(person, payload={"has_nik": bool(draft.nik.strip())}, unit_id=person.unit_id)


def _person(by: Asker, draft: PersonDraft) -> Person:
    full, called = checked_name(draft.full_name, draft.called_name)
    nik = checked_nik(draft.nik) if draft.nik.strip() else None
    card = checked_kk(draft.kk) if draft.kk.strip() else None
    check_birth(draft.birth_date, draft.birth_precision)
    person = Person(
        key=DataKey.make(),
        agency_id=by.agency_id,
        unit_id=by.unit_id,
        registered_by_id=by.staff_id,
        full_name=full,
        called_name=called,
        sex=draft.sex or (_sex_of(nik) if nik else ""),
        birth_date=draft.birth_date,
        birth_precision=draft.birth_precision or (BirthPrecision.DAY if draft.birth_date else ""),
        birth_place=draft.birth_place.strip(),
        nik_blind=keys.blind_nik(nik.digits) if nik else None,
        kk_blind=keys.blind_kk(card.digits) if card else None,
        region_code=draft.region_code or _home(draft),
    )
    person.nik, person.kk = nik.digits if nik else "", card.digits if card else ""
    return person


def _sex_of(nik) -> str:
    return "P" if nik.sex == "female" else "L"


def _home(draft: PersonDraft) -> str:
    homes = [address.region_code for address in draft.addresses if address.kind == AddressKind.HOME]
    return next((code for code in homes if code), "")


def check_birth(birth_date, precision: str) -> None:
    """A precision without a date, or a day that has not come, is refused."""
    if precision and birth_date is None:
        raise Refused(_("Isi tanggal lahirnya, walau hanya kira-kira."), field="birth_date")
    if birth_date and birth_date > clock.local(clock.now()).date():
        raise Refused(_("Tanggal lahir ini belum terjadi."), field="birth_date")
    if birth_date and birth_date.year < 1890:
        raise Refused(_("Periksa lagi tahun lahirnya."), field="birth_date")
