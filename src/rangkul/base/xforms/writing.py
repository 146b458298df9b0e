"""An answer made from plain values: keyed in from paper, played in the demo, written in a test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rangkul.base.xforms import results, tree, typed
from rangkul.base.xforms.plan import Plan
from rangkul.base.xforms.structure import Spec, Structure
from rangkul.base.xforms.xpath.compiling import expression
from rangkul.base.xforms.xpath.run import Run


def planted(structure: Structure, plan: Plan, values: Mapping[str, Any], now: datetime) -> tree.Node:
    asking: list[tree.Node] = []
    root = _level(structure.root, None, values, asking)
    run = Run(root, instances=plan.instances, now=now)
    for node in asking:
        if node.spec is not None:
            first = expression(node.spec.first_value).value(run, node)
            node.text = results.text(first, node.spec.type, run.now.tzinfo)
    return root


def _level(
    spec: Spec, parent: tree.Node | None, values: Mapping[str, Any], asking: list[tree.Node], turn: int = 1
) -> tree.Node:
    node = tree.empty(parent, spec, turn)
    left = dict(values)
    _fill(node, spec, left, asking)
    if left:
        raise ValueError(f"the form has no {', '.join(sorted(left))} here")
    return node


def _fill(node: tree.Node, spec: Spec, left: dict[str, Any], asking: list[tree.Node]) -> None:
    for name, below in spec.children.items():
        if below.repeat:
            turns = left.pop(name, ())
            node.children[name] = [_level(below, node, one, asking, turn) for turn, one in enumerate(turns, start=1)]
        elif not below.leaf:
            _fill(node.children[name][0], below, left, asking)
        elif name in left:
            node.children[name][0].text = typed.text(left.pop(name))
        elif below.first_value:
            asking.append(node.children[name][0])
        else:
            node.children[name][0].text = below.default
