"""What a standard journey costs a worker: counted by the one hand that plays it, held against docs/burden.md.

Every press, choice and typed field of a journey goes through a `Hand`; so nothing is done that is not counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DOC = Path(__file__).resolve().parents[2] / "docs" / "burden.md"
JOURNEYS = ("contact note", "home-visit result", "re-test", "goal review", "supervision session", "laporan sosial")
# Seconds of the keystroke-level model (Card, Moran and Newell 1980): a letter of an average typist; thinking, pointing
# and pressing for each act.
LETTER, ACT = 0.28, 1.35 + 1.1 + 0.2

# The fields that a form asks for, as it says so itself: marked as required, or without the remark that they may stay
# empty and with something in them.
_ASKED = """form => {
  const asked = new Set()
  for (const one of form.elements) {
    const field = one.closest('.field')
    if (!field || !one.name || one.type === 'hidden') continue
    const note = field.querySelector('.field-note')
    const given = ['radio', 'checkbox'].includes(one.type) ? one.checked : one.value.trim() !== ''
    if (note ? note.classList.contains('field-note-required') : given) asked.add(one.name)
  }
  return [...asked]
}"""


@dataclass(frozen=True)
class Cost:
    """`fields` must be filled, `ready` of them are so before anybody touches them; `letters` are typed."""

    acts: int
    fields: int
    ready: int
    letters: int
    seconds: int


@dataclass
class Hand:
    """The worker's hand on one page (Playwright's), from where a journey begins until it is saved."""

    page: Any
    acts: int = 0
    fields: int = 0
    ready: int = 0
    letters: int = 0
    _touched: set[str] = field(default_factory=set)

    @property
    def cost(self) -> Cost:
        return Cost(self.acts, self.fields, self.ready, self.letters, round(self.letters * LETTER + self.acts * ACT))

    def press(self, what: str) -> None:
        """A fold or a button that stays on the page."""
        self.acts += 1
        self._one(what).click()

    def go(self, what: str) -> None:
        """A link or a button that leads to another page."""
        with self.page.expect_navigation():
            self.press(what)

    def choose(self, what: str, value: str | None = None) -> None:
        """A radio button or a box; with a value an entry of a list."""
        one = self._touch(what)
        if value is None:
            one.check()
        else:
            one.select_option(value)

    def write(self, what: str, words: str) -> None:
        self._touch(what).fill(words)
        self.letters += len(words)

    def send(self, what: str, shows: str = "") -> None:
        """The button that saves; `shows` is what the same page shows then, else another page comes."""
        asked = self._one(what).evaluate(f"one => ({_ASKED})(one.form)")
        self.fields += len(asked)
        self.ready += len(set(asked) - self._touched)
        self._touched.clear()
        if shows:
            self.press(what)
            self.page.wait_for_selector(shows)
        else:
            self.go(what)
        wrong = self.page.locator("[data-rangkul-errors]")
        assert not wrong.count(), wrong.first.inner_text()

    def _one(self, what: str) -> Any:
        return self.page.locator(what).first

    def _touch(self, what: str) -> Any:
        one = self._one(what)
        self._touched.add(one.get_attribute("name"))
        self.acts += 1
        return one


@dataclass(frozen=True)
class Row:
    """A journey as the document has it: what was counted, and the most that it may cost (None: no budget)."""

    cost: Cost
    most_acts: int
    most_fields: int
    most_seconds: int | None

    @property
    def is_within(self) -> bool:
        over = self.most_seconds is not None and self.cost.seconds > self.most_seconds
        return self.cost.acts <= self.most_acts and self.cost.fields <= self.most_fields and not over


def table() -> dict[str, Row]:
    """The journeys of docs/burden.md by name."""
    cells = [[cell.strip() for cell in line.strip("| \n").split("|")] for line in DOC.read_text().splitlines()]
    return {one[0]: _row(one[1:]) for one in cells if one[0] in JOURNEYS}


def _row(cells: list[str]) -> Row:
    acts, most_acts, fields, most_fields, ready, letters, seconds = map(int, cells[:7])
    most_seconds = int(cells[7]) if cells[7].isdecimal() else None
    return Row(Cost(acts, fields, ready, letters, seconds), most_acts, most_fields, most_seconds)


def differences(counted: Mapping[str, Hand]) -> list[str]:
    """In what the document tells something else than what was counted; empty is what we want."""
    rows = table()
    return [
        f"{name}: counted {hand.cost}, docs/burden.md tells {rows[name].cost}"
        for name, hand in counted.items()
        if hand.cost != rows[name].cost
    ]
