"""Which help lines to offer now, in which order, and with what warning (reference B.9).

Pure: it takes lines, a moment and topics. What always holds: at least one offered line is open now as far as
anyone knows; a closed line is never first, nor one that may be closed; an unconfirmed one is never first and carries
its warning; 119 ext 8 is never the only one; a dead number is never there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import get_language

from rangkul.base import opening
from rangkul.base.clock import ABBREVIATION, WIB
from rangkul.entry.crisis.hotlines import words
from rangkul.entry.crisis.hotlines.blocklist import is_dead

ACTIVE = "active"
UNCONFIRMED = "unconfirmed"
CLOSED = "closed"
SHOWN = (ACTIVE, UNCONFIRMED)

STALE_AFTER = timedelta(days=90)
# Open at every hour and for every trouble: offered where nothing better is.
FALLBACK_TOPICS = frozenset({"emergency", "medical"})
# Known by everybody and open at every hour: first where nobody has said what happens.
FOR_EVERYBODY = ("polri110", "medis119", "sapa129", "dpatens24", "kemensos171")
# Long waits and unanswered calls were reported: there must always be another line beside it.
NEVER_ALONE = frozenset({"sejiwa119x8"})


@dataclass(frozen=True)
class Line:
    """A help line as the ranking needs it. `area_codes`: region prefixes, empty for everywhere."""

    key: str
    name: str
    number: str
    hours: str
    topics: frozenset[str]
    name_en: str = ""
    status: str = ACTIVE
    verified_on: date | None = None
    area_codes: tuple[str, ...] = ()
    own: bool = False
    dial: str = ""
    whatsapp: str = ""
    website: str = ""
    regional: bool = False
    cost: str = ""

    @property
    def label(self) -> str:
        """The name in the reader's language."""
        english = (get_language() or "id").startswith("en")
        return self.name_en if english and self.name_en else self.name

    @property
    def short_label(self) -> str:
        """The name where the number stands beside it."""
        return self.label.removesuffix(f" {self.number}")

    @property
    def website_words(self) -> str:
        """The address as people say it: `kpai.go.id`."""
        return self.website.removeprefix("https://").removeprefix("www.").rstrip("/")

    @property
    def whatsapp_path(self) -> str:
        return self.whatsapp.removeprefix("+")


@dataclass(frozen=True)
class Offer:
    """`open`: True, False, or None where the hours are not known or say nothing of today, a holiday; `stale`: not
    checked for 90 days or ever.

    `opens_at`: the next opening, None where it is open or the hours are not known. `reader`: the clock of who reads.
    """

    line: Line
    open: bool | None
    opens_at: datetime | None
    stale: bool
    unconfirmed: bool
    zone: ZoneInfo = WIB
    reader: ZoneInfo = WIB

    @property
    def opens_words(self) -> str:
        """ "Senin 08.00 WIB", by the clock of the reader; empty where there is no next opening."""
        if self.opens_at is None:
            return ""
        return f"{date_format(self.opens_at.astimezone(self.reader), 'l H.i')} {ABBREVIATION[self.reader.key]}"

    @property
    def holiday(self) -> bool:
        """Its hours are known, but say nothing of today, a holiday."""
        return self.open is None and opening.known(self.line.hours) is not None

    @property
    def hours_words(self) -> str:
        """The usual week by the clock of the reader."""
        return words.hours_in_words(opening.known(self.line.hours), self.zone, self.reader)

    @property
    def for_what(self) -> str:
        return words.topics_in_words(self.line.topics)

    @property
    def checked_words(self) -> str:
        """ "Maret 2024", the year alone where no more is known; empty where nobody made sure."""
        day = self.line.verified_on
        if day is None or self.unconfirmed:
            return ""
        return date_format(day, "Y" if (day.month, day.day) == (1, 1) else "F Y")

    @property
    def sure(self) -> bool:
        """Open now as far as anyone knows, and confirmed."""
        return self.open is True and not self.unconfirmed

    @property
    def warn(self) -> bool:
        return self.stale or self.unconfirmed


def offers(
    lines: Iterable[Line],
    *,
    at: datetime,
    zone: ZoneInfo,
    topics: Iterable[str] = (),
    area: str = "",
    at_most: int = 6,
    reader: ZoneInfo = WIB,
) -> list[Offer]:
    """The lines to show, best first. `zone`: of the lines, `reader`: of who reads; `area`: region code or ""."""
    wanted = frozenset(topics)
    known = [_offer(line, at, zone, reader) for line in lines if _may_be_shown(line, area)]
    fitting = [offer for offer in known if wanted & offer.line.topics] if wanted else known
    chosen = sorted(fitting, key=lambda offer: _rank(offer, wanted))[:at_most]
    if not any(offer.sure and offer.line.key not in NEVER_ALONE for offer in chosen):
        chosen += [offer for offer in known if offer.sure and offer.line.topics & FALLBACK_TOPICS]
    return sorted(dict.fromkeys(chosen), key=lambda offer: _rank(offer, wanted))


def _may_be_shown(line: Line, area: str) -> bool:
    if line.status not in SHOWN or is_dead(line.number) or is_dead(line.dial):
        return False
    return not line.area_codes or any(area == prefix or area.startswith(f"{prefix}.") for prefix in line.area_codes)


def _offer(line: Line, at: datetime, zone: ZoneInfo, reader: ZoneInfo) -> Offer:
    times = opening.known(line.hours)
    open_now = times.is_open(at, zone) if times else None
    stale = line.verified_on is None or at.astimezone(zone).date() - line.verified_on > STALE_AFTER
    opens_at = times.opens_next(at, zone) if times and not open_now else None
    return Offer(line, open_now, opens_at, stale, line.status != ACTIVE, zone, reader)


def _place(key: str) -> int:
    return FOR_EVERYBODY.index(key) if key in FOR_EVERYBODY else len(FOR_EVERYBODY)


def _rank(offer: Offer, wanted: frozenset[str]) -> Sequence[object]:
    checked = offer.line.verified_on or date.min
    return (
        not offer.sure,
        offer.open is False,
        not offer.line.own,
        offer.unconfirmed,
        # The line made for this trouble comes before the one that answers everything.
        -len(wanted & offer.line.topics),
        offer.line.regional,
        _place(offer.line.key),
        -checked.toordinal(),
        offer.line.key,
    )
