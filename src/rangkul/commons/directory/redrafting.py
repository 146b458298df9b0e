"""An entry as a draft again, and what a file says differently: what the file leaves empty stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base import opening
from rangkul.base.phones import parse_phone
from rangkul.commons.directory import timing
from rangkul.commons.directory.drafts import (
    ContactDraft,
    HoursDraft,
    PaperDraft,
    PlaceDraft,
    RoomDraft,
    RuleDraft,
    ServiceDraft,
)
from rangkul.commons.directory.fitting import condition_words
from rangkul.commons.directory.models import Eligibility
from rangkul.commons.directory.queries import Entry
from rangkul.commons.directory.states import (
    Access,
    Atensi,
    Channel,
    Cost,
    Help,
    Language,
    Paper,
    Season,
    Status,
    Unit,
    Way,
)

_LISTS = {"areas", "places", "hours", "rules", "papers", "contacts", "rooms"}


def draft_of(entry: Entry) -> ServiceDraft:
    """The entry as it stands, whole."""
    plain = {f.name: getattr(entry.service, f.name) for f in fields(ServiceDraft) if f.name not in _LISTS}
    return ServiceDraft(
        **plain,
        areas=[row.region_code for row in entry.areas],
        places=[place_of(at) for at in entry.places],
        hours=[hours_of(row, entry.places) for row in entry.schedules],
        rules=[_same(RuleDraft, row) for row in entry.rules],
        papers=[_same(PaperDraft, row) for row in entry.papers],
        contacts=[_same(ContactDraft, row) for row in entry.contacts if row.service_id],
        rooms=[_same(RoomDraft, row) for row in entry.newest_rooms],
    )


def _same(draft: type[Any], row: Any) -> Any:
    return draft(**{f.name: getattr(row, f.name) for f in fields(draft)})


def place_of(at: Any) -> PlaceDraft:
    of_location = {f.name: getattr(at.location, f.name) for f in fields(PlaceDraft) if f.name != "description"}
    return PlaceDraft(**of_location, description=at.description)


def hours_of(row: Any, places: Iterable[Any]) -> HoursDraft:
    at = next((one.location for one in places if one.pk == row.at_id), None)
    plain = {f.name: getattr(row, f.name) for f in fields(HoursDraft) if f.name != "at"}
    return HoursDraft(**plain, at=(at.address, at.region_code) if at else None)


def moved(hours: list[HoursDraft], before: list[PlaceDraft], after: list[PlaceDraft]) -> list[HoursDraft]:
    """Hours of a place go along where its address was written anew; those of a place that is there no more are left
    out."""
    stood, stands = [one.key for one in before], [one.key for one in after]
    new = {old: key for old, key in zip(stood, stands, strict=False) if old not in stands and key not in stood}
    there = [replace(row, at=new.get(row.at, row.at)) if row.at else row for row in hours]
    return [row for row in there if row.at is None or row.at in stands]


@dataclass(frozen=True)
class Difference:
    """One part of an entry: what stands there, and what the file says."""

    name: str
    before: str
    after: str


_PLAIN: dict[str, tuple[Any, Any]] = {
    "name": (gettext_lazy("nama"), None), "alternate_name": (gettext_lazy("nama lain"), None),
    "description": (gettext_lazy("penjelasan"), None),
    "status": (gettext_lazy("keadaan"), Status), "helps": (gettext_lazy("jenis bantuan"), Help),
    "atensi": ("ATENSI", Atensi), "languages": (gettext_lazy("bahasa"), Language),
    "categories": (gettext_lazy("kelompok layanan"), None), "ways": (gettext_lazy("cara memulai"), Way),
    "application_process": (gettext_lazy("langkah memulai"), None), "cost": (gettext_lazy("biaya"), Cost),
    "amount": (gettext_lazy("rupiah"), None), "fees_description": (gettext_lazy("penjelasan biaya"), None),
    "wait_time": (gettext_lazy("lama menunggu"), None), "url": (gettext_lazy("situs"), None),
}  # fmt: skip


def differences(
    entry: Entry, given: ServiceDraft, assured: date | None = None
) -> tuple[ServiceDraft, list[Difference]]:
    """The entry as it would be, and each part that differs. `assured`: the day on which the file says that somebody
    made sure of it; an earlier one than is known says nothing."""
    before, changes, found = draft_of(entry), {}, []
    for name, (label, words) in _PLAIN.items():
        old, new = getattr(before, name), getattr(given, name)
        if new not in (None, "", []) and _plain(new) != _plain(old):
            changes[name] = new
            found.append(Difference(str(label), _said(old, words), _said(new, words)))
    for name, label, key, words in _parts(entry):
        old, new = getattr(before, name), getattr(given, name)
        new = _later(old, new) if name == "rooms" else new
        merged = _merged(old, new, key)
        if new and [words(one) for one in merged] != [words(one) for one in old]:
            changes[name] = merged
            found.append(Difference(str(label), _listed(old, words), _listed(merged, words)))
    known = entry.service.assured_date
    if assured and (known is None or assured > known):
        found.append(Difference(_("dipastikan"), _day(known), _day(assured)))
    given = replace(before, **changes)
    given.hours = moved(given.hours, before.places, given.places)
    return given, found


def _later(old: list[RoomDraft], new: list[RoomDraft]) -> list[RoomDraft]:
    """A count of an earlier day is history already."""
    known = {one.unit: one.counted_on for one in old}
    return [one for one in new if one.unit not in known or one.counted_on >= known[one.unit]]


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day else ""


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, list) else value


def _said(value: Any, words: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_said(one, words) for one in value)
    known = words is not None and value in words.values
    return str(words(value).label) if known else "" if value is None else str(value)


def _listed(rows: Iterable[Any], words: Callable[[Any], str]) -> str:
    return "; ".join(words(one) for one in rows)


def _merged(old: list[Any], new: list[Any], key: Callable[[Any], Any] | None) -> list[Any]:
    """What the file says comes in place of the first of its kind; what it says nothing of stays. Without a kind the
    list of the file is the whole list."""
    if key is None or not new:
        return list(new)
    kept, told = list(old), set[int]()
    for one in new:
        # Each standing row is said anew once: of several of a kind the same one first.
        alike = [n for n, row in enumerate(kept) if n not in told and key(row) == key(one)]
        at = min(alike, key=lambda n: not _is_same(kept[n], one), default=len(kept))
        kept[at:] = [_over(kept[at], one) if alike else one, *kept[at + 1 :]]
        told.add(at)
    return kept


def _is_same(row: Any, one: Any) -> bool:
    return row == one or (isinstance(row, ContactDraft) and row.value == one.value)


def _over(row: Any, given: Any) -> Any:
    """The given values over the standing ones, where any were given; a place is left with its own key."""
    told = {f.name: value for f in fields(given) if (value := getattr(given, f.name)) not in (None, "", [], False)}
    kept = {"public": row.public} if hasattr(row, "public") else {}
    if isinstance(row, PlaceDraft):
        row = row.moved_to(told.get("region_code", row.region_code), told.get("address", row.address))
    return replace(row, **told | kept)


def _parts(entry: Entry) -> tuple[tuple[str, Any, Callable[[Any], Any] | None, Callable[[Any], str]], ...]:
    regions = entry.regions

    def place(one: PlaceDraft) -> str:
        return ", ".join(part for part in (*_place_words(one), regions.get(one.region_code, one.region_code)) if part)

    def hours(one: HoursDraft) -> str:
        read = opening.known(one.opening_hours)
        said = "; ".join(opening.in_words(read)) if read else one.opening_hours
        season = str(Season(one.season).label) if one.season != Season.USUAL else ""
        about = ", ".join(part for part in (one.at[0] if one.at else "", season, timing.when(one)) if part)
        return ": ".join(part for part in (about, said) if part) + (f" ({one.notes})" if one.notes else "")

    def contact(one: ContactDraft) -> str:
        value = parse_phone(one.value).national or one.value if one.channel != Channel.EMAIL else one.value
        value = ", ".join(part for part in (value, one.extension, one.name) if part)
        return _("%(contact)s (menerima rujukan)") % {"contact": value} if one.receives_referrals else value

    def room(one: RoomDraft) -> str:
        whole = "" if one.maximum is None else f"/{one.maximum}"
        said = f"{one.available}{whole} {Unit(one.unit).label}, {_day(one.counted_on)}"
        return said + (f" ({one.note})" if one.note else "")

    def paper(one: PaperDraft) -> str:
        name = one.document or (str(Paper(one.paper).label) if one.paper in Paper.values else one.paper)
        return name if one.needed else _("%(paper)s (bila ada)") % {"paper": name}

    return (
        ("areas", _("wilayah"), None, lambda one: regions.get(one, one) or _("Seluruh Indonesia")),
        ("places", _("alamat"), _place_of(entry), place),
        ("hours", _("jam buka"), lambda one: (one.season, one.at, one.valid_from, one.valid_to), hours),
        ("rules", _("syarat"), lambda one: one.rule, lambda one: condition_words(_rule(one), {}, regions)),
        ("papers", _("yang dibawa"), None, paper),
        ("contacts", _("kontak"), lambda one: one.channel, contact),
        ("rooms", _("tempat yang tersedia"), lambda one: one.unit, room),
    )


def _place_words(one: PlaceDraft) -> Iterator[str]:
    yield from (one.name, one.address, one.postal_code, one.directions, one.accessibility_note, one.description)
    yield from (str(Access(code).label) for code in one.accessibility)
    if one.latitude is not None:
        yield f"{one.latitude:.6f} {one.longitude:.6f}"


def _place_of(entry: Entry) -> Callable[[PlaceDraft], Any]:
    """An entry with one place has moved where the file says another; with several, an address is one of them."""
    return (lambda one: "") if len(entry.places) < _SEVERAL else (lambda one: (one.address, one.region_code))


_SEVERAL = 2


def _rule(one: RuleDraft) -> Any:
    return Eligibility(**{f.name: getattr(one, f.name) for f in fields(one)})
