"""Structured forms: XLSForms checked, their answers examined. See base/README.md."""

from rangkul.base.xforms.answer import Answer
from rangkul.base.xforms.checking import check
from rangkul.base.xforms.faults import Checked, Complaint, Fault, Refused, Unreadable
from rangkul.base.xforms.form import Form
from rangkul.base.xforms.questions import Choice, Question

__all__ = [
    "Answer",
    "Checked",
    "Choice",
    "Complaint",
    "Fault",
    "Form",
    "Question",
    "Refused",
    "Unreadable",
    "check",
]
