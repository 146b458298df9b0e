"""From the result of a calculation to what the answer holds."""

from __future__ import annotations

import math
from datetime import date, datetime, tzinfo
from decimal import Decimal
from typing import Any

from rangkul.base.xforms import typed
from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath.compiling import Expression
from rangkul.base.xforms.xpath.run import Run
from rangkul.base.xforms.xpath.values import Value, from_days, number_text, string

NO_NUMBER = frozenset({"NaN", "Infinity", "-Infinity"})


def settle(node: Node, how: Expression, run: Run) -> bool:
    """Calculates a node anew; whether that changed it."""
    before = node.text
    if not node.relevant:
        node.text, node.value = "", None
        return before != ""
    kept = before if how.keeps_the_first else ""
    # The first value of a draw or of once() is the browser's: nobody can draw it again.
    result: Value = kept or how.value(run, node)
    node.text = text(result, node.spec.type if node.spec else "string", run.now.tzinfo)
    node.value = _value(result, node)
    return before != node.text


def reopen(node: Node, how: Expression, run: Run) -> None:
    """A kept calculation with the type that it had; its text is not touched."""
    kept = node.text
    settle(node, how, run)
    if node.text != kept:
        node.text = kept
        node.value = _as_it_looks(kept, node.spec.type if node.spec else "string")


def _as_it_looks(kept: str, bound: str) -> Any:
    """Where a later clock gives another result, the type can only be told from the text."""
    for kind in ("int", "decimal", "date", "dateTime") if bound == "string" else (bound,):
        try:
            found = typed.value(kept, "calculate", kind)
        except typed.Unfit:
            continue
        if typed.text(found) == kept:
            return found
    return kept or None


def text(result: Value, bound: str, zone: tzinfo | None) -> str:
    """What a node of that type holds of a result."""
    if isinstance(result, float):
        if not math.isfinite(result):
            # As in the browser, so that a condition on it comes out the same; an answer that is kept holds nothing.
            return number_text(result) if bound == "string" else ""
        if bound == "int":
            return str(math.trunc(result))
        if bound in {"date", "dateTime"}:
            return typed.text(from_days(result, zone))
    if bound == "date" and isinstance(result, datetime):
        return result.date().isoformat()
    return string(result)


def _value(result: Value, node: Node) -> Any:
    """By the type of the bind; an untyped calculation keeps the type that came out."""
    spec = node.spec
    if not node.text or spec is None or node.text in NO_NUMBER:
        return None
    if spec.type != "string" or spec.kind in {"select_one", "select_multiple"}:
        try:
            return typed.value(node.text, spec.kind, spec.type)
        except typed.Unfit:
            node.text = ""
            return None
    if isinstance(result, list):
        return result[0].value if result and result[0].value is not None else node.text
    if isinstance(result, float):
        return int(result) if result == int(result) else Decimal(number_text(result))
    return result if isinstance(result, bool | date) else node.text
