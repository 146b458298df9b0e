"""The verbs of plans and reviews. Each leaves one event on the case."""

from rangkul.journey.plans.actions.agreement import agree_plan
from rangkul.journey.plans.actions.goals import remove_goal, set_goal
from rangkul.journey.plans.actions.reasoning import (
    remove_alternative,
    remove_hypothesis,
    suppose,
    weigh_alternative,
)
from rangkul.journey.plans.actions.reviews import hold_review
from rangkul.journey.plans.actions.versions import describe_plan, new_version

__all__ = [
    "agree_plan",
    "describe_plan",
    "hold_review",
    "new_version",
    "remove_alternative",
    "remove_goal",
    "remove_hypothesis",
    "set_goal",
    "suppose",
    "weigh_alternative",
]
