"""The form as it came out: does every formula find what it refers to, and does none wait for itself?"""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking.notes import Notes
from rangkul.base.xforms.checking.survey import Survey
from rangkul.base.xforms.plan import RELEVANT, Cycle, columns, ordered
from rangkul.base.xforms.structure import Spec, Structure
from rangkul.base.xforms.xpath.compiling import expression
from rangkul.base.xforms.xpath.references import references, unknown
from rangkul.base.xforms.xpath.syntax import Malformed


def check(structure: Structure, survey: Survey, notes: Notes) -> None:
    lists = columns(structure)
    for spec in structure.by_path.values():
        row = _row(spec, survey)
        for base, source in _expressions(spec):
            try:
                missing = next(unknown(references(expression(source).tree, spec, lists)), None)
            except Malformed as wrong:
                notes.fault(str(wrong), "survey", row, base)
                continue
            if missing is not None:
                notes.fault(_("Tidak ada yang bernama “%s” dalam formulir ini.") % missing[:80], "survey", row, base)
    if not notes.faults:
        _circles(structure, survey, notes)


def _expressions(spec: Spec) -> Iterator[tuple[str, str]]:
    found = {
        "relevant": spec.relevant,
        "required": spec.required,
        "constraint": spec.constraint,
        "calculation": spec.calculate,
        "readonly": spec.readonly,
        "default": spec.first_value,
        "repeat_count": spec.repeat_count,
        "choice_filter": spec.itemset.nodeset if spec.itemset else "",
    }
    return ((base, source) for base, source in found.items() if source)


def _circles(structure: Structure, survey: Survey, notes: Notes) -> None:
    try:
        ordered(structure)
    except Cycle as circle:
        names = " → ".join(dict.fromkeys(task.spec.name for task in circle.tasks))
        task = circle.tasks[0]
        column = "relevant" if task.what == RELEVANT else "calculation"
        message = _("Rumus saling menunggu dan tidak pernah selesai: %s.") % names
        notes.fault(message, "survey", _row(task.spec, survey), column)


def _row(spec: Spec, survey: Survey) -> int | None:
    one = survey.by_name.get(spec.name) or survey.by_name.get(spec.name.removesuffix("_count"))
    return one.row.number if one else None
