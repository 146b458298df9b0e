"""What a form computes, in an order in which each thing is known before it is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter

from rangkul.base.xforms.structure import Item, Itemset, Spec, Structure
from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath.compiling import Compiled, Expression, build, expression
from rangkul.base.xforms.xpath.references import Reference, references
from rangkul.base.xforms.xpath.syntax import Call, Chain, Literal, Path, Tree

RELEVANT, CALCULATE = "relevant", "calculate"


@dataclass(frozen=True, slots=True)
class Task:
    """`what` is RELEVANT or CALCULATE."""

    spec: Spec
    what: str

    @property
    def source(self) -> str:
        return self.spec.relevant if self.what == RELEVANT else self.spec.calculate


class Cycle(ValueError):
    """Some things need each other before any of them is known."""

    def __init__(self, tasks: tuple[Task, ...]):
        self.tasks = tasks
        super().__init__(" → ".join(task.spec.name for task in tasks))


@dataclass(frozen=True, slots=True)
class Choosing:
    """How to tell whether a choice may be chosen. `names` when that never changes; `rows` are the rows by name when
    only the row itself matters; otherwise the whole list has to be worked out."""

    nodeset: Expression
    value: str
    names: Set[str] | None = None
    rows: Mapping[str, list[Node]] = field(default_factory=dict)
    predicates: tuple[Compiled, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """`circling`: turns of a repeat look at other turns, so the order is gone through until nothing changes."""

    tasks: tuple[tuple[Task, Expression], ...]
    circling: bool
    instances: Mapping[str, Node]
    choosing: Mapping[Spec, Choosing]


def planned(structure: Structure) -> Plan:
    """Raises Malformed or Cycle."""
    instances = {name: _grown(name, rows) for name, rows in structure.lists.items()}
    tasks, circling = ordered(structure)
    chooser = _Chooser(instances)
    return Plan(
        tasks=tuple((task, expression(task.source)) for task in tasks),
        circling=circling,
        instances=instances,
        choosing={
            spec: chooser.choosing(spec.itemset) for spec in structure.by_path.values() if spec.itemset is not None
        },
    )


def columns(structure: Structure) -> dict[str, frozenset[str]]:
    return {name: frozenset(key for row in rows for key in row.columns) for name, rows in structure.lists.items()}


def ordered(structure: Structure) -> tuple[tuple[Task, ...], bool]:
    lists = columns(structure)
    here: dict[Task, set[Task]] = {}
    anywhere: dict[Task, set[Task]] = {}
    for task in _tasks(structure):
        found = references(expression(task.source).tree, task.spec, lists)
        around = set(_relevance(task.spec if task.what == CALCULATE else task.spec.parent))
        here[task] = around | _needed(one for one in found if not one.elsewhere)
        anywhere[task] = here[task] | _needed(iter(found))
    try:
        return tuple(TopologicalSorter(anywhere).static_order()), False
    except CycleError:
        # A running total looks at the turn before: a circle on paper, none in an answer.
        pass
    try:
        return tuple(TopologicalSorter(here).static_order()), True
    except CycleError as wrong:
        raise Cycle(tuple(wrong.args[1])) from None


def _tasks(structure: Structure) -> Iterator[Task]:
    for spec in structure.by_path.values():
        if spec.relevant:
            yield Task(spec, RELEVANT)
        if spec.calculate:
            yield Task(spec, CALCULATE)


def _relevance(spec: Spec | None) -> Iterator[Task]:
    while spec is not None:
        if spec.relevant:
            yield Task(spec, RELEVANT)
        spec = spec.parent


def _needed(found: Iterator[Reference]) -> set[Task]:
    tasks: set[Task] = set()
    for reference in found:
        spec = reference.spec
        if spec is not None:
            tasks |= set(_relevance(spec))
            if spec.calculate:
                tasks.add(Task(spec, CALCULATE))
    return tasks


def _grown(name: str, rows: list[Item]) -> Node:
    """A choice list as nodes, so that a path can walk in it."""
    top = Node(name, None, None)
    root = Node("root", None, top)
    top.children["root"] = [root]
    root.children["item"] = []
    for row in rows:
        item = Node("item", None, root)
        item.children = {key: [Node(key, None, item, text)] for key, text in row.columns.items()}
        root.children["item"].append(item)
    return top


class _Chooser:
    """Many questions share a list, so its rows are sorted by name once."""

    def __init__(self, instances: Mapping[str, Node]):
        self.instances = instances
        self._by_name: dict[tuple[str, str], dict[str, list[Node]]] = {}

    def choosing(self, itemset: Itemset) -> Choosing:
        nodeset = expression(itemset.nodeset)
        if itemset.source not in self.instances:
            return Choosing(nodeset, itemset.value)
        rows = self._rows(itemset)
        if not itemset.filtered:
            return Choosing(nodeset, itemset.value, names=rows.keys())
        predicates = _row_predicates(nodeset.tree)
        if predicates is None or nodeset.calls & {"position", "last"}:
            return Choosing(nodeset, itemset.value)
        return Choosing(nodeset, itemset.value, rows=rows, predicates=tuple(build(one) for one in predicates))

    def _rows(self, itemset: Itemset) -> dict[str, list[Node]]:
        key = (itemset.source, itemset.value)
        if key not in self._by_name:
            rows = self._by_name[key] = {}
            for item in self.instances[itemset.source].children["root"][0].children["item"]:
                for column in item.children.get(itemset.value, ()):
                    rows.setdefault(column.text, []).append(item)
        return self._by_name[key]


def _row_predicates(tree: Tree) -> tuple[Tree, ...] | None:
    """The conditions on a row, when nothing but the row and the answer decides whether it is in."""
    if isinstance(tree, Call) and tree.name == "randomize" and tree.arguments:
        tree = tree.arguments[0]
    match tree:
        case Path(Call("instance"), steps) if len(steps) == 2 and not steps[0].predicates:
            conditions = steps[1].predicates
            # A number as a condition means a place in the list.
            return None if any(isinstance(one, Literal) or _counts(one) for one in conditions) else conditions
    return None


def _counts(tree: Tree) -> bool:
    """Whether a condition may come out as a number."""
    logical = {"=", "!=", "<", "<=", ">", ">=", "and", "or"}
    truths = {"selected", "not", "true", "false", "boolean", "contains", "starts-with", "regex"}
    if isinstance(tree, Chain):
        return tree.rest[-1][0] not in logical
    return not (isinstance(tree, Call) and tree.name in truths)
