"""Contracts of supervision, sessions, what was decided there; a log for oneself; readiness."""

from rangkul.sustain.workforce.models.agenda import AgendaItem, Decision, FollowUp
from rangkul.sustain.workforce.models.contract import Contract
from rangkul.sustain.workforce.models.growing import Readiness, Reflection
from rangkul.sustain.workforce.models.practicum import LogEntry, Objective, Practicum, StudyCase
from rangkul.sustain.workforce.models.session import Correction, PersonalNote, Session

__all__ = [
    "AgendaItem",
    "Contract",
    "Correction",
    "Decision",
    "FollowUp",
    "LogEntry",
    "Objective",
    "PersonalNote",
    "Practicum",
    "Readiness",
    "Reflection",
    "Session",
    "StudyCase",
]
