"""A service as HSDS 3.1 writes it, flat or full, into a line. What is not understood is left out, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.forms.kit import clean_text
from rangkul.commons.directory.drafts import (
    HoursDraft,
    OrganizationDraft,
    PaperDraft,
    PlaceDraft,
    RuleDraft,
    ServiceDraft,
)
from rangkul.commons.directory.importing import conditions, meanings
from rangkul.commons.directory.importing.lines import Line, RowFault
from rangkul.commons.directory.importing.meanings import Wrong
from rangkul.commons.directory.states import Atensi, Channel, Cost, Help, Language, Paper, Rule, Season, Status, Way

_DAYS = {"MO": "Mo", "TU": "Tu", "WE": "We", "TH": "Th", "FR": "Fr", "SA": "Sa", "SU": "Su"}
_MOST_PARTS = 50
# How a paper is written that helps and is not needed.
_WELCOME = " (bila ada)"


def line(number: int, given: dict[str, Any]) -> Line:
    faults: list[RowFault] = []

    def wrong(column: str, words: str) -> None:
        faults.append(RowFault(number, column, words))

    organization = _dict(given.get("organization"))
    name, body = _text(given, "name", 160), _text(organization, "name", 160)
    for column, value in (("name", name), ("organization.name", body)):
        if not value:
            wrong(column, _("Bagian ini belum diisi."))
    status = given.get("status")
    if status not in Status.values:
        wrong("status", _("Keadaan harus salah satu dari: %(known)s.") % {"known": ", ".join(Status.values)})
    service = ServiceDraft(
        name=name,
        alternate_name=_text(given, "alternate_name", 160),
        description=_text(given, "description", 4000),
        status=status if status in Status.values else Status.ACTIVE,
        wait_time=_text(given, "wait_time", 120),
        url=url if (url := _text(given, "url", 200)).startswith(("https://", "http://")) else "",
        **_classes(given),
    )
    for part, read in _PARTS.items():
        try:
            read(given, service)
        except Wrong as error:
            wrong(part, str(error))
    try:
        assured = meanings.day(text) if (text := _text(given, "assured_date", 20)) else None
    except Wrong as error:
        assured = None
        wrong("assured_date", str(error))
    draft = OrganizationDraft(name=body, description=_text(organization, "description", 2000))
    service.source_key = _text(given, "id", 80)
    service.source = "hsds" if service.source_key else ""
    return Line(number, draft, service, assured, faults)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(given: dict[str, Any], name: str) -> list[dict[str, Any]]:
    value = given.get(name)
    return [one for one in value[:_MOST_PARTS] if isinstance(one, dict)] if isinstance(value, list) else []


def _text(given: dict[str, Any], name: str, most: int) -> str:
    value = given.get(name)
    return clean_text(str(value)).strip()[:most] if isinstance(value, str | int | float) else ""


def _classes(given: dict[str, Any]) -> dict[str, list[str]]:
    """By the codes of our own taxonomies; others' words stay theirs."""
    codes = [
        _text(_dict(one.get("taxonomy_term")), "code", 40) or _text(one, "value", 40)
        for one in _list(given, "attributes")
    ]
    languages = [_text(one, "code", 3) for one in _list(given, "languages")]
    return {
        "categories": [code for code in codes if code.startswith("PPKS-") and code in meanings.categories()],
        "helps": [code for code in codes if code in Help.values],
        "atensi": [code for code in codes if code in Atensi.values],
        "languages": [code for code in languages if code in Language.values],
    }


def _ways(given: dict[str, Any], service: ServiceDraft) -> None:
    """Our ways stand as their names before the steps in words."""
    said, names = _text(given, "application_process", 1200), meanings.in_indonesian(Way)
    head, _stop, steps = said.partition(". ")
    listed = head.split(", ") if head else []
    known = all(one in names for one in listed)
    service.ways = [names[one] for one in listed] if known else []
    service.application_process = (steps if known else said)[:1000]


def _cost(given: dict[str, Any], service: ServiceDraft) -> None:
    option = next(iter(_list(given, "cost_options")), {})
    amount = option.get("amount")
    if isinstance(amount, int | float) and not isinstance(amount, bool) and option.get("currency") == "IDR":
        service.amount = int(amount) if 0 <= amount <= 2_000_000_000 else None
    names = meanings.in_indonesian(Cost)
    service.cost = names.get(_text(option, "option", 40), "")
    if service.cost == Cost.FREE:
        service.amount = None
    label = next((name for name, code in names.items() if code == service.cost), "")
    said = _text(given, "fees_description", 400)
    service.fees_description = ("" if said == label else said.removeprefix(f"{label}, ") if label else said)[:300]


def _conditions(given: dict[str, Any], service: ServiceDraft) -> None:
    """Ages stand twice, as numbers and in words: the words tell more where they are read."""
    ages = [given.get("minimum_age"), given.get("maximum_age")]
    found = [int(a) if isinstance(a, int | float) and not isinstance(a, bool) and 0 <= a <= 120 else None for a in ages]
    if None not in found and found[0] > found[1]:
        raise Wrong(_("Umur tertua lebih muda daripada umur termuda."))
    said = conditions.read(_text(given, "eligibility_description", conditions.LONGEST))
    told = any(rule.rule == Rule.AGE and not rule.preferred for rule in said)
    if (found[0] or found[1] is not None) and not told:
        service.rules.append(RuleDraft(Rule.AGE, age_from=found[0], age_to=found[1]))
    service.rules += said


def _areas(given: dict[str, Any], service: ServiceDraft) -> None:
    for one in _list(given, "service_areas"):
        extent = _text(one, "extent", 20) or _text(one, "name", 100)
        if extent:
            service.areas.append(meanings.region(extent))
    service.areas = list(dict.fromkeys(service.areas))


def _places(given: dict[str, Any], service: ServiceDraft) -> None:
    places = (_place_of(at) for at in _list(given, "service_at_locations"))
    service.places += [place for place in places if place.address or place.region_code]


def _place_of(at: dict[str, Any]) -> PlaceDraft:
    location = _dict(at.get("location"))
    address = next(iter(_list(location, "addresses")), {})
    ours = location.get("external_identifier_type") == "Kemendagri"
    code = _text(location, "external_identifier", 13) if ours else ""
    return PlaceDraft(
        region_code=meanings.region(code) if code else "",
        address=_text(address, "address_1", 300),
        name=_text(location, "name", 160),
        postal_code=_text(address, "postal_code", 5),
        directions=_text(location, "transportation", 300),
    )


def _hours(given: dict[str, Any], service: ServiceDraft) -> None:
    """Rows of one season, stretch of days and place are one line of hours: our own notation where it came along, else
    the weekly rows put together."""
    rows: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    notes: dict[tuple[Any, ...], str] = {}
    for at, row in _timed(given):
        season, note = _season(_text(row, "notes", 300))
        first, last = (meanings.date_of(day) if (day := _text(row, name, 30)) else None for name in _BOUNDS)
        if first and last and last < first:
            raise Wrong(_("Hari terakhirnya sebelum hari pertama."))
        key = (season, first, last, at)
        rows.setdefault(key, []).append(row)
        notes[key] = notes.get(key) or note
    for (season, first, last, at), mine in rows.items():
        if text := _notation(mine):
            service.hours.append(
                HoursDraft(
                    meanings.hours(text), season=season, valid_from=first, valid_to=last, at=at,
                    notes=notes[season, first, last, at],
                )
            )  # fmt: skip


_BOUNDS = ("valid_from", "valid_to")


def _timed(given: dict[str, Any]) -> Iterator[tuple[tuple[str, str] | None, dict[str, Any]]]:
    """Each row of hours, and the place at which alone it holds."""
    for row in _list(given, "schedules"):
        yield None, row
    for at in _list(given, "service_at_locations"):
        place = _place_of(at)
        if place.address or place.region_code:
            for row in _list(at, "schedules"):
                yield place.key, row


def _season(said: str) -> tuple[str, str]:
    """Ours begins with the name of the season; others only name it somewhere."""
    fasting = next(name for name, code in meanings.in_indonesian(Season).items() if code == Season.RAMADAN)
    note = said.removeprefix(fasting).removeprefix(". ") if said.startswith(fasting) else said
    return (Season.RAMADAN if fasting in said else Season.USUAL), note[:200]


def _notation(rows: list[dict[str, Any]]) -> str:
    for row in rows:
        said = _text(row, "description", 200)
        try:
            return meanings.hours(said) if said else ""
        except Wrong:
            break
    spans: dict[str, list[str]] = {}
    for row in rows:
        opens, closes = _text(row, "opens_at", 5), _text(row, "closes_at", 5)
        for code in _text(row, "byday", 40).split(","):
            if opens and closes and code.strip() in _DAYS:
                spans.setdefault(_DAYS[code.strip()], []).append(f"{opens}-{closes}")
    return "; ".join(f"{day} {','.join(sorted(set(times)))}" for day, times in spans.items())


def _papers(given: dict[str, Any], service: ServiceDraft) -> None:
    names = meanings.in_indonesian(Paper)
    for one in _list(given, "required_documents"):
        said = _text(one, "document", 160)
        if text := said.removesuffix(_WELCOME):
            code = names.get(text, Paper.OTHER)
            service.papers.append(PaperDraft(code, text if code == Paper.OTHER else "", needed=text == said))


def _contacts(given: dict[str, Any], service: ServiceDraft) -> None:
    for one in _list(given, "phones"):
        channel = Channel.WHATSAPP if one.get("type") == "text" else Channel.PHONE
        service.contacts.append(meanings.contact(channel, _text(one, "number", 40)))
    if email := _text(given, "email", 120):
        service.contacts.append(meanings.contact(Channel.EMAIL, email))


_PARTS = {
    "application_process": _ways,
    "cost_options": _cost,
    "minimum_age": _conditions,
    "service_areas": _areas,
    "service_at_locations": _places,
    "schedules": _hours,
    "required_documents": _papers,
    "phones": _contacts,
}
