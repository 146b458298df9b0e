"""Whether an answer follows its form: everything that the browser promised is looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from rangkul.base.xforms import typed
from rangkul.base.xforms.faults import Complaint, Refused
from rangkul.base.xforms.judging import Judge
from rangkul.base.xforms.plan import CALCULATE, Plan
from rangkul.base.xforms.results import NO_NUMBER, reopen, settle
from rangkul.base.xforms.saying import Voice
from rangkul.base.xforms.structure import Spec, Structure
from rangkul.base.xforms.tree import Node
from rangkul.base.xforms.xpath.run import Exhausted, Run

# How often turns of a repeat that look at each other are gone through.
ROUNDS = 60


def examine(structure: Structure, plan: Plan, root: Node, *, language: str | None, now: datetime) -> None:
    """Fills in what is calculated and empties what is irrelevant; raises Refused."""
    voice = Voice(structure, language)
    run = Run(root, instances=plan.instances, now=now, choice_name=voice.choice_name, itext=voice.itext)
    nodes = _by_spec(root)
    complaints = list(_types(root, voice))
    if complaints:
        raise Refused(*complaints)
    try:
        _compute(plan, run, nodes)
        complaints = list(Judge(plan, run, voice).complaints(root))
        _empty(root)
    except (Exhausted, RecursionError):
        complaints = [Complaint("/", "", _too_heavy())]
    if complaints:
        raise Refused(*complaints)


def read(structure: Structure, plan: Plan, root: Node, *, language: str | None, now: datetime) -> None:
    """Types what was kept and tells what was hidden; changes nothing."""
    voice = Voice(structure, language)
    run = Run(root, instances=plan.instances, now=now, choice_name=voice.choice_name, itext=voice.itext)
    nodes = _by_spec(root)
    complaints = list(_types(root, voice))
    if complaints:
        raise Refused(*complaints)
    try:
        for task, how in plan.tasks:
            for node in nodes.get(task.spec, ()):
                if task.what == CALCULATE:
                    reopen(node, how, run)
                elif node.parent is None or node.parent.relevant:
                    # What holds an answer was asked, whatever a condition on today's date says by now.
                    node.allow(how.true(run, node) or any(one.text for one in node.walk()))
    except (Exhausted, RecursionError):
        raise Refused(Complaint("/", "", _too_heavy())) from None
    _empty(root)


def _too_heavy() -> str:
    return _("Jawaban ini terlalu berat untuk diperiksa. Kurangi bagian yang berulang.")


def _by_spec(root: Node) -> dict[Spec, list[Node]]:
    found: dict[Spec, list[Node]] = {}
    for node in root.walk():
        if node.spec is not None:
            found.setdefault(node.spec, []).append(node)
    return found


def _types(root: Node, voice: Voice) -> Iterator[Complaint]:
    for node in root.walk():
        spec = node.spec
        # What we calculate ourselves may hold anything: it is not looked at.
        if spec is None or not spec.leaf or spec.calculate:
            continue
        try:
            node.value = typed.value(node.text, spec.kind, spec.type)
        except typed.Unfit as wrong:
            yield voice.complaint(node, str(wrong))


def _compute(plan: Plan, run: Run, nodes: dict[Spec, list[Node]]) -> None:
    for task, how in plan.tasks:
        if task.what == CALCULATE and not how.keeps_the_first:
            for node in nodes.get(task.spec, ()):
                node.text = ""
    for _round in range(ROUNDS):
        changed = False
        for task, how in plan.tasks:
            for node in nodes.get(task.spec, ()):
                if task.what == CALCULATE:
                    changed |= settle(node, how, run)
                elif node.parent is None or node.parent.relevant:
                    changed |= node.allow(how.true(run, node))
        if not changed or not plan.circling:
            return
    raise Exhausted


def _empty(root: Node) -> None:
    for node in root.walk():
        spec = node.spec
        if spec is None or not spec.leaf:
            continue
        if not node.relevant:
            node.text = ""
            node.value = () if spec.kind in {"select_multiple", "rank"} else None
        elif spec.calculate and node.text in NO_NUMBER:
            node.text = ""
