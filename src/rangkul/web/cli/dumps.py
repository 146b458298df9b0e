"""The database as a file and back, by PostgreSQL's own programs."""

import os
import re
import subprocess
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from rangkul.base.postgres import conninfo, roles
from rangkul.base.postgres.binaries import Binaries, candidates
from rangkul.base.postgres.location import parameters
from rangkul.base.progress import Progress, quiet
from rangkul.base.trouble import Trouble

# Of what a program told, so many lines are kept to say why it failed.
_LAST = 200

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


def dump(target: Path, progress: Progress = quiet) -> None:
    """One consistent picture of the moment it begins, whatever is written meanwhile."""
    steps = _Dumped(progress, sizes())
    _run("pg_dump", "--verbose", "--format=custom", "--compress=5", "--no-owner", f"--file={target}", hears=steps)
    steps.finish()


def load(source: Path, progress: Progress = quiet) -> None:
    """All or nothing, into a database without tables."""
    contents = _run("pg_restore", "--list", str(source), connected=False)
    wanted = source.with_suffix(".list")
    ours = [line for line in contents.splitlines(keepends=True) if _ours(line)]
    wanted.write_text("".join(ours))
    steps = _Restored(progress, sum(not line.startswith(";") for line in ours))
    how = ("--verbose", "--single-transaction", "--exit-on-error", "--no-owner", f"--use-list={wanted}")
    with _as_dumped():
        _run("pg_restore", *how, f"--dbname={parameters('owner')['dbname']}", str(source), hears=steps)
    steps.finish()


def sizes() -> dict[str, int]:
    """Bytes of each table on the disk, by its name."""
    with psycopg.connect(conninfo("owner")) as connection:
        query = "SELECT tablename, pg_table_size(quote_ident(tablename)::regclass) FROM pg_tables WHERE schemaname = %s"
        return dict(connection.execute(query, ["public"]).fetchall())


class _Dumped:
    """How much of the database is copied, in kB: a table counts when the next one begins."""

    def __init__(self, progress: Progress, tables: dict[str, int]):
        self.progress, self.tables = progress, tables
        self.total = max(1, sum(tables.values()) // 1000)
        self.done, self.now = 0, ""
        self.tell()

    def __call__(self, line: str) -> None:
        if found := re.search(r'dumping contents of table "public\.(\w+)"', line):
            self.done += self.tables.get(self.now, 0)
            self.now = found[1]
            self.tell()

    def tell(self) -> None:
        self.progress("Menyalin basis data (kB)", min(self.done // 1000, self.total), self.total)

    def finish(self) -> None:
        self.done = self.total * 1000
        self.tell()


class _Restored:
    """How many of the things in the file are there again: tables, their rows, indexes, rules."""

    def __init__(self, progress: Progress, total: int):
        self.progress, self.done, self.total = progress, 0, total
        self.tell()

    def __call__(self, line: str) -> None:
        if re.match(r"pg_restore: (creating|processing data for|executing) ", line):
            self.done = min(self.done + 1, self.total)
            self.tell()

    def tell(self) -> None:
        self.progress("Memulihkan basis data", self.done, self.total)

    def finish(self) -> None:
        self.done = self.total
        self.tell()


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


def _run(program: str, *words: str, connected: bool = True, hears: Callable[[str], None] | None = None) -> str:
    """What the program prints. Each line that it tells meanwhile goes to `hears`; it ends with us, however we end."""
    known = {_VARIABLES[key]: value for key, value in parameters("owner").items() if key in _VARIABLES}
    env = {**os.environ, **(known if connected else {}), "LC_ALL": "C"}
    command = [programs().path(program), *words]
    with (
        tempfile.TemporaryFile("w+") as out,
        subprocess.Popen(command, env=env, stdout=out, stderr=subprocess.PIPE, text=True) as child,  # noqa: S603 - the program is PostgreSQL's, the words are ours
    ):
        try:
            told = deque(_heard(child, hears), maxlen=_LAST)
            code = child.wait()
        except BaseException:
            child.kill()
            raise
        out.seek(0)
        if code:
            raise Trouble(f"{program} gagal: {_why(told)}", "Periksa ruang disk dan jalankan `rangkul doctor`.")
        return out.read()


def _heard(child: subprocess.Popen, hears: Callable[[str], None] | None) -> Iterator[str]:
    for line in child.stderr:
        if hears is not None:
            hears(line)
        yield line.strip()


def _why(told: Iterable[str]) -> str:
    """The first complaint among what was told last; with --verbose it stands behind much else."""
    lines = list(told)
    return next((line for line in lines if "error:" in line), lines[-1] if lines else "tanpa pesan")
