"""What an area has, from the agency's own notes and from the organisations of the list that are one of the twelve."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from rangkul.base.asking import Asker
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah.queries import paths
from rangkul.commons.directory.models import Asset, Location
from rangkul.commons.directory.states import AssetKind, LegalStatus

MOST = 400
# Lengths of the codes of province, regency, kecamatan and desa.
_LEVELS = (2, 5, 8, 13)


@dataclass(frozen=True)
class Held:
    """One asset; `pk` where it is the agency's own note, None for an organisation of the list."""

    name: str
    kind: Any
    psks: str
    region_code: str
    place: str
    offers: str = ""
    contact: str = ""
    pk: UUID | None = None


@dataclass(frozen=True)
class AssetMap:
    """`areas`: (code, name, how many), of the level below, the most first; `kinds`: (what kind, those of it) in the
    order of the list of PSKS; `more`: there are others behind these."""

    areas: list[tuple[str, str, int]]
    kinds: list[tuple[str, list[Held]]]
    more: bool


def assets_in(asker: Asker, area: str) -> AssetMap:
    """`area`: a region code. Five statements, however much there is."""
    own = Asset.objects.filter(agency_id=asker.agency_id, off_at=None, region_code__startswith=area)
    notes = list(own.order_by("name", "pk")[: MOST + 1])
    # A person in the list of services who has not agreed to be shown is none here either.
    places = Location.objects.filter(region_code__startswith=area).exclude(organization__psks="").filter(
        ~Q(organization__legal_status=LegalStatus.PERSON) | Q(organization__consented_on__isnull=False)
    )  # fmt: skip
    found = list(places.select_related("organization").order_by("organization__name", "pk")[: MOST + 1])
    called = paths({row.region_code for row in [*notes, *found]})
    held = [_noted(row, called) for row in notes[:MOST]] + list(
        {(row.organization_id, row.region_code): _listed(row, called) for row in found[:MOST]}.values()
    )
    return AssetMap(_areas(held, area), _kinds(held), len(notes) > MOST or len(found) > MOST)


def _noted(row: Asset, called: dict[str, str]) -> Held:
    place = called.get(row.region_code, row.region_code)
    return Held(row.name, AssetKind(row.kind).label, row.psks, row.region_code, place, row.offers, row.contact, row.pk)


def _listed(row: Location, called: dict[str, str]) -> Held:
    one, place = row.organization, called.get(row.region_code, row.region_code)
    kind = AssetKind.PERSON if one.is_person else AssetKind.GROUP
    return Held(one.name, kind.label, one.psks, row.region_code, place)


def _areas(held: list[Held], area: str) -> list[tuple[str, str, int]]:
    below = next((length for length in _LEVELS if length > len(area)), _LEVELS[-1])
    counts = Counter(one.region_code[:below] for one in held)
    called = paths(counts)
    rows = [(code, called.get(code, code).split(",")[0], n) for code, n in counts.items()]
    return sorted(rows, key=lambda row: (-row[2], row[1]))


def _kinds(held: list[Held]) -> list[tuple[str, list[Held]]]:
    labels = {term.code: term.label for term in taxonomy.current(taxonomy.PSKS)}
    of = {code: [one for one in held if one.psks == code] for code in labels}
    rest = [one for one in held if one.psks not in labels]
    return [(labels[code], rows) for code, rows in of.items() if rows] + ([("", rest)] if rest else [])
