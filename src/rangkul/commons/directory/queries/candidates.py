"""Which services may help: need, place and a few facts in, entries with their reasons out. Nobody is turned away by
what is not known: an unknown fact makes a line "belum pasti"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from rangkul.base import clock
from rangkul.base.ready import ready
from rangkul.base.wilayah import queries as wilayah
from rangkul.base.wilayah.distance import km
from rangkul.base.wilayah.queries import Point, contains
from rangkul.commons.directory import fitting, seeking
from rangkul.commons.directory.models import Location, Service, ServiceAtLocation
from rangkul.commons.directory.queries.entry import Entry, entries
from rangkul.commons.directory.states import Help, Status
from rangkul.commons.people.states import Sex

# What is looked at in Python for each row that is wanted.
_SPARE = 2
# What is asked for may stand behind many that do not fit: so many rows are weighed before a search gives up, in steps
# that grow.
_MOST_WEIGHED = 400
_GROWS = 4
_FAR = 99
# Kilometres: farther than anything on Earth.
_FARTHER = 1e6
_FIND = (
    "SELECT service_id, step FROM directory_find(%s::text[], %s::text[], %s::text[], %s::text[], %s::int, %s, %s::int)"
)
# Within the same kabupaten or kota; nearer than this a place in the next province is as near as one in this.
_SAME_REGENCY, _AROUND_KM = 2, 100


@dataclass(frozen=True)
class Candidate:
    """`because` and `unsure` hold phrases that go on from "Cocok karena" and "Belum pasti karena".

    `step`: how far the place is by regions, 0 same village, 1 same kecamatan, 2 same regency, 3 same province, 99 not
    known or farther; `near` says it in words. `km`: in a straight line from the centre of the region that was asked
    for to the place, or to the centre of its region (`between_centres`); None where either is not known, or both are
    one centre.
    `open_now` is None where the hours are not known, or say nothing of today, a holiday; `fresh` false means: never
    show it as certain.
    """

    entry: Entry
    at: ServiceAtLocation | None
    because: tuple[str, ...]
    unsure: tuple[str, ...]
    step: int
    open_now: bool | None
    fresh: bool
    moment: datetime | None = None
    km: float | None = None
    between_centres: bool = True
    # Why a search would leave it out; only of one that somebody chose by themself.
    against: tuple[str, ...] = ()

    @cached_property
    def opens_next(self) -> datetime | None:
        """Looked for only where it is shown: of what is weighed half is left out."""
        return self.entry.opens_next(self.moment, self.at) if self.moment else None

    @property
    def zone(self) -> str:
        """Of the hours, as people write it: WIB, WITA, WIT."""
        return clock.ABBREVIATION[self.entry.zone(self.at).key]

    @property
    def holiday(self) -> bool:
        return self.moment is not None and self.entry.holiday(self.moment, self.at)

    @property
    def service(self) -> Service:
        return self.entry.service

    @property
    def location(self) -> Location | None:
        return self.at.location if self.at else None

    @property
    def place(self) -> str:
        """Where it is, as it is written."""
        return self.entry.regions.get(self.location.region_code, "") if self.location else ""

    @property
    def near(self) -> str:
        return fitting.near_words(self.step)

    @property
    def far(self) -> str:
        """The distance in words; "" where it is not known."""
        return fitting.far_words(self.km, between_centres=self.between_centres)


def candidates(
    *,
    need: str | Collection[str] = (),
    area: str = "",
    facts: Mapping[str, Any] | None = None,
    moment: datetime | None = None,
    text: str = "",
    help_too: str = "",
    open_only: bool = False,
    limit: int = 20,
) -> list[Candidate]:
    """The best first.

    `need`: a PPKS code or one of `states.Help`, or several of which one is enough; `area`: a region code of any level;
    `facts`: what is known of `age` (full years), `sex`, `categories` (PPKS codes), `documents` (codes of
    `states.Paper`, or for each whether they have it, the day of that and whether it was attached),
    `dtsen` (`states.Dtsen`) and `dtsen_on`, the day of that answer, each may be absent; `text`: typed words;
    `help_too`: one of `states.Help` that it must give besides fitting the need. At most nine statements where enough
    fit among the first rows, eight more for each further step.
    """
    asked = _asked(need, area, facts, moment, text)
    kept: list[Candidate] = []
    for steps in _in_steps(asked, limit * _SPARE):
        kept += [
            row
            for row in _weighed(asked, steps)
            if (not open_only or row.open_now is True) and (not help_too or help_too in row.service.helps)
        ]
        if len(kept) >= limit:
            break
    return sorted(kept, key=_rank)[:limit]


def candidate(
    service: Service,
    *,
    need: str | Collection[str] = (),
    area: str = "",
    facts: Mapping[str, Any] | None = None,
    moment: datetime | None = None,
) -> Candidate:
    """This one as `candidates` would weigh it, also where it would leave it out: `against` then says why."""
    asked = _asked(need, area, facts, moment)
    (entry,) = entries([service], whole=False)
    labels, far = _labels([entry], asked), _distances(area, entry.locations)
    at = _nearest(entry, area, far)
    shared = _shared(area, at) if at else 0
    fit = fitting.weigh(
        entry, wanted=asked.wanted, area=area, facts=asked.facts, labels=labels, today=_today(asked.moment)
    )
    return _candidate(entry, at, 4 - shared if shared else _FAR, asked, fit, far)


def _asked(
    need: str | Collection[str], area: str, facts: Mapping[str, Any] | None, moment: datetime | None, text: str = ""
) -> _Asked:
    return _Asked(
        wanted=[need] if isinstance(need, str) and need else list(need),
        area=area,
        facts=fitting.Facts.of(facts),
        words=seeking.readings(text),
        moment=moment or clock.now(),
    )


@dataclass(frozen=True)
class _Asked:
    wanted: list[str]
    area: str
    facts: fitting.Facts
    words: list[str]
    moment: datetime


def _in_steps(asked: _Asked, most: int) -> Iterator[dict[UUID, int]]:
    """The nearest first, then those behind them. A longer answer begins with the shorter one, so that what was
    weighed is left out."""
    seen: set[UUID] = set()
    while True:
        found = _found(asked, most)
        yield {pk: step for pk, step in found.items() if pk not in seen}
        if len(found) < most or most >= _MOST_WEIGHED:
            return
        seen |= set(found)
        most = min(most * _GROWS, _MOST_WEIGHED)


def _weighed(asked: _Asked, steps: dict[UUID, int]) -> Iterator[Candidate]:
    services = {one.pk: one for one in _services(list(steps))}
    shown = entries([services[pk] for pk in steps if pk in services], whole=False)
    labels = _labels(shown, asked)
    far = _distances(asked.area, [location for entry in shown for location in entry.locations])
    rows = (_row(entry, steps[entry.service.pk], asked, labels, far) for entry in shown)
    return (row for row in rows if row is not None)


@ready
def _services(ids: list[UUID]) -> QuerySet[Service]:
    return Service.objects.filter(pk__among=ids).select_related("organization")


def _labels(shown: Sequence[Entry], asked: _Asked) -> dict[str, str]:
    return fitting.labels({code for entry in shown for code in _codes(entry)} | set(asked.wanted))


def _codes(entry: Entry) -> Iterable[str]:
    return (code for rule in entry.rules if rule.rule == "category" for code in rule.codes)


def _found(asked: _Asked, most: int) -> dict[UUID, int]:
    facts, area = asked.facts, asked.area
    # Who is neither, or not known to be either, is turned away by no line for one of them.
    sex = facts.sex if facts.sex in (Sex.FEMALE, Sex.MALE) else ""
    around = _around(area)
    reach = [f"={code}" for code in ["", *around]] + [f"<{area}"] if area else []
    with connection.cursor() as cursor:
        cursor.execute(_FIND, [asked.wanted, reach, around[::-1], asked.words, facts.age, sex, most])
        size = len(around)
        return {pk: _step(found, size) for pk, found in cursor.fetchall()}


def _around(area: str) -> list[str]:
    parts = area.split(".") if area else []
    return [".".join(parts[: n + 1]) for n in range(len(parts))]


def _step(found: int, size: int) -> int:
    """From the place in the list of regions, the smallest first, to how far that is: a regency is two steps away
    whether or not the village of whoever asks is known."""
    return _FAR if found == _FAR else (found - 1) + (4 - size)


def _row(
    entry: Entry, step: int, asked: _Asked, labels: Mapping[str, str], far: Mapping[UUID, float]
) -> Candidate | None:
    area, moment = asked.area, asked.moment
    fit = fitting.fit(entry, wanted=asked.wanted, area=area, facts=asked.facts, labels=labels, today=_today(moment))
    if fit is None:
        return None
    return _candidate(entry, _nearest(entry, area, far), step, asked, fit, far)


def _candidate(
    entry: Entry,
    at: ServiceAtLocation | None,
    step: int,
    asked: _Asked,
    fit: fitting.Fit,
    far: Mapping[UUID, float],
) -> Candidate:
    moment = asked.moment
    return Candidate(
        entry=entry,
        at=at,
        because=fit.because,
        unsure=fit.unsure,
        against=fit.against,
        step=step,
        open_now=entry.open_now(moment, at),
        fresh=entry.fresh(_today(moment)),
        moment=moment,
        km=far.get(at.location_id) if at else None,
        between_centres=at is None or at.location.latitude is None,
    )


def _distances(area: str, places: Sequence[Location]) -> dict[UUID, float]:
    """Kilometres to each place whose point, or whose region's centre, is known. Two places of one centre are not said
    to be nothing apart."""
    without = {place.region_code for place in places if place.latitude is None and place.region_code}
    centres = wilayah.centres({area} | without) if area else {}
    here = centres.get(area)
    if here is None:
        return {}
    points = {place.pk: _point(place, centres) for place in places}
    return {
        pk: km(here.latitude, here.longitude, there.latitude, there.longitude)
        for pk, there in points.items()
        if there and there != here
    }


def _point(place: Location, centres: Mapping[str, Point]) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return centres.get(place.region_code)
    return Point(float(place.latitude), float(place.longitude))


def _today(moment: datetime) -> date:
    return clock.local(moment).date()


def _nearest(entry: Entry, area: str, far: Mapping[UUID, float]) -> ServiceAtLocation | None:
    """In the same regency the smaller region that both share decides, beyond it the distance where it is known."""

    def rank(at: ServiceAtLocation) -> tuple:
        shared = _shared(area, at)
        return shared if shared > 1 else 0, -far.get(at.location_id, _FARTHER), shared, str(at.pk)

    return max(entry.places, key=rank, default=None)


def _shared(area: str, at: ServiceAtLocation) -> int:
    """How many levels of regions both lie in, from the province down."""
    return sum(contains(code, at.location.region_code) for code in _around(area))


def _rank(row: Candidate) -> tuple:
    service = row.service
    return (
        bool(service.doubt),
        service.status == Status.PAUSED,
        *_distance(row),
        not row.fresh,
        row.open_now is False,
        len(row.unsure),
        service.name,
        str(service.pk),
    )


def _distance(row: Candidate) -> tuple:
    """As `directory_find` orders them."""
    close = row.step < _FAR or (row.km is not None and row.km <= _AROUND_KM)
    band = row.step if row.step <= _SAME_REGENCY else _SAME_REGENCY + 1 if close else _FAR
    return band, row.km is None, row.km or 0, row.step


def needs() -> list[tuple[str, Any]]:
    """Kinds of help for a choice on a page."""
    return list(Help.choices)
