"""Telephone numbers to E.164, with short service numbers as a kind of their own.

Source: reference B.12 for the Indonesian shapes, B.9 for the short numbers; the tables of the world's numbers
come from phonenumberslite.
"""

import re
import unicodedata
from dataclasses import dataclass, field

import phonenumbers
from django.utils.translation import gettext_lazy as _

from rangkul.base.findings import Checked, Finding

MOBILE = "mobile"
FIXED = "fixed"
SHORT = "short"
ABROAD = "abroad"
UNKNOWN = ""

# Emergency and service numbers: 110, 112, 119, 129 …, the 1500 xxx lines, and short ones behind 021.
_SERVICE = re.compile(r"1\d\d|1500\d{3}|0211\d\d")
_LONGEST_INPUT = 40
_NOISE = re.compile(r"[\s.\-()/]+")
_EXTENSION = re.compile(r"(?:ext|pes|x)\.?:?(\d{1,4})$")

_EMPTY = Finding("not_a_number", _("Ini belum berupa nomor telepon."))
_LENGTH = Finding("length", _("Panjang nomor ini tidak pas. Nomor HP berisi 10 sampai 13 angka, diawali 08."))
_INVALID = Finding("invalid", _("Nomor ini tidak dikenal. Periksa lagi angkanya."))
_NOT_PERSONAL = Finding("short", _("Ini nomor layanan, bukan nomor seseorang."))
_ABROAD = Finding("abroad", _("Nomor ini dari luar Indonesia."))


@dataclass(frozen=True, slots=True)
class Phone(Checked):
    """`e164` is empty for a short number, which has no meaning outside the country; `number` always dials."""

    kind: str
    e164: str = field(default="", repr=False)
    short: str = ""
    extension: str = ""
    errors: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()

    @property
    def number(self) -> str:
        return self.e164 or self.short

    @property
    def national(self) -> str:
        """As people write it: `0812-3456-7890`."""
        if not self.e164:
            return self.short
        shapes = phonenumbers.PhoneNumberFormat
        shape = shapes.INTERNATIONAL if self.kind == ABROAD else shapes.NATIONAL
        return phonenumbers.format_number(phonenumbers.parse(self.e164), shape)

    @property
    def whatsapp(self) -> str:
        """The number for a wa.me address, without the plus; empty where WhatsApp cannot be."""
        return self.e164.removeprefix("+") if self.kind in (MOBILE, ABROAD) else ""

    @property
    def masked(self) -> str:
        number = self.number
        return number if self.kind == SHORT else f"{number[:6]}{'*' * max(0, len(number) - 9)}{number[-3:]}"


def parse_phone(text: str, *, personal: bool = True) -> Phone:
    """`personal` is False where a service's number is expected: a short one is then in order."""
    if len(text) > _LONGEST_INPUT:
        return Phone(UNKNOWN, errors=(_LENGTH,))
    plain = _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower()
    plain, extension = _without_extension(plain)
    if _SERVICE.fullmatch(plain):
        return Phone(SHORT, short=plain, extension=extension, errors=(_NOT_PERSONAL,) if personal else ())
    if not re.fullmatch(r"\+?[0-9]{4,20}", plain):
        return Phone(UNKNOWN, errors=(_EMPTY,))
    return _in_the_world(_with_country(plain), extension)


def _without_extension(plain: str) -> tuple[str, str]:
    match = _EXTENSION.search(plain)
    return (plain[: match.start()], match[1]) if match else (plain, "")


def _with_country(plain: str) -> str:
    # People write 62812…, 812… and 0062812… for the same telephone.
    if plain.startswith("00"):
        return f"+{plain[2:]}"
    if plain.startswith("62"):
        # +62 0812… keeps a trunk zero that does not belong there.
        return f"+62{plain[2:].removeprefix('0')}"
    return f"+62{plain[3:].removeprefix('0')}" if plain.startswith("+62") else plain


def _in_the_world(plain: str, extension: str) -> Phone:
    try:
        parsed = phonenumbers.parse(plain, "ID")
    except phonenumbers.NumberParseException:
        return Phone(UNKNOWN, errors=(_EMPTY,))
    if not phonenumbers.is_possible_number(parsed):
        return Phone(UNKNOWN, errors=(_LENGTH,))
    kind = _kind(parsed)
    if kind == UNKNOWN:
        return Phone(UNKNOWN, errors=(_LENGTH if _looks_mobile(parsed) else _INVALID,))
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return Phone(kind, e164=e164, extension=extension, warnings=(_ABROAD,) if kind == ABROAD else ())


def _kind(parsed: phonenumbers.PhoneNumber) -> str:
    if _looks_mobile(parsed):
        # New mobile prefixes are sold before the tables know them, so shape decides (reference B.12).
        return MOBILE if 9 <= len(str(parsed.national_number)) <= 12 else UNKNOWN
    if not phonenumbers.is_valid_number(parsed):
        return UNKNOWN
    return FIXED if parsed.country_code == 62 else ABROAD


def _looks_mobile(parsed: phonenumbers.PhoneNumber) -> bool:
    return parsed.country_code == 62 and str(parsed.national_number).startswith("8")
