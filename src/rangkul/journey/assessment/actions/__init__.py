"""The verbs of assessment. Each leaves one event on the case."""

from rangkul.journey.assessment.actions.categories import add_category, end_category
from rangkul.journey.assessment.actions.facts import correct_fact, record_fact
from rangkul.journey.assessment.actions.functioning import record_functioning
from rangkul.journey.assessment.actions.institutions import correct_institution, note_institution
from rangkul.journey.assessment.actions.pie import carry_pie, code_pie, correct_finding, correct_pie, note_finding
from rangkul.journey.assessment.actions.risks import check_risks, end_risk, raise_risk, rate_risk
from rangkul.journey.assessment.actions.rounds import (
    begin_reassessment,
    explain_gap,
    sign_round,
    state_presenting,
    summarise,
)

__all__ = [
    "add_category",
    "begin_reassessment",
    "carry_pie",
    "check_risks",
    "code_pie",
    "correct_fact",
    "correct_finding",
    "correct_institution",
    "correct_pie",
    "end_category",
    "end_risk",
    "explain_gap",
    "note_finding",
    "note_institution",
    "raise_risk",
    "rate_risk",
    "record_fact",
    "record_functioning",
    "sign_round",
    "state_presenting",
    "summarise",
]
