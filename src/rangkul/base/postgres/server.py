"""Starts the embedded server as a direct child, or adopts the one that already answers."""

import fcntl
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pwd import struct_passwd

import psycopg

from rangkul.base import children
from rangkul.base.home import logs_dir, make_home
from rangkul.base.postgres import account, binaries, cluster, location, places, roles
from rangkul.base.trouble import Trouble

# A server that replays its log after a power cut may need minutes.
PATIENCE = 600.0

Tell = Callable[[str], None]


def _quiet(_: str) -> None:
    pass


@dataclass
class Server:
    """A server that is there. `process` is None when somebody else started it: not ours to stop."""

    process: subprocess.Popen | None = None
    socket: Path | None = None

    @property
    def adopted(self) -> bool:
        return self.process is None

    def alive(self) -> bool:
        if self.process is not None:
            return self.process.poll() is None
        return self.socket is None or answers(self.socket)

    def stop(self) -> None:
        """Fast shutdown: open transactions are rolled back, everything committed is on disk."""
        if self.process is not None:
            children.stop(self.process, (signal.SIGINT, 60), (signal.SIGQUIT, 10))

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def ensure_running(tell: Tell = _quiet, *, loading: bool = False) -> Server:
    """After this the database answers and both roles are there. `loading`: fast and unsafe, for data that can be
    made again; only where there is no data yet, and never for a server that is adopted or served. Errors: Trouble."""
    url = location.served_url()
    if url is not None:
        _ensure_served()
        return Server()
    programs = binaries.chosen()
    folder = places.data_folder(programs.major)
    owner = account.account_for(folder)
    with _one_at_a_time():
        socket = places.make_socket_folder(owner.pw_uid)
        server = launch(programs, folder, socket, owner, loading=loading, tell=tell)
    try:
        roles.ensure_roles(superuser(socket))
    except BaseException:
        server.stop()
        raise
    return server


def launch(
    programs: binaries.Binaries,
    folder: Path,
    socket: Path,
    owner: struct_passwd,
    *,
    scratch: bool = False,
    loading: bool = False,
    log: Path | None = None,
    tell: Tell = _quiet,
) -> Server:
    deadline = time.monotonic() + PATIENCE
    while pid := cluster.holder(folder / "postmaster.pid"):
        if answers(socket):
            return Server(socket=socket)
        if time.monotonic() > deadline:
            raise _busy(pid, f"memakai {folder} tetapi tidak menjawab")
        tell("Menunggu PostgreSQL yang sedang berhenti atau menyala")
        time.sleep(0.2)
    if pid := cluster.holder(socket / f".s.PGSQL.{places.PORT}.lock"):
        raise _busy(pid, f"memakai soket di {socket} untuk data lain")
    is_new = not (folder / "PG_VERSION").exists()
    if is_new:
        tell("Menyiapkan basis data baru")
    cluster.make(folder, programs, owner, scratch=scratch)
    # Data that is there already may be somebody's: it is never served without its safeguards.
    cluster.configure(folder, owner, socket, scratch=scratch, loading=loading and is_new)
    log = log or logs_dir() / "postgres.log"
    tell("Menyalakan PostgreSQL")
    return _started(programs, folder, socket, owner, log, deadline)


def _busy(pid: int, how: str) -> Trouble:
    return Trouble(f"Server PostgreSQL lain (proses {pid}) {how}.", f"Hentikan dengan `kill -INT {pid}`.")


def _started(
    programs: binaries.Binaries, folder: Path, socket: Path, owner: struct_passwd, log: Path, deadline: float
) -> Server:
    """Backends of a killed server may live a moment longer; until they are gone a new one refuses."""
    while True:
        with log.open("ab") as file:
            process = children.start(
                [programs.path("postgres"), "-D", str(folder)],
                env=cluster.ENVIRONMENT,
                account=owner,
                last_signal=signal.SIGINT,
                stdout=file,
                cwd=str(folder),
            )
        if _ready(process, socket, deadline):
            return Server(process, socket)
        said = _tail(log)
        if "still in use" not in said or time.monotonic() > deadline:
            raise Trouble(f"PostgreSQL tidak mau menyala: {said}", f"Catatan lengkap ada di {log}.")
        time.sleep(0.2)


def _ready(process: subprocess.Popen, socket: Path, deadline: float) -> bool:
    """True once it answers, False when it died; stops it when it takes too long."""
    while process.poll() is None:
        if answers(socket):
            return True
        if time.monotonic() > deadline:
            children.stop(process, (signal.SIGINT, 10))
        time.sleep(0.05)
    return False


def answers(socket: Path) -> bool:
    try:
        psycopg.connect(superuser(socket), dbname="postgres", connect_timeout=5).close()
    except psycopg.OperationalError:
        return False
    return True


def superuser(socket: Path) -> str:
    return psycopg.conninfo.make_conninfo(host=str(socket), port=places.PORT, user=roles.SUPERUSER)


def _tail(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()[-10:]
    fatal = [line for line in lines if "FATAL" in line or "PANIC" in line] or lines
    return " ".join(fatal[-2:])


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Two commands at once start one server; the second adopts it."""
    with open(make_home() / "postgres.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
        # The lock goes with the file.


def _ensure_served() -> None:
    try:
        with psycopg.connect(location.conninfo("app"), connect_timeout=10):
            known = True
    except psycopg.OperationalError:
        known = False
    try:
        roles.ensure_on_served(location.conninfo("owner"), None if known else location.app_password())
    except psycopg.errors.InsufficientPrivilege as error:
        raise Trouble(
            f"Pemilik basis data tidak boleh membuat peran {location.APP}.",
            f"Minta pengelola server membuat peran {location.APP} (LOGIN NOSUPERUSER NOBYPASSRLS) dengan "
            "sandi yang tertulis di folder keys, berkas database_app.",
        ) from error
    except psycopg.OperationalError as error:
        # The lines after the first guess at reasons.
        reason = str(error).strip().splitlines()[0].removeprefix("connection failed: ").strip()
        raise Trouble(
            f"Server pada RANGKUL_DATABASE_URL tidak dapat dihubungi ({reason}).",
            "Periksa alamat, sandi, dan apakah server itu menyala.",
        ) from error
