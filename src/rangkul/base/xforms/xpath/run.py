"""One evaluation of one answer: what it may look at, what time it is, and how much it may still do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath.values import Value

# Steps of one answer, about a microsecond each. A form of 200 turns with a running total takes a seventh of it,
# an ordinary one some hundreds.
STEPS = 1_500_000
TEXT = 20_000
NODES = 50_000


class Exhausted(Exception):
    """The form asks for more than an answer may cost."""


class Run:
    __slots__ = ("choice_name", "current", "instances", "itext", "left", "now", "root")

    def __init__(
        self,
        root: Node,
        *,
        instances: Mapping[str, Node],
        now: datetime,
        steps: int = STEPS,
        choice_name: Callable[[str, str], str] = lambda path, value: value,
        itext: Callable[[str], str] = lambda name: "",
    ):
        self.root, self.instances, self.now, self.left = root, instances, now, steps
        self.current: Node = root
        self.choice_name, self.itext = choice_name, itext

    def spend(self, steps: int) -> None:
        self.left -= steps
        if self.left < 0:
            raise Exhausted

    def text(self, made: str) -> str:
        """Texts may grow by being joined to themselves; not for ever."""
        self.spend(len(made) // 100)
        if len(made) > TEXT:
            raise Exhausted
        return made


# The context: where we stand, at which place among how many.
Compiled = Callable[[Run, Node, int, int], Value]
