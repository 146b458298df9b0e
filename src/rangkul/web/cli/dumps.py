"""The database as a file and back, by PostgreSQL's own programs."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from rangkul.base.postgres import conninfo, roles
from rangkul.base.postgres.binaries import Binaries, candidates
from rangkul.base.postgres.location import parameters
from rangkul.base.trouble import Trouble

# libpq reads these from the environment: a password in the command line would stand in `ps`.
_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


def server_major() -> int:
    with psycopg.connect(conninfo("owner")) as connection:
        return connection.info.server_version // 10000


def programs() -> Binaries:
    """Those that know the server: pg_dump refuses a server newer than itself."""
    wanted = server_major()
    fitting = [found for found in candidates() if found.major >= wanted]
    if not fitting:
        raise Trouble(
            f"Server memakai PostgreSQL {wanted}, program di komputer ini lebih tua.",
            f"Pasang PostgreSQL {wanted} (pg_dump dan pg_restore) di komputer ini.",
        )
    return min(fitting, key=lambda found: found.major)


def dump(target: Path) -> None:
    """One consistent picture of the moment it begins, whatever is written meanwhile."""
    _run("pg_dump", "--format=custom", "--compress=5", "--no-owner", f"--file={target}")


def load(source: Path) -> None:
    """All or nothing, into a database without tables."""
    contents = _run("pg_restore", "--list", str(source), connected=False)
    wanted = source.with_suffix(".list")
    wanted.write_text("".join(line for line in contents.splitlines(keepends=True) if _ours(line)))
    how = ("--single-transaction", "--exit-on-error", "--no-owner", f"--use-list={wanted}")
    with _as_dumped():
        _run("pg_restore", *how, f"--dbname={parameters('owner')['dbname']}", str(source))


@contextmanager
def _as_dumped() -> Iterator[None]:
    """The working role gets exactly the rights of the dump; a start after a crash gives the usual ones back."""
    with psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        info = connection.info
        roles.withhold_daily_work(connection, info.user)
        try:
            yield
        finally:
            roles.grant_daily_work(connection, info.dbname, info.user)


def _ours(line: str) -> bool:
    """What the empty database already has, made for the roles of this server, is not restored."""
    return not re.search(r" (DEFAULT ACL|SCHEMA - public|ACL - SCHEMA public|COMMENT - EXTENSION) ", line)


def _run(program: str, *words: str, connected: bool = True) -> str:
    known = {_VARIABLES[key]: value for key, value in parameters("owner").items() if key in _VARIABLES}
    env = {**os.environ, **(known if connected else {}), "LC_ALL": "C"}
    done = subprocess.run(  # noqa: S603 - the program is PostgreSQL's, the words are ours
        [programs().path(program), *words], env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise Trouble(
            f"{program} gagal: {said[0] if said else 'tanpa pesan'}",
            "Periksa ruang disk dan jalankan `rangkul doctor`.",
        )
    return done.stdout
