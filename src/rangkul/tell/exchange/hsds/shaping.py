"""From an entry to the shapes of the specification. What is not known is left out, never sent empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from django.utils.translation import override

from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import queries
from rangkul.commons.directory.models import Contact, Location, Organization, Service, ServiceAtLocation
from rangkul.commons.directory.queries import Entry
from rangkul.commons.directory.states import Channel, Rule
from rangkul.tell.exchange.hsds import hours, wording
from rangkul.tell.exchange.hsds.keys import made
from rangkul.tell.exchange.hsds.vocabulary import ATENSI, HELP, PPKS, PSKS, Terms


def lean(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def service_line(row: Service) -> dict[str, Any]:
    """Only what there is one of."""
    return lean(
        {
            "id": str(row.pk),
            "organization_id": str(row.organization_id),
            "name": row.name,
            "alternate_name": row.alternate_name,
            "description": row.description,
            "url": row.url,
            "status": row.status,
            "application_process": wording.ways(row),
            "fees_description": wording.fees(row),
            "wait_time": row.wait_time,
            "assured_date": row.assured_date and row.assured_date.isoformat(),
            "alert": wording.alert(row),
            "last_modified": row.changed_at.isoformat(),
        }
    )


def service(entry: Entry, terms: Terms, organization: dict[str, Any] | None) -> dict[str, Any]:
    row, key = entry.service, str(entry.service.pk)
    with override("id"):
        ages = [rule for rule in entry.rules if rule.rule == Rule.AGE and not rule.preferred]
        return lean(
            service_line(row)
            | {
                "eligibility_description": wording.conditions(entry, terms),
                "minimum_age": min((rule.age_from or 0 for rule in ages), default=None),
                "maximum_age": max((rule.age_to for rule in ages if rule.age_to is not None), default=None)
                if all(rule.age_to is not None for rule in ages)
                else None,
                **reach(entry.contacts),
                "schedules": [one for s in entry.schedules if s.at_id is None for one in hours.schedules(s, entry)],
                "service_areas": [area(one, entry) for one in entry.areas],
                "service_at_locations": [place(at, entry, terms) for at in entry.places],
                "languages": [language(key, code) for code in row.languages],
                "organization": organization,
                "cost_options": cost(row),
                "required_documents": [document(one) for one in entry.papers],
                "capacities": [capacity(one) for one in entry.newest_rooms],
                "attributes": attributes(row, terms),
            }
        )


def organization(
    row: Organization, terms: Terms, *, contacts: Iterable[Contact] = (), locations: Iterable[Location] = (),
    regions: dict[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """`description` is required there and may be missing here: then the name says it again."""
    psks = terms.by_code.get((PSKS, row.psks))
    return lean(
        {
            "id": str(row.pk),
            "name": row.name,
            "alternate_name": row.alternate_name,
            "description": row.description or row.name,
            "website": row.website,
            "legal_status": wording.legal(row),
            **reach(contacts),
            "locations": [location(one, regions or {}) for one in locations],
            "attributes": [_attribute("organization", str(row.pk), psks)] if psks else [],
        }
    )


def organizations(rows: Sequence[Organization], terms: Terms) -> list[dict[str, Any]]:
    """Each with its own places and contacts, in a fixed number of statements."""
    ids = [row.pk for row in rows]
    contacts: dict[UUID, list[Contact]] = defaultdict(list)
    for one in queries.public_contacts_of(ids):
        contacts[one.organization_id].append(one)
    locations: dict[UUID, list[Location]] = defaultdict(list)
    for row in queries.public_locations_of(ids):
        locations[row.organization_id].append(row)
    regions = wilayah.paths({one.region_code for some in locations.values() for one in some if one.region_code})
    return [
        organization(row, terms, contacts=contacts[row.pk], locations=locations[row.pk], regions=regions)
        for row in rows
    ]


def reach(rows: Iterable[Contact]) -> dict[str, Any]:
    """One mailbox stands by itself; what it is called, and every other, stands as a contact."""
    rows = list(rows)
    first = next((row for row in rows if row.channel == Channel.EMAIL), None)
    return {
        "email": first.value if first else None,
        "phones": [phone(row) for row in rows if row.channel != Channel.EMAIL],
        "contacts": [contact(row) for row in rows if _is_contact(row, first)],
    }


def _is_contact(row: Contact, first: Contact | None) -> bool:
    if row.channel == Channel.EMAIL:
        return bool(row.name) or row is not first or row.service_id is None
    return row.personal and bool(row.name)


def contact(row: Contact) -> dict[str, Any]:
    """A desk is a department; `name` is a person's, shown because they agreed."""
    mail = row.channel == Channel.EMAIL
    return lean(
        {
            "id": _contact_key(row),
            "organization_id": str(row.organization_id),
            "service_id": row.service_id and str(row.service_id),
            "name": row.name if row.personal else "",
            "department": "" if row.personal else row.name,
            "email": row.value if mail else "",
        }
    )


def _contact_key(row: Contact) -> str:
    return made("contact", row.pk)


def phone(row: Contact) -> dict[str, Any]:
    return lean(
        {
            "id": str(row.pk),
            "organization_id": str(row.organization_id),
            "service_id": row.service_id and str(row.service_id),
            "number": row.value,
            "extension": int(row.extension) if row.extension.isascii() and row.extension.isdigit() else None,
            "type": {"phone": "voice", "whatsapp": "text"}[row.channel],
            "description": "" if row.personal else row.name,
            "contact_id": _contact_key(row) if row.personal and row.name else "",
        }
    )


def location(row: Location, regions: dict[str, str]) -> dict[str, Any]:
    key = str(row.pk)
    return lean(
        {
            "id": key,
            "location_type": "physical",
            "organization_id": str(row.organization_id),
            "name": row.name,
            "transportation": row.directions,
            "latitude": None if row.latitude is None else float(row.latitude),
            "longitude": None if row.longitude is None else float(row.longitude),
            "external_identifier": row.region_code,
            "external_identifier_type": "Kemendagri" if row.region_code else "",
            "addresses": [address(row, key, regions)] if row.address or row.region_code else [],
            "accessibility": [
                {"id": made("access", key, code), "location_id": key, "description": wording.access(code)}
                for code in row.accessibility
            ]
            + ([_access_note(row, key)] if row.accessibility_note else []),
        }
    )


def _access_note(row: Location, key: str) -> dict[str, Any]:
    return {"id": made("access", key, ""), "location_id": key, "description": row.accessibility_note}


def address(row: Location, key: str, regions: dict[str, str]) -> dict[str, Any]:
    """Required fields are there, empty where nobody wrote them down."""
    parts = [part for part in regions.get(row.region_code, "").split(", ") if part]
    return {
        "id": made("address", key),
        "location_id": key,
        "address_1": row.address,
        "address_2": ", ".join(parts[:-2]),
        "city": parts[-2] if len(parts) > 1 else "",
        "state_province": parts[-1] if parts else "",
        "postal_code": row.postal_code,
        "country": "ID",
        "address_type": "physical",
    }


def place(at: ServiceAtLocation, entry: Entry, terms: Terms) -> dict[str, Any]:
    own = [row for row in entry.schedules if row.at_id == at.pk]
    return lean(
        {
            "id": str(at.pk),
            "service_id": str(at.service_id),
            "location_id": str(at.location_id),
            "description": at.description,
            "schedules": [one for row in own for one in hours.schedules(row, entry)],
            "location": location(at.location, entry.regions),
        }
    )


def area(row: Any, entry: Entry) -> dict[str, Any]:
    return lean(
        {
            "id": str(row.pk),
            "service_id": str(row.service_id),
            "name": entry.regions.get(row.region_code) or row.name or "Indonesia",
            "extent": row.region_code or "ID",
            "extent_type": "other",
            "description": "Kode wilayah Kemendagri" if row.region_code else "",
        }
    )


def language(key: str, code: str) -> dict[str, Any]:
    return {"id": made("language", key, code), "service_id": key, "code": code, "name": wording.language(code)}


def cost(row: Service) -> list[dict[str, Any]]:
    if not row.cost:
        return []
    amount = {"amount": row.amount, "currency": "IDR"} if row.amount is not None else {}
    return [
        lean(
            {
                "id": made("cost", row.pk),
                "service_id": str(row.pk),
                "option": wording.cost(row),
                "amount_description": row.fees_description,
                **amount,
            }
        )
    ]


def document(row: Any) -> dict[str, Any]:
    return {"id": str(row.pk), "service_id": str(row.service_id), "document": wording.paper(row)}


def capacity(row: Any) -> dict[str, Any]:
    counted = datetime.combine(row.counted_on, time(), UTC)
    return lean(
        {
            "id": str(row.pk),
            "service_id": str(row.service_id),
            "unit": {"id": made("unit", row.unit), "name": wording.unit(row.unit)},
            "unit_id": made("unit", row.unit),
            "maximum": row.maximum,
            "description": row.note,
            "updated": counted.isoformat(),
        }
    ) | {"available": row.available}


def attributes(row: Service, terms: Terms) -> list[dict[str, Any]]:
    codes = [(PPKS, row.categories), (HELP, row.helps), (ATENSI, row.atensi)]
    found = [terms.by_code.get((name, code)) for name, some in codes for code in some]
    key = str(row.pk)
    return [_attribute("service", key, term) for term in found if term]


def _attribute(entity: str, key: str, term: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": made("attribute", key, term["id"]),
        "link_id": key,
        "link_entity": entity,
        "taxonomy_term_id": term["id"],
        "taxonomy_term": term,
        "value": term["code"],
        "label": term["taxonomy"],
    }
