"""A drawing that carries its own ink: for paper and word processors, where no style sheet of ours comes along.

Classes become attributes of the elements themselves, everything black on white. What a script or a link needs goes.
"""

from __future__ import annotations

from lxml import etree

from rangkul.journey.pictures.inks import INKS

# The one that letters are set in, and any other where that is not there.
FONT = "Libertinus Serif, serif"
_SPACE = "http://www.w3.org/2000/svg"
_KEPT = frozenset(
    {"d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "width", "height", "viewBox", "transform"}
)
# Only for whoever points at them, or said beside the drawing in other words.
_UNSEEN = frozenset({"title", "desc"})


def inked(drawing: str) -> str:
    """The same drawing as a file of its own. `drawing` is one that this package made."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(drawing.encode(), parser)
    _ink(root, frozenset())
    root.set("xmlns", _SPACE)
    root.set("font-family", FONT)
    return etree.tostring(root, encoding="unicode")


def _ink(element: etree._Element, above: frozenset[str]) -> None:
    classes = frozenset(element.get("class", "").split())
    attributes = {name: value for name, value in element.attrib.items() if name in _KEPT}
    element.attrib.clear()
    for name, value in attributes.items():
        element.set(name, value)
    for name, value in _looks(element.tag, classes, above).items():
        element.set(name, value)
    if element.tag == "a":
        element.tag = "g"
    for child in list(element):
        if child.tag in _UNSEEN or _is_bare_hit(child):
            element.remove(child)
        else:
            _ink(child, above | classes)


def _is_bare_hit(element: etree._Element) -> bool:
    """A place to point at, and nothing that is seen."""
    return element.get("class", "").split() == ["geno-hit"]


def _looks(tag: str, classes: frozenset[str], above: frozenset[str]) -> dict[str, str]:
    """Later rules win, like in a style sheet."""
    found: dict[str, str] = {}
    for selector, looks in INKS:
        *around, own = selector.split()
        own_matches = own == tag if own in ("text", "svg") else own in classes
        if own_matches and set(around) <= above | classes:
            found |= looks
    return found
