"""A service as HSDS 3.1 writes it, flat or full, into a line. What is not understood is never guessed: it is named
beside the row."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _

from rangkul.commons.directory.drafts import OrganizationDraft, PaperDraft, RoomDraft, RuleDraft, ServiceDraft
from rangkul.commons.directory.importing import conditions, hsds_places, hsds_reach, meanings, shapes, unheld
from rangkul.commons.directory.importing.lines import Line, RowFault
from rangkul.commons.directory.importing.meanings import Wrong
from rangkul.commons.directory.importing.shapes import Given
from rangkul.commons.directory.states import (
    Atensi,
    Cost,
    Help,
    Language,
    LegalStatus,
    Paper,
    Rule,
    Status,
    Taxonomy,
    Unit,
    Way,
)

# The short codes of ISO 639-1, which most lists use.
_SHORT = {"id": Language.IND, "jv": Language.JAV, "su": Language.SUN, "en": Language.ENG}


def line(number: int, given: Given) -> Line:
    body = shapes.one(given.get("organization"))
    found = Line(number, OrganizationDraft(name=""), ServiceDraft(name=""))
    found.organization = _organization(body, found)
    found.service = _plain(given, found)
    for column, value in (("name", found.service.name), ("organization.name", found.organization.name)):
        if not value:
            found.faults.append(RowFault(number, column, _("Bagian ini belum diisi.")))
    for part, read in _PARTS.items():
        try:
            read(given, found)
        except Wrong as error:
            found.faults.append(RowFault(number, part, str(error)))
    for column, words in unheld.notes(given):
        found.note(column, words)
    return found


def _organization(body: Given, found: Line) -> OrganizationDraft:
    name = unheld.bounded(found, body, "name", 160, "organization.name")
    about = unheld.bounded(found, body, "description", 2000, "organization.description")
    psks = _codes(body, found, "organization.attributes", {Taxonomy.PSKS: meanings.psks()})[Taxonomy.PSKS]
    legal = meanings.in_indonesian(LegalStatus).get(said := shapes.text(body, "legal_status", 60), "")
    if said and not legal:
        found.note("organization.legal_status", unheld.not_kept(said))
    return OrganizationDraft(
        name=name,
        alternate_name=unheld.bounded(found, body, "alternate_name", 160, "organization.alternate_name"),
        # Required there: the name said again is none.
        description="" if about == name else about,
        legal_status=legal,
        psks=next(iter(psks), ""),
        website=_address(found, body, "website", "organization.website"),
    )


def _address(found: Line, given: Given, name: str, at: str) -> str:
    said = shapes.words(given.get(name))
    try:
        return meanings.address(said) if said else ""
    except Wrong:
        found.note(at, unheld.not_kept(said))
        return ""


def _plain(given: Given, found: Line) -> ServiceDraft:
    key = shapes.text(given, "id", 80)
    return ServiceDraft(
        name=unheld.bounded(found, given, "name", 160),
        alternate_name=unheld.bounded(found, given, "alternate_name", 160),
        description=unheld.bounded(found, given, "description", 4000),
        wait_time=unheld.bounded(found, given, "wait_time", 120),
        url=_address(found, given, "url", "url"),
        source_key=key,
        source="hsds" if key else "",
    )


def _status(given: Given, found: Line) -> None:
    status = given.get("status")
    if status not in Status.values:
        raise Wrong(
            _("Keadaan layanan tidak dikenal. Tulis salah satu: %(known)s.") % {"known": meanings.known(Status)}
        )
    found.service.status = status


def _assured(given: Given, found: Line) -> None:
    said = shapes.text(given, "assured_date", 20)
    found.assured = meanings.day(said) if said else None


def _alert(given: Given, found: Line) -> None:
    found.alert = unheld.bounded(found, given, "alert", 500)


def _codes(given: Given, found: Line, at: str, known: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """The codes of each of our own taxonomies; others' words stay theirs, and are named, also where a code looks like
    ours."""
    codes: dict[str, list[str]] = {taxonomy: [] for taxonomy in known}
    for part in shapes.several(given, "attributes"):
        term = shapes.one(part.get("taxonomy_term"))
        taxonomy = shapes.text(term, "taxonomy", 40) if term else shapes.text(part, "label", 40)
        code = shapes.text(term, "code", 40) or shapes.text(part, "value", 40)
        if code in known.get(taxonomy, ()):
            codes[taxonomy].append(code)
        else:
            found.note(at, unheld.not_kept(shapes.text(term, "name", 60) or code))
    return {taxonomy: list(dict.fromkeys(some)) for taxonomy, some in codes.items()}


def _classes(given: Given, found: Line) -> None:
    groups = frozenset(code for code in meanings.categories().values() if code.startswith("PPKS-"))
    known: dict[str, Collection[str]] = {
        Taxonomy.PPKS: groups,
        Taxonomy.HELP: Help.values,
        Taxonomy.ATENSI: Atensi.values,
    }
    codes = _codes(given, found, "attributes", known)
    found.service.categories = codes[Taxonomy.PPKS]
    found.service.helps = codes[Taxonomy.HELP]
    found.service.atensi = codes[Taxonomy.ATENSI]


def _languages(given: Given, found: Line) -> None:
    for part in shapes.several(given, "languages"):
        code = shapes.text(part, "code", 8).lower()
        code = _SHORT.get(code, code)
        if code in Language.values:
            found.service.languages.append(code)
        else:
            found.note("languages", unheld.not_kept(shapes.text(part, "name", 60) or code))
    found.service.languages = list(dict.fromkeys(found.service.languages))


def _ways(given: Given, found: Line) -> None:
    """Our ways stand as their names before the steps in words."""
    said, names = unheld.bounded(found, given, "application_process", 1200), meanings.in_indonesian(Way)
    head, _stop, steps = said.partition(". ")
    listed = head.split(", ") if head else []
    known = all(one in names for one in listed)
    found.service.ways = [names[one] for one in listed] if known else []
    found.service.application_process = (steps if known else said)[:1000]


def _cost(given: Given, found: Line) -> None:
    service, option = found.service, next(iter(shapes.several(given, "cost_options")), {})
    amount = shapes.number(option.get("amount"))
    if amount is not None:
        if option.get("currency") == "IDR" and 0 <= amount <= 2_000_000_000:
            service.amount = int(amount)
        else:
            found.note("cost_options.amount", unheld.not_kept(f"{amount:g} {shapes.text(option, 'currency', 10)}"))
    names = meanings.in_indonesian(Cost)
    service.cost = names.get(shapes.text(option, "option", 40), "")
    if service.cost == Cost.FREE:
        service.amount = None
    label = next((name for name, code in names.items() if code == service.cost), "")
    said = shapes.words(given.get("fees_description"))
    for more in (shapes.words(option.get("amount_description")), "" if label else shapes.words(option.get("option"))):
        said = said if more in said else f"{said}; {more}" if said else more
    said = "" if said == label else said.removeprefix(f"{label}, ") if label else said
    service.fees_description = unheld.bounded(found, {"fees_description": said}, "fees_description", 300)


def _conditions(given: Given, found: Line) -> None:
    """Ages stand twice, as numbers and in words: the words tell more where they are read."""
    ages = [shapes.number(given.get("minimum_age")), shapes.number(given.get("maximum_age"))]
    known = [int(a) if a is not None and 0 <= a <= 120 else None for a in ages]
    if None not in known and known[0] > known[1]:
        raise Wrong(_("Umur tertua lebih muda daripada umur termuda."))
    said = conditions.read(unheld.bounded(found, given, "eligibility_description", conditions.LONGEST))
    told = any(rule.rule == Rule.AGE and not rule.preferred for rule in said)
    if (known[0] or known[1] is not None) and not told:
        found.service.rules.append(RuleDraft(Rule.AGE, age_from=known[0], age_to=known[1]))
    found.service.rules += said


def _areas(given: Given, found: Line) -> None:
    """A code of ours, or a name that is known; the whole country by its code of two letters."""
    areas = [
        _area(shapes.text(part, "extent", 20), shapes.text(part, "name", 100))
        for part in shapes.several(given, "service_areas")
        if part.get("extent") or part.get("name")
    ]
    found.service.areas = list(dict.fromkeys(areas))


def _area(extent: str, name: str) -> str:
    if extent and (extent[:2].isdigit() or extent.casefold() == "id" or not name):
        return meanings.region(extent)
    return meanings.region(name)


def _papers(given: Given, found: Line) -> None:
    names = meanings.in_indonesian(Paper)
    for part in shapes.several(given, "required_documents"):
        said = unheld.bounded(found, part, "document", 160, "required_documents")
        if text := said.removesuffix(meanings.WELCOME):
            code = names.get(text, Paper.OTHER)
            found.service.papers.append(PaperDraft(code, text if code == Paper.OTHER else "", needed=text == said))


def _rooms(given: Given, found: Line) -> None:
    """The newest count of each unit that we count in."""
    newest: dict[str, RoomDraft] = {}
    for part in shapes.several(given, "capacities"):
        if (room := _room(part, found)) and _later(room, newest.get(room.unit)):
            newest[room.unit] = room
    found.service.rooms = list(newest.values())


def _later(room: RoomDraft, known: RoomDraft | None) -> bool:
    return known is None or room.counted_on > known.counted_on


def _room(part: Given, found: Line) -> RoomDraft | None:
    name = shapes.text(shapes.one(part.get("unit")), "name", 60)
    code, day = meanings.in_indonesian(Unit).get(name), shapes.text(part, "updated", 10)
    free, whole = shapes.number(part.get("available")), shapes.number(part.get("maximum"))
    if code is None or free is None or not day:
        found.note("capacities", unheld.not_kept(f"{part.get('available', '')} {name}"))
        return None
    counted: date = meanings.day(day)
    note = unheld.bounded(found, part, "description", 200, "capacities.description")
    return meanings.room(RoomDraft(code, int(free), counted, None if whole is None else int(whole), note))


_PARTS = {
    "status": _status,
    "assured_date": _assured,
    "alert": _alert,
    "attributes": _classes,
    "languages": _languages,
    "application_process": _ways,
    "cost_options": _cost,
    "minimum_age": _conditions,
    "service_areas": _areas,
    "service_at_locations": hsds_places.places,
    "schedules": hsds_places.hours,
    "required_documents": _papers,
    "capacities": _rooms,
    "phones": hsds_reach.contacts,
}
