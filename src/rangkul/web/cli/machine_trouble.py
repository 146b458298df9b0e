"""What the machine refuses in the middle of the work, told plainly: a full disk, a closed folder, a dead database."""

import errno

from rangkul.base import home
from rangkul.base.trouble import Trouble

_FULL = "53100"


def of_the_machine(error: BaseException) -> Trouble | None:
    """Looks through the causes; None where the fault is ours."""
    seen: BaseException | None = error
    while seen is not None:
        told = _told(seen)
        if told is not None:
            return told
        seen = seen.__cause__ or seen.__context__
    return None


def _told(error: BaseException) -> Trouble | None:
    if getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or getattr(error, "sqlstate", None) == _FULL:
        return Trouble(
            f"Disk penuh: {home.home()} tidak dapat ditulisi lagi.",
            "Kosongkan ruang, lalu ulangi. Yang sudah dinyatakan tersimpan tetap tersimpan.",
        )
    if isinstance(error, PermissionError):
        return Trouble(
            f"Anda tidak boleh membuka {error.filename or 'berkas itu'}.",
            "Jalankan dengan akun pemiliknya, atau pilih folder lain dengan RANGKUL_HOME.",
        )
    # Known by name, so that help and the other commands need not load the driver.
    if type(error).__module__.startswith("psycopg") and _is_lost(error):
        return Trouble(
            "PostgreSQL berhenti di tengah pekerjaan.",
            "Jalankan `rangkul doctor`, lalu ulangi perintah ini. Yang belum selesai tidak tersimpan sebagian.",
        )
    return None


def _is_lost(error: BaseException) -> bool:
    return any(kind.__name__ == "OperationalError" for kind in type(error).__mro__)
