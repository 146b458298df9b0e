"""A scratch server for tests: fast, unsafe, gone afterwards."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from psycopg.conninfo import make_conninfo

from rangkul.base.postgres import account, binaries, location, places, roles, server


class TemporaryServer:
    """Both roles exist; the owner may create databases, each with its tables open to the working role.

    `url` is a RANGKUL_DATABASE_URL. Use as a context manager, or call start() and stop().
    """

    def __init__(self) -> None:
        # Always under /tmp: a longer TMPDIR would not leave room for the socket's path.
        self.folder = Path(tempfile.mkdtemp(prefix="rangkul-uji-", dir="/tmp"))
        self.socket = self.folder / "s"
        self.server: server.Server | None = None

    @property
    def url(self) -> str:
        return f"postgresql://{location.OWNER}@/{location.DATABASE}?host={self.socket}&port={places.PORT}"

    def conninfo(self, user: str, database: str = location.DATABASE) -> str:
        return make_conninfo(host=str(self.socket), port=places.PORT, user=user, dbname=database)

    def start(self) -> "TemporaryServer":
        """Also brings it back after it was killed, with its data."""
        programs = binaries.chosen()
        self.folder.chmod(0o711)
        data = self.folder / "data"
        owner = account.account_for(data)
        self.socket.mkdir(mode=0o700, exist_ok=True)
        if os.geteuid() == 0:
            os.chown(self.socket, owner.pw_uid, owner.pw_gid)
        log = self.folder / "log"
        self.server = server.launch(programs, data, self.socket, owner, scratch=True, log=log)
        roles.ensure_roles(server.superuser(self.socket), scratch=True)
        return self

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> "TemporaryServer":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


def session_server() -> tuple[str, str]:
    """Home folder and address of the scratch server of this run; started once, inherited by its worker processes."""
    if "RANGKUL_TEST_SERVER" not in os.environ:
        scratch = TemporaryServer().start()
        atexit.register(scratch.stop)
        home = scratch.folder / "home"
        home.mkdir()
        os.environ["RANGKUL_TEST_SERVER"] = f"{home} {scratch.url}"
    folder, url = os.environ["RANGKUL_TEST_SERVER"].split(" ", 1)
    return folder, url
