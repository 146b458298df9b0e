"""The columns of an XLSForm: their many spellings, their languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rangkul.base.xforms.checking.workbook import Row, Sheet

_SAME = {
    "command": "type",
    "calculate": "calculation",
    "relevance": "relevant",
    "read_only": "readonly",
    "caption": "label",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message",
    "jr:requiredmsg": "required_message",
    "set_form_title": "form_title",
    "title": "form_title",
    "set_form_id": "form_id",
    "id_string": "form_id",
}
_FAMILIES = {"bind", "control", "body", "media"}
TRANSLATED = {
    "survey": ("label", "hint", "guidance_hint", "constraint_message", "required_message"),
    "choices": ("label",),
    "scoring": ("label", "says"),
}
MEDIA = ("image", "big-image", "audio", "video")
KNOWN = {
    "survey": {
        *TRANSLATED["survey"],
        *MEDIA,
        *("type", "name", "relevant", "constraint", "required", "readonly", "calculation", "choice_filter", "default"),
        *("appearance", "parameters", "repeat_count", "trigger", "disabled", "autoplay", "rows", "note"),
    },
    "settings": {
        *("form_title", "form_id", "version", "default_language", "style", "instance_name", "name"),
        *("allow_choice_duplicates", "clean_text_values"),
    },
}
EXPRESSIONS = ("relevant", "constraint", "required", "readonly", "calculation", "choice_filter", "repeat_count")


@dataclass(frozen=True, slots=True)
class Column:
    """`header` as written, `base` as XLSForm calls it, `language` empty where the header names none."""

    header: str
    base: str
    language: str = ""


def column(header: str) -> Column:
    parts = [part.strip() for part in re.split(r"::|(?<!jr):", header) if part.strip()]
    if len(parts) > 1 and parts[0].lower() in _FAMILIES:
        parts = parts[1:]
    if not parts:
        return Column(header, header)
    base = re.sub(r"\s+", "_", parts[0].lower())
    base = base if base == "big-image" else base.replace("-", "_")
    return Column(header, _SAME.get(base, base), parts[1] if len(parts) > 1 else "")


class Table:
    """A sheet seen through its columns."""

    def __init__(self, sheet: Sheet):
        self.name, self.rows = sheet.name, sheet.rows
        self.columns = [column(header) for header in sheet.headers]

    def has(self, base: str) -> bool:
        return any(one.base == base for one in self.columns)

    def languages(self) -> list[str]:
        bases = {*TRANSLATED.get(self.name, ()), *MEDIA}
        return list(dict.fromkeys(one.language for one in self.columns if one.base in bases and one.language))

    def get(self, row: Row, base: str) -> str:
        return next((text for _column, text in self.all(row, base)), "")

    def all(self, row: Row, base: str) -> Iterator[tuple[Column, str]]:
        for one in self.columns:
            if one.base == base and row.cells.get(one.header):
                yield one, row.cells[one.header]
