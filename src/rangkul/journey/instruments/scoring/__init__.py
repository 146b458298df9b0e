"""Scoring: rules as data, and pure functions. No database, no clock, no framework.

Words in both languages travel with the rules, so that a stored result still says what it said.

rules = Rules.load(json)
scored = score(rules, {"phq9_1": "2", …}, about=About(age=34, sex="P"))
change(rules, before, after)
"""

from rangkul.journey.instruments.scoring.changing import Change, NotComparable, PartChange, change
from rangkul.journey.instruments.scoring.ranges import spans, total_range
from rangkul.journey.instruments.scoring.results import Finding, Part, Scored
from rangkul.journey.instruments.scoring.rules import About, Answers, BadRules, Band, Rules
from rangkul.journey.instruments.scoring.scorer import AnswerUnknown, score
from rangkul.journey.instruments.scoring.words import Words

__all__ = [
    "About",
    "AnswerUnknown",
    "Answers",
    "BadRules",
    "Band",
    "Change",
    "Finding",
    "NotComparable",
    "Part",
    "PartChange",
    "Rules",
    "Scored",
    "Words",
    "change",
    "score",
    "spans",
    "total_range",
]
