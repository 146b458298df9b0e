"""The whole world: offices, households, roads, and the requests that wait. Drawn as one asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from rangkul.web.demo.world import offices, roads
from rangkul.web.demo.world.offices import Offices, Unit
from rangkul.web.demo.world.people import PATTERN, PHONE_PREFIX, Drawing, Household, households_for
from rangkul.web.demo.world.roads import Road
from rangkul.web.demo.world.shelf import shelf

SEED = 20_260
# To which unit each run of ten households goes in the demo.
_DEMO_UNITS = ("semarang", "semarang", "demak", "makassar", "semarang", "jayapura", "semarang", "demak", "semarang")
# The household of Wati, the client of the cast, and what she came for.
WATI_HOUSEHOLD = 1
_WATIS_STORY = "livelihood"


@dataclass(frozen=True)
class World:
    """`persons` is reached exactly or passed by less than one household; `now` is the moment of today."""

    persons: int
    now: datetime
    offices: Offices
    seed: int = SEED
    is_demo: bool = False

    @property
    def households(self) -> int:
        return households_for(self.persons)

    def unit_of(self, household: int) -> Unit:
        run = household // len(PATTERN)
        if not self.is_demo:
            return self.offices.units[run % len(self.offices.units)]
        key = _DEMO_UNITS[run % len(_DEMO_UNITS)]
        return next(unit for unit in self.offices.units if unit.key == key)

    def household(self, number: int) -> Household:
        unit = self.unit_of(number)
        area = unit.areas[number % len(unit.areas)]
        drawn = Drawing(self.seed, number, area, self.now.date()).household()
        if self.is_demo and number == WATI_HOUSEHOLD:
            _make_wati(drawn)
        return drawn

    def road(self, household: Household) -> Road:
        number = household.number
        unit = self.unit_of(number)
        standing = ""
        if self.is_demo:
            # Seven shares no factor with twenty: every kind of household stands everywhere sooner or later.
            standing = roads.SHOWN[(number * 7 + number // 10 * 3) % len(roads.SHOWN)]
        if self.is_demo and number == WATI_HOUSEHOLD:
            standing = "intervention"
        drawn = roads.draw(
            household,
            unit=unit.key,
            workers=self.offices.workers(unit.key),
            supervisor=self.offices.supervisor(unit.key),
            now=self.now,
            seed=self.seed,
            standing=standing,
        )
        if self.is_demo and number == WATI_HOUSEHOLD:
            self._make_watis_road(drawn)
        return drawn

    def all_households(self, first: int = 0, until: int | None = None) -> Iterator[Household]:
        for number in range(first, self.households if until is None else until):
            yield self.household(number)

    def waiting(self) -> list[dict[str, Any]]:
        """Requests of people whom nobody knows yet."""
        return shelf("requests")

    def _make_watis_road(self, road: Road) -> None:
        road.story = next(story for story in roads.stories() if story["key"] == _WATIS_STORY)
        road.client = road.household.members[0]
        road.asked = road.story["requests"][0]
        road.worker = next(one for one in self.offices.staff if one.key == "ayu")


def _make_wati(household: Household) -> None:
    wati = household.members[0]
    wati.full_name, wati.called_name = "Suwarti Rahayu", "Wati"
    wati.other_names = ["Soewarti"]
    wati.phone, wati.whatsapp = f"{PHONE_PREFIX}00000004", True


def demo(now: datetime, persons: int = 300) -> World:
    """The world of `rangkul demo`: the fixed cast and a few hundred people around it."""
    return World(persons=persons, now=now, offices=offices.cast(), is_demo=True)


def country(now: datetime, persons: int) -> World:
    """The world for measuring: every household has a road, most of them long ended."""
    return World(persons=persons, now=now, offices=offices.country(persons, SEED))
