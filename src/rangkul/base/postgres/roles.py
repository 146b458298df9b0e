"""The two roles and what they may. Safe to repeat at every start."""

import psycopg
from psycopg import sql

from rangkul.base.postgres.location import APP, DATABASE, OWNER

SUPERUSER = "postgres"


def ensure_roles(superuser_conninfo: str, *, scratch: bool = False) -> None:
    """On our own server: make both roles and the database."""
    with psycopg.connect(superuser_conninfo, dbname="postgres", autocommit=True) as connection:
        _ensure_role(connection, OWNER, "CREATEDB" if scratch else "NOCREATEDB")
        ensure_app_role(connection)
        if not _exists(connection, "pg_database", "datname", DATABASE):
            _run(connection, "CREATE DATABASE {} OWNER {}", DATABASE, OWNER)
    # In a scratch server the template too, because every test database is a copy of it.
    for database in (DATABASE, "template1") if scratch else (DATABASE,):
        with psycopg.connect(superuser_conninfo, dbname=database, autocommit=True) as connection:
            grant_daily_work(connection, database, OWNER)


def ensure_on_served(owner_conninfo: str, password: str | None) -> None:
    """On somebody else's server: the owner is given; the working role is made by the owner.

    An owner who may not create roles finds the role made by the administrator; only then is the
    password ours to leave alone.
    """
    with psycopg.connect(owner_conninfo, autocommit=True) as connection:
        ensure_app_role(connection, password)
        grant_daily_work(connection, connection.info.dbname, connection.info.user)


def ensure_app_role(connection: psycopg.Connection, password: str | None = None) -> None:
    _ensure_role(connection, APP, "NOCREATEDB")
    if password is not None:
        # Sent as a verifier, so that the password never stands in a server's log.
        verifier = connection.pgconn.encrypt_password(password.encode(), APP.encode(), b"scram-sha-256")
        _run(connection, "ALTER ROLE {} PASSWORD {}", APP, verifier=verifier.decode())


def grant_daily_work(connection: psycopg.Connection, database: str, owner: str) -> None:
    """Tables the owner makes from now on are open to the working role, row by row under their policies.

    What it may remove is granted table by table in the migrations: nothing is removed by default.
    """
    _run(connection, "REVOKE ALL ON DATABASE {} FROM PUBLIC", database)
    _run(connection, "GRANT CONNECT ON DATABASE {} TO {}", database, APP)
    _run(connection, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    _run(connection, "GRANT USAGE ON SCHEMA public TO {}", APP)
    defaults = "ALTER DEFAULT PRIVILEGES FOR ROLE {} IN SCHEMA public GRANT "
    _run(connection, defaults + "SELECT, INSERT, UPDATE ON TABLES TO {}", owner, APP)
    _run(connection, defaults + "USAGE, SELECT ON SEQUENCES TO {}", owner, APP)


def withhold_daily_work(connection: psycopg.Connection, owner: str) -> None:
    """For a restore: a dump lists what was granted, not what was taken away from the rights above."""
    for kind in ("TABLES", "SEQUENCES"):
        _run(
            connection,
            f"ALTER DEFAULT PRIVILEGES FOR ROLE {{}} IN SCHEMA public REVOKE ALL ON {kind} FROM {{}}",
            owner,
            APP,
        )


def _ensure_role(connection: psycopg.Connection, name: str, createdb: str) -> None:
    if not _exists(connection, "pg_roles", "rolname", name):
        _run(connection, f"CREATE ROLE {{}} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE {createdb}", name)


def _exists(connection: psycopg.Connection, table: str, column: str, name: str) -> bool:
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s").format(sql.Identifier(table), sql.Identifier(column))
    return connection.execute(query, [name]).fetchone() is not None


def _run(connection: psycopg.Connection, text: str, *names: str, verifier: str | None = None) -> None:
    parts: list[sql.Composable] = [sql.Identifier(name) for name in names]
    if verifier is not None:
        parts.append(sql.Literal(verifier))
    connection.execute(sql.SQL(text).format(*parts))
