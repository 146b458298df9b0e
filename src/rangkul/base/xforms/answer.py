"""An answer that follows its form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rangkul.base.xforms.tree import Node


@dataclass(frozen=True, slots=True)
class Answer:
    """`values` by name: groups are flattened, a repeat is a list of dicts. An empty or irrelevant answer is None
    (a select_multiple: an empty tuple); `hidden` are the paths that were irrelevant. `xml` is canonical and holds
    what we calculated, not what the browser did."""

    key: str
    version: str
    instance_id: str
    values: Mapping[str, Any]
    hidden: frozenset[str]
    xml: bytes

    def __getitem__(self, name: str) -> Any:
        """By name, or by a path from the root such as `anggota/umur`, which gives one value for each turn."""
        first, _slash, rest = name.partition("/")
        return _inside(self.values[first], rest) if rest else self.values[first]

    def get(self, name: str, otherwise: Any = None) -> Any:
        try:
            return self[name]
        except KeyError:
            return otherwise

    def __repr__(self) -> str:
        """Answers stay out of logs."""
        return f"<Answer to {self.key} {self.version}>"


def _inside(value: Any, path: str) -> list[Any]:
    first, _slash, rest = path.partition("/")
    return [_inside(turn[first], rest) if rest else turn[first] for turn in value]


def gathered(node: Node) -> dict[str, Any]:
    """The values below a node; a name used twice is told apart by the group it stands in."""
    found: dict[str, Any] = {}
    for name, several in node.children.items():
        spec = several[0].spec if several else None
        if spec is None:
            found[name] = []
        elif spec.repeat:
            found[name] = [gathered(one) for one in several if one.relevant]
        elif spec.leaf:
            found[name] = several[0].value
        elif name != "meta":
            for inner, value in gathered(several[0]).items():
                found[f"{name}/{inner}" if inner in found else inner] = value
    return found
