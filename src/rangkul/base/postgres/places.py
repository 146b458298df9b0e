"""Where the data folder and the socket of the embedded server lie."""

import hashlib
import os
import stat
from pathlib import Path

from rangkul.base.home import home, make_home
from rangkul.base.trouble import Trouble

PORT = 5432

# The kernel's limit for a socket path is 107 bytes on Linux and 103 elsewhere, file name included.
LONGEST_SOCKET_PATH = 103

# Root's own home is usually closed to the account that runs the server.
SHARED_ROOT = Path("/var/lib/rangkul")


def nickname(folder: Path) -> str:
    """A short name that stays the same for the same home."""
    return hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]


def passable(folder: Path) -> bool:
    """Can any account walk into the folder? The folder itself need not exist yet."""
    existing = [place for place in (folder, *folder.parents) if place.exists()]
    return all(place.stat().st_mode & stat.S_IXOTH for place in existing)


def root_folder() -> Path:
    """The folder above data and socket: the home, unless the server's account could not reach it."""
    if os.geteuid() != 0 or passable(make_home()):
        return home()
    # Made by an ordinary user in a closed folder of theirs: the server then runs under their account.
    if any(home().glob("postgres-*/PG_VERSION")):
        return home()
    return SHARED_ROOT / nickname(home())


def data_folder(major: int) -> Path:
    """Named by major version, because one version cannot open the files of another."""
    return root_folder() / f"postgres-{major}"


def existing_majors() -> list[int]:
    """Major versions that already hold data here, newest first."""
    folders = (path.parent.name for path in root_folder().glob("postgres-*/PG_VERSION"))
    names = (name.removeprefix("postgres-") for name in folders)
    return sorted((int(name) for name in names if name.isdigit()), reverse=True)


def socket_folder() -> Path:
    """In the home where the path is short enough, else a folder in /tmp that the home's path decides."""
    folder = root_folder() / "socket"
    if len(os.fsencode(folder / f".s.PGSQL.{PORT}.lock")) <= LONGEST_SOCKET_PATH:
        return folder
    return Path("/tmp") / f"rangkul-{nickname(home())}"  # noqa: S108 - ownership is checked before use


def make_socket_folder(owner: int) -> Path:
    """Only its owner may enter: on a local socket every login is trusted.

    Whoever made a folder of that name in /tmp first would otherwise receive our connections.
    """
    folder = socket_folder()
    if not folder.is_symlink() and not folder.exists():
        folder.mkdir(parents=True, mode=0o700)
        if os.geteuid() == 0:
            os.chown(folder, owner, -1)
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid not in (owner, os.geteuid()):
        raise Trouble(
            f"Folder soket {folder} milik orang lain.",
            "Hapus folder itu, atau jalankan dengan akun yang sama seperti sebelumnya.",
        )
    if state.st_uid != owner:
        os.chown(folder, owner, -1)
    folder.chmod(0o700)
    return folder
