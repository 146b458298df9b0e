"""Sheets of paper: which belongs to a code, and which of a case are still out."""

import re

from rangkul.base.codes import ALPHABET
from rangkul.journey.cases.models import Case, Sheet
from rangkul.journey.cases.models.sheet import CODE_LENGTH

_NOISE = re.compile(r"[^0-9A-Z]")
_SHOWN = 20


def sheet_of(typed: str) -> Sheet | None:
    """By the code as somebody read it off the paper; None for a code that is none, or of a case that is not seen."""
    code = _NOISE.sub("", typed.upper()[:40])
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET):
        return None
    related = ("case__key", "case__person", "case__household", "case__worker", "case__agency")
    return Sheet.objects.filter(code=code).select_related(*related).first()


def sheets_of(case: Case) -> list[Sheet]:
    """The newest first."""
    return list(case.sheets.select_related("printed_by", "document__key").order_by("-made_at")[:_SHOWN])
