"""The form's own words, in the language of who asks, with the values of this answer in them."""

from __future__ import annotations

from rangkul.base.xforms.faults import Complaint
from rangkul.base.xforms.questions import pick
from rangkul.base.xforms.structure import Structure
from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.words import Words, spoken
from rangkul.base.xforms.xpath.compiling import expression
from rangkul.base.xforms.xpath.run import Exhausted, Run
from rangkul.base.xforms.xpath.values import string

LABEL = 200


class Voice:
    def __init__(self, structure: Structure, language: str | None):
        self.structure, self.language = structure, language

    def complaint(self, node: Node, message: str, run: Run | None = None) -> Complaint:
        spec = node.spec
        label = self.said(spec.label, node, run) if spec else ""
        return Complaint(node.path, label[:LABEL], message)

    def said(self, words: Words, node: Node, run: Run | None) -> str:
        parts = spoken(words, self.language)
        if run is None or all(isinstance(part, str) for part in parts):
            return pick(words.plain(), self.language)
        try:
            found = [part if isinstance(part, str) else _shown(part.expression, node, run) for part in parts]
        except Exhausted:
            return pick(words.plain(), self.language)
        return "".join(found).strip()

    def choice_name(self, path: str, value: str) -> str:
        spec = self.structure.by_path.get(path)
        if spec is None or spec.question is None:
            return ""
        return next((one.label(self.language) for one in spec.question.choices if one.name == value), "")

    def itext(self, name: str) -> str:
        words = self.structure.texts.get(name)
        return pick(words.plain(), self.language) if words else ""


def _shown(source: str, node: Node, run: Run) -> str:
    return string(expression(source).value(run, node))
