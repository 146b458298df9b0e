"""The intervention: contacts and notes over the weeks, finished tasks, a look back, the next appointment."""

from datetime import timedelta
from typing import Any

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases import actions
from rangkul.journey.cases.states import TaskState
from rangkul.journey.plans import actions as plans
from rangkul.journey.plans import queries
from rangkul.journey.plans.actions.reviews import Reached
from rangkul.web.demo.playing import counting, entitling, meeting, referring, telling, visiting
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.words import CHANNEL, METHOD, RISK_KIND, WORKER_ROLE

FIRST = 18
# How many days of practice lie before an evaluation.
WEEKS = 62
FRIDAY = 4


def play(course: Course) -> None:
    over = course.road.reached("evaluation")
    lasted = WEEKS if over else max(4, course.lasted() - FIRST - 1)
    doings = course.story["activities"]
    for place, doing in enumerate(doings):
        day = FIRST + lasted * place / len(doings)
        last = place == len(doings) - 1 and not over
        course.worker_does(day, lambda by, doing=doing, last=last: _activity(course, by, doing, last=last))
        if place < len(course.story["notes"]):
            note = course.said(course.story["notes"][place])
            course.worker_does(day + 1.5, lambda by, note=note: actions.write_note(by=by, case=course.case, text=note))
        # What happened between two contacts is played between them, so that the timeline stands in its order.
        if place == len(doings) - 2:
            course.worker_does(day + 2, lambda by: _finish_tasks(course, by))
            course.supervisor_does(day + 3, lambda by: _supervise(course, by))
    counting.go_on(course, FIRST + lasted * 0.84)
    _look_back(course, FIRST + lasted * 0.85)
    counting.rate(course, FIRST + lasted * 0.45, FIRST + lasted * 0.86)
    if not over:
        entitling.apply(course, FIRST + lasted * 0.87)
        visiting.go(course, FIRST + lasted * 0.88)
        keep_in_touch(course, FIRST + lasted * 0.9)
        # Of these days, so that whoever was invited may still read what was decided.
        meeting.hold(course, FIRST + max(lasted * 0.91, lasted - 3.5))
        course.worker_does(FIRST + lasted, lambda by: _look_at_risks(course, by), lambda by: _appointment(course, by))
        meeting.call_next(course, FIRST + lasted + 0.2)
        referring.refer(course, FIRST + max(lasted * 0.9, lasted - 2.5))
        visiting.plan_next(course, FIRST + lasted + 0.3)
        telling.in_these_days(course, FIRST + lasted + 0.4)


def _goal_ids(course: Course) -> list:
    plan = queries.agreed_plan(course.case)
    return [goal.thread for goal in sorted(plan.goals.all(), key=lambda goal: goal.number)]


def _activity(course: Course, by: Asker, doing: dict[str, Any], *, last: bool) -> None:
    """The step after the newest contact is a task of these days; one in six is a day late."""
    threads = _goal_ids(course)
    soon = max(course.today(), course.ahead(course.road.number % 6 - 1))
    actions.record_activity(
        by=by,
        case=course.case,
        channel=CHANNEL[doing["channel"]],
        minutes=doing["minutes"],
        result=course.said(f"{doing['text']} {doing['result']}"),
        method=METHOD.get(doing["method"], "casework"),
        level=doing["level"],
        worker_role=WORKER_ROLE.get(doing["method"], "counsellor"),
        goal_id=threads[doing["goal"]],
        next_step=course.said(doing["next"]),
        next_due=soon if last else None,
    )


def _finish_tasks(course: Course, by: Asker) -> None:
    """What the plan promised is done by then; what came of the newest contact, and what a partner does next, is not."""
    promised = course.case.tasks.filter(state=TaskState.OPEN, kind="task")
    for task in promised.exclude(partner__isnull=False, due__gt=course.ahead(0)).order_by("due"):
        actions.finish_task(by=by, task=task, outcome="Selesai.")


def _look_at_risks(course: Course, by: Asker) -> None:
    kind = RISK_KIND.get(course.story["key"])
    for risk in course.story["risks"]:
        if risk["level"] != "hijau":
            again = course.ahead(2 + course.road.number % 9)
            words = {"level": risk["level"], "seen": course.said(risk["text"]), "next_look": again}
            assessment.rate_risk(by=by, case=course.case, kind=kind, **words)


def _look_back(course: Course, day: float) -> None:
    """Halfway: each goal one level above where it began."""

    def look(by: Asker) -> None:
        plan = queries.agreed_plan(course.case)
        reached = {goal.pk: Reached(goal.baseline + 1, goal.baseline + 1) for goal in plan.goals.all()}
        plans.hold_review(
            by=by,
            case=course.case,
            kind="review",
            held_on=course.date(day),
            reached=reached,
            client_judgement="better",
            client_words=course.said(course.story["goals"][0]["own"]),
            worker_judgement="better",
            worker_words=course.said(course.story["notes"][0]),
            next_step="go_on",
        )

    course.worker_does(day, look)


def _supervise(course: Course, by: Asker) -> None:
    text = "Supervisi: kemajuan dibahas, beban petugas ditanyakan. Disepakati tetap pada rencana."
    actions.write_note(by=by, case=course.case, text=text, kind="supervision")


def _appointment(course: Course, by: Asker) -> None:
    ahead = timedelta(days=1 + course.road.number % 5)
    where = course.said(course.story["contract"]["how"])
    # Early in the afternoon of a working day: the world may be begun at night.
    day = clock.local(course.office.now, course.road.household.village.code) + ahead
    day += timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > FRIDAY else 0)
    moment = day.replace(hour=13, minute=30, second=0, microsecond=0)
    last = course.story["activities"][-1]["next"]
    actions.add_appointment(
        by=by, case=course.case, at=moment, channel="visit", place=where[:120], about_what=course.said(last)
    )


def keep_in_touch(course: Course, day: float) -> None:
    """A call in the last days, so that most cases were not left alone; about one in eight was."""
    if course.road.number % 8 == 5:
        return
    told = {"channel": "call", "minutes": 10, "result": course.said("Menanyakan kabar {nama}; keadaannya masih sama.")}
    course.worker_does(day, lambda by: actions.record_activity(by=by, case=course.case, **told))
