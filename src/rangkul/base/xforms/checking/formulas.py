"""The expressions of a form as they stand in its cells, looked at before anything runs them."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from rangkul.base.xforms.checking.columns import EXPRESSIONS, MEDIA, TRANSLATED, Table
from rangkul.base.xforms.checking.notes import Notes
from rangkul.base.xforms.checking.survey import Asked, Survey
from rangkul.base.xforms.xpath import compiling, dates, patterns, syntax
from rangkul.base.xforms.xpath.registry import FUNCTIONS
from rangkul.base.xforms.xpath.syntax import Call, Chain, Literal, Malformed, Negative, Tree

_REFERENCE = re.compile(r"\$\{\s*([^}]*?)\s*\}")
_BROKEN = re.compile(r"\$\{[^}]*$|\$\{[^}]*\$\{")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_DIVIDED = re.compile(r"\s/\s|[})\d]\s*/\s*[$(\d]")
_ALL_OF = re.compile(r"\b(sum|min|max)\(\s*\$\{\s*([^}]*?)\s*\}\s*\)")
_YES_NO = {"yes", "no", "true", "false", "true()", "false()"}
_QUOTES = "“”‘’«»"
# Known elsewhere, not here; each with the reason.
_ELSEWHERE = {"pulldata", "search", "instance-from-file"}
# Worked out anew each time, a default is dynamic when it calls something or refers to a question.
_DYNAMIC = re.compile(r"\$\{|[a-z]\(")


def check(table: Table, survey: Survey, notes: Notes) -> None:
    for one in survey.asked:
        for base in EXPRESSIONS:
            text = table.get(one.row, base)
            if text and not (base in {"required", "readonly"} and text.lower() in _YES_NO):
                _expression(table, one, base, text, survey, notes)
        default = table.get(one.row, "default")
        if _DYNAMIC.search(default):
            _expression(table, one, "default", default, survey, notes)
        for base in (*TRANSLATED["survey"], *MEDIA, "trigger"):
            for column, text in table.all(one.row, base):
                message = _names(text, survey)
                if message:
                    notes.fault(message, table.name, one.row.number, column.header)
        if one.kind.source.startswith("${") and (message := _names(one.kind.source, survey)):
            notes.fault(message, table.name, one.row.number, "type")


def _expression(table: Table, one: Asked, base: str, text: str, survey: Survey, notes: Notes) -> None:
    message = _quotes(text) or _names(text, survey) or _calls(text)
    if message:
        notes.fault(message, table.name, one.row.number, base)
        return
    if base == "constraint" and (unanchored := _unanchored(text)):
        notes.notice(unanchored, table.name, one.row.number, base)
    for whole, name in _ALL_OF.findall(text):
        if not survey.by_name[name].certain:
            message = _(
                "%(function)s menjadi bukan angka bila satu saja kosong. Tulis %(function)s atas ${%(name)s}[. != '']."
            )
            notes.notice(message % {"function": f"{whole}()", "name": name}, table.name, one.row.number, base)


def _quotes(text: str) -> str:
    outside = _QUOTED.sub("", text)
    found = next((char for char in outside if char in _QUOTES), "")
    return _("Tanda kutip %s tidak dikenal dalam rumus. Pakai ' atau \".") % found if found else ""


def _names(text: str, survey: Survey) -> str:
    if _BROKEN.search(text):
        return _("Rujukan ${…} belum ditutup.")
    for name in _REFERENCE.findall(text):
        if name.startswith("last-saved#"):
            return _("Jawaban sebelumnya (last-saved) tidak didukung.")
        if name not in survey.by_name:
            return _("Tidak ada pertanyaan bernama “%s”.") % name[:64]
    return ""


def _calls(text: str) -> str:
    """Reads the expression with a stand-in for each question."""
    if _DIVIDED.search(_QUOTED.sub("''", text)):
        return _("Untuk membagi tulis “div”, bukan “/”.")
    try:
        tree = syntax.parse(_REFERENCE.sub(" /data/x ", text))
        if message := _only_here(tree):
            return message
        for call in (one for one in syntax.walk(tree) if isinstance(one, Call)):
            if call.name in _ELSEWHERE:
                return _("%s() mengambil data dari berkas lain, yang tidak didukung.") % call.name
            if call.name not in FUNCTIONS:
                return _("Fungsi %s() tidak dikenal.") % call.name[:40]
            message = _arguments(call)
            if message:
                return message
        compiling.build(tree)
    except Malformed as wrong:
        return str(wrong)
    return ""


def _only_here(tree: Tree) -> str:
    """What is right and what the evaluator in the browser cannot read all the same."""
    for one in syntax.walk(tree):
        if isinstance(one, Negative) and not isinstance(one.of, Literal):
            return _("Tulis 0 - (…), bukan - (…): tanda minus hanya boleh di depan angka.")
        if isinstance(one, Chain) and one.rest[0][0] == "|":
            return _("“|” tidak didukung dalam rumus.")
    return ""


def _arguments(call: Call) -> str:
    """What is written out in the expression itself can be tried now."""
    second = call.arguments[1] if len(call.arguments) > 1 else None
    if not isinstance(second, Literal) or not isinstance(second.value, str):
        return ""
    if call.name == "regex":
        try:
            patterns.compiled(second.value)
        except patterns.Unsupported as wrong:
            return str(wrong)
    if call.name in {"format-date", "format-date-time"}:
        return dates.unknown_letters(second.value) or ""
    return ""


def _unanchored(text: str) -> str:
    tree = syntax.parse(_REFERENCE.sub(" /data/x ", text))
    for call in (one for one in syntax.walk(tree) if isinstance(one, Call) and one.name == "regex"):
        pattern = call.arguments[1] if len(call.arguments) > 1 else None
        if isinstance(pattern, Literal) and not re.fullmatch(r"\^.*\$", str(pattern.value), re.DOTALL):
            return _("Pola tanpa ^ di awal dan $ di akhir juga cocok dengan sebagian jawaban.")
    return ""
