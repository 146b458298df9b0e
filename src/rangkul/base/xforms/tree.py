"""The nodes of one answer, beside the skeleton of its form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree

from rangkul.base.xforms.faults import Complaint, Refused
from rangkul.base.xforms.structure import Spec
from rangkul.base.xforms.xml import OPENROSA, XFORMS, local, namespace

INSTANCES = 200


class Node:
    """A node of the answer, or of a choice list (then without `spec`). `children` are grouped by name, in order."""

    __slots__ = ("allowed", "children", "name", "parent", "relevant", "spec", "text", "turn", "value")

    def __init__(self, name: str, spec: Spec | None, parent: Node | None, text: str = "", turn: int = 1):
        self.name, self.spec, self.parent, self.text, self.turn = name, spec, parent, text, turn
        self.children: dict[str, list[Node]] = {}
        # `allowed` is what its own condition says, `relevant` also what stands around it.
        self.allowed = self.relevant = True
        self.value: Any = None

    def walk(self) -> Iterator[Node]:
        yield self
        for several in self.children.values():
            for child in several:
                yield from child.walk()

    def there(self) -> Iterator[Node]:
        """As walk, without the turns of a repeat that are irrelevant."""
        yield self
        for several in self.children.values():
            for child in several:
                if child.counts:
                    yield from child.there()

    @property
    def counts(self) -> bool:
        """An irrelevant turn of a repeat is not there; any other irrelevant node is, and is empty."""
        return self.relevant or self.spec is None or not self.spec.repeat

    def allow(self, allowed: bool) -> bool:
        """Whether anything changed."""
        changed = self.allowed is not allowed
        self.allowed = allowed
        if changed:
            self._settle(self.parent is None or self.parent.relevant)
        return changed

    def _settle(self, around: bool) -> None:
        self.relevant = around and self.allowed
        for several in self.children.values():
            for child in several:
                child._settle(self.relevant)

    @property
    def path(self) -> str:
        before = self.parent.path if self.parent else ""
        return f"{before}/{self.name}[{self.turn}]" if self.spec and self.spec.repeat else f"{before}/{self.name}"


def planted(element: etree._Element, spec: Spec) -> Node:
    """The answer's nodes in the form's order. What the form does not know is refused, what is left out is empty."""
    node = Node(spec.name, spec, None)
    _fill(node, element)
    return node


def _fill(node: Node, element: etree._Element) -> None:
    spec = node.spec
    assert spec is not None
    if spec.leaf:
        if len(element):
            raise _structure(node, _("Isian ini memuat isian lain di dalamnya."))
        node.text = (element.text or "").strip()
        return
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        raise _structure(node, _("Ada tulisan di antara isian."))
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        if local(child) not in spec.children or namespace(child) not in {None, XFORMS, OPENROSA}:
            raise _structure(node, _("Ada isian yang tidak dikenal formulir ini."))
        found.setdefault(local(child), []).append(child)
    for name, below in spec.children.items():
        node.children[name] = list(_grown(node, below, found.get(name, [])))


def _grown(parent: Node, spec: Spec, elements: list[etree._Element]) -> Iterator[Node]:
    if spec.repeat and len(elements) > INSTANCES:
        raise _structure(parent, _("Bagian berulang paling banyak %s kali.") % INSTANCES, spec)
    if not spec.repeat and len(elements) > 1:
        raise _structure(parent, _("Isian ini ada dua kali."), spec)
    for turn, element in enumerate(elements, start=1):
        node = Node(spec.name, spec, parent, turn=turn)
        _fill(node, element)
        yield node
    if not elements and not spec.repeat:
        yield empty(parent, spec)


def empty(parent: Node | None, spec: Spec, turn: int = 1) -> Node:
    """A node as nobody has answered it yet. No repeat has an instance."""
    node = Node(spec.name, spec, parent, turn=turn)
    for name, below in spec.children.items():
        node.children[name] = [] if below.repeat else [empty(node, below)]
    return node


def _structure(node: Node, message: str, spec: Spec | None = None) -> Refused:
    about = spec or node.spec
    said = about.label.plain() if about else {}
    path = f"{node.path}/{spec.name}" if spec else node.path
    return Refused(Complaint(path, next(iter(said.values()), ""), message))


def written(root: Node, key: str, version: str) -> bytes:
    """Canonical: the form's order, no white space, no attribute that the form does not have."""
    document = etree.Element(root.name)
    document.set("id", key)
    if version:
        document.set("version", version)
    _write(root, document)
    return etree.tostring(document, encoding="utf-8")


def _write(node: Node, element: etree._Element) -> None:
    for several in node.children.values():
        for child in several:
            spec = child.spec
            if not child.counts:
                continue
            openrosa = spec is not None and spec.namespace == OPENROSA
            name = f"{{{OPENROSA}}}{child.name}" if openrosa else child.name
            below = etree.SubElement(element, name, nsmap={"orx": OPENROSA} if openrosa else None)
            if child.text:
                below.text = child.text
            _write(child, below)
