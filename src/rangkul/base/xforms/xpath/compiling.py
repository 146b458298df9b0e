"""From the tree of an expression to one function that evaluates it."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from django.utils.translation import gettext as _

from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath import core, dates, selections, syntax
from rangkul.base.xforms.xpath.registry import FUNCTIONS, MANY, Function
from rangkul.base.xforms.xpath.run import NODES, Compiled, Exhausted, Run
from rangkul.base.xforms.xpath.syntax import Call, Chain, Filtered, Literal, Malformed, Negative, Path, Step, Tree
from rangkul.base.xforms.xpath.values import NAN, Value, boolean, compare, number

__all__ = ["Expression", "core", "dates", "expression", "selections"]

# A value that is different each time: the first one, the browser's, has to be kept.
CHANCE = frozenset({"once", "random", "uuid"})


class Expression:
    """A compiled expression; shared between threads."""

    __slots__ = ("_evaluate", "calls", "source", "tree")

    def __init__(self, source: str):
        self.source = source
        self.tree = syntax.parse(source)
        self.calls = frozenset(one.name for one in syntax.walk(self.tree) if isinstance(one, Call))
        self._evaluate = build(self.tree)

    @property
    def keeps_the_first(self) -> bool:
        return bool(self.calls & CHANCE)

    def value(self, run: Run, node: Node) -> Value:
        run.current = node
        return self._evaluate(run, node, 1, 1)

    def true(self, run: Run, node: Node) -> bool:
        return boolean(self.value(run, node))


@lru_cache(maxsize=4096)
def expression(source: str) -> Expression:
    """Raises Malformed."""
    return Expression(source)


def build(tree: Tree) -> Compiled:
    match tree:
        case Literal(value):
            return lambda run, node, at, size: value
        case Negative(of):
            inner = build(of)
            return lambda run, node, at, size: -number(inner(run, node, at, size))
        case Chain(first, rest):
            return _chain(build(first), [(operator, build(one)) for operator, one in rest])
        case Call():
            return _call(tree)
        case Filtered(of, predicates):
            return _filtered(build(of), [build(one) for one in predicates])
        case Path():
            return _path(tree)
    raise AssertionError(tree)


def _call(call: Call) -> Compiled:
    function = FUNCTIONS.get(call.name)
    if function is None:
        raise Malformed(_("Fungsi %s() tidak dikenal.") % call.name)
    if not function.least <= len(call.arguments) <= function.most:
        raise Malformed(_count(call, function))
    if call.name == "indexed-repeat" and len(call.arguments) % 2 == 0:
        raise Malformed(_("Setiap bagian berulang dalam indexed-repeat() butuh nomor urutnya."))
    return function.build([build(one) for one in call.arguments], call.arguments)


def _count(call: Call, function: Function) -> str:
    values = {"name": call.name, "least": function.least, "most": function.most, "found": len(call.arguments)}
    if function.least == function.most:
        return _("Fungsi %(name)s() butuh %(least)s isian, di sini ada %(found)s.") % values
    if function.most == MANY:
        return _("Fungsi %(name)s() butuh paling sedikit %(least)s isian, di sini ada %(found)s.") % values
    return _("Fungsi %(name)s() butuh %(least)s sampai %(most)s isian, di sini ada %(found)s.") % values


# Operators.


def _chain(first: Compiled, rest: list[tuple[str, Compiled]]) -> Compiled:
    if len(rest) == 1:
        return _binary(rest[0][0], first, rest[0][1])
    links = [(operator, right, _ABSORBING.get(operator)) for operator, right in rest]

    def chained(run: Run, node: Node, at: int, size: int) -> Value:
        value = first(run, node, at, size)
        for operator, right, absorbing in links:
            if absorbing is not None:
                value = boolean(value)
                if value is not absorbing:
                    value = boolean(right(run, node, at, size))
            else:
                value = _joined(operator, value, right(run, node, at, size), run)
        return value

    return chained


# What decides the whole without looking at the other side.
_ABSORBING = {"or": True, "and": False}


def _joined(operator: str, left: Value, right: Value, run: Run) -> Value:
    if operator == "|":
        return _union(left, right)
    if operator in _ARITHMETIC:
        return _ARITHMETIC[operator](number(left), number(right))
    if isinstance(left, list) or isinstance(right, list):
        run.spend((len(left) if isinstance(left, list) else 1) * (len(right) if isinstance(right, list) else 1))
    return compare(operator, left, right)


def _binary(operator: str, left: Compiled, right: Compiled) -> Compiled:
    if operator == "or":
        return lambda run, node, at, size: boolean(left(run, node, at, size)) or boolean(right(run, node, at, size))
    if operator == "and":
        return lambda run, node, at, size: boolean(left(run, node, at, size)) and boolean(right(run, node, at, size))
    return lambda run, node, at, size: _joined(operator, left(run, node, at, size), right(run, node, at, size), run)


def _union(one: Value, other: Value) -> Value:
    nodes = [*(one if isinstance(one, list) else []), *(other if isinstance(other, list) else [])]
    return list({id(node): node for node in nodes}.values())


def _divided(left: float, right: float) -> float:
    if right:
        return left / right
    return NAN if not left or math.isnan(left) or math.isnan(right) else math.copysign(math.inf, left)


def _rest(left: float, right: float) -> float:
    return math.fmod(left, right) if right and math.isfinite(left) and not math.isnan(right) else NAN


def _times(left: float, right: float) -> float:
    return left * right


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": _times,
    "div": _divided,
    "mod": _rest,
}


# Paths.


def _path(path: Path) -> Compiled:
    steps = [_step(step) for step in path.steps]
    if path.start == "":
        return _walked(lambda run, node: [node], steps)
    if path.start == "/":
        return _from_root(path)
    assert not isinstance(path.start, str)
    first = build(path.start)

    def walk(run: Run, node: Node, at: int, size: int) -> Value:
        found = first(run, node, at, size)
        nodes = found if isinstance(found, list) else []
        for step in steps:
            nodes = step(run, nodes)
        return nodes

    return walk


def _walked(start: Callable[[Run, Node], list[Node]], steps: list[Callable[[Run, list[Node]], list[Node]]]) -> Compiled:
    def walk(run: Run, node: Node, at: int, size: int) -> Value:
        nodes = start(run, node)
        for step in steps:
            nodes = step(run, nodes)
        return nodes

    return walk


def _from_root(path: Path) -> Compiled:
    """Inside a repeat, a full path means this turn of the repeat, as in every client; a path to the repeat itself
    means all its turns."""
    if not path.steps:
        return lambda run, node, at, size: [run.root]
    first, *others = path.steps
    steps = [(_step(one), one.name if not one.predicates and one.axis == "child" else "") for one in others]

    def walk(run: Run, node: Node, at: int, size: int) -> Value:
        nodes = [run.root] if run.root.name == first.name else []
        around = selections.turns_around(run.current)
        for index, (step, name) in enumerate(steps, start=1):
            if around and name and index < len(steps) and len(nodes) == 1:
                spec = nodes[0].spec.children.get(name) if nodes[0].spec else None
                if spec in around:
                    nodes = [around[spec]]
                    continue
            nodes = step(run, nodes)
        return nodes

    return walk


def _step(step: Step) -> Callable[[Run, list[Node]], list[Node]]:
    predicates = [build(one) for one in step.predicates]
    move = _move(step)

    def moved(run: Run, nodes: list[Node]) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            there = move(node)
            run.spend(1 + len(there) // 4)
            found += _kept(run, there, predicates) if predicates else there
        if len(found) > NODES:
            raise Exhausted
        return found

    return moved


def _move(step: Step) -> Callable[[Node], list[Node]]:
    name = step.name
    if step.axis == "self":
        return lambda node: [node] if name in {"*", node.name} else []
    if step.axis == "parent":
        return lambda node: [node.parent] if node.parent is not None and name in {"*", node.parent.name} else []
    if name == "*":
        return lambda node: [child for several in node.children.values() for child in several if child.counts]
    return lambda node: [child for child in node.children.get(name, ()) if child.counts]


def _kept(run: Run, nodes: list[Node], predicates: list[Compiled]) -> list[Node]:
    for predicate in predicates:
        size = len(nodes)
        run.spend(4 * size)
        kept = []
        for at, node in enumerate(nodes, start=1):
            value = predicate(run, node, at, size)
            if (value == at) if isinstance(value, float) else boolean(value):
                kept.append(node)
        nodes = kept
    return nodes


def _filtered(of: Compiled, predicates: list[Compiled]) -> Compiled:
    def filtered(run: Run, node: Node, at: int, size: int) -> Value:
        found = of(run, node, at, size)
        if not isinstance(found, list):
            return []
        return _kept(run, found, predicates)

    return filtered
