"""NIK and KK numbers: what can be read from sixteen digits, and what must be asked.

Nothing here proves that a number is registered: only the civil registry knows. Source: reference B.10.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.findings import Checked, Finding

FEMALE = "female"
MALE = "male"

# Answers whether `PP.KK.CC` is an area of today.
AreaCheck = Callable[[str], bool]

# A woman's day of birth is written with forty added.
_WOMANS_DAY = 40
_SEPARATORS = re.compile(r"[\s.\-/]+")
# Longer input is not a number with separators; it is refused before it is looked at.
_LONGEST_INPUT = 64
# Two digits of the year leave a century open. Below and above these ages people really get it wrong.
_YOUNG, _OLD = 5, 95

_NOT_DIGITS = Finding("not_digits", _("Nomor ini hanya boleh berisi angka."))
_LENGTH = Finding("length", _("Nomor ini harus 16 angka."))
_SERIAL = Finding("serial_zero", _("Empat angka terakhir tidak boleh 0000."))
_BIRTH_DATE = Finding("date", _("Tanggal lahir di dalam NIK tidak ada di kalender. Periksa angka ke-7 sampai 12."))
_ISSUE_DATE = Finding("date", _("Tanggal di dalam nomor KK tidak ada di kalender. Periksa angka ke-7 sampai 12."))
_LOOKS_LIKE_NIK = Finding("looks_like_nik", _("Nomor ini tampak seperti NIK perempuan, bukan nomor KK."))
_AREA = Finding(
    "area_unknown",
    _("Kode wilayah nomor ini tidak ada di daftar sekarang. Ini bisa benar bila wilayahnya dimekarkan."),
)
_CENTURY = Finding("century", _("Nomor ini hanya memuat dua angka tahun. Tanyakan tahun lahir lengkapnya."))


@dataclass(frozen=True, slots=True)
class Nik(Checked):
    """`area` is where the number was first issued (`PP.KK.CC`), not where the person lives now.

    `birth_dates` holds every reading up to today, newest first; `sex` is FEMALE, MALE or "".
    """

    digits: str = field(repr=False)
    area: str = ""
    birth_dates: tuple[date, ...] = field(default=(), repr=False)
    sex: str = ""
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def birth_date(self) -> date | None:
        return self.birth_dates[0] if self.birth_dates else None

    @property
    def masked(self) -> str:
        return mask(self.digits)


@dataclass(frozen=True, slots=True)
class FamilyCard(Checked):
    """A KK number: the area and the day of issue, with no forty added."""

    digits: str = field(repr=False)
    area: str = ""
    issued: date | None = None
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def masked(self) -> str:
        return mask(self.digits)


def parse_nik(text: str, *, known_area: AreaCheck | None = None, today: date | None = None) -> Nik:
    """An area unknown to `known_area` only warns: a number outlives the division of its area."""
    digits, errors = _sixteen(text)
    if errors:
        return Nik(digits, errors=errors)
    today = today or clock.local(clock.now()).date()
    day = int(digits[6:8])
    woman = day > _WOMANS_DAY
    dates = _readings(day - _WOMANS_DAY if woman else day, digits, today)
    return Nik(
        digits,
        area=_area(digits),
        birth_dates=dates,
        sex=FEMALE if woman else MALE,
        errors=_problems(digits, dates, _BIRTH_DATE),
        warnings=_area_warning(digits, known_area) + _century_warning(dates, today),
    )


def parse_kk(text: str, *, known_area: AreaCheck | None = None, today: date | None = None) -> FamilyCard:
    digits, errors = _sixteen(text)
    if errors:
        return FamilyCard(digits, errors=errors)
    today = today or clock.local(clock.now()).date()
    dates = _readings(int(digits[6:8]), digits, today)
    as_nik = not dates and _readings(int(digits[6:8]) - _WOMANS_DAY, digits, today)
    return FamilyCard(
        digits,
        area=_area(digits),
        issued=dates[0] if dates else None,
        errors=_problems(digits, dates, _LOOKS_LIKE_NIK if as_nik else _ISSUE_DATE),
        warnings=_area_warning(digits, known_area),
    )


def mask(digits: str) -> str:
    """`3273015708900001` becomes `327301******0001`; anything shorter is hidden completely."""
    if len(digits) != 16:
        return "*" * len(digits)
    return f"{digits[:6]}******{digits[-4:]}"


def _sixteen(text: str) -> tuple[str, tuple[Finding, ...]]:
    if len(text) > _LONGEST_INPUT:
        return "", (_LENGTH,)
    digits = _SEPARATORS.sub("", unicodedata.normalize("NFKC", text))
    if not (digits.isascii() and digits.isdigit()):
        return digits, (_NOT_DIGITS,)
    return digits, () if len(digits) == 16 else (_LENGTH,)


def _area(digits: str) -> str:
    return f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}"


def _readings(day: int, digits: str, today: date) -> tuple[date, ...]:
    month, year = int(digits[8:10]), int(digits[10:12])
    readings = []
    for century in (2000, 1900):
        try:
            reading = date(century + year, month, day)
        except ValueError:
            continue
        if reading <= today:
            readings.append(reading)
    return tuple(readings)


def _problems(digits: str, dates: tuple[date, ...], without_date: Finding) -> tuple[Finding, ...]:
    problems = () if dates else (without_date,)
    return (*problems, _SERIAL) if digits.endswith("0000") else problems


def _area_warning(digits: str, known_area: AreaCheck | None) -> tuple[Finding, ...]:
    return () if known_area is None or known_area(_area(digits)) else (_AREA,)


def _century_warning(dates: tuple[date, ...], today: date) -> tuple[Finding, ...]:
    if not dates:
        return ()
    newest = dates[0]
    age = today.year - newest.year - ((today.month, today.day) < (newest.month, newest.day))
    return (_CENTURY,) if age <= _YOUNG or age >= _OLD else ()
