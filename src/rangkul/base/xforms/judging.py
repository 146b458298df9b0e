"""What an answer must be, once everything is known: required, within its constraint, chosen from its list."""

from __future__ import annotations

import math
from collections.abc import Iterator, Set
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext as _

from rangkul.base.xforms.faults import Complaint
from rangkul.base.xforms.plan import Choosing, Plan
from rangkul.base.xforms.questions import ASKED
from rangkul.base.xforms.saying import Voice
from rangkul.base.xforms.structure import Spec
from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.words import Words
from rangkul.base.xforms.xpath.compiling import expression
from rangkul.base.xforms.xpath.run import Run
from rangkul.base.xforms.xpath.values import boolean, number, text_of


class Judge:
    def __init__(self, plan: Plan, run: Run, voice: Voice):
        self.plan, self.run, self.voice = plan, run, voice

    def complaints(self, root: Node) -> Iterator[Complaint]:
        for node in root.walk():
            if node.relevant and node.spec is not None:
                message = self._about(node, node.spec) if node.spec.leaf else self._about_turns(node)
                if message:
                    yield self.voice.complaint(node, message, self.run)

    def _about(self, node: Node, spec: Spec) -> str:
        if spec.readonly == "true()" and self._changed(node, spec):
            return _("Isian ini tidak boleh diubah.")
        if not node.text:
            return self._missing(node, spec)
        return self._outside(node, spec) or self._forbidden(node, spec)

    def _changed(self, node: Node, spec: Spec) -> bool:
        """A field that nobody may fill in holds what the form put there."""
        ours = spec.calculate or spec.triggered or spec.first_value or spec.preload or spec.kind not in ASKED | {"note"}
        return not ours and node.text not in {"", spec.default}

    def _missing(self, node: Node, spec: Spec) -> str:
        if spec.required and spec.kind in ASKED and expression(spec.required).true(self.run, node):
            return self._own(spec.required_message, node) or _("Pertanyaan ini wajib dijawab.")
        return ""

    def _forbidden(self, node: Node, spec: Spec) -> str:
        if spec.constraint and not expression(spec.constraint).true(self.run, node):
            return self._own(spec.constraint_message, node) or _("Jawaban ini tidak sesuai dengan ketentuan.")
        return ""

    def _own(self, words: Words, node: Node) -> str:
        return self.voice.said(words, node, self.run)

    # Choices and ranges.

    def _outside(self, node: Node, spec: Spec) -> str:
        choosing = self.plan.choosing.get(spec)
        # The list of a scale names some of its steps and leaves the others without words.
        if choosing is not None and spec.kind != "range":
            names = [node.text] if spec.kind == "select_one" else node.text.split()
            allowed = self._allowed(choosing, node, names)
            if not all(name in allowed for name in names):
                return _("Pilihan ini tidak ada dalam daftarnya.")
            if spec.kind == "rank" and len(names) != len(allowed):
                return _("Urutkan semua pilihan.")
        return self._outside_range(node, spec) if spec.kind == "range" else ""

    def _allowed(self, choosing: Choosing, node: Node, names: list[str]) -> Set[str]:
        if choosing.names is not None:
            return choosing.names
        self.run.current = node
        if choosing.rows and node.spec is not None and node.spec.kind != "rank":
            return frozenset(name for name in names if self._row_fits(choosing, name))
        found = choosing.nodeset.value(self.run, node)
        rows = found if isinstance(found, list) else []
        return frozenset(text_of(one) for row in rows for one in row.children.get(choosing.value.strip("./ "), ()))

    def _row_fits(self, choosing: Choosing, name: str) -> bool:
        rows = choosing.rows.get(name, ())
        self.run.spend(len(rows))
        return any(all(boolean(one(self.run, row, 1, 1)) for one in choosing.predicates) for row in rows)

    def _outside_range(self, node: Node, spec: Spec) -> str:
        parameters = spec.question.parameters if spec.question else {}
        try:
            start, end, step = (Decimal(parameters.get(key, "1")) for key in ("start", "end", "step"))
        except InvalidOperation:
            return ""
        value = Decimal(node.text)
        if not min(start, end) <= value <= max(start, end) or (step and (value - start) % step):
            return _("Angka ini di luar skala %(start)s sampai %(end)s.") % {"start": start, "end": end}
        return ""

    # Repeats.

    def _about_turns(self, node: Node) -> str:
        for name, several in node.children.items():
            spec = node.spec.children[name] if node.spec else None
            if spec is None or not spec.repeat_count or not _shown(several):
                continue
            stand = several[0] if several else Node(name, spec, node)
            wanted = number(expression(spec.repeat_count).value(self.run, stand))
            if math.isfinite(wanted) and len(several) != max(0, int(wanted)):
                return _("Bagian ini harus diisi tepat %s kali.") % max(0, int(wanted))
        return ""


def _shown(several: list[Node]) -> bool:
    return not several or several[0].relevant
