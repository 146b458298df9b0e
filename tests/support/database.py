"""One template database with schema, reference data and cast; each worker gets a copy of it.

The template is named after what it is made of. A server kept between runs (RANGKUL_TEST_SERVER) therefore builds it
again only when a migration, a loader, reference data or the cast has changed.
"""

import fcntl
import hashlib
import os
import time
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from tests.support import cast

# As the run began: a test may change the environment for a while, its neighbours still need their server.
PLACE = {name: os.environ[name] for name in ("RANGKUL_DATABASE_URL", "RANGKUL_HOME", "DJANGO_SETTINGS_MODULE")}
SERVER, HOME = PLACE["RANGKUL_DATABASE_URL"], PLACE["RANGKUL_HOME"]
ROOT = Path(__file__).resolve().parents[2]
MADE_OF = ("src/rangkul/**/migrations/*.py", "src/rangkul/**/data/*", "src/rangkul/**/load.py", "tests/support/*.py")


def _state_of_code() -> str:
    digest = hashlib.sha256()
    for path in sorted(path for pattern in MADE_OF for path in ROOT.glob(pattern) if path.is_file()):
        digest.update(path.name.encode() + path.read_bytes())
    return f"uji_{digest.hexdigest()[:16]}"


_AT_START = _state_of_code()


def template() -> str:
    """The name of the template that this state of the code needs."""
    return _AT_START


@contextmanager
def _one_at_a_time():
    with Path(HOME, "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _use(name: str) -> None:
    for alias in ("default", "owner"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def _fill_template(server: psycopg.Connection) -> None:
    half = f"{template()}_belum"
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(sql.Identifier(half)))
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(half)))
    _use(half)
    call_command("migrate", database="owner", verbosity=0)
    load_reference()
    cast.make(connections["owner"])
    for alias in ("default", "owner"):
        connections[alias].close()
    if _state_of_code() != template():
        raise RuntimeError("migrations or reference data changed while the template was built; run again")
    # Only a whole template gets the name that others look for.
    server.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half), sql.Identifier(template())))


def load_reference() -> None:
    from rangkul.web.reference import load_reference_data

    load_reference_data(connections["owner"])


def _drop(server: psycopg.Connection, name: sql.Identifier) -> None:
    """A worker of the server may be tidying there for a moment, and only its own account can send it away."""
    for _attempt in range(20):
        try:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
        except psycopg.errors.InsufficientPrivilege:
            time.sleep(0.25)
        else:
            return


def address_of(name: str) -> str:
    """The owner's address of another database on the server of this run."""
    return SERVER.replace("/rangkul?", f"/{name}?")


@contextmanager
def copy(name: str):
    """A database of one's own for a while; its name."""
    own = sql.Identifier(f"{name}_{os.getpid()}")
    with psycopg.connect(SERVER, autocommit=True) as server:
        with _one_at_a_time():
            if not _exists(server, template()):
                _fill_template(server)
            server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(own, sql.Identifier(template())))
        try:
            yield f"{name}_{os.getpid()}"
        finally:
            for alias in ("default", "owner"):
                connections[alias].close()
            _drop(server, own)


@contextmanager
def pointed_at(name: str):
    """Django asks another database for a while: not within a test that has begun to use its own."""
    before = connections["default"].settings_dict["NAME"]
    _use(name)
    try:
        yield
    finally:
        _use(before)


@contextmanager
def prepared(worker: str):
    """This worker's database, with Django pointed at it."""
    with copy(f"uji_{worker}") as name:
        _use(name)
        yield
