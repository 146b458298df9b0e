"""The functions that an expression may call: how many arguments each takes, and how it is put together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath.run import Compiled, Run
from rangkul.base.xforms.xpath.syntax import Tree
from rangkul.base.xforms.xpath.values import Value

Builder = Callable[[list[Compiled], tuple[Tree, ...]], Compiled]


@dataclass(frozen=True, slots=True)
class Function:
    least: int
    most: int
    build: Builder


FUNCTIONS: dict[str, Function] = {}
MANY = 200


def special(name: str, least: int, most: int) -> Callable[[Builder], Builder]:
    """A function that decides itself which arguments it looks at, or looks at where it stands."""

    def kept(build: Builder) -> Builder:
        FUNCTIONS[name] = Function(least, most, build)
        return build

    return kept


def plain(name: str, least: int, most: int) -> Callable[[Callable[..., Value]], Callable[..., Value]]:
    """A function of its arguments' values; the run comes first."""

    def kept(work: Callable[..., Value]) -> Callable[..., Value]:
        FUNCTIONS[name] = Function(least, most, lambda arguments, _trees: _called(work, arguments))
        return work

    return kept


def _called(work: Callable[..., Value], arguments: list[Compiled]) -> Compiled:
    if len(arguments) == 1:
        (only,) = arguments

        def call_one(run: Run, node: Node, at: int, size: int) -> Value:
            value = only(run, node, at, size)
            run.spend(_weight(value))
            return work(run, value)

        return call_one

    def call(run: Run, node: Node, at: int, size: int) -> Value:
        values = [argument(run, node, at, size) for argument in arguments]
        run.spend(sum(map(_weight, values)))
        return work(run, *values)

    return call


def _weight(value: Value) -> int:
    """Work on a long text or many nodes costs more than work on a number."""
    if isinstance(value, list):
        return 1 + len(value) + (len(value[0].text) // 100 if value else 0)
    return 1 + len(value) // 100 if isinstance(value, str) else 1
