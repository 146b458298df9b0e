"""XPath 1.0 as forms write it, read into a small tree. Bounded in length, nesting and size.

Left out, because no form needs it and it costs without end: `//`, other axes than child, parent and self, variables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

LENGTH = 6_000
NESTING = 25
PARTS = 1_500


class Malformed(ValueError):
    """The expression cannot be read; the sentence says why, to who wrote the form."""


@dataclass(frozen=True, slots=True)
class Literal:
    value: str | float


@dataclass(frozen=True, slots=True)
class Step:
    axis: str
    name: str
    predicates: tuple[Tree, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """`start` is an expression that gives nodes, "/" for the root, "" for where we stand."""

    start: Tree | str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Filtered:
    of: Tree
    predicates: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """`first` and what follows it on one level, from the left: flat, so that a long sum is not a deep tree."""

    first: Tree
    rest: tuple[tuple[str, Tree], ...]


@dataclass(frozen=True, slots=True)
class Negative:
    of: Tree


Tree = Literal | Path | Filtered | Call | Chain | Negative

_NAME = r"[^\W\d][\w.\-]*"
_TOKEN = re.compile(
    rf"""\s*(?:
    (?P<number>\d+(?:\.\d*)?|\.\d+)
  | (?P<literal>"[^"]*"|'[^']*')
  | (?P<symbol>\.\.|::|!=|<=|>=|//|[().\[\],/@|+=<>*\-])
  | (?P<name>{_NAME}(?::(?!:){_NAME})?)
  )""",
    re.VERBOSE,
)
# From the loosest to the tightest.
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_BEFORE_OPERAND = {"(", "[", ",", "/", "|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "::", "and", "or", "div", "mod"}
_WORDS = {"and", "or", "div", "mod"}
_NODE_TESTS = {"text", "node", "comment", "processing-instruction"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def _tokens(source: str) -> Iterator[_Token]:
    at, before = 0, ""
    end = len(source.rstrip())
    while at < end:
        found = _TOKEN.match(source, at)
        if not found:
            raise Malformed(_("Tanda “%s” tidak dikenal dalam rumus.") % source[at:].strip()[:1])
        at = found.end()
        kind = found.lastgroup or ""
        text = found.group(kind)
        operand_follows = before in _BEFORE_OPERAND or before == ""
        if (kind == "name" and text in _WORDS and not operand_follows) or (
            text == "*" and kind == "symbol" and not operand_follows
        ):
            kind = "operator"
        elif text == "*" and kind == "symbol":
            kind = "name"
        yield _Token(kind, text)
        # A multiplication sign is an operator, a star that stands for any node is not.
        before = "+" if kind == "operator" else text if kind == "symbol" else "operand"


def parse(source: str) -> Tree:
    if len(source) > LENGTH:
        raise Malformed(_("Rumus terlalu panjang: paling banyak %s huruf.") % LENGTH)
    return _Parser(list(_tokens(source))).whole()


class _Parser:
    def __init__(self, tokens: list[_Token]):
        if len(tokens) > PARTS:
            raise Malformed(_("Rumus terlalu rumit: paling banyak %s bagian.") % PARTS)
        self.tokens, self.at, self.depth = tokens, 0, 0

    def whole(self) -> Tree:
        if not self.tokens:
            raise Malformed(_("Rumus kosong."))
        tree = self.binary(0)
        if self.at < len(self.tokens):
            raise Malformed(_("Rumus tidak utuh di dekat “%s”.") % self.tokens[self.at].text)
        return tree

    # The tokens ahead.

    def sees(self, *texts: str, ahead: int = 0) -> bool:
        at = self.at + ahead
        return at < len(self.tokens) and self.tokens[at].kind != "literal" and self.tokens[at].text in texts

    def kind(self) -> str:
        return self.tokens[self.at].kind if self.at < len(self.tokens) else "end"

    def take(self) -> _Token:
        if self.at >= len(self.tokens):
            raise Malformed(_("Rumus berhenti sebelum selesai."))
        self.at += 1
        return self.tokens[self.at - 1]

    def expect(self, text: str) -> None:
        if not self.sees(text):
            found = self.tokens[self.at].text if self.at < len(self.tokens) else _("akhir rumus")
            raise Malformed(_("Rumus kurang “%(missing)s” di dekat “%(near)s”.") % {"missing": text, "near": found})
        self.at += 1

    # The grammar.

    def binary(self, level: int) -> Tree:
        if level == len(_LEVELS):
            return self.unary()
        if level == 0:
            self.depth += 1
            if self.depth > NESTING:
                raise Malformed(_("Rumus bersarang terlalu dalam."))
        first = self.binary(level + 1)
        rest: list[tuple[str, Tree]] = []
        while self.sees(*_LEVELS[level]) and self.kind() in {"operator", "symbol"}:
            operator = self.take().text
            rest.append((operator, self.binary(level + 1)))
        if level == 0:
            self.depth -= 1
        return Chain(first, tuple(rest)) if rest else first

    def unary(self) -> Tree:
        minus = 0
        while self.sees("-"):
            self.take()
            minus += 1
        tree = self.union()
        return Negative(tree) if minus % 2 else tree

    def union(self) -> Tree:
        first = self.path()
        rest: list[tuple[str, Tree]] = []
        while self.sees("|"):
            rest.append((self.take().text, self.path()))
        return Chain(first, tuple(rest)) if rest else first

    def path(self) -> Tree:
        if self.sees("//"):
            raise Malformed(_("“//” tidak didukung; tulis jalur lengkap atau ${nama}."))
        if self.sees("/"):
            self.take()
            return Path("/", self.steps() if self.kind() == "name" or self.sees(".", "..") else ())
        if self.sees(".", "..") or (self.kind() == "name" and not self.calls()):
            return Path("", self.steps())
        tree = self.primary()
        predicates = self.predicates()
        if predicates:
            tree = Filtered(tree, predicates)
        if self.sees("/"):
            self.take()
            return Path(tree, self.steps())
        return tree

    def calls(self) -> bool:
        return self.sees("(", ahead=1)

    def steps(self) -> tuple[Step, ...]:
        found = [self.step()]
        while self.sees("/", "//"):
            if self.take().text == "//":
                raise Malformed(_("“//” tidak didukung; tulis jalur lengkap atau ${nama}."))
            found.append(self.step())
        return tuple(found)

    def step(self) -> Step:
        if self.sees("."):
            self.take()
            return Step("self", "*")
        if self.sees(".."):
            self.take()
            return Step("parent", "*", self.predicates())
        axis = "child"
        if self.kind() == "name" and self.sees("::", ahead=1):
            axis = self.take().text
            self.take()
            if axis not in {"child", "parent", "self"}:
                raise Malformed(_("Sumbu “%s” tidak didukung dalam rumus.") % axis)
        if self.kind() != "name" or self.calls():
            token = self.take()
            raise Malformed(_("Rumus memuat “%s” di tempat nama pertanyaan.") % token.text)
        return Step(axis, self.take().text.rsplit(":", 1)[-1], self.predicates())

    def predicates(self) -> tuple[Tree, ...]:
        found = []
        while self.sees("["):
            self.take()
            found.append(self.binary(0))
            self.expect("]")
        return tuple(found)

    def primary(self) -> Tree:
        token = self.take()
        if token.kind == "number":
            return Literal(float(token.text))
        if token.kind == "literal":
            return Literal(token.text[1:-1])
        if token.kind == "symbol" and token.text == "(":
            tree = self.binary(0)
            self.expect(")")
            return tree
        if token.kind == "name" and token.text != "*" and token.text not in _NODE_TESTS:
            return Call(token.text, self.arguments())
        raise Malformed(_("Rumus memuat “%s” yang tidak pada tempatnya.") % token.text)

    def arguments(self) -> tuple[Tree, ...]:
        self.expect("(")
        found: list[Tree] = []
        while not self.sees(")"):
            if found:
                self.expect(",")
            found.append(self.binary(0))
        self.take()
        return tuple(found)


def walk(tree: Tree | str) -> Iterator[Tree]:
    """The tree and everything inside it, predicates included."""
    if isinstance(tree, str):
        return
    yield tree
    for inner in _inside(tree):
        yield from walk(inner)


def _inside(tree: Tree) -> tuple[Tree | str, ...]:
    match tree:
        case Path():
            return (tree.start, *(one for step in tree.steps for one in step.predicates))
        case Filtered():
            return (tree.of, *tree.predicates)
        case Call():
            return tree.arguments
        case Chain():
            return (tree.first, *(one for _operator, one in tree.rest))
        case Negative():
            return (tree.of,)
    return ()
