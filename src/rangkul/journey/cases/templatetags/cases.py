"""The head of a case, the same on every page about it, whichever package draws the page."""

from typing import Any

from django import template
from django.urls import reverse

from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.frame import tabs, title
from rangkul.journey.cases.states import FORWARD, STEPS, Stage

register = template.Library()


@register.inclusion_tag("cases/_head.html")
def case_head(case: Case, here: str) -> dict[str, Any]:
    """`here` is the name of a page of this package, or the address name of a tab of a later one."""
    return {"case": case, **tabs(case, here)}


@register.simple_tag
def case_title(case: Case, here: str) -> str:
    return title(case, here)


@register.inclusion_tag("cases/_next.html")
def next_stage(case: Case, stage: str, done: str) -> dict[str, Any]:
    """Where the work of `stage` is done and the case still stands there: what comes next, and the way to it."""
    verb = next((verb for verb in FORWARD if STEPS.allows(verb, stage)), None)
    if verb is None or not case.is_open or case.stage != stage:
        return {"goal": ""}
    goal = Stage(STEPS.steps[verb][1]).label
    return {"goal": goal, "done": done, "url": reverse("cases:stage", args=[case.pk])}
