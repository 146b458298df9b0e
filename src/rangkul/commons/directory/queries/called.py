"""Who is called so: organisations of the list and groups of the neighbourhood, for work on a case. No private person is
among them, because whoever takes a name from here keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from rangkul.commons.directory.models import Asset, Organization
from rangkul.commons.directory.states import AssetKind, LegalStatus


@dataclass(frozen=True)
class Called:
    """`source`: organization or asset; `offers` is empty where nothing short is known."""

    source: str
    id: UUID
    name: str
    is_state: bool = False
    offers: str = ""


def organizations_called(asked: str, *, agency_id: UUID, most: int) -> Iterator[Called]:
    """At most `most` of each kind whose name holds these words, by name."""
    named = Q(name__icontains=asked) | Q(alternate_name__icontains=asked)
    bodies = Organization.objects.filter(named).exclude(legal_status=LegalStatus.PERSON)
    for row in bodies.order_by("name", "pk")[:most]:
        yield Called("organization", row.pk, row.name, row.legal_status == LegalStatus.STATE)
    groups = Asset.objects.filter(agency_id=agency_id, off_at=None, name__icontains=asked)
    for row in groups.exclude(kind=AssetKind.PERSON).order_by("name", "pk")[:most]:
        yield Called("asset", row.pk, row.name, offers=row.offers)
