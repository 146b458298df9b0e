"""An entry with everything that belongs to it, in a fixed number of statements however many are asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import clock, opening
from rangkul.base.ready import ready
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import freshness
from rangkul.commons.directory.models import (
    Capacity,
    Contact,
    Eligibility,
    Location,
    RequiredDocument,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
)
from rangkul.commons.directory.states import Season, Status


@dataclass
class Entry:
    """One service and its parts, as far as the asker sees them."""

    service: Service
    places: list[ServiceAtLocation] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    areas: list[ServiceArea] = field(default_factory=list)
    rules: list[Eligibility] = field(default_factory=list)
    papers: list[RequiredDocument] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    capacities: list[Capacity] = field(default_factory=list)
    # Region code → how it is written.
    regions: dict[str, str] = field(default_factory=dict)

    @property
    def newest_rooms(self) -> list[Capacity]:
        """The newest count of each unit."""
        return list({row.unit: row for row in reversed(self.capacities)}.values())

    @property
    def locations(self) -> list[Location]:
        return [place.location for place in self.places]

    def fresh(self, today: date) -> bool:
        return freshness.is_fresh(self.service, today)

    def criteria(self) -> dict[str, bool]:
        return freshness.criteria(self.service, locations=self.locations, contacts=self.contacts, rules=self.rules)

    def score(self, today: date) -> float:
        return freshness.score(self.criteria(), self.service.assured_date, today)

    def hours_at(self, moment: datetime, place: ServiceAtLocation | None) -> Schedule | None:
        """The row that holds on that day at that place (`Schedule.narrowness`)."""
        return self._row(clock.local(moment, place.location.region_code if place else None).date(), place)

    def _row(self, day: date, place: ServiceAtLocation | None) -> Schedule | None:
        ramadan = opening.is_ramadan(day)
        held = [
            row for row in self.schedules
            if (row.at_id is None or (place is not None and row.at_id == place.pk))
            and (row.season == Season.USUAL or ramadan or row.is_exception)
            and (row.valid_from is None or row.valid_from <= day)
            and (row.valid_to is None or row.valid_to >= day)
        ]  # fmt: skip
        return max(held, key=attrgetter("narrowness"), default=None)

    def open_now(self, moment: datetime, place: ServiceAtLocation | None) -> bool | None:
        """None where nobody wrote the hours down, they cannot be read, or say nothing of today, a holiday."""
        if self.service.status != Status.ACTIVE:
            return False
        return opening.is_open(self._hours_at(place), moment, self.zone(place))

    def is_silent_on(self, day: date, place: ServiceAtLocation | None) -> bool:
        hours = self._hours(day, place)
        return hours is not None and hours.is_silent_on(day)

    def hours_on(self, day: date, place: ServiceAtLocation | None) -> opening.Hours | None:
        """None where nobody wrote them down, or nothing is said of that day, a holiday."""
        return None if self.is_silent_on(day, place) else self._hours(day, place)

    def holiday(self, moment: datetime, place: ServiceAtLocation | None) -> bool:
        """Its hours are known, but today is a holiday of which they say nothing."""
        return self.is_silent_on(moment.astimezone(self.zone(place)).date(), place)

    def opens_next(self, moment: datetime, place: ServiceAtLocation | None) -> datetime | None:
        """What the clock on its wall says then, without a zone: a page would turn any other into Jakarta's hour. By
        the hours of the day itself: behind the end of a season the usual ones hold again."""
        if self.service.status != Status.ACTIVE:
            return None
        found = opening.opens_next(self._hours_at(place), moment, self.zone(place))
        return found and found.replace(tzinfo=None)

    def zone(self, place: ServiceAtLocation | None):
        codes = [place.location.region_code] if place else [area.region_code for area in self.areas]
        return clock.zone(codes[0] if codes else None)

    def _hours_at(self, place: ServiceAtLocation | None) -> Callable[[date], opening.Hours | None]:
        return lambda day: self._hours(day, place)

    def _hours(self, day: date, place: ServiceAtLocation | None) -> opening.Hours | None:
        row = self._row(day, place)
        hours = opening.known(row.opening_hours) if row else None
        return replace(hours, each_day=True) if hours and row.speaks_of_holidays else hours


def entry(service_id: UUID) -> Entry | None:
    """None for one that is not there or not to be seen."""
    service = Service.objects.select_related("organization", "keeper", "assured_by").filter(pk=service_id).first()
    return entries([service])[0] if service and service.organization else None


def entries(services: Sequence[Service], *, whole: bool = True) -> list[Entry]:
    """In the order given; `organization` must be loaded. Without `whole` no papers, contacts and capacities: what a
    list needs."""
    found = {service.pk: Entry(service) for service in services}
    ids = list(found)
    _share(found, "places", _places(ids))
    _share(found, "schedules", _parts(ids, of=Schedule))
    _share(found, "areas", _parts(ids, of=ServiceArea))
    _share(found, "rules", _parts(ids, of=Eligibility))
    if whole:
        _share(found, "papers", _parts(ids, of=RequiredDocument))
        _share(found, "capacities", _capacities(ids))
        _share_contacts(found)
    _name_regions(found.values())
    return list(found.values())


@ready
def _places(ids: list[UUID]) -> QuerySet[ServiceAtLocation]:
    return ServiceAtLocation.objects.filter(service__among=ids).select_related("location")


@ready
def _parts(ids: list[UUID], *, of: Any) -> QuerySet:
    return of.objects.filter(service__among=ids)


@ready
def _capacities(ids: list[UUID]) -> QuerySet[Capacity]:
    return Capacity.objects.filter(service__among=ids).order_by("-counted_on")


@ready
def _contacts(organizations: list[UUID]) -> QuerySet[Contact]:
    return Contact.objects.filter(organization__among=organizations).order_by("pk")


def contacts_of(service: Service) -> QuerySet[Contact]:
    """Its own, and those of its organisation."""
    of = Q(service=service) | Q(service=None, organization_id=service.organization_id)
    return Contact.objects.filter(of).order_by("service_id", "pk")


def public_entries(services: Sequence[Service]) -> list[Entry]:
    """As `entries`, without what only workers see, whoever asks."""
    found = entries(services)
    for one in found:
        one.places = [at for at in one.places if at.location.public]
        one.contacts = [row for row in one.contacts if row.public]
    return found


def _share(found: dict[UUID, Entry], name: str, rows: Iterable[Any]) -> None:
    for row in rows:
        getattr(found[row.service_id], name).append(row)


def _share_contacts(found: dict[UUID, Entry]) -> None:
    """A service's own contacts, then those of its organisation."""
    of: dict[UUID, list[Contact]] = defaultdict(list)
    organizations = {entry.service.organization_id for entry in found.values()}
    for contact in _contacts(list(organizations)):
        of[contact.organization_id].append(contact)
    for entry in found.values():
        whole = of[entry.service.organization_id]
        entry.contacts = [c for c in whole if c.service_id == entry.service.pk]
        entry.contacts += [c for c in whole if c.service_id is None]


def _name_regions(found: Iterable[Entry]) -> None:
    shown = list(found)
    codes = {row.location.region_code for entry in shown for row in entry.places}
    codes |= {area.region_code for entry in shown for area in entry.areas}
    codes |= {code for entry in shown for rule in entry.rules if rule.rule == "area" for code in rule.codes}
    named = wilayah.paths(codes - {""}) if codes - {""} else {}
    for entry in shown:
        entry.regions = named
