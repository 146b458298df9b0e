"""The one folder that holds everything Rangkul keeps: keys, attachments, logs and the embedded database."""

import base64
import binascii
import contextlib
import hmac
import os
import secrets
import tempfile
from pathlib import Path

from rangkul.base.trouble import Trouble


def home() -> Path:
    """RANGKUL_HOME, or the user's data folder. Nothing is created here."""
    chosen = os.environ.get("RANGKUL_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    data = os.environ.get("XDG_DATA_HOME")
    base = Path(data) if data else Path.home() / ".local" / "share"
    return base.absolute() / "rangkul"


def make_home() -> Path:
    """Create the folder. Root's is passable, because its database runs under another account."""
    folder = home()
    if folder.is_dir():
        if os.access(folder, os.W_OK | os.X_OK):
            return folder
        raise Trouble(
            f"Folder data {folder} milik akun lain: Anda tidak boleh menulis di sana.",
            "Jalankan dengan akun pemiliknya, atau pilih folder lain dengan RANGKUL_HOME.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711 if os.geteuid() == 0 else 0o700)
    except OSError as error:
        raise Trouble(
            f"Folder data {folder} tidak dapat dibuat ({error.strerror}).",
            "Pilih folder lain dengan RANGKUL_HOME, atau perbaiki izin folder induknya.",
        ) from error
    return folder


def keys_dir() -> Path:
    """Where the keys lie: readable by the owner alone, never part of an ordinary backup."""
    return private_folder("keys")


def logs_dir() -> Path:
    return private_folder("logs")


def attachments_dir() -> Path:
    """Files of clients, each sealed under the key of its case; a file never changes once written."""
    return private_folder("attachments")


def private_folder(name: str) -> Path:
    folder = make_home() / name
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def secret(name: str, nbytes: int = 32) -> bytes:
    """The secret of that name, made on first use.

    `RANGKUL_<NAME>_KEY` (hexadecimal or base64) overrides the file, so that a province can keep
    the master key in its own vault: `secret("master")` reads RANGKUL_MASTER_KEY.
    """
    variable = f"RANGKUL_{name.upper()}_KEY"
    given = os.environ.get(variable)
    if given:
        return _decoded(given, nbytes, variable)
    path = keys_dir() / name
    with contextlib.suppress(FileExistsError):
        if not path.exists():
            _write_once(path, secrets.token_hex(nbytes))
    return _decoded(path.read_text().strip(), nbytes, str(path))


def _decoded(text: str, nbytes: int, origin: str) -> bytes:
    for decode in (bytes.fromhex, lambda t: base64.b64decode(t, validate=True)):
        with contextlib.suppress(ValueError, binascii.Error):
            if len(found := decode(text.strip())) == nbytes:
                return found
    raise Trouble(
        f"Kunci {origin} tidak berisi {nbytes} byte.",
        "Isi dengan heksadesimal atau base64, atau pulihkan berkas kunci dari cadangan.",
    )


def _write_once(path: Path, text: str) -> None:
    """Appear whole or not at all, also when two processes start at once: the first link wins."""
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    finally:
        os.unlink(draft)


def fingerprint() -> str:
    """Tells two master keys apart without telling anything about them; kept in backups."""
    return hmac.digest(secret("master"), b"rangkul fingerprint", "sha256").hex()[:16]
