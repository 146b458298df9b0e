"""Evaluation and termination: two voices side by side, the risk looked at again, the end and what follows it."""

from datetime import date, timedelta

from rangkul.base.asking import Asker
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases import actions
from rangkul.journey.cases.actions import Ending
from rangkul.journey.cases.states import SignatureSubject
from rangkul.journey.plans import actions as plans
from rangkul.journey.plans import queries
from rangkul.journey.plans.actions.reviews import Reached
from rangkul.web.demo.playing.assessing import functioning
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.words import END_REASON, RISK_KIND

# Contacts after the end, in days after it.
AFTERCARE = {"Bulan pertama": 30, "Bulan ketiga": 90, "Bulan keenam": 180}
EVALUATED, ENDING, ENDED = 88, 94, 99
_LOWERED = "Keadaan sudah berubah menurut klien dan hasil kunjungan; tetap ditanyakan pada bimbingan lanjut."


def play(course: Course) -> None:
    course.worker_does(EVALUATED, course.step)
    if course.road.standing == "evaluation" and course.road.number % 2:
        return
    course.worker_does(
        EVALUATED + 2,
        lambda by: _final_review(course, by),
        lambda by: functioning(course, by, at_end=True),
        lambda by: _lower_risks(course, by),
    )
    if not course.road.reached("termination"):
        return
    course.worker_does(ENDING, course.step)
    if course.road.reached("closed"):
        _end(course)


def _final_review(course: Course, by: Asker) -> None:
    plan = queries.agreed_plan(course.case)
    goals = sorted(plan.goals.all(), key=lambda goal: goal.number)
    reached = {
        goal.pk: Reached(client=told["after"], worker=told["after"])
        for goal, told in zip(goals, course.story["goals"], strict=True)
    }
    plans.hold_review(
        by=by,
        case=course.case,
        kind="final",
        held_on=course.today(),
        reached=reached,
        client_judgement="better",
        client_words=course.said(course.story["client_says"]),
        worker_judgement="better",
        worker_words=course.said(course.story["worker_says"]),
        next_step="end",
    )


def _lower_risks(course: Course, by: Asker) -> None:
    """Only a person lowers, with a reason (product rule 3)."""
    kind = RISK_KIND.get(course.story["key"])
    for risk in course.story["risks"]:
        assessment.rate_risk(
            by=by,
            case=course.case,
            kind=kind,
            level=risk["after"],
            seen=course.said(risk["text"]),
            next_look=None if risk["after"] == "hijau" else course.today() + timedelta(days=30),
            reason=_LOWERED,
        )
    if course.case.level != "hijau":
        course.fresh()
        actions.change_level(by=by, case=course.case, level="hijau", reason=_LOWERED)


def _end(course: Course) -> None:
    words = course.story["ending"]
    if "junior" in course.road.worker.roles:
        subject = SignatureSubject.TERMINATION
        course.worker_does(ENDING + 1, lambda by: actions.ask_signature(by=by, case=course.case, subject_kind=subject))
        course.sign_what_waits(ENDING + 2)
    ending = Ending(
        reason=END_REASON[words["reason"]],
        summary=course.said(words["summary"]),
        client_words=course.said(
            f"{words['summary']} {words['aftercare']} Anda boleh menghubungi kami lagi kapan saja."
        ),
        client_informed=True,
        aftercare=_aftercare(course),
        satisfaction=4 + course.road.number % 2,
        satisfaction_words=course.said(course.story["client_says"]),
    )
    course.worker_does(ENDED, lambda by: actions.terminate(by=by, case=course.case, ending=ending))
    _after(course)


def _aftercare(course: Course) -> tuple[tuple[str, date], ...]:
    wanted = course.story["ending"]["aftercare"]
    if wanted.startswith("Tidak diperlukan"):
        return ()
    return tuple(
        (f"{when}: {course.said(wanted)}"[:200], course.date(ENDED) + timedelta(days=days))
        for when, days in AFTERCARE.items()
    )


def _after(course: Course) -> None:
    """Each contact was held on its day; now and then one of this week is still to be made up for."""
    for _title, due in _aftercare(course):
        late = (course.ahead(0) - due).days
        waits = late < 0 or (late < 5 and course.road.number % 3 == 0)
        if not waits:
            day = ENDED + (due - course.date(ENDED)).days
            course.worker_does(day, lambda by, due=due: _finish(course, by, due))


def _finish(course: Course, by: Asker, due: date) -> None:
    task = course.case.tasks.get(kind="aftercare", due=due)
    actions.finish_task(by=by, task=task, outcome=course.said(course.story["client_says"]))
