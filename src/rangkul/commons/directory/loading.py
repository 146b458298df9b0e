"""Many entries at once, by COPY: as the owner of the tables, in one transaction. Lines come checked
(`importing.examine`), so the database refuses nothing here that a row could have been told of."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import Any
from uuid import UUID

import psycopg
from django.db.models import Model
from psycopg import sql

from rangkul.base.clock import now
from rangkul.base.ids import new_id
from rangkul.base.phones import parse_phone
from rangkul.base.progress import Progress, quiet
from rangkul.base.wilayah.models import Region
from rangkul.commons.directory import seeking
from rangkul.commons.directory.drafts import ContactDraft, OrganizationDraft, PlaceDraft
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
# Of these are pages counted; of the others it is enough that the planner knows how many rows they have.
_COUNTED = ("directory_sought", "directory_service")
_TIDIED = (*_COUNTED, "directory_organization", "directory_word")
# Seconds, and how often: the house's own tidying has passed over the new rows by then.
_WAIT, _TRIES = 2.0, 15
# So few are read as fast as they are counted.
_FEW_PAGES = 100
_INDEXES = ("directory_sought_by_need", "directory_sought_by_word")
_SEEK = "SELECT directory_seek(%s::uuid[], %s::text[])"
_WORDS = "INSERT INTO directory_word (cut, word) SELECT * FROM unnest(%s::text[], %s::text[]) ON CONFLICT DO NOTHING"


class _Desk:
    """Rows by table, until they are copied."""

    def __init__(self, regions: dict[str, str], labels: dict[str, str], keeper: UUID | None) -> None:
        self.rows: dict[type[Model], list[tuple[Any, ...]]] = {model: [] for model in _ORDER}
        self.said: list[tuple[UUID, str]] = []
        self.words: set[str] = set()
        self.organizations: dict[str, tuple[UUID, OrganizationDraft]] = {}
        # Two services of one organisation at one address share the place.
        self.locations: dict[tuple[UUID, str, str], UUID] = {}
        self.reached: set[tuple[UUID, str, str]] = set()
        self.regions, self.labels, self.keeper = regions, labels, keeper
        self.at = now()

    def take(self, line: Line) -> None:
        organization, named = self._organization(line)
        plain = {name: value for name, value in vars(line.service).items() if not _is_part(name)}
        service = self._add(
            Service, organization_id=organization, changed_at=self.at, keeper_id=self.keeper,
            assured_date=line.assured, **plain,
        )  # fmt: skip
        self._parts(service, organization, line)
        self._shared(service, organization, line)
        places = [self.regions.get(place.region_code, "") for place in line.service.places]
        words = seeking.said_of(line.service, named, self.labels, places)
        self.words.update(words)
        self.said.append((service, " ".join(words)))

    def emptied(self) -> tuple[dict[type[Model], list[tuple[Any, ...]]], list[tuple[UUID, str]]]:
        """What was taken since the last time, and nothing lies here any longer."""
        rows, said = self.rows, self.said
        self.rows, self.said = {model: [] for model in _ORDER}, []
        return rows, said

    def _organization(self, line: Line) -> tuple[UUID, OrganizationDraft]:
        name = line.organization.name.casefold()
        if name not in self.organizations:
            row = self._add(Organization, changed_at=self.at, **vars(line.organization))
            self.organizations[name] = row, line.organization
        return self.organizations[name]

    def _parts(self, service: UUID, organization: UUID, line: Line) -> None:
        given = line.service
        at: dict[tuple[str, str] | None, UUID | None] = {None: None}
        for place in given.places:
            location = self._location(organization, place)
            there = self._add(
                ServiceAtLocation, service_id=service, location_id=location, description=place.description
            )
            at.setdefault(place.key, there)
        for hours in given.hours:
            self._add(Schedule, service_id=service, **_at(vars(hours), at))
        parts = ((Eligibility, given.rules), (RequiredDocument, given.papers), (Capacity, given.rooms))
        for model, rows in parts:
            for row in rows:
                self._add(model, service_id=service, **vars(row))
        for code in dict.fromkeys(given.areas):
            self._add(ServiceArea, service_id=service, region_code=code, name=self.regions.get(code, ""))
        for row in given.contacts:
            self._add(Contact, service_id=service, organization_id=organization, **_reached(row))

    def _location(self, organization: UUID, place: PlaceDraft) -> UUID:
        key = (organization, *place.key)
        if key not in self.locations:
            self.locations[key] = self._add(Location, organization_id=organization, changed_at=self.at, **place.itself)
        return self.locations[key]

    def _shared(self, service: UUID, organization: UUID, line: Line) -> None:
        """Contacts of the whole organisation once, and what the other list says against the entry."""
        for row in line.shared:
            key = (organization, row.channel, row.value)
            if key not in self.reached:
                self.reached.add(key)
                self._add(Contact, organization_id=organization, **_reached(row))
        if line.alert:
            topic, text = told(line.alert)
            self._add(Suggestion, service_id=service, topic=topic, text=text, by_kind="job", due_on=due(topic))

    def _add(self, model: type[Model], **given: Any) -> UUID:
        """The key of the new row. As the model would fill it, without making one of each: that is half of the work."""
        usual = _usual(model)
        if unknown := given.keys() - usual.keys():
            raise TypeError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
        pk = new_id()
        row = {"id": pk, "made_at": self.at} | given
        self.rows[model].append(tuple(row[name] if name in row else default() for name, default in usual.items()))
        return pk


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


@cache
def _usual(model: type[Model]) -> dict[str, Callable[[], Any]]:
    """What stands in each column where nothing is said."""
    return {field.attname: field.get_default for field in model._meta.concrete_fields}


def load(
    connection: psycopg.Connection, lines: Sequence[Line], *, keeper: UUID | None = None, progress: Progress = quiet
) -> int:
    """How many services were written. The connection owns the tables and commits by itself; who keeps the entries may
    be named."""
    desk = _Desk(dict(Region.objects.values_list("code", "path")), seeking.labels(), keeper)
    # The database writes what was made while the next is being made; the executor ends before the transaction does.
    with _indexes_by_the_heap(connection), connection.transaction(), ThreadPoolExecutor(1) as beside:
        connection.execute("SELECT set_config('rangkul.kind', 'job', true), set_config('rangkul.name', 'import', true)")
        writing = beside.submit(int)
        for done in range(0, len(lines), _BATCH):
            for line in lines[done : done + _BATCH]:
                desk.take(line)
            writing.result()
            writing = beside.submit(_write, connection, *desk.emptied())
            progress("Memuat layanan", min(done + _BATCH, len(lines)), len(lines))
        writing.result()
        _learn(connection, desk.words)
    # Some seconds, and as many more as somebody else is reading.
    progress("Merapikan daftar", 0, 0)
    _settle(connection)
    return len(lines)


def _settle(connection: psycopg.Connection) -> None:
    """What the planner knows of an empty list is wrong for a full one, and services are counted in an index alone: that
    takes rows of which the whole house knows. Whoever else reads in the same moment, as the house's own tidying does
    after so many rows, puts it off, and nothing else would ever make up for it."""
    for _ in range(_TRIES):
        connection.execute(f"VACUUM (ANALYZE) {', '.join(_TIDIED)}")
        known = connection.execute(
            "SELECT bool_and(relpages < %s OR relallvisible > relpages * 0.9) FROM pg_class"
            " WHERE oid = ANY (%s::regclass[])",
            [_FEW_PAGES, list(_COUNTED)],
        ).fetchone()
        if known and known[0]:
            return
        time.sleep(_WAIT)


def _write(
    connection: psycopg.Connection, rows: dict[type[Model], list[tuple[Any, ...]]], said: list[tuple[UUID, str]]
) -> None:
    _copy(connection, rows)
    _seek(connection, said)


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


def _copy(connection: psycopg.Connection, rows_of: dict[type[Model], list[tuple[Any, ...]]]) -> None:
    for model, rows in rows_of.items():
        columns = sql.SQL(", ").join(sql.Identifier(field.column) for field in model._meta.concrete_fields)
        command = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(model._meta.db_table), columns)
        with connection.cursor() as cursor, cursor.copy(command) as copy:
            for row in rows:
                copy.write_row(row)


def _seek(connection: psycopg.Connection, said: list[tuple[UUID, str]]) -> None:
    connection.execute(_SEEK, [[pk for pk, _ in said], [words for _, words in said]])


def _learn(connection: psycopg.Connection, words: Iterable[str]) -> None:
    pairs = sorted((cut, word) for word in words for cut in seeking.cuts(word))
    connection.execute(_WORDS, [[cut for cut, _ in pairs], [word for _, word in pairs]])
