from rangkul.journey.plans.models.goal import Goal
from rangkul.journey.plans.models.plan import Plan
from rangkul.journey.plans.models.reasoning import Alternative, Hypothesis
from rangkul.journey.plans.models.review import Review, ReviewLevel

__all__ = ["Alternative", "Goal", "Hypothesis", "Plan", "Review", "ReviewLevel"]
