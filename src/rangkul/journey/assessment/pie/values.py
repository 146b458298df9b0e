"""What summary and comparison are made from: values only, so that the sentences can be tested without a database."""

from dataclasses import dataclass
from datetime import date

from rangkul.journey.assessment.pie.codes import (
    GROUP_OF,
    PROBLEMS_OF,
    ROLES_OF,
    Factor,
    Ground,
    Problem,
    System,
    Trouble,
)


@dataclass(frozen=True)
class Coded:
    """One difficulty of a round. `named` says whose parent or friend, or what it is where the lists have no word."""

    factor: str
    severity: int
    duration: int
    role: str = ""
    trouble: str = ""
    system: str = ""
    problem: str = ""
    ground: str = ""
    coping: int | None = None
    named: str = ""

    @property
    def place(self) -> tuple[str, ...]:
        """What stays the same from round to round, however hard it is by now."""
        said = self.named.strip().casefold()
        return (self.role, self.trouble, self.system, self.problem, self.ground, said)

    @property
    def code(self) -> str:
        """The local code: "I 1.1.5 B4 L3 H3" is factor, group, role, kind; how hard, how long, how it is met."""
        if self.factor == Factor.ROLE:
            group = GROUP_OF[self.role]
            where = f"{list(ROLES_OF).index(group) + 1}.{_at(ROLES_OF[group], self.role)}.{_at(Trouble, self.trouble)}"
            return f"I {where} B{self.severity} L{self.duration} H{self.coping}"
        where = f"{_at(System, self.system)}.{_at(PROBLEMS_OF[System(self.system)], self.problem)}"
        letter = chr(96 + _at(Ground, self.ground)) if self.problem == Problem.DISCRIMINATION else ""
        return f"II {where}{letter} B{self.severity} L{self.duration}"


def _at(row, wanted: str) -> int:
    return [one.value for one in row].index(wanted) + 1


@dataclass(frozen=True)
class Found:
    """What somebody found about mental or physical health; never without the finder, the way and the day."""

    factor: str
    finding: str
    profession: str
    found_by: str
    via: str
    on: date
    document: str = ""
