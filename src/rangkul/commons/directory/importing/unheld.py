"""What a service of another list says that finds no place here: named, so that nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rangkul.commons.directory.importing.lines import Line
from rangkul.commons.directory.importing.shapes import MOST_PARTS, Given, words

_MOST = 12
_EXCERPT, _LONG = 60, 200
# Of each part of the specification the fields that are read, after those that only tie parts together.
_TIES = frozenset(
    {
        "id", "organization_id", "service_id", "location_id", "service_at_location_id", "contact_id", "phone_id",
        "unit_id", "link_id", "link_entity", "link_type", "taxonomy_term_id", "taxonomy_id", "last_modified",
        "location_type", "address_type", "country", "timezone", "extent_type", "currency", "wkst",
    }
)  # fmt: skip
_HELD: dict[str, frozenset[str]] = {
    "service": frozenset(
        {
            "name", "alternate_name", "description", "url", "status", "application_process", "fees_description",
            "wait_time", "assured_date", "alert", "eligibility_description", "minimum_age", "maximum_age", "email",
            "attributes",
        }
    ),
    "organization": frozenset(
        {"name", "alternate_name", "description", "email", "website", "legal_status", "attributes", "services"}
    ),
    "phone": frozenset({"number", "extension", "type", "description"}),
    "contact": frozenset({"name", "title", "department", "email"}),
    "schedule": frozenset(
        {"valid_from", "valid_to", "description", "opens_at", "closes_at", "byday", "freq", "interval", "notes"}
    ),
    "service_area": frozenset({"name", "extent", "description"}),
    "service_at_location": frozenset({"description"}),
    "location": frozenset(
        {"name", "transportation", "latitude", "longitude", "external_identifier", "external_identifier_type"}
    ),
    "address": frozenset({"address_1", "address_2", "city", "state_province", "postal_code"}),
    "accessibility": frozenset({"description", "details"}),
    "language": frozenset({"code", "name"}),
    "cost_option": frozenset({"option", "amount", "amount_description"}),
    "required_document": frozenset({"document"}),
    "service_capacity": frozenset({"available", "maximum", "description", "updated"}),
    "unit": frozenset({"name", "scheme", "identifier"}),
}  # fmt: skip
# Where a part stands in another, and what it is.
_PARTS: dict[str, dict[str, str]] = {
    "service": {
        "organization": "organization", "phones": "phone", "contacts": "contact", "schedules": "schedule",
        "service_areas": "service_area", "service_at_locations": "service_at_location", "languages": "language",
        "cost_options": "cost_option", "required_documents": "required_document", "capacities": "service_capacity",
    },
    "organization": {"phones": "phone", "contacts": "contact"},
    "contact": {"phones": "phone"},
    "service_at_location": {"location": "location", "schedules": "schedule"},
    "location": {"addresses": "address", "accessibility": "accessibility"},
    "service_capacity": {"unit": "unit"},
}  # fmt: skip
# Of these one is kept.
_FIRST = frozenset({"addresses", "cost_options"})
Note = tuple[str, str]


def notes(given: Given) -> list[Note]:
    """Field and words, at most a dozen."""
    met: dict[str, Any] = {}
    for at, value in _walk("service", given, ""):
        met.setdefault(at, value)
    # Words are put together for what is shown alone: a file has many rows.
    found = [(at, value.words() if isinstance(value, _Cut) else not_kept(value)) for at, value in _first(met)]
    left = len(met) - len(found)
    if left <= 0:
        return found
    more = ngettext("%(n)d bagian lain juga tidak disimpan.", "%(n)d bagian lain juga tidak disimpan.", left)
    return [*found, ("", more % {"n": left})]


def _first(met: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(islice(met.items(), _MOST))


@dataclass(frozen=True)
class _Cut:
    """A list of which the first are kept."""

    kept: int

    def words(self) -> str:
        if self.kept == 1:
            return _("Hanya yang pertama disimpan.")
        return _("Hanya %(n)d yang pertama disimpan.") % {"n": self.kept}


def _walk(kind: str, given: Given, path: str) -> Iterator[tuple[str, Any]]:
    held, parts = _HELD[kind], _PARTS.get(kind, {})
    for name, value in given.items():
        if value in (None, "", [], {}) or name in _TIES or name in held:
            continue
        at = f"{path}{name}"[:80]
        if name in parts:
            yield from _within(parts[name], name, value, at)
        else:
            yield at, value


def _within(kind: str, name: str, value: Any, at: str) -> Iterator[tuple[str, Any]]:
    rows = value if isinstance(value, list) else [value]
    if name in _FIRST and len(rows) > 1:
        yield f"{at}[1]", _Cut(1)
    if len(rows) > MOST_PARTS:
        yield f"{at}[{MOST_PARTS}]", _Cut(MOST_PARTS)
    for row in rows[:MOST_PARTS]:
        if isinstance(row, dict):
            yield from _walk(kind, row, f"{at}.")
        else:
            yield at, row


def bounded(found: Line, given: Given, name: str, most: int, at: str = "") -> str:
    """As much of these words as the list holds."""
    said = words(given.get(name))
    if len(said) > most:
        found.note(at or name, _("Dipotong setelah %(most)d huruf.") % {"most": most})
    return said[:most].rstrip()


def not_kept(value: Any) -> str:
    said = words(value[:_LONG] if isinstance(value, str) else value)[:_EXCERPT]
    if not said:
        return _("Tidak disimpan: daftar ini tidak punya tempatnya.")
    return _("Tidak disimpan: daftar ini tidak punya tempatnya (“%(said)s”).") % {"said": said}
