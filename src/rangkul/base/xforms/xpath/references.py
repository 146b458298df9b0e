"""What an expression looks at, found without running it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rangkul.base.xforms.structure import Spec
from rangkul.base.xforms.xpath.syntax import Call, Chain, Filtered, Literal, Negative, Path, Step, Tree


@dataclass(frozen=True, slots=True)
class Reference:
    """`spec` is None when the form has no such node. `elsewhere`: in a turn of a repeat that the expression picks."""

    written: str
    spec: Spec | None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Somewhere in a choice list: 0 the list, 1 its root, 2 an item, 3 a column."""

    source: str
    level: int


Place = Spec | _Row | None


def references(tree: Tree, origin: Spec, lists: Mapping[str, frozenset[str]]) -> tuple[Reference, ...]:
    """`lists` has the columns of each choice list."""
    finder = _Finder(origin, lists)
    finder.visit(tree, origin)
    return tuple(finder.found)


class _Finder:
    def __init__(self, origin: Spec, lists: Mapping[str, frozenset[str]]):
        self.origin, self.lists = origin, lists
        self.root = origin
        while self.root.parent is not None:
            self.root = self.root.parent
        self.found: list[Reference] = []
        self.picking = 0

    def visit(self, tree: Tree, here: Place) -> Place:
        """Notes what is looked at and answers where the nodes are that come out, None when they are no nodes."""
        match tree:
            case Literal():
                return None
            case Negative(of):
                self.visit(of, here)
            case Chain(first, rest):
                place = self.visit(first, here)
                for _operator, one in rest:
                    self.visit(one, here)
                return place if rest[0][0] == "|" else None
            case Filtered(of, predicates):
                place = self.visit(of, here)
                self._predicates(predicates, place)
                return place
            case Call():
                return self._call(tree, here)
            case Path():
                return self._path(tree, here)
        return None

    def _call(self, call: Call, here: Place) -> Place:
        if call.name == "current":
            return self.origin
        if call.name == "instance":
            return self._list(call)
        if call.name == "jr:choice-name" and len(call.arguments) == 2:
            self.visit(call.arguments[0], here)
            if isinstance(call.arguments[1], Literal):
                self._note_literal(str(call.arguments[1].value).strip())
            return None
        if call.name == "indexed-repeat" and call.arguments:
            self.picking += 1
            self.visit(call.arguments[0], here)
            self.picking -= 1
            for turn in call.arguments[2::2]:
                self.visit(turn, here)
            return None
        places = [self.visit(one, here) for one in call.arguments]
        return places[0] if call.name == "randomize" and places else None

    def _list(self, call: Call) -> Place:
        name = call.arguments[0] if call.arguments else None
        if isinstance(name, Literal) and str(name.value) in self.lists:
            return _Row(str(name.value), 0)
        self.found.append(Reference(f"instance({name.value if isinstance(name, Literal) else '…'})", None))
        return None

    def _note_literal(self, path: str) -> None:
        self.found.append(Reference(path, _down(self.root, path.strip("/").split("/"))))

    def _predicates(self, predicates: tuple[Tree, ...], place: Place) -> None:
        for predicate in predicates:
            self.visit(predicate, place)

    def _path(self, path: Path, here: Place) -> Place:
        steps, picks = path.steps, False
        place: Place = here
        if path.start == "/":
            if not steps or steps[0].name != self.root.name:
                self._unknown(path)
                return None
            place, steps = self.root, steps[1:]
        elif not isinstance(path.start, str):
            place = self.visit(path.start, here)
            if place is None:
                return None
        for step in steps:
            place = self._step(place, step)
            if place is None:
                self._unknown(path)
                return None
            picks = picks or bool(step.predicates and isinstance(place, Spec) and place.repeat)
            self._predicates(step.predicates, place)
        if isinstance(place, Spec):
            self.found.append(Reference(written(path), place, picks or bool(self.picking)))
        return place

    def _step(self, place: Place, step: Step) -> Place:
        if step.axis == "self":
            return place
        if isinstance(place, Spec):
            return place.parent if step.axis == "parent" else _child(place, step.name)
        if isinstance(place, _Row) and step.axis == "child" and place.level < 3:
            if place.level == 2 and step.name not in self.lists[place.source]:
                return None
            return _Row(place.source, place.level + 1)
        return None

    def _unknown(self, path: Path) -> None:
        self.found.append(Reference(written(path), None))


def _child(spec: Spec, name: str) -> Spec | None:
    if name == "*":
        return next(iter(spec.children.values()), None)
    return spec.children.get(name)


def _down(root: Spec, names: list[str]) -> Spec | None:
    if not names or names[0] != root.name:
        return None
    spec: Spec | None = root
    for name in names[1:]:
        spec = spec.children.get(name) if spec else None
    return spec


def written(path: Path) -> str:
    start = path.start if isinstance(path.start, str) else "…/"
    return start + "/".join(_step_written(step) for step in path.steps)


def _step_written(step: Step) -> str:
    return {"self": ".", "parent": ".."}.get(step.axis, step.name)


def unknown(found: tuple[Reference, ...]) -> Iterator[str]:
    return (one.written for one in found if one.spec is None)
