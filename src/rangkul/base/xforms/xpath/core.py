"""What XPath 1.0 brings, and the numbers and texts that OpenRosa adds."""

from __future__ import annotations

import math
import random
import uuid
from collections.abc import Callable, Iterable

from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath import patterns
from rangkul.base.xforms.xpath.registry import MANY, plain, special
from rangkul.base.xforms.xpath.run import Compiled, Run
from rangkul.base.xforms.xpath.syntax import Tree
from rangkul.base.xforms.xpath.values import NAN, Value, boolean, number, string, text_of

_CHANCE = random.SystemRandom()


def numbers(several: Iterable[Value]) -> list[float]:
    """Each argument, or each node of it, as a number."""
    found: list[float] = []
    for one in several:
        found += [number(text_of(node)) for node in one] if isinstance(one, list) else [number(one)]
    return found


def texts(several: Iterable[Value]) -> list[str]:
    found: list[str] = []
    for one in several:
        found += [text_of(node) for node in one] if isinstance(one, list) else [string(one)]
    return found


def _here(convert: Callable[[Value], Value]) -> Callable[[list[Compiled], tuple[Tree, ...]], Compiled]:
    """Of the argument, or of where we stand when there is none."""

    def build(arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
        if not arguments:
            return lambda run, node, at, size: convert([node])
        (only,) = arguments
        return lambda run, node, at, size: convert(only(run, node, at, size))

    return build


special("string", 0, 1)(_here(string))
special("number", 0, 1)(_here(number))
special("string-length", 0, 1)(_here(lambda value: float(len(string(value)))))
special("normalize-space", 0, 1)(_here(lambda value: " ".join(string(value).split())))


@special("last", 0, 0)
def _last(_arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
    return lambda run, node, at, size: float(size)


@special("position", 0, 1)
def _position(arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
    """With an argument: the turn of that repeat."""
    if not arguments:
        return lambda run, node, at, size: float(at)
    (of,) = arguments

    def turn(run: Run, node: Node, at: int, size: int) -> Value:
        found = of(run, node, at, size)
        return float(found[0].turn) if isinstance(found, list) and found else NAN

    return turn


@special("if", 3, 3)
def _if(arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
    asked, then, otherwise = arguments

    def choose(run: Run, node: Node, at: int, size: int) -> Value:
        return (then if boolean(asked(run, node, at, size)) else otherwise)(run, node, at, size)

    return choose


@special("coalesce", 2, 2)
def _coalesce(arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
    def first(run: Run, node: Node, at: int, size: int) -> Value:
        value: Value = ""
        for argument in arguments:
            value = argument(run, node, at, size)
            if string(value):
                return value
        return value

    return first


@special("once", 1, 1)
def _once(arguments: list[Compiled], _trees: tuple[Tree, ...]) -> Compiled:
    (value,) = arguments
    return lambda run, node, at, size: run.current.text or value(run, node, at, size)


plain("true", 0, 0)(lambda run: True)
plain("false", 0, 0)(lambda run: False)
plain("not", 1, 1)(lambda run, value: not boolean(value))
plain("boolean", 1, 1)(lambda run, value: boolean(value))
plain("count", 1, 1)(lambda run, nodes: float(len(nodes)) if isinstance(nodes, list) else NAN)
plain("sum", 1, 1)(lambda run, nodes: float(sum(numbers([nodes]))))
plain("floor", 1, 1)(lambda run, value: _whole(math.floor, number(value)))
plain("ceiling", 1, 1)(lambda run, value: _whole(math.ceil, number(value)))
plain("int", 1, 1)(lambda run, value: _whole(math.trunc, number(value)))
plain("abs", 1, 1)(lambda run, value: abs(number(value)))
plain("pi", 0, 0)(lambda run: math.pi)
plain("random", 0, 0)(lambda run: round(_CHANCE.random(), 15))
plain("uuid", 0, 1)(lambda run, *length: str(uuid.uuid4()))
plain("concat", 0, MANY)(lambda run, *several: run.text("".join(texts(several))))
plain("join", 1, MANY)(lambda run, glue, *several: run.text(string(glue).join(texts(several))))
plain("contains", 2, 2)(lambda run, text, part: string(part) in string(text))
plain("starts-with", 2, 2)(lambda run, text, part: string(text).startswith(string(part)))
plain("ends-with", 2, 2)(lambda run, text, part: string(text).endswith(string(part)))
plain("substring-before", 2, 2)(lambda run, text, part: _parted(string(text), string(part))[0])
plain("substring-after", 2, 2)(lambda run, text, part: _parted(string(text), string(part))[1])
plain("boolean-from-string", 1, 1)(lambda run, value: string(value) in {"1", "true"})
plain("randomize", 1, 2)(lambda run, nodes, seed="": nodes)
plain("min", 1, MANY)(lambda run, *several: _extreme(min, several))
plain("max", 1, MANY)(lambda run, *several: _extreme(max, several))


def _whole(way: Callable[[float], int], value: float) -> float:
    return float(way(value)) if math.isfinite(value) else value


def _extreme(way: Callable[[list[float]], float], several: tuple[Value, ...]) -> float:
    found = numbers(several)
    return way(found) if found and not any(math.isnan(one) for one in found) else NAN


def _parted(text: str, part: str) -> tuple[str, str]:
    before, found, after = text.partition(part) if part else ("", "found", text)
    return (before, after) if found else ("", "")


@plain("round", 1, 2)
def _round(run: Run, value: Value, digits: Value = 0.0) -> float:
    """Halves away from zero, as people are taught; `digits` may be below zero."""
    wanted, places = number(value), number(digits)
    if not math.isfinite(wanted) or math.isnan(places):
        return wanted
    scale = 10 ** max(-15, min(15, int(places)))
    moved = math.floor(abs(wanted) * scale + 0.5)
    return math.copysign(moved / scale, wanted) if moved else 0.0


def _maths(name: str, work: Callable[..., float], least: int = 1) -> None:
    def safely(run: Run, *several: Value) -> float:
        try:
            result = work(*(number(one) for one in several))
        except (ValueError, OverflowError, ZeroDivisionError):
            return NAN
        return float(result) if isinstance(result, float | int) else NAN

    plain(name, least, least)(safely)


for _name in ("sqrt", "exp", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan"):
    _maths(_name, getattr(math, _name))
_maths("exp10", lambda value: 10.0**value)
_maths("atan2", math.atan2, 2)
_maths("pow", lambda base, power: math.inf if base == 0 and power < 0 else base**power, 2)


@plain("substring", 2, 3)
def _substring(run: Run, text: Value, start: Value, length: Value | None = None) -> str:
    """XPath's own: characters count from 1, numbers are rounded."""
    whole, first = string(text), _half_up(number(start))
    last = first + _half_up(number(length)) if length is not None else math.inf
    return "".join(char for at, char in enumerate(whole, start=1) if first <= at < last)


def _half_up(value: float) -> float:
    return math.floor(value + 0.5) if math.isfinite(value) else value


@plain("substr", 2, 3)
def _substr(run: Run, text: Value, start: Value, end: Value | None = None) -> str:
    """OpenRosa's: characters count from 0, below zero from the end."""
    whole = string(text)
    first, last = number(start), number(end) if end is not None else float(len(whole))
    return whole[_index(first) : _index(last)]


def _index(value: float) -> int:
    return int(max(-1e9, min(1e9, value))) if not math.isnan(value) else 0


@plain("translate", 3, 3)
def _translate(run: Run, text: Value, out: Value, into: Value) -> str:
    old, new = string(out), string(into)
    table: dict[int, str] = {}
    for at, char in enumerate(old):
        table.setdefault(ord(char), new[at : at + 1])
    return string(text).translate(table)


@plain("regex", 2, 2)
def _regex(run: Run, text: Value, pattern: Value) -> bool:
    try:
        return patterns.compiled(string(pattern)).found_in(string(text), run.spend)
    except patterns.Unsupported:
        return False
