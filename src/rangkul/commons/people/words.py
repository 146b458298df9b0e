"""People in words: labels of fields and values, ages, addresses, the ways to reach somebody."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rangkul.base import clock
from rangkul.commons.people.contact_rules import Said, day_name
from rangkul.commons.people.models import Address, Person, SafeContact
from rangkul.commons.people.states import (
    PERSON_SEX,
    AddressKind,
    BirthPrecision,
    Channel,
    DeathPrecision,
    Influence,
    KinKind,
    NameKind,
    PhoneOwner,
    Relation,
    SignificantRole,
    Standing,
)  # fmt: skip

FIELDS = {
    "full_name": gettext_lazy("Nama lengkap"),
    "called_name": gettext_lazy("Nama panggilan"),
    "name": gettext_lazy("Nama"),
    "sex": gettext_lazy("Jenis kelamin"),
    "birth_date": gettext_lazy("Tanggal lahir"),
    "birth_precision": gettext_lazy("Seberapa pasti"),
    "birth_place": gettext_lazy("Tempat lahir"),
    "died_on": gettext_lazy("Meninggal pada"),
    "died_precision": gettext_lazy("Kapan meninggal"),
    "nik": gettext_lazy("NIK"),
    "kk": gettext_lazy("Nomor KK"),
    "region_code": gettext_lazy("Kode wilayah"),
    "restricted": gettext_lazy("Dibatasi"),
    "merged_into_id": gettext_lazy("Digabung ke pendaftaran lain"),
    "number": gettext_lazy("Nomor"),
    "owner": gettext_lazy("Milik siapa"),
    "owner_name": gettext_lazy("Nama pemilik"),
    "shared": gettext_lazy("Dipakai bersama"),
    "whatsapp": gettext_lazy("Ada WhatsApp"),
    "ended_at": gettext_lazy("Tidak dipakai lagi sejak"),
    "line": gettext_lazy("Jalan dan nomor"),
    "hamlet": gettext_lazy("Dusun atau lingkungan"),
    "rt": gettext_lazy("RT"),
    "rw": gettext_lazy("RW"),
    "postal_code": gettext_lazy("Kode pos"),
    "no_fixed_address": gettext_lazy("Tidak punya tempat tinggal tetap"),
    "landmark": gettext_lazy("Patokan"),
    "hidden": gettext_lazy("Disembunyikan"),
    "kind": gettext_lazy("Jenis"),
    "channels": gettext_lazy("Cara menghubungi"),
    "days": gettext_lazy("Hari"),
    "from_time": gettext_lazy("Mulai pukul"),
    "to_time": gettext_lazy("Sampai pukul"),
    "code_word": gettext_lazy("Kata rahasia"),
    "never_leave_message": gettext_lazy("Jangan tinggalkan pesan"),
    "note": gettext_lazy("Catatan"),
    "relation": gettext_lazy("Hubungan"),
    "standing": gettext_lazy("Keadaan sekarang"),
    "years_only": gettext_lazy("Hanya tahunnya yang diketahui"),
    "influence": gettext_lazy("Pengaruhnya"),
    "role": gettext_lazy("Perannya"),
    "may_contact": gettext_lazy("Boleh dihubungi"),
    "since": gettext_lazy("Sejak"),
    "until": gettext_lazy("Sampai"),
}
_SEALED = frozenset({"nik", "kk", "number", "line", "landmark", "code_word", "note"})
_CHOICES: dict[str, dict[str, Any]] = {
    "sex": dict(PERSON_SEX),
    "birth_precision": dict(BirthPrecision.choices),
    "owner": dict(PhoneOwner.choices),
    "kind": {**dict(NameKind.choices), **dict(AddressKind.choices), **dict(KinKind.choices)},
    "standing": dict(Standing.choices),
    "died_precision": dict(DeathPrecision.choices),
    "relation": dict(Relation.choices),
    "influence": dict(Influence.choices),
    "role": dict(SignificantRole.choices),
    "channels": dict(Channel.choices),
}


def shown(column: str, value: Any) -> str:
    """A stored value as words. A sealed one is only told apart from others: it begins with NUL and is never shown."""
    if column in _SEALED:
        return "\x00" + _hexadecimal(value)
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if value in (None, ""):
        return ""
    if isinstance(value, list):
        return ", ".join(_one(column, each) for each in value)
    return _one(column, value)


def _hexadecimal(value: Any) -> str:
    if value is None:
        return ""
    return value.removeprefix("\\x") if isinstance(value, str) else bytes(value).hex()


def _one(column: str, value: Any) -> str:
    if column == "days":
        return day_name(value)
    if column in ("ended_at",):
        return str(value)[:10]
    return str(_CHOICES.get(column, {}).get(value, value))


def age_of(person: Person, today: date | None = None) -> str:
    """`34 tahun`, `sekitar 40 tahun`, `5 bulan`; empty where nothing is known, `meninggal` where somebody died."""
    if person.has_died:
        return _("meninggal")
    if person.birth_date is None:
        return ""
    today = today or clock.local(clock.now(), person.region_code).date()
    months = (today.year - person.birth_date.year) * 12 + today.month - person.birth_date.month
    months -= person.birth_precision == BirthPrecision.DAY and today.day < person.birth_date.day
    if months < 24:
        return ngettext("%(n)d bulan", "%(n)d bulan", max(0, months)) % {"n": max(0, months)}
    words = ngettext("%(n)d tahun", "%(n)d tahun", months // 12) % {"n": months // 12}
    return words if person.birth_precision in ("day", "month") else _("sekitar %(age)s") % {"age": words}


def birth_of(person: Person) -> str:
    """The birth date no more exactly than it is known."""
    if person.birth_date is None:
        return _("belum diketahui")
    shapes = {"day": "j F Y", "month": "F Y", "year": "Y"}
    if person.birth_precision in shapes:
        return date_format(person.birth_date, shapes[person.birth_precision])
    return _("sekitar tahun %(year)d") % {"year": person.birth_date.year}


def address_of(address: Address, place: str) -> str:
    """One line; `place` is the written-out region."""
    numbers = " ".join(f"{label} {value}" for label, value in (("RT", address.rt), ("RW", address.rw)) if value)
    parts = [address.line, address.hamlet, numbers, place, address.postal_code]
    if address.no_fixed_address:
        parts.insert(0, _("tidak punya tempat tinggal tetap"))
    if address.landmark:
        parts.append(_("patokan: %(landmark)s") % {"landmark": address.landmark})
    return ", ".join(part for part in parts if part)


def ways_in_words(rules: Said) -> str:
    """The ways, days and hours in one line, without what only the person and the worker know; "" for no way at all."""
    labels = dict(Channel.choices)
    ways = ", ".join(str(labels.get(way, way)).lower() for way in rules.channels)
    told = [ways] if ways else []
    if rules.days:
        told.append(_("hanya %(days)s") % {"days": ", ".join(day_name(day) for day in sorted(rules.days))})
    if rules.from_time and rules.to_time:
        told.append(_("pukul %(from)s–%(to)s") % {"from": f"{rules.from_time:%H.%M}", "to": f"{rules.to_time:%H.%M}"})
    if rules.never_leave_message:
        told.append(_("jangan meninggalkan pesan"))
    return ", ".join(told)


def safe_contact_parts(rules: SafeContact | None) -> dict[str, Any]:
    """What the component `safe_contact` takes: ways, what never to do, when, the code word."""
    if rules is None:
        return {"ways": [], "never": []}
    ways = [str(Channel(channel).label) for channel in rules.channels if channel in Channel.values]
    never = [_("meninggalkan pesan pada siapa pun")] if rules.never_leave_message else []
    never += [str(other.label) for other in (Channel.CALL, Channel.VISIT) if other not in rules.channels]
    return {"ways": ways, "never": never, "when": _when(rules), "code_word": rules.code_word, "note": rules.note}


def _when(rules: SafeContact) -> str:
    days = ", ".join(day_name(day) for day in rules.days)
    hours = f"{rules.from_time:%H.%M}–{rules.to_time:%H.%M}" if rules.from_time and rules.to_time else ""
    return ", ".join(part for part in (days, hours) if part)
