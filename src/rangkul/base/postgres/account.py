"""The system account that runs the server when Rangkul itself runs as root, which PostgreSQL refuses."""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

from rangkul.base.trouble import Trouble

NAME = "rangkul"

_WAYS = (
    ("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", NAME),
    ("adduser", "-S", "-D", "-H", NAME),  # Alpine's busybox
)


def account_for(folder: Path) -> pwd.struct_passwd:
    """Whoever owns the data keeps it; otherwise ourselves, or as root the system account."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    if folder.exists() and (owner := folder.stat().st_uid) != 0:
        return pwd.getpwuid(owner)
    return system_account()


def system_account() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(NAME)
    except KeyError:
        return _created()


def _created() -> pwd.struct_passwd:
    said = "useradd tidak ada"
    for command in _WAYS:
        program = shutil.which(command[0], path="/usr/sbin:/sbin:/usr/bin:/bin")
        if program is None:
            continue
        done = subprocess.run([program, *command[1:]], capture_output=True, text=True, check=False)  # noqa: S603
        try:
            return pwd.getpwnam(NAME)
        except KeyError:
            said = done.stderr.strip() or said
    raise Trouble(
        f"PostgreSQL menolak berjalan sebagai root dan akun sistem '{NAME}' tidak dapat dibuat ({said}).",
        f"Buat akun itu (useradd --system {NAME}), jalankan sebagai pengguna biasa, "
        "atau tunjuk server lain dengan RANGKUL_DATABASE_URL.",
    )
