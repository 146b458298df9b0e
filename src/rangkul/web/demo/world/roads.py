"""What a household came for and how far the road has gone: one request, and the case that grew out of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any

from rangkul.web.demo.world.chance import Chance
from rangkul.web.demo.world.offices import Staff
from rangkul.web.demo.world.people import Household, Person
from rangkul.web.demo.world.shelf import shelf

# Ways a road can stand today. `new` and `declined` never became a case.
NEW = "new"
DECLINED = "declined"
CLOSED = "closed"
STAGES = ("engagement", "assessment", "planning", "intervention", "evaluation", "termination", CLOSED)
# Of every twenty households in the demo; the register of a country holds mostly cases long ended.
SHOWN = (
    "intervention", "assessment", NEW, CLOSED, "engagement", "planning", "intervention", CLOSED, "evaluation",
    "intervention", NEW, "assessment", CLOSED, "planning", "intervention", "termination", DECLINED, "intervention",
    "engagement", CLOSED,
)  # fmt: skip
_COUNTRY = ((CLOSED, 780), ("intervention", 90), ("assessment", 40), ("planning", 25), ("engagement", 20),
            ("evaluation", 15), ("termination", 5), (NEW, 15), (DECLINED, 10))  # fmt: skip
# How many days ago a road of this standing began: from, to.
_BEGAN = {
    NEW: (0, 2), DECLINED: (20, 200), "engagement": (3, 8), "assessment": (10, 20), "planning": (22, 36),
    "intervention": (45, 110), "evaluation": (100, 140), "termination": (130, 160), CLOSED: (150, 420),
}  # fmt: skip


@cache
def stories() -> tuple[dict[str, Any], ...]:
    folder = resources.files("rangkul.web.demo").joinpath("data/stories")
    names = sorted(file.name.removesuffix(".json") for file in folder.iterdir() if file.name.endswith(".json"))
    return tuple(shelf(f"stories/{name}") for name in names)


@cache
def _fitting(kind: str, teen: bool) -> tuple[dict[str, Any], ...]:
    return tuple(story for story in stories() if kind in story["fits"] and (teen or not story.get("teen")))


@dataclass(slots=True)
class Road:
    """`standing`: new, declined, closed, or the stage in which the case is; `worker` holds it."""

    number: int
    household: Household
    story: dict[str, Any]
    client: Person
    asked: dict[str, str]
    standing: str
    began_at: datetime
    unit: str
    worker: Staff
    supervisor: Staff

    def said(self, text: str) -> str:
        """A text of the story with the names of this household in it."""
        return text if "{" not in text else text.format_map(self._names())

    def _names(self) -> dict[str, str]:
        members = self.household.members
        others = [one for one in members if one is not self.client]
        child = next((one for one in others if one.role == "child"), None)
        partner = next((one for one in others if one.role in ("father", "mother")), None)
        return {
            "nama": self.client.called_name,
            "anak": child.called_name if child else "anaknya",
            "pasangan": partner.called_name if partner else "suaminya",
        }

    @property
    def is_case(self) -> bool:
        return self.standing not in (NEW, DECLINED)

    @property
    def asker(self) -> Person | None:
        """Who asked, where that is one of the household."""
        if self.asked["for"] == "self":
            return self.client
        if self.asked["for"] in ("child", "family"):
            return next((one for one in self.household.members if one is not self.client and one.phone), None)
        return None

    def reached(self, stage: str) -> bool:
        """Whether the case has come to this stage or further."""
        return self.is_case and STAGES.index(self.standing) >= STAGES.index(stage)


def _client(household: Household, story: dict[str, Any], today: date) -> Person | None:
    for role in story["client"]:
        for member in household.members:
            old_enough = not story.get("teen") or 12 <= member.age(today) < 18
            if member.role == role and old_enough:
                return member
    return None


def draw(
    household: Household,
    *,
    unit: str,
    workers: Sequence[Staff],
    supervisor: Staff,
    now: datetime,
    seed: int,
    standing: str = "",
) -> Road:
    """The road of a household. `standing` fixes where it stands; else the shares of a country decide."""
    number = household.number
    rng = Chance((seed << 8) + number * 7919 + 1)
    today = now.date()
    story, client = _story(household, today)
    standing = standing or rng.choices(*zip(*_COUNTRY, strict=True))[0]
    first, last = _BEGAN[standing]
    began = now - timedelta(days=rng.between(first, last), minutes=rng.between(5, 500))
    return Road(
        number=number,
        household=household,
        story=story,
        client=client,
        asked=rng.pick(story["requests"]),
        standing=standing,
        began_at=began,
        unit=unit,
        worker=_worker(workers, story["level"], rng),
        supervisor=supervisor,
    )


def _story(household: Household, today: date) -> tuple[dict[str, Any], Person]:
    teen = any(12 <= member.age(today) < 18 for member in household.members if member.role == "child")
    fitting = _fitting(household.kind, teen)
    # Neighbouring households of a kind come with different stories.
    first = household.number // 10 + household.number * 3
    for place in range(len(fitting)):
        story = fitting[(first + place) % len(fitting)]
        client = _client(household, story, today)
        if client is not None:
            return story, client
    raise LookupError(f"no story fits household {household.number} ({household.kind})")


def _worker(workers: Sequence[Staff], level: str, rng: Chance) -> Staff:
    """A junior holds every fifth case, never a red one."""
    able = [one for one in workers if "junior" not in one.roles]
    if level != "merah" and rng.random() < 0.2:
        able = [one for one in workers if "junior" in one.roles] or able
    return rng.pick(able)
