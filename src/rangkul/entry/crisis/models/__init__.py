"""Help lines, reports about somebody, the duty rota, and what is done with a person in danger."""

from rangkul.entry.crisis.models.alert import Alert, AlertInput
from rangkul.entry.crisis.models.duty import Shift
from rangkul.entry.crisis.models.hotline import Hotline, LineKeeper
from rangkul.entry.crisis.models.outreach import Outreach
from rangkul.entry.crisis.models.report import Evidence, Report
from rangkul.entry.crisis.models.safety import NextContact, SafetyPlan, Screening
from rangkul.entry.crisis.models.words import Verdict, WordsReview

__all__ = [
    "Alert",
    "AlertInput",
    "Evidence",
    "Hotline",
    "LineKeeper",
    "NextContact",
    "Outreach",
    "Report",
    "SafetyPlan",
    "Screening",
    "Shift",
    "Verdict",
    "WordsReview",
]
