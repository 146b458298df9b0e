from rangkul.journey.plans.models.alliance import AllianceRating, AllianceWords
from rangkul.journey.plans.models.goal import Goal
from rangkul.journey.plans.models.measure import Measure, MeasurePhase, MeasurePoint
from rangkul.journey.plans.models.plan import Plan
from rangkul.journey.plans.models.reasoning import Alternative, Hypothesis
from rangkul.journey.plans.models.review import Review, ReviewLevel

__all__ = [
    "AllianceRating",
    "AllianceWords",
    "Alternative",
    "Goal",
    "Hypothesis",
    "Measure",
    "MeasurePhase",
    "MeasurePoint",
    "Plan",
    "Review",
    "ReviewLevel",
]
