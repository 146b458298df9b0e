"""Where a case stands on its path and what the next step still needs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from rangkul.base.ready import ready
from rangkul.journey.cases import hooks
from rangkul.journey.cases.hooks import Missing
from rangkul.journey.cases.models import Case, StageStep
from rangkul.journey.cases.states import PATH, STEPS, Stage


@dataclass(frozen=True)
class Place:
    """One stage of the path: `state` is done, skipped, now or next; `since` the moment of the last step into it."""

    stage: Stage
    state: str
    since: datetime | None
    missing: tuple[Missing, ...]


# Steps that move nothing.
STANDING = ("emergency", "programme")


def missing(case: Case, stage: str | None = None) -> list[Missing]:
    """What a stage of the case still needs: to leave it where the case stands there, else to enter it.

    Without `stage`, everything that is missing anywhere. Each function of `hooks.criteria` is asked once.
    """
    found = [one for check in hooks.criteria for one in check(case)]
    if stage is None:
        return found
    when = "exit" if stage == case.stage else "entry"
    return [one for one in found if one.stage == stage and one.when == when]


def said_once(found: Iterable[Missing]) -> list[Missing]:
    """For a page: two packages may miss the same thing in the same words."""
    return list({one.sentence: one for one in reversed(list(found))}.values())[::-1]


def missing_for_step(case: Case, verb: str) -> list[Missing]:
    """What stands between the case and this step forward: leaving where it is, entering where it goes."""
    goal = STEPS.steps[verb][1]
    found = [one for check in hooks.criteria for one in check(case)]
    return [
        one
        for one in found
        if (one.stage == case.stage and one.when == "exit") or (one.stage == goal and one.when == "entry")
    ]


def path(case: Case, steps: Iterable[StageStep] | None = None) -> list[Place]:
    """The six stages in order, for the left column of the page; `steps` where the page has them at hand."""
    found = missing(case)
    steps = steps_of(case) if steps is None else steps
    since = {one.to_stage: one.at for one in sorted(steps, key=lambda one: one.at) if one.verb not in STANDING}
    here = PATH.index(case.stage) if case.stage in PATH else len(PATH)
    return [_place(case, stage, number, here, since, found) for number, stage in enumerate(PATH)]


def steps_of(case: Case) -> list[StageStep]:
    """Every step that the case took, with who took it."""
    return _steps(case.pk)


@ready
def _steps(case_id: UUID) -> QuerySet[StageStep]:
    return StageStep.objects.filter(case_id=case_id).select_related("key", "by")


def _place(case: Case, stage: Stage, number: int, here: int, since: dict, found: list[Missing]) -> Place:
    state = _behind(stage, since) if number < here else "now" if number == here else "next"
    when = "exit" if state == "now" else "entry"
    # What a stage behind us once lacked is history; only what lies ahead is shown as missing.
    lacks = tuple(said_once(one for one in found if one.stage == stage and one.when == when)) if number >= here else ()
    return Place(stage, state, since.get(stage) if number <= here else None, lacks if case.is_open else ())


def _behind(stage: Stage, since: dict) -> str:
    """A case that ended early never stood in the stages between, so that nobody may read that they were done."""
    return "skipped" if since and stage not in since else "done"
