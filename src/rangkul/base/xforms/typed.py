"""Between the text of a node and the value it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

TEXT = 20_000
CHOICES = 500
POINTS = 2_000

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?(?:[0-9]{1,18}(?:\.[0-9]{0,18})?|\.[0-9]{1,18})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?")
_FILE = re.compile(r"[^/\\\x00-\x1f]{1,255}")


class Unfit(ValueError):
    """The text is not of the type; the sentence goes to whoever answered."""


def value(text: str, kind: str, bound: str) -> Any:
    """The typed value, `bound` being the type of the bind; None when nothing was answered."""
    if kind in {"select_multiple", "rank"}:
        return _names(text)
    if not text:
        return None
    if len(text) > TEXT:
        raise Unfit(_("Jawaban terlalu panjang: paling banyak %s huruf.") % TEXT)
    reader = _READERS.get(bound) or _READERS.get(kind)
    return reader(text.strip()) if reader else text


def text(value: Any) -> str:
    """How a value is written into an answer."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}" if value != int(value) else str(int(value))
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(timespec="milliseconds")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return _listed(value)
    return str(value)


def _listed(several: list[Any] | tuple[Any, ...]) -> str:
    if several and isinstance(several[0], list | tuple):
        return ";".join(_listed(point) for point in several)
    return " ".join(text(one) for one in several)


def _names(written: str) -> tuple[str, ...]:
    names = tuple(written.split())
    if len(names) > CHOICES:
        raise Unfit(_("Terlalu banyak pilihan."))
    if len(set(names)) < len(names):
        raise Unfit(_("Satu pilihan terhitung dua kali."))
    return names


def _integer(written: str) -> int:
    if not _INTEGER.fullmatch(written):
        raise Unfit(_("Isi dengan bilangan bulat, tanpa titik atau koma."))
    return int(written)


def _decimal(written: str) -> Decimal:
    if not _DECIMAL.fullmatch(written):
        raise Unfit(_("Isi dengan angka."))
    return Decimal(written)


def _date(written: str) -> date:
    try:
        if not _DATE.fullmatch(written):
            raise ValueError
        return date.fromisoformat(written)
    except ValueError:
        raise Unfit(_("Tanggal ini tidak ada. Tulis seperti 2026-08-17.")) from None


def _time(written: str) -> time:
    try:
        if not _TIME.fullmatch(written):
            raise ValueError
        return time.fromisoformat(written)
    except ValueError:
        raise Unfit(_("Waktu ini tidak ada. Tulis seperti 13:30.")) from None


def _moment(written: str) -> datetime:
    day, _t, hour = written.partition("T")
    try:
        if not _DATE.fullmatch(day) or (hour and not _TIME.fullmatch(hour)):
            raise ValueError
        return datetime.fromisoformat(written)
    except ValueError:
        raise Unfit(_("Tanggal dan waktu ini tidak ada.")) from None


def _truth(written: str) -> bool:
    if written not in {"true", "false", "1", "0"}:
        raise Unfit(_("Jawaban ini hanya boleh ya atau tidak."))
    return written in {"true", "1"}


def _point(written: str) -> tuple[Decimal, ...]:
    parts = written.split()
    if not 2 <= len(parts) <= 4 or not all(_DECIMAL.fullmatch(part) for part in parts):
        raise Unfit(_("Titik lokasi tidak lengkap."))
    point = tuple(Decimal(part) for part in parts)
    if abs(point[0]) > 90 or abs(point[1]) > 180:
        raise Unfit(_("Titik lokasi berada di luar bumi."))
    return point


def _points(written: str) -> tuple[tuple[Decimal, ...], ...]:
    parts = [part for part in written.split(";") if part.strip()]
    if len(parts) > POINTS:
        raise Unfit(_("Garis lokasi terlalu panjang."))
    return tuple(_point(part) for part in parts)


def _acknowledged(written: str) -> str:
    if written != "OK":
        raise Unfit(_("Tandai bahwa Anda sudah membacanya."))
    return written


def _file(written: str) -> str:
    if not _FILE.fullmatch(written) or written in {".", ".."}:
        raise Unfit(_("Nama berkas ini tidak diterima."))
    return written


_READERS: Mapping[str, Callable[[str], Any]] = {
    "int": _integer,
    "decimal": _decimal,
    "date": _date,
    "time": _time,
    "dateTime": _moment,
    "boolean": _truth,
    "geopoint": _point,
    "geotrace": _points,
    "geoshape": _points,
    "binary": _file,
    "acknowledge": _acknowledged,
}
