"""What a cell means: codes by their own name or by what pages call them; places; days. Kept for one file, because the
same words come again and again."""

from __future__ import annotations

import math
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import override

from rangkul.base import days, opening
from rangkul.base.actions import Refused
from rangkul.base.phones import parse_phone
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.base.wilayah import queries as wilayah
from rangkul.base.wilayah.models import Region
from rangkul.commons.directory import checking
from rangkul.commons.directory.drafts import ContactDraft, HoursDraft, RoomDraft
from rangkul.commons.directory.states import Channel, Unit

# How a paper is written that helps and is not needed.
WELCOME = " (bila ada)"


class Wrong(Exception):
    """Words for the row's fault."""


def several(text: str) -> list[str]:
    return [one for part in text.replace("|", ";").split(";") if (one := part.strip())]


def coded(words: Any, text: str) -> str:
    """A code or a label of one of the lists in `states`, whatever language whoever brings the file reads."""
    found = _meant(words).get(text.casefold().strip())
    if found is None:
        raise Wrong(
            _("“%(text)s” tidak dikenal. Tulis salah satu: %(known)s.") % {"text": text[:40], "known": known(words)}
        )
    return found


@lru_cache(maxsize=64)
def _meant(words: Any) -> dict[str, str]:
    """Code or label → code; where two say the same, the first of the list."""
    said: list[tuple[str, str]] = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            said += [(word.casefold(), code) for code, label in words.choices for word in (code, str(label))]
    return dict(reversed(said))


def known(words: Any) -> str:
    """The codes of one of the lists in `states`, each with what it means."""
    return ", ".join(f"{code} ({label})" for code, label in words.choices if code)


@lru_cache(maxsize=16)
def in_indonesian(words: Any) -> dict[str, str]:
    """Label → code of one of the lists in `states`, as another house of ours writes it, whatever language whoever
    brings the file reads."""
    with override("id"):
        return {str(label): code for code, label in words.choices if code}


def category(text: str) -> str:
    asked = text.strip()
    names = categories()
    found = names.get(asked.upper()) or names.get(asked.casefold())
    if not found:
        raise Wrong(
            _("Kelompok layanan “%(text)s” tidak dikenal. Tulis kodenya, misalnya PPKS-08.") % {"text": text[:40]}
        )
    return found


@lru_cache(maxsize=1)
def categories() -> dict[str, str]:
    terms = list(taxonomy.current(taxonomy.PPKS))
    return {t.code: t.code for t in terms} | {
        label.casefold(): t.code for t in terms for label in (t.label_id, t.legal_label_id) if label
    }


@lru_cache(maxsize=1)
def _known_regions() -> frozenset[str]:
    return frozenset(Region.objects.values_list("code", flat=True))


@lru_cache(maxsize=4096)
def region(text: str) -> str:
    """A code, or a name that the search of places takes for one; "Indonesia" is the whole country."""
    asked = text.strip()
    if asked.casefold() in ("indonesia", "nasional", "seluruh indonesia", "id"):
        return ""
    if asked[:2].isdigit():
        if asked not in _known_regions():
            raise Wrong(_("Kode wilayah %(code)s tidak dikenal.") % {"code": asked[:20]})
        return asked
    found = wilayah.named(asked)
    if found is None:
        raise Wrong(_("Wilayah “%(text)s” tidak ditemukan.") % {"text": asked[:40]})
    return found.code


def part(text: str) -> str:
    """A region of the country, never all of it."""
    found = region(text)
    if not found:
        raise Wrong(_("Untuk warga mana saja syarat ini tidak diperlukan. Tulis wilayahnya."))
    return found


@lru_cache(maxsize=4096)
def hours(text: str) -> str:
    found = opening.notation(text)
    try:
        opening.parse(found)
    except opening.HoursError as error:
        raise Wrong(error.message) from None
    return found


def number(text: str, most: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 11 and int(text) <= most):
        raise Wrong(_("“%(text)s” bukan bilangan dari 0 sampai %(most)d.") % {"text": text[:20], "most": most})
    return int(text)


def yes(text: str) -> bool:
    found = {"ya": True, "y": True, "yes": True, "1": True, "tidak": False, "t": False, "no": False, "0": False}
    if text.casefold() not in found:
        raise Wrong(_("Tulis ya atau tidak, atau kosongkan."))
    return found[text.casefold()]


def date_of(text: str) -> date:
    turned = re.sub(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})", _turned, text[:10])
    try:
        return date.fromisoformat(turned)
    except ValueError:
        raise Wrong(_("Tanggal ditulis seperti 2026-11-26.")) from None


_EXCEPTION = re.compile(r"(\S+?)(?:\s*(?:–|s/d|sampai)\s*(\S+?))?\s*:\s*([^()]+?)\s*(?:\(([^()]*)\))?")


def exception(text: str) -> HoursDraft:
    """ "2027-03-20 s/d 2027-03-25: tutup (Idulfitri)", one day or several."""
    if not (found := _EXCEPTION.fullmatch(text.strip())):
        raise Wrong(_("Jam khusus ditulis seperti 2027-03-20 s/d 2027-03-25: tutup (Idulfitri)."))
    first = date_of(found[1])
    last = date_of(found[2]) if found[2] else first
    told = bounded(hours("off" if found[3].casefold() in ("tutup", "closed") else found[3]), 200)
    return HoursDraft(told, valid_from=first, valid_to=last, notes=bounded(found[4] or "", 200))


def day(text: str) -> date:
    found = date_of(text)
    if found > days.today():
        raise Wrong(_("Tanggal ini belum tiba."))
    return found


def _turned(found: re.Match[str]) -> str:
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"


def point(latitude: float | None, longitude: float | None) -> tuple[Decimal, Decimal]:
    """Degrees, to a tenth of a metre."""
    if latitude is None or longitude is None or not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise Wrong(_("Titik peta memerlukan lintang dan bujur yang benar."))
    return Decimal(f"{latitude:.6f}"), Decimal(f"{longitude:.6f}")


def degrees(text: str) -> float:
    """A comma is a point there too."""
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise Wrong(_("“%(text)s” bukan derajat. Tulis seperti -6,914744.") % {"text": text[:20]})
    return found


_ROOM = re.compile(r"(\d{1,6})(?:\s*(?:dari|/)\s*(\d{1,6}))?\s+(.+?)\s*[,:]\s*(\S+)")
_MOST_ROOM = 100_000


def rooms(text: str) -> RoomDraft:
    """ "3 dari 12 tempat tidur, 2026-11-26"."""
    if not (found := _ROOM.fullmatch(text.strip())):
        raise Wrong(_("Tempat ditulis seperti 3 dari 12 tempat tidur, 2026-11-26."))
    whole = int(found[2]) if found[2] else None
    return room(RoomDraft(coded(Unit, found[3]), int(found[1]), day(found[4]), whole))


def room(given: RoomDraft) -> RoomDraft:
    for count in (given.available, given.maximum):
        if count is not None and not 0 <= count <= _MOST_ROOM:
            raise Wrong(_("“%(text)s” bukan bilangan dari 0 sampai %(most)d.") % {"text": count, "most": _MOST_ROOM})
    if given.maximum is not None and given.maximum < given.available:
        raise Wrong(_("Tempat yang kosong lebih banyak daripada seluruh tempat."))
    return given


_ADDRESS = URLValidator(schemes=["http", "https"])


def address(text: str) -> str:
    """Of a site."""
    try:
        _ADDRESS(text)
    except ValidationError:
        raise Wrong(_("Alamat situs diawali https://.")) from None
    return bounded(text, 200)


@lru_cache(maxsize=1)
def psks() -> frozenset[str]:
    return frozenset(term.code for term in taxonomy.current(taxonomy.PSKS))


def potential(text: str) -> str:
    if text.upper() not in psks():
        raise Wrong(_("Kode PSKS “%(text)s” tidak dikenal.") % {"text": text[:20]})
    return text.upper()


def contact(channel: str, value: str) -> ContactDraft:
    draft = ContactDraft(channel, value)
    try:
        checking.reachable(draft)
    except Refused as error:
        raise Wrong(error.message) from None
    if channel != Channel.EMAIL:
        draft.value = parse_phone(value).number
    return draft


def bounded(text: str, most: int) -> str:
    if len(text) > most:
        raise Wrong(_("Terlalu panjang: paling banyak %(most)d huruf.") % {"most": most})
    return text
