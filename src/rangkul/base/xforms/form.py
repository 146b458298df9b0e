"""A form: what it asks, and whether an answer follows it."""

from __future__ import annotations

import uuid
from collections.abc import Container, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.xforms import examining, reading, tree, writing
from rangkul.base.xforms.answer import Answer, gathered
from rangkul.base.xforms.faults import Complaint, Refused, Unreadable
from rangkul.base.xforms.plan import Cycle, Plan, planned
from rangkul.base.xforms.questions import Question
from rangkul.base.xforms.structure import Structure
from rangkul.base.xforms.xml import ANSWER_BYTES, ANSWER_NODES, local, parse
from rangkul.base.xforms.xpath.syntax import Malformed

_COMPILED = 256


class Form:
    """Immutable and shared between threads. `questions` are the top level; groups and repeats have `children`."""

    def __init__(self, xml: bytes, structure: Structure, plan: Plan):
        self.xml = xml
        self.structure, self.plan = structure, plan
        self.key, self.version, self.title = structure.key, structure.version, structure.title
        self.languages = structure.languages
        self.questions: tuple[Question, ...] = structure.questions
        # The media files that its labels and choices show.
        self.media: tuple[str, ...] = structure.media
        self._by_name = {found.name: found for top in self.questions for found in reversed(list(top.walk()))}

    @staticmethod
    def from_xml(xml: bytes) -> Form:
        """Of a version that was checked before. Compiled once for each process, then from memory."""
        return _compiled(bytes(xml))

    def question(self, name: str) -> Question:
        """By name or by path; KeyError where there is none."""
        if name.startswith("/"):
            question = self.structure.by_path[name].question
            if question is None:
                raise KeyError(name)
            return question
        return self._by_name[name]

    def all_questions(self) -> tuple[Question, ...]:
        return tuple(found for top in self.questions for found in top.walk())

    def examine(
        self,
        answer: bytes,
        *,
        instance_ids: Container[str] = (),
        language: str | None = None,
        now: datetime | None = None,
    ) -> Answer:
        """Believe nothing: parse, count again, and refuse what the form forbids.

        `instance_ids` are those already taken; `language` is the asker's; `now` is the moment at which the answer was
        given, in the zone in which its days are counted. Raises Refused.
        """
        root = self._planted(answer)
        examining.examine(self.structure, self.plan, root, language=language, now=now or clock.local(clock.now()))
        examined = self._answer(root)
        if examined.instance_id in instance_ids:
            raise Refused(Complaint(f"{root.path}/meta/instanceID", "", _("Jawaban ini sudah pernah diterima.")))
        return examined

    def read(self, kept: bytes, *, language: str | None = None, now: datetime | None = None) -> Answer:
        """An answer that was examined before and kept by us. What it holds is not judged or calculated anew: a later
        clock must not change an age or refuse a date. Raises Refused only for what is no answer to this form."""
        root = self._planted(kept)
        examining.read(self.structure, self.plan, root, language=language, now=now or clock.local(clock.now()))
        return self._answer(root)

    def _answer(self, root: tree.Node) -> Answer:
        return Answer(
            key=self.key,
            version=self.version,
            instance_id=self._instance_id(root),
            values=gathered(root),
            hidden=frozenset(node.path for node in root.there() if not node.relevant),
            xml=tree.written(root, self.key, self.version),
        )

    def answer_from(
        self, values: Mapping[str, Any], *, instance_id: str | None = None, now: datetime | None = None
    ) -> bytes:
        """The XML of an answer from plain values by name, a repeat as a list of dicts; defaults as in the browser.

        It is as little believed as any other: `examine` it. ValueError for a name that the form does not have.
        """
        root = writing.planted(self.structure, self.plan, values, now or clock.local(clock.now()))
        for meta in root.children.get("meta", []):
            for node in meta.children.get("instanceID", []):
                node.text = instance_id or f"uuid:{uuid.uuid4()}"
        return tree.written(root, self.key, self.version)

    def _planted(self, answer: bytes) -> tree.Node:
        try:
            element = parse(answer, most_bytes=ANSWER_BYTES, most_nodes=ANSWER_NODES)
        except Unreadable as wrong:
            raise Refused(Complaint("/", "", str(wrong))) from None
        said = (local(element), element.get("id"), element.get("version", ""))
        if said[:2] != (self.structure.root.name, self.key):
            raise Refused(Complaint("/", "", _("Jawaban ini untuk formulir lain.")))
        if said[2] != self.version:
            raise Refused(Complaint("/", "", _("Jawaban ini untuk versi lain dari formulir ini.")))
        return tree.planted(element, self.structure.root)

    @staticmethod
    def _instance_id(root: tree.Node) -> str:
        for meta in root.children.get("meta", []):
            for node in meta.children.get("instanceID", []):
                if 8 <= len(node.text) <= 100:
                    return node.text
        raise Refused(Complaint(f"{root.path}/meta/instanceID", "", _("Jawaban ini tidak bernomor.")))

    def __repr__(self) -> str:
        return f"<Form {self.key} {self.version}>"


def compiled(xml: bytes, structure: Structure) -> Form:
    """Raises Unreadable."""
    try:
        return Form(xml, structure, planned(structure))
    except Cycle as wrong:
        raise Unreadable(_("Rumus saling menunggu: %s.") % wrong) from None
    except Malformed as wrong:
        raise Unreadable(str(wrong)) from None


@lru_cache(maxsize=_COMPILED)
def _compiled(xml: bytes) -> Form:
    return compiled(xml, reading.read(xml))
