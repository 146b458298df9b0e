"""One template database a run, with schema, reference data and cast; each worker gets a copy of it."""

import fcntl
import os
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from rangkul.base.postgres import conninfo
from tests.support import cast

TEMPLATE = "uji_template"


@contextmanager
def _one_at_a_time():
    with Path(os.environ["RANGKUL_HOME"], "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _exists(server: psycopg.Connection, name: str) -> bool:
    return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _use(name: str) -> None:
    for alias in ("default", "owner"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


def _fill_template(server: psycopg.Connection) -> None:
    server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(TEMPLATE)))
    _use(TEMPLATE)
    call_command("migrate", database="owner", verbosity=0)
    load_reference()
    cast.make(connections["owner"])
    for alias in ("default", "owner"):
        connections[alias].close()


def load_reference() -> None:
    from rangkul.web.reference import load_reference_data

    load_reference_data(connections["owner"])


def prepare(worker: str) -> str:
    """Make this worker's database and point Django at it; return its name."""
    name = f"uji_{worker}"
    with _one_at_a_time(), psycopg.connect(conninfo("owner"), autocommit=True) as server:
        if not _exists(server, TEMPLATE):
            _fill_template(server)
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(TEMPLATE))
        server.execute(copy)
    _use(name)
    return name
