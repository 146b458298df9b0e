"""Takes indexes, constraints and triggers off the tables while they are filled, and puts them back afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass

import psycopg
from psycopg import sql

_CONSTRAINTS = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype
FROM pg_constraint
WHERE conrelid = ANY (%s::regclass[]) AND contype IN ('f', 'p', 'u', 'c') AND conislocal
ORDER BY contype <> 'f'
"""
_INDEXES = """
SELECT i.indrelid::regclass::text, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
FROM pg_index i
WHERE i.indrelid = ANY (%s::regclass[])
  AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
"""
_POINTING_HERE = """
SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype
FROM pg_constraint WHERE contype = 'f' AND confrelid = ANY (%s::regclass[])
"""


@dataclass(frozen=True)
class Removed:
    """`again`: statements that put everything back, in this order: first each table's own, then what points."""

    tables: tuple[str, ...]
    own: tuple[str, ...]
    foreign: tuple[str, ...]


def strip(connection: psycopg.Connection, tables: Iterable[str]) -> Removed:
    """Remove them in the open transaction. Primary keys go too: they are built faster over what is there."""
    tables = tuple(tables)
    names = [list(tables)]
    pointing = connection.execute(_POINTING_HERE, names).fetchall()
    constraints = connection.execute(_CONSTRAINTS, names).fetchall()
    indexes = connection.execute(_INDEXES, names).fetchall()
    foreign = dict.fromkeys([*pointing, *(row for row in constraints if row[3] == "f")])
    own = [row for row in constraints if row[3] != "f"]
    for table, name, _definition, _kind in (*foreign, *own):
        _run(connection, f"ALTER TABLE {table} DROP CONSTRAINT {{}}", name)
    for _table, name, _definition in indexes:
        connection.execute(f"DROP INDEX {name}")
    for table in tables:
        connection.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    return Removed(
        tables,
        own=(
            *(_added(table, name, definition) for table, name, definition, _kind in own),
            *(definition for _table, _name, definition in indexes),
        ),
        foreign=tuple(_added(table, name, definition) for table, name, definition, _kind in foreign),
    )


def enable_triggers(connection: psycopg.Connection, tables: Iterable[str]) -> None:
    for table in tables:
        connection.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _added(table: str, name: str, definition: str) -> str:
    return f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}'


def _run(connection: psycopg.Connection, text: str, name: str) -> None:
    connection.execute(sql.SQL(text).format(sql.Identifier(name)))
