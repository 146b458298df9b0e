"""Whole lists of what everybody may see, for other systems: in the order of their keys, a page at a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from rangkul.base.wilayah.queries import Point
from rangkul.commons.directory import seeking
from rangkul.commons.directory.models import Contact, Location, Organization, Service, ServiceAtLocation
from rangkul.commons.directory.states import Taxonomy

# A taxonomy and one of its codes.
Term = tuple[str, str]
_EVERY = 100_000
_FIND = "SELECT service_id FROM directory_find('{}', '{}', '{}', %s::text[], NULL, '', %s::int)"
_NEAR = "SELECT directory_near(%s, %s, %s)"


def public_services(
    *,
    search: str = "",
    organization_id: UUID | None = None,
    terms: Collection[Term] | None = None,
    modified_after: datetime | None = None,
) -> QuerySet[Service]:
    """`terms`: PPKS, kinds of help or ATENSI of which one is enough; None asks for no term, an empty one finds
    nothing."""
    # A service is public only where its organisation is: the verbs see to it.
    rows = Service.objects.filter(public=True).order_by("pk")
    if search.strip():
        rows = rows.filter(pk__among=_found(search))
    if organization_id:
        rows = rows.filter(organization_id=organization_id)
    if modified_after:
        rows = rows.filter(changed_at__gte=modified_after)
    if terms is not None:
        rows = rows.filter(
            Q(categories__overlap=_codes(terms, Taxonomy.PPKS))
            | Q(helps__overlap=_codes(terms, Taxonomy.HELP))
            | Q(atensi__overlap=_codes(terms, Taxonomy.ATENSI))
        )
    return rows


def _codes(terms: Collection[Term], taxonomy: Taxonomy) -> list[str]:
    return [code for name, code in terms if name == taxonomy]


def _found(text: str) -> list[UUID]:
    words = seeking.readings(text)
    if not words:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [words, _EVERY])
        return [pk for (pk,) in cursor.fetchall()]


def public_services_of(organizations: Collection[UUID], *, most: int) -> QuerySet[Service]:
    """So many of each organisation."""
    place = Window(RowNumber(), partition_by=F("organization_id"), order_by=F("pk").asc())
    rows = Service.objects.filter(public=True, organization__among=list(organizations))
    return rows.annotate(place=place).filter(place__lte=most).order_by("pk")


def hidden_since(moment: datetime) -> bool:
    """Whether anything that everybody could read may have been taken back. By whoever sees all of it."""
    changed = {"public": False, "changed_at__gte": moment}
    kept = any(model.objects.filter(**changed).exists() for model in (Service, Organization, Location))
    return kept or Contact.objects.filter(public=False, made_at__gte=moment).exists()


def changed_since(moment: datetime) -> bool:
    return any(model.objects.filter(changed_at__gte=moment).exists() for model in (Service, Organization, Location))


def public_organizations(*, search: str = "", terms: Collection[Term] | None = None) -> QuerySet[Organization]:
    rows = Organization.objects.filter(public=True).order_by("pk")
    if search.strip():
        services = Service.objects.filter(pk__among=_found(search)).values("organization_id")
        rows = rows.filter(Q(name__icontains=search.strip()[:100]) | Q(pk__in=services))
    if terms is not None:
        services = public_services(terms=terms).order_by().values("organization_id")
        rows = rows.filter(Q(pk__in=services) | Q(psks__in=_codes(terms, Taxonomy.PSKS)))
    return rows


def public_places(services: QuerySet[Service] | None = None) -> QuerySet[ServiceAtLocation]:
    """Where the given services are had, without any the public ones all, as far as the place may be told. The asker
    must be who sees what is public and nothing else."""
    rows = ServiceAtLocation.objects.filter(location__public=True)
    if services is not None:
        rows = rows.filter(service__in=services.order_by())
    return rows.select_related("location", "service").order_by("pk")


def places_around(rows: QuerySet[ServiceAtLocation], point: Point, metres: float) -> QuerySet[ServiceAtLocation]:
    """Those of `public_places` whose own point lies so near; a place without one is not found."""
    with connection.cursor() as cursor:
        cursor.execute(_NEAR, [point.latitude, point.longitude, metres / 1000])
        return rows.filter(location__among=[pk for (pk,) in cursor.fetchall()])


def public_locations_of(organizations: Collection[UUID]) -> list[Location]:
    return list(Location.objects.filter(public=True, organization__among=list(organizations)).order_by("pk"))


def public_contacts_of(organizations: Collection[UUID]) -> list[Contact]:
    """Of the organisations themselves, not of one service."""
    rows = Contact.objects.filter(public=True, service=None, organization__among=list(organizations))
    return list(rows.order_by("pk"))
