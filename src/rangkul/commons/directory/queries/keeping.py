"""What must be looked at again, by whom, and what was changed when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base.models import Event, Version
from rangkul.base.ready import ready
from rangkul.commons.directory.freshness import SURE
from rangkul.commons.directory.models import (
    Capacity,
    Contact,
    Distinction,
    Eligibility,
    Location,
    RequiredDocument,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Suggestion,
)
from rangkul.commons.directory.states import Status, Verdict
from rangkul.commons.people.models import Staff

_MOST = 200
MOST_TOLD = 21
_PARTS: tuple[type[Any], ...] = (
    Contact, Eligibility, RequiredDocument, Schedule, ServiceArea, ServiceAtLocation, Capacity, Distinction,
)  # fmt: skip
# What other entries may share: of it is told what changed while this entry was there.
_SHARED = frozenset({"organization", "location"})


def due_for(staff_id: UUID, today: date) -> QuerySet[Service]:
    """What this person keeps and nobody was sure of within six months, or that is said to have closed or moved."""
    return old(today).filter(keeper_id=staff_id).select_related("organization").order_by("assured_date", "pk")


def old(today: date) -> QuerySet[Service]:
    """Never certain any more: too long ago, never, or in doubt."""
    return _sure_before(today - SURE)


def _sure_before(day: date) -> QuerySet[Service]:
    stale = Q(assured_date=None) | Q(assured_date__lt=day) | ~Q(doubt="")
    return Service.objects.filter(stale, status__in=[Status.ACTIVE, Status.PAUSED])


def unkept(agency_id: UUID, today: date) -> QuerySet[Service]:
    """What nobody keeps and whoever answers for the agency's people has to give to somebody, the oldest first."""
    rows = old(today).filter(_nobodys(agency_id)).select_related("organization")
    return rows.order_by("assured_date", "pk")


def _nobodys(agency_id: UUID) -> Q:
    return Q(keeper=None) & (Q(organization__agency_id=agency_id) | Q(organization__agency=None))


def number_to_look_at(*, staff_id: UUID, agency_id: UUID | None, today: date) -> int:
    """For the first page of a worker: how many entries wait for them, because they are old or because somebody
    suggested a correction, no further than `MOST_TOLD`. With an agency those count too that nobody keeps."""
    day = today - SURE
    return len(_of_keeper(staff_id, day) if agency_id is None else _of_keeper_or_nobody(staff_id, agency_id, day))


@ready
def _of_keeper(staff_id: UUID, day: date) -> QuerySet[Service]:
    return _with_said(_sure_before(day).filter(keeper_id=staff_id), staff_id)


@ready
def _of_keeper_or_nobody(staff_id: UUID, agency_id: UUID, day: date) -> QuerySet[Service]:
    rows = _sure_before(day).filter(Q(keeper_id=staff_id) | _nobodys(agency_id))
    return _with_said(rows, staff_id)


def _with_said(rows: QuerySet[Service], staff_id: UUID) -> QuerySet[Service]:
    said = Suggestion.objects.filter(editor_id=staff_id, state=Verdict.WAITING).order_by()
    return rows.values_list("pk", flat=True).union(said.values_list("service_id", flat=True))[:MOST_TOLD]


def keepers() -> QuerySet[Staff]:
    return Staff.objects.filter(is_active=True)


def waiting_of(service: Service) -> list[Suggestion]:
    return list(Suggestion.objects.filter(service=service, state=Verdict.WAITING).order_by("made_at"))


@dataclass(frozen=True)
class Change:
    """`fields`: name of a field → (before, after); of a removed part `after` is empty, of an added one `before`."""

    at: datetime
    who: str
    table: str
    removed: bool
    fields: dict[str, tuple[Any, Any]]
    added: bool = False


# What is written with the entry is no change of it.
_AT_ONCE = timedelta(seconds=2)
_ADDED = ("service.rule_added", "service.hours_added", "service.contact_added", "service.told_apart")
_QUIET = frozenset({"id", "made_at", "changed_at", "service_id", "organization_id", "by_kind", "by_id"})


def history_of(service: Service) -> list[Change]:
    """Newest first: what was different before each change, what was taken out and what came later than the entry."""
    tables, rows = _rows(service)
    shared = [pk for pk in rows if tables[pk] in _SHARED]
    kept = Version.objects.filter(
        Q(row_id__in=[pk for pk in rows if tables[pk] not in _SHARED])
        | Q(row_id__in=shared, at__gte=service.made_at)
        | Q(table__startswith="directory_", before__service_id=str(service.pk))
        | Q(table="directory_contact", at__gte=service.made_at, before__contains=_of_the_whole(service))
    )
    versions = list(kept.order_by("-id")[:_MOST])
    adders = _adders(service)
    wanted = {v.by_id for v in versions if v.by_id} | set(adders.values())
    names = dict(Staff.objects.filter(pk__in=wanted).values_list("pk", "full_name"))
    after: dict[UUID, dict[str, Any]] = dict(rows)
    changes = []
    for version in versions:
        following = {} if version.deleted else after.get(version.row_id, {})
        fields = {
            name: (value, following.get(name))
            for name, value in version.before.items()
            if name not in _QUIET and (version.deleted or _same(value) != _same(following.get(name)))
        }
        after[version.row_id] = version.before
        tables.setdefault(version.row_id, version.table.removeprefix("directory_"))
        if fields:
            who = names.get(version.by_id, "")
            changes.append(Change(version.at, who, tables[version.row_id], version.deleted, fields))
    for row_id, first in after.items():
        at = datetime.fromisoformat(first["made_at"])
        later = str(row_id) in adders or at > service.made_at + _AT_ONCE
        if row_id != service.pk and tables[row_id] not in _SHARED and later:
            told = {name: (None, value) for name, value in first.items() if name not in _QUIET and _same(value)}
            who = names.get(adders.get(str(row_id)), "")
            changes.append(Change(at, who, tables[row_id], False, told, added=True))
    return sorted(changes, key=lambda one: one.at, reverse=True)[:_MOST]


def _of_the_whole(service: Service) -> dict[str, Any]:
    """How a contact of the whole organisation was kept, taken away too: every service of it showed it."""
    return {"service_id": None, "organization_id": str(service.organization_id)}


def _adders(service: Service) -> dict[str, UUID]:
    """Key of a part → who added it, as far as the asker may read the log."""
    rows = Event.objects.filter(subject_id=service.pk, name__in=_ADDED).order_by("-id")[:_MOST]
    return {event.payload["id"]: event.by_id for event in rows if event.by_id and "id" in event.payload}


def _same(value: Any) -> str:
    return "" if value in (None, "", []) else str(value)


def _rows(service: Service) -> tuple[dict[UUID, str], dict[UUID, dict[str, Any]]]:
    """The table of every row of the entry, and the row as the database would write it down now, by its key."""
    tables = {service.pk: "service"}
    found: dict[UUID, dict[str, Any]] = {service.pk: _values(service)}
    for model in _PARTS:
        rows = {row.pk: _values(row) for row in model.objects.filter(service=service)}
        tables |= dict.fromkeys(rows, model._meta.model_name or "")
        found |= rows
    places = Location.objects.filter(service_at_locations__service=service)
    shared = Contact.objects.filter(service=None, organization_id=service.organization_id)
    for row in (service.organization, *places, *shared):
        tables[row.pk], found[row.pk] = row._meta.model_name or "", _values(row)
    return tables, found


def _values(row: Any) -> dict[str, Any]:
    return {f.column: _plain(getattr(row, f.attname)) for f in row._meta.concrete_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, bool | int | list | None) else str(value)
