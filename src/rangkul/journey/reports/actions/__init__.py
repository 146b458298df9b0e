"""The verbs of documents. Each leaves one event on the case."""

from rangkul.journey.reports.actions.changing import leave_out, renew_passage, write_passage
from rangkul.journey.reports.actions.checking import Answer, check_code
from rangkul.journey.reports.actions.giving import give_paper
from rangkul.journey.reports.actions.signing import sign_paper
from rangkul.journey.reports.actions.starting import drop_paper, new_version, start_paper

__all__ = [
    "Answer",
    "check_code",
    "drop_paper",
    "give_paper",
    "leave_out",
    "new_version",
    "renew_passage",
    "sign_paper",
    "start_paper",
    "write_passage",
]
