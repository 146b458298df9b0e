"""The plan: goals with five levels, two ways that were weighed, what is supposed, who does what by when."""

import re
from datetime import timedelta

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases import actions as cases
from rangkul.journey.plans import actions
from rangkul.journey.plans.gas import LEVELS
from rangkul.web.demo.playing import counting
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.words import WITNESS

# Days after the request.
TALKED, AGREED = 13, 16.5
_BECAUSE = re.compile(r"Jika (?P<condition>.+), maka (?P<expectation>.+?), karena (?P<because>.+)\.", re.DOTALL)


def play(course: Course) -> None:
    """A draft with its first goal where the case stands in planning; else agreed and signed."""
    course.worker_does(TALKED, lambda by: _describe(course, by), lambda by: _goals(course, by))
    if not course.road.reached("intervention") and course.road.number % 3:
        return
    course.worker_does(TALKED + 1, lambda by: _reasons(course, by))
    if not course.road.reached("intervention"):
        return
    counting.begin(course)
    course.worker_does(AGREED, lambda by: _agree(course, by), lambda by: _tasks(course, by))
    course.sign_what_waits(AGREED + 0.2)


def _describe(course: Course, by: Asker) -> None:
    actions.describe_plan(
        by=by,
        case=course.case,
        wish=course.said(course.story["goals"][0]["own"]),
        resources=course.said(course.story["bpss"]["sosial"][1]),
        review_on=max(course.date(60), course.date(TALKED)),
    )


def _goals(course: Course, by: Asker) -> None:
    for goal in course.story["goals"]:
        actions.set_goal(
            by=by,
            case=course.case,
            title=course.said(goal["title"]),
            purpose="capacity" if goal["weight"] > 2 else "link",
            responsible="together",
            client_view="agrees",
            client_words=course.said(goal["own"]),
            levels={level: course.said(words) for level, words in zip(LEVELS, goal["levels"], strict=True)},
            weight=goal["weight"] + 1,
            baseline=goal["before"],
        )


def _reasons(course: Course, by: Asker) -> None:
    for way in course.story["alternatives"]:
        words = {"title": course.said(way["text"]), "reason": course.said(way["why"])}
        actions.weigh_alternative(by=by, case=course.case, chosen=way["chosen"], **words)
    supposed = _BECAUSE.fullmatch(course.story["because"])
    parts = {name: course.said(text) for name, text in supposed.groupdict().items()}
    actions.suppose(by=by, case=course.case, **parts)


def _agree(course: Course, by: Asker) -> None:
    actions.agree_plan(
        by=by,
        case=course.case,
        agreement=cases.Agreement("spoken", course.road.client.full_name, witness=WITNESS),
        client_words=course.said(course.story["goals"][0]["own"]),
    )


def _tasks(course: Course, by: Asker) -> None:
    worker: Staff = course.office.staff[course.road.worker.key]
    agreed = course.date(AGREED)
    for task in course.story["tasks"]:
        cases.add_task(
            by=by,
            case=course.case,
            title=course.said(task["text"]),
            due=agreed + timedelta(days=task["days"]),
            owner=worker if task["owner"] == "worker" else None,
            shown=True,
        )
