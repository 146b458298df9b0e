"""The verbs of plans, reviews and what is measured. Each leaves one event on the case."""

from rangkul.journey.plans.actions.agreement import agree_plan
from rangkul.journey.plans.actions.alliance import rate_alliance
from rangkul.journey.plans.actions.goals import remove_goal, set_goal
from rangkul.journey.plans.actions.measures import (
    Counted,
    add_points,
    attach_measure,
    begin_measure,
    correct_point,
    end_measure,
)
from rangkul.journey.plans.actions.phases import begin_phase, correct_phase
from rangkul.journey.plans.actions.reasoning import (
    remove_alternative,
    remove_hypothesis,
    suppose,
    weigh_alternative,
)
from rangkul.journey.plans.actions.reviews import hold_review
from rangkul.journey.plans.actions.versions import describe_plan, new_version

__all__ = [
    "Counted",
    "add_points",
    "agree_plan",
    "attach_measure",
    "begin_measure",
    "begin_phase",
    "correct_phase",
    "correct_point",
    "describe_plan",
    "end_measure",
    "hold_review",
    "new_version",
    "rate_alliance",
    "remove_alternative",
    "remove_goal",
    "remove_hypothesis",
    "set_goal",
    "suppose",
    "weigh_alternative",
]
