"""Correcting what is known of a person. The state before is kept by the database."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.commons.people import keys, policy
from rangkul.commons.people.actions._writing import checked_kk, checked_name, checked_nik, write_keys
from rangkul.commons.people.actions.register import check_birth
from rangkul.commons.people.models import Person, PersonName
from rangkul.commons.people.states import DeathPrecision

_PLAIN = (
    "full_name",
    "called_name",
    "sex",
    "birth_date",
    "birth_precision",
    "birth_place",
    "died_on",
    "died_precision",
    "region_code",
)


@action("person.corrected", may=policy.may_write)
def correct(*, by: Asker, person: Person, edition: int | None = None, **changes: Any) -> Done:
    """Change the named fields. `edition` is the one that was on the screen: a person who was corrected meanwhile is
    not overwritten unseen, but refused. The event names the fields, never their values."""
    unknown = set(changes) - {*_PLAIN, "nik", "kk"}
    if unknown:
        raise TypeError(f"correct() does not know {sorted(unknown)}")
    changed = _apply(person, changes)
    if not changed:
        return Done(person, silent=True)
    _save(person, changed, edition)
    if {"full_name", "called_name"} & changed:
        write_keys(person, PersonName.objects.filter(person=person).values_list("name", flat=True))
    return Done(person, payload={"fields": sorted(changed)})


def _apply(person: Person, changes: dict[str, Any]) -> set[str]:
    if "full_name" in changes or "called_name" in changes:
        full, called = changes.get("full_name", person.full_name), changes.get("called_name", person.called_name)
        changes["full_name"], changes["called_name"] = checked_name(full, called)
    changes = {**changes, **_numbers(changes)}
    changed = {name for name, value in changes.items() if getattr(person, name) != value}
    for name in changed:
        setattr(person, name, changes[name])
    if {"died_on", "died_precision"} & changed:
        _check_death(person)
    if changed & {"birth_date", "birth_precision"}:
        check_birth(person.birth_date, person.birth_precision)
    return changed


def _check_death(person: Person) -> None:
    if person.died_on is None and person.died_precision == DeathPrecision.YEAR:
        raise Refused(_("Isi tahun meninggalnya, atau pilih tidak tahu kapan."), field="died_on")
    if person.died_on and person.died_precision == DeathPrecision.UNKNOWN:
        raise Refused(_("Kosongkan tanggal meninggalnya bila tidak tahu kapan."), field="died_on")
    if person.died_on and person.died_on > clock.local(clock.now()).date():
        raise Refused(_("Tanggal meninggal ini belum terjadi."), field="died_on")


def _numbers(changes: dict[str, Any]) -> dict[str, str]:
    """NIK and KK as digits; an empty text takes the number away."""
    found = {}
    if "nik" in changes:
        found["nik"] = checked_nik(changes["nik"]).digits if changes["nik"].strip() else ""
    if "kk" in changes:
        found["kk"] = checked_kk(changes["kk"]).digits if changes["kk"].strip() else ""
    return found


def _save(person: Person, changed: set[str], edition: int | None) -> None:
    if "nik" in changed:
        person.nik_blind = keys.blind_nik(person.nik)
    if "kk" in changed:
        person.kk_blind = keys.blind_kk(person.kk)
    columns = changed | ({"nik_blind"} if "nik" in changed else set()) | ({"kk_blind"} if "kk" in changed else set())
    seen = Person.objects.filter(pk=person.pk, edition=person.edition if edition is None else edition)
    values = {name: person.__dict__[name] for name in columns}
    if not seen.update(**values, edition=F("edition") + 1):
        raise Refused(_("Data orang ini baru saja diubah orang lain. Muat ulang, lalu periksa lagi."), code="changed")
    person.edition += 1
