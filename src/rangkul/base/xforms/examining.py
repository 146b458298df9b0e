"""Whether an answer follows its form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rangkul.base.xforms import typed
from rangkul.base.xforms.faults import Complaint, Refused
from rangkul.base.xforms.questions import pick
from rangkul.base.xforms.structure import Structure
from rangkul.base.xforms.tree import Node


def examine(structure: Structure, root: Node, *, language: str | None, now: datetime) -> None:
    """Fills in what is calculated and empties what is irrelevant; raises Refused."""
    complaints = list(_types(root, language))
    if complaints:
        raise Refused(*complaints)


def _types(root: Node, language: str | None) -> Iterator[Complaint]:
    for node in root.walk():
        spec = node.spec
        if spec is None or not spec.leaf:
            continue
        try:
            node.value = typed.value(node.text, spec.kind, spec.type)
        except typed.Unfit as wrong:
            yield Complaint(node.path, pick(spec.label.plain(), language), str(wrong))
