"""The whole load: offices, two processes that draw and copy, then indexes and constraints over what is there."""

import multiprocessing
import os
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import UTC, datetime

import psycopg

from rangkul.base.progress import Progress, quiet

# Households drawn and copied at a time: some ten megabytes of text in each process.
BATCH = 2_000
PROCESSES = 2
# How long an index build may think; more memory sorts a million rows at once.
_SESSION = "SET synchronous_commit = off; SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 0"

_lock = multiprocessing.get_context("spawn")


@dataclass
class Loaded:
    """`seconds` by step; `rows` by table."""

    persons: int = 0
    cases: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    @property
    def total_seconds(self) -> float:
        return sum(self.seconds.values())


class NotEmptyError(RuntimeError):
    """There are people in this database: a made-up country is never loaded beside them."""


def load(persons: int, *, password: str, progress: Progress = quiet, now: datetime | None = None) -> Loaded:
    """Fill an empty, migrated database with a country. Raises NotEmptyError where people are already there."""
    from rangkul.base.postgres import conninfo
    from rangkul.web.demo.bulk import lean, offices, tables
    from rangkul.web.demo.world import world

    now = now or datetime.now(UTC)
    country = world.country(now, persons)
    loaded = Loaded()
    with psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        connection.execute(_SESSION)
        if connection.execute("SELECT 1 FROM people_person LIMIT 1").fetchone():
            raise NotEmptyError
        with _timed(loaded, "offices"):
            offices.write(country.offices, "owner", password)
        names = tables.names()
        with _timed(loaded, "strip"), connection.transaction():
            removed = lean.strip(connection, names)
        try:
            with _timed(loaded, "copy"):
                words = _copy(persons, now, country.households, loaded, progress)
                tables.write_vocabulary(connection, words)
        finally:
            with _timed(loaded, "indexes"):
                _together(removed.own, "Membangun indeks", progress)
            with _timed(loaded, "constraints"):
                _together(removed.foreign, "Memeriksa hubungan", progress)
                lean.enable_triggers(connection, names)
        with _timed(loaded, "settle"):
            connection.execute("SELECT setval('cases_number', %s)", [country.households + 1])
            _together(tables.settling(names), "Merapikan tabel", progress)
    return loaded


def _timed(loaded: Loaded, step: str):
    return _Timing(loaded.seconds, step)


@dataclass
class _Timing:
    seconds: dict[str, float]
    step: str
    began: float = 0.0

    def __enter__(self) -> None:
        self.began = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self.seconds[self.step] = round(time.monotonic() - self.began, 1)


def _copy(
    persons: int, now: datetime, households: int, loaded: Loaded, progress: Progress
) -> dict[str, set[tuple[str, str]]]:
    """Both processes take batches until none is left; returns the vocabulary of each agency."""
    words: dict[str, set[tuple[str, str]]] = {}
    firsts = range(0, households, BATCH)
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("spawn"), _begin, (persons, now)) as pool:
        jobs = [pool.submit(_batch, first, min(first + BATCH, households)) for first in firsts]
        for done in as_completed(jobs):
            found = done.result()
            loaded.persons += found.persons
            loaded.cases += found.cases
            for table, count in found.rows.items():
                loaded.rows[table] = loaded.rows.get(table, 0) + count
            for agency, pairs in found.words.items():
                words.setdefault(agency, set()).update(pairs)
            progress("Memuat orang", loaded.persons, persons)
    return words


@dataclass
class _Found:
    persons: int
    cases: int
    rows: dict[str, int]
    words: dict[str, set[tuple[str, str]]]


_desk = None


def _begin(persons: int, now: datetime) -> None:
    """In each process, once: Django for the models' columns, one connection as the owner."""
    global _desk
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rangkul.web.settings")
    import django

    django.setup()
    from rangkul.web.demo.bulk.desk import Desk

    _desk = Desk(persons, now, _SESSION)


def _batch(first: int, until: int) -> _Found:
    return _Found(*_desk.write(first, until))


def _together(statements: Iterable[str], label: str, progress: Progress) -> None:
    """Two connections share the statements, the longest tables first as they come."""
    statements = tuple(statements)
    done = 0
    with ThreadPoolExecutor(PROCESSES) as pool:
        for finished in as_completed([pool.submit(_one, statement) for statement in statements]):
            finished.result()
            done += 1
            progress(label, done, len(statements))


def _one(statement: str) -> None:
    from rangkul.base.postgres import conninfo

    with psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        connection.execute(_SESSION)
        connection.execute(statement)
