"""The parts of an entry: written anew where they differ, left alone where they are the same, so that the history
shows what was changed and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from rangkul.base.actions import Refused
from rangkul.base.clock import now
from rangkul.base.phones import parse_phone
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory.drafts import ContactDraft, HoursDraft, PlaceDraft, RoomDraft, ServiceDraft
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
from rangkul.commons.directory.states import Channel

Check = Callable[[Model], None]


def write_parts(service: Service, given: ServiceDraft, check: Check) -> None:
    _places(service, given.places, check)
    places = list(ServiceAtLocation.objects.filter(service=service).select_related("location"))
    _replace(Schedule, service, [hours_row(row, places) for row in given.hours], check)
    _replace(Eligibility, service, [asdict(row) for row in given.rules], check)
    _replace(RequiredDocument, service, [asdict(row) for row in given.papers], check)
    _count(service, given.rooms, check)
    _replace(Contact, service, [_contact(service, row) for row in given.contacts], check)
    names = wilayah.paths(given.areas) if given.areas else {}
    areas = [{"region_code": code, "name": names.get(code, "")} for code in dict.fromkeys(given.areas)]
    _replace(ServiceArea, service, areas, check)


def _replace(model: Any, service: Service, wanted: list[dict[str, Any]], check: Check) -> None:
    standing = list(model.objects.filter(service=service).order_by("pk"))
    missing = []
    for values in wanted:
        same = next((row for row in standing if all(getattr(row, k) == v for k, v in values.items())), None)
        if same is None:
            missing.append(values)
        else:
            standing.remove(same)
    if standing:
        model.objects.filter(pk__in=[row.pk for row in standing]).delete()
    for values in missing:
        row = model(service=service, **values)
        check(row)
        row.save()


def _count(service: Service, rooms: Iterable[RoomDraft], check: Check) -> None:
    """A count of a day is added or corrected; those of other days stay as history."""
    for given in rooms:
        values = asdict(given)
        on = {"service": service, "unit": values.pop("unit"), "counted_on": values.pop("counted_on")}
        row = Capacity.objects.filter(**on).first() or Capacity(**on)
        if row.available is None or any(getattr(row, name) != value for name, value in values.items()):
            for name, value in values.items():
                setattr(row, name, value)
            check(row)
            row.save()


def hours_row(given: HoursDraft, places: Iterable[ServiceAtLocation]) -> dict[str, Any]:
    """Raises Refused for hours of a place at which the service is not given."""
    values = asdict(given)
    key = values.pop("at")
    known = {(one.location.address, one.location.region_code): one.pk for one in places}
    if key is not None and key not in known:
        raise Refused(_("Jam buka ini untuk tempat yang bukan tempat layanan ini."), field="place")
    return values | {"at_id": known[key] if key is not None else None}


def _contact(service: Service, given: ContactDraft) -> dict[str, Any]:
    return contact_values(given) | {"organization_id": service.organization_id}


def contact_values(given: ContactDraft) -> dict[str, Any]:
    """As it is stored: a number as it is dialled."""
    values = asdict(given)
    if given.channel in (Channel.PHONE, Channel.WHATSAPP):
        values["value"] = parse_phone(given.value).number or given.value
    return values


def _places(service: Service, wanted: Iterable[PlaceDraft], check: Check) -> None:
    """Places belong to the organisation: two services at one address share it."""
    standing = list(ServiceAtLocation.objects.filter(service=service).select_related("location"))
    known = list(Location.objects.filter(organization_id=service.organization_id).order_by("pk"))
    there, kept = {row.location_id: row for row in standing}, set()
    for given in wanted:
        location = _location(service, given, known, check)
        kept.add(location.pk)
        row = there.setdefault(location.pk, ServiceAtLocation(service=service, location=location))
        describe(row, given.description, check)
    left = [row.pk for row in standing if row.location_id not in kept]
    if left:
        ServiceAtLocation.objects.filter(pk__in=left).delete()


def describe(row: ServiceAtLocation, description: str, check: Check) -> None:
    """What of the service is had there, on a row that may be new."""
    if row._state.adding or row.description != description:
        row.description = description
        check(row)
        row.save()


def _location(service: Service, given: PlaceDraft, known: list[Location], check: Check) -> Location:
    values = given.itself
    found = next((row for row in known if (row.address, row.region_code) == (given.address, given.region_code)), None)
    row = found or Location(organization_id=service.organization_id)
    if found is not None and all(getattr(found, name) == value for name, value in values.items()):
        return found
    for name, value in values.items():
        setattr(row, name, value)
    row.changed_at = now()
    check(row)
    row.save()
    if found is None:
        known.append(row)
    return row
