"""An answer made from plain values: keyed in from paper, played in the demo, written in a test."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from rangkul.base.xforms import tree, typed
from rangkul.base.xforms.structure import Spec, Structure


def planted(structure: Structure, values: Mapping[str, Any], now: datetime) -> tree.Node:
    return _level(structure.root, None, values)


def _level(spec: Spec, parent: tree.Node | None, values: Mapping[str, Any], turn: int = 1) -> tree.Node:
    node = tree.empty(parent, spec, turn)
    left = dict(values)
    _fill(node, spec, left)
    if left:
        raise ValueError(f"the form has no {', '.join(sorted(left))} here")
    return node


def _fill(node: tree.Node, spec: Spec, left: dict[str, Any]) -> None:
    for name, below in spec.children.items():
        if below.repeat:
            turns = left.pop(name, ())
            node.children[name] = [_level(below, node, one, turn) for turn, one in enumerate(turns, start=1)]
        elif below.leaf:
            child = node.children[name][0]
            child.text = typed.text(left.pop(name)) if name in left else below.default
        else:
            _fill(node.children[name][0], below, left)
