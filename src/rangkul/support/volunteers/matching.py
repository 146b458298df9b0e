"""Who could go: the nearest first, with what speaks for each. People are not ranked; places are."""

from __future__ import annotations

from dataclasses import dataclass

from rangkul.base.wilayah.distance import km
from rangkul.base.wilayah.queries import Point, centres, paths
from rangkul.support.volunteers.models import Match, Need, Volunteer
from rangkul.support.volunteers.states import ACTIVE, IN_FAVOUR, KECAMATAN, Fit, MatchState, Time, VolunteerState

_MOST = 30
_FAR = 40_000.0


@dataclass(frozen=True)
class Candidate:
    """`km`: between the centres of the two kecamatan, None where they are one or unknown; `alone`: may go alone."""

    volunteer: Volunteer
    place: str
    km: float | None
    fits: list[Fit]
    alone: bool

    @property
    def because(self) -> list[str]:
        return [str(one.label) for one in self.fits if one in IN_FAVOUR]

    @property
    def doubts(self) -> list[str]:
        return [str(one.label) for one in self.fits if one not in IN_FAVOUR]


def fits(need: Need, one: Volunteer) -> list[Fit]:
    """Every reason for and against, in the order in which they are read."""
    found = []
    if one.region_code == need.region_code and len(need.region_code) > KECAMATAN:
        found.append(Fit.VILLAGE)
    elif one.region_code[:KECAMATAN] == need.region_code[:KECAMATAN]:
        found.append(Fit.DISTRICT)
    if need.kind in one.offers:
        found.append(Fit.OFFER)
    found.append(Fit.TIME if Time(need.time) in one.times else Fit.OTHER_TIME)
    if need.language:
        found.append(Fit.LANGUAGE if need.language in one.languages else Fit.OTHER_LANGUAGE)
    found.append(Fit.VETTED if one.is_vetted_on(need.until_day) else Fit.NOT_VETTED)
    return found


def candidates(need: Need) -> list[Candidate]:
    """Who offers this help and may be matched, without those who did not come when they were expected."""
    missed = Match.objects.filter(need=need, state=MatchState.ABSENT).values("volunteer_id")
    rows = Volunteer.objects.filter(agency_id=need.agency_id, state__in=ACTIVE, offers__contains=[need.kind])
    found = list(rows.exclude(pk__in=missed).select_related("key"))
    codes = {need.region_code, *(one.region_code for one in found)}
    where, called = centres(codes), paths(codes)
    far = {one.pk: _between(where, need, one) for one in found}
    found.sort(key=lambda one: (_closeness(need, one), _FAR if far[one.pk] is None else far[one.pk], one.pk))
    return [
        Candidate(
            one, called.get(one.region_code, one.region_code), far[one.pk], fits(need, one),
            not need.is_guarded or one.is_vetted_on(need.until_day),
        )
        for one in found[:_MOST]
    ]  # fmt: skip


def _closeness(need: Need, one: Volunteer) -> int:
    if one.region_code == need.region_code:
        return 0
    return 1 if one.region_code[:KECAMATAN] == need.region_code[:KECAMATAN] else 2


def _between(where: dict[str, Point], need: Need, one: Volunteer) -> float | None:
    here, there = where.get(need.region_code), where.get(one.region_code)
    if here is None or there is None or _closeness(need, one) < 2:
        return None
    return km(here.latitude, here.longitude, there.latitude, there.longitude)


def companions(need: Need) -> list[Volunteer]:
    """Vetted volunteers of the agency who may go along on that day."""
    rows = Volunteer.objects.filter(
        agency_id=need.agency_id, state=VolunteerState.VETTED, vetted_until__gte=need.until_day
    )
    return list(rows.select_related("key").order_by("region_code", "pk")[:_MOST])
