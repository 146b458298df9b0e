"""Many entries at once, by COPY: as the owner of the tables, in one transaction. Lines come checked
(`importing.examine`), so the database refuses nothing here that a row could have been told of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
from django.db.models import Model
from psycopg import sql

from rangkul.base.clock import now
from rangkul.base.phones import parse_phone
from rangkul.base.progress import Progress, quiet
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah.models import Region
from rangkul.commons.directory import seeking
from rangkul.commons.directory.drafts import ContactDraft, PlaceDraft
from rangkul.commons.directory.importing import Line
from rangkul.commons.directory.models import (
    Capacity,
    Contact,
    Eligibility,
    Location,
    Organization,
    RequiredDocument,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Suggestion,
)
from rangkul.commons.directory.news import due, told
from rangkul.commons.directory.states import Channel

_ORDER: tuple[type[Model], ...] = (
    Organization, Service, Location, ServiceAtLocation, Schedule, ServiceArea, Eligibility, RequiredDocument, Contact,
    Capacity, Suggestion,
)  # fmt: skip
_BATCH = 2_000
_INDEXES = ("directory_sought_by_need", "directory_sought_by_word")
_SEEK = "SELECT directory_seek(%s::uuid[], %s::text[])"
_WORDS = "INSERT INTO directory_word (cut, word) SELECT * FROM unnest(%s::text[], %s::text[]) ON CONFLICT DO NOTHING"


class _Desk:
    """Rows by table, until they are copied."""

    def __init__(self, regions: dict[str, str], labels: dict[str, str], keeper: UUID | None) -> None:
        self.rows: dict[type[Model], list[tuple[Any, ...]]] = {model: [] for model in _ORDER}
        self.said: list[tuple[UUID, str]] = []
        self.words: set[str] = set()
        self.organizations: dict[str, Organization] = {}
        # Two services of one organisation at one address share the place.
        self.locations: dict[tuple[UUID, str, str], UUID] = {}
        self.reached: set[tuple[UUID, str, str]] = set()
        self.regions, self.labels, self.keeper = regions, labels, keeper
        self.at = now()

    def take(self, line: Line) -> None:
        organization = self._organization(line)
        plain = {name: value for name, value in vars(line.service).items() if not _is_part(name)}
        service = Service(
            organization=organization, changed_at=self.at, made_at=self.at, keeper_id=self.keeper,
            assured_date=line.assured, **plain,
        )  # fmt: skip
        self._add(service)
        self._parts(service, line)
        self._shared(service, line)
        places = [self.regions.get(place.region_code, "") for place in line.service.places]
        words = seeking.said_of(service, self.labels, places)
        self.words.update(words)
        self.said.append((service.pk, " ".join(words)))

    def _organization(self, line: Line) -> Organization:
        name = line.organization.name.casefold()
        if name not in self.organizations:
            row = Organization(changed_at=self.at, made_at=self.at, **vars(line.organization))
            self.organizations[name] = row
            self._add(row)
        return self.organizations[name]

    def _parts(self, service: Service, line: Line) -> None:
        given = line.service
        at: dict[tuple[str, str] | None, UUID | None] = {None: None}
        for place in given.places:
            location = self._location(service.organization_id, place)
            there = ServiceAtLocation(service=service, location_id=location, description=place.description)
            self._add(there)
            at.setdefault(place.key, there.pk)
        for hours in given.hours:
            self._add(Schedule(service=service, **_at(vars(hours), at)))
        parts = ((Eligibility, given.rules), (RequiredDocument, given.papers), (Capacity, given.rooms))
        for model, rows in parts:
            for row in rows:
                self._add(model(service=service, **vars(row)))
        for code in dict.fromkeys(given.areas):
            self._add(ServiceArea(service=service, region_code=code, name=self.regions.get(code, "")))
        for row in given.contacts:
            self._add(Contact(service=service, organization_id=service.organization_id, **_reached(row)))

    def _location(self, organization: UUID, place: PlaceDraft) -> UUID:
        key = (organization, *place.key)
        if key not in self.locations:
            location = Location(organization_id=organization, changed_at=self.at, **place.itself)
            self._add(location)
            self.locations[key] = location.pk
        return self.locations[key]

    def _shared(self, service: Service, line: Line) -> None:
        """Contacts of the whole organisation once, and what the other list says against the entry."""
        for row in line.shared:
            key = (service.organization_id, row.channel, row.value)
            if key not in self.reached:
                self.reached.add(key)
                self._add(Contact(organization_id=service.organization_id, **_reached(row)))
        if line.alert:
            topic, text = told(line.alert)
            said = Suggestion(service=service, topic=topic, text=text, by_kind="job", due_on=due(topic))
            self._add(said)

    def _add(self, row: Model) -> None:
        self.rows[type(row)].append(tuple(getattr(row, name) for name in _columns(type(row))))


def _reached(row: ContactDraft) -> dict[str, Any]:
    values = dict(vars(row))
    # What was looked through stands as it is dialled already; to read a number again costs most of all.
    if row.channel != Channel.EMAIL and not row.value.startswith("+"):
        values["value"] = parse_phone(row.value).number or row.value
    return values


def _at(hours: dict[str, Any], places: dict[tuple[str, str] | None, UUID | None]) -> dict[str, Any]:
    return {name: value for name, value in hours.items() if name != "at"} | {"at_id": places[hours["at"]]}


def _is_part(name: str) -> bool:
    return name in {"areas", "places", "hours", "rules", "papers", "contacts", "rooms"}


def _columns(model: type[Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def load(
    connection: psycopg.Connection, lines: Sequence[Line], *, keeper: UUID | None = None, progress: Progress = quiet
) -> int:
    """How many services were written. The connection owns the tables and commits by itself; who keeps the entries may
    be named."""
    desk = _Desk(dict(Region.objects.values_list("code", "path")), _labels(), keeper)
    with _indexes_by_the_heap(connection), connection.transaction():
        connection.execute("SELECT set_config('rangkul.kind', 'job', true), set_config('rangkul.name', 'import', true)")
        for done in range(0, len(lines), _BATCH):
            for line in lines[done : done + _BATCH]:
                desk.take(line)
            _copy(connection, desk)
            _seek(connection, desk.said)
            desk.said.clear()
            progress("Memuat layanan", min(done + _BATCH, len(lines)), len(lines))
        _learn(connection, desk.words)
    # What the planner knows of an empty list is wrong for a full one, and pages are counted in an index alone.
    connection.execute("VACUUM (ANALYZE) directory_sought, directory_service, directory_organization, directory_word")
    return len(lines)


@contextmanager
def _indexes_by_the_heap(connection: psycopg.Connection) -> Iterator[None]:
    """The indexes of the search take many rows at once, six times quicker than each by itself; a search would pay for
    it afterwards, so it is ended here."""
    for index in _INDEXES:
        connection.execute(f"ALTER INDEX {index} SET (fastupdate = on)")
    try:
        yield
    finally:
        for index in _INDEXES:
            connection.execute(f"ALTER INDEX {index} SET (fastupdate = off)")
            connection.execute("SELECT gin_clean_pending_list(%s::regclass)", [index])


def _labels() -> dict[str, str]:
    return {term.code: f"{term.label_id} {term.legal_label_id}" for term in taxonomy.current(taxonomy.PPKS)}


def _copy(connection: psycopg.Connection, desk: _Desk) -> None:
    for model, rows in desk.rows.items():
        columns = sql.SQL(", ").join(sql.Identifier(field.column) for field in model._meta.concrete_fields)
        command = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), columns)
        with connection.cursor() as cursor, cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(row)
        rows.clear()


def _seek(connection: psycopg.Connection, said: list[tuple[UUID, str]]) -> None:
    connection.execute(_SEEK, [[pk for pk, _ in said], [words for _, words in said]])


def _learn(connection: psycopg.Connection, words: Iterable[str]) -> None:
    pairs = sorted((cut, word) for word in words for cut in seeking.cuts(word))
    connection.execute(_WORDS, [[cut for cut, _ in pairs], [word for _, word in pairs]])
