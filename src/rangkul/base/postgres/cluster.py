"""The data folder: made once, whole or not at all, and freed of what a killed server left behind."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from pwd import struct_passwd

from rangkul.base import children
from rangkul.base.postgres import configuration
from rangkul.base.postgres.binaries import Binaries
from rangkul.base.postgres.roles import SUPERUSER
from rangkul.base.trouble import Trouble

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8" if sys.platform == "linux" else "C"}


def make(folder: Path, binaries: Binaries, account: struct_passwd, *, scratch: bool = False) -> None:
    """initdb beside the place and rename, so that a half-made folder is never taken for data."""
    if (folder / "PG_VERSION").exists():
        return
    draft = folder.with_name(f"{folder.name}.baru")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(parents=True, mode=0o700)
    except OSError as error:
        what = f"Folder data {draft} tidak dapat dibuat ({error.strerror})."
        raise Trouble(what, "Periksa izin folder induknya.") from error
    if os.geteuid() == 0:
        os.chown(draft, account.pw_uid, account.pw_gid)
    _initdb(draft, binaries, account, scratch=scratch)
    with (draft / "postgresql.conf").open("a") as file:
        file.write(configuration.INCLUDES)
    (draft / "local.conf").touch(0o644)
    draft.rename(folder)


def _initdb(folder: Path, binaries: Binaries, account: struct_passwd, *, scratch: bool) -> None:
    command = [binaries.path("initdb"), "-D", str(folder), "-U", SUPERUSER, "-E", "UTF8"]
    command += ["--auth-local=trust", "--auth-host=reject", *_locale(binaries.major)]
    command += ["--no-sync"] if scratch else ["--data-checksums"]
    child = children.start(command, env=ENVIRONMENT, account=account, stdout=subprocess.PIPE)
    said, _ = child.communicate()
    if child.returncode:
        last = said.decode(errors="replace").strip().splitlines()[-1:]
        raise Trouble(
            f"Basis data baru tidak dapat dibuat di {folder} ({' '.join(last)}).",
            "Periksa ruang dan izin folder itu, lalu jalankan lagi.",
        )


def _locale(major: int) -> list[str]:
    """Byte order everywhere: an index must not depend on the machine's language files."""
    if sys.platform == "linux" or major < 17:
        return ["--locale=C.UTF-8"]
    return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]


def configure(
    folder: Path, account: struct_passwd, socket: Path, *, scratch: bool = False, loading: bool = False
) -> None:
    path = folder / "rangkul.conf"
    path.write_text(configuration.written(configuration.settings(socket, scratch=scratch, loading=loading)))
    if os.geteuid() == 0:
        os.chown(path, account.pw_uid, account.pw_gid)


def holder(mark: Path) -> int | None:
    """The living server that left this mark (postmaster.pid, or the lock of a socket).

    Removes the mark of one that is gone. The server itself refuses to start while any process has
    the number in the mark, but after a restart of the machine that number may be anybody's, and a
    killed server that nobody has waited for keeps its number as a zombie.
    """
    try:
        pid, folder, *_ = mark.read_text().splitlines()
    except (OSError, ValueError):
        return None
    if _is_server(int(pid), Path(folder)):
        return int(pid)
    mark.unlink(missing_ok=True)
    return None


def _is_server(pid: int, folder: Path) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    if not Path("/proc/self").exists():
        return True
    try:
        # The name may hold brackets; the state is the first word after the last of them.
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state != "Z" and Path(f"/proc/{pid}/cwd").resolve() == folder.resolve()
    except PermissionError:
        return True
    except OSError:
        return False
