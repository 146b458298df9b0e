"""What OpenRosa adds about choices, repeats and lists."""

from __future__ import annotations

import math

from rangkul.base.xforms.structure import Spec
from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath.core import numbers, texts
from rangkul.base.xforms.xpath.registry import MANY, plain, special
from rangkul.base.xforms.xpath.run import Compiled, Run
from rangkul.base.xforms.xpath.syntax import Tree
from rangkul.base.xforms.xpath.values import Value, boolean, number, string

plain("selected", 2, 2)(lambda run, text, name: string(name).strip() in string(text).split())
plain("count-selected", 1, 1)(lambda run, text: float(len(string(text).split())))
plain("count-non-empty", 1, 1)(lambda run, nodes: float(sum(1 for one in texts([nodes]) if one.strip())))
plain("instance", 1, 1)(lambda run, name: [run.instances[string(name)]] if string(name) in run.instances else [])
plain("jr:itext", 1, 1)(lambda run, name: run.itext(string(name)))
plain("jr:choice-name", 2, 2)(lambda run, value, path: run.choice_name(string(path).strip(), string(value)))


@plain("selected-at", 2, 2)
def _selected_at(run: Run, text: Value, index: Value) -> str:
    """Counts from 0."""
    names, at = string(text).split(), number(index)
    return names[int(at)] if not math.isnan(at) and 0 <= at < len(names) else ""


@plain("checklist", 3, MANY)
def _checklist(run: Run, least: Value, most: Value, *several: Value) -> bool:
    return _between(float(sum(_truths(several))), number(least), number(most))


@plain("weighted-checklist", 4, MANY)
def _weighted(run: Run, least: Value, most: Value, *several: Value) -> bool:
    truths, weights = _truths(several[0::2]), numbers(several[1::2])
    reached = sum(weight for true, weight in zip(truths, weights, strict=False) if true and not math.isnan(weight))
    return _between(reached, number(least), number(most))


def _truths(several: tuple[Value, ...]) -> list[bool]:
    found: list[bool] = []
    for one in several:
        found += [bool(text.strip()) for text in texts([one])] if isinstance(one, list) else [boolean(one)]
    return found


def _between(value: float, least: float, most: float) -> bool:
    return (least < 0 or value >= least) and (most < 0 or value <= most)


@special("current", 0, 0)
def _current(_arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
    return lambda run, node, at, size: [run.current]


@special("indexed-repeat", 3, 9)
def _indexed_repeat(arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
    """(node, repeat, turn, repeat inside it, turn, …). The first is to be found in every turn; here one is picked."""
    wanted, pairs = arguments[0], list(zip(arguments[1::2], arguments[2::2], strict=True))

    def pick(run: Run, node: Node, at: int, size: int) -> Value:
        turns: dict[Spec | None, float] = {}
        for repeat, turn in pairs:
            nodes = repeat(run, node, at, size)
            if isinstance(nodes, list) and nodes:
                turns[nodes[0].spec] = number(turn(run, node, at, size))
        around = turns_around(run.current)
        run.current, here = run.root, run.current
        found = wanted(run, node, at, size)
        run.current = here
        return [one for one in found if _stands(one, turns, around)] if isinstance(found, list) else []

    return pick


def _stands(node: Node | None, turns: dict[Spec | None, float], around: dict[Spec | None, Node]) -> bool:
    """Whether it is in the turns that were named, and otherwise in ours."""
    while node is not None:
        if node.spec in turns:
            if node.turn != turns[node.spec]:
                return False
        elif node.spec in around and around[node.spec] is not node:
            return False
        node = node.parent
    return True


def turns_around(node: Node | None) -> dict[Spec | None, Node]:
    """The turns of repeats in which a node stands."""
    found: dict[Spec | None, Node] = {}
    while node is not None:
        if node.spec is not None and node.spec.repeat:
            found[node.spec] = node
        node = node.parent
    return found
