"""The assessment: the client's words, four domains with strengths, functioning in two views, risks, categories."""

from datetime import date

from rangkul.base.asking import Asker
from rangkul.journey.assessment import actions
from rangkul.web.demo.playing import counting
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.words import DIMENSIONS, DOMAINS, RISK_KIND

# Days after the request.
HEARD, MORE, SIGNED = 5, 7, 8.5
_CALM = ["self_harm", "violence", "child_safety", "neglect"]


def play(course: Course) -> None:
    """A round that is still being written where the case stands in assessment; else signed."""
    course.worker_does(HEARD, lambda by: _presenting(course, by), lambda by: _facts(course, by, DOMAINS[:2]))
    if not course.road.reached("planning") and course.road.number % 2:
        return
    course.worker_does(
        MORE,
        lambda by: _facts(course, by, DOMAINS[2:]),
        lambda by: functioning(course, by),
        lambda by: _risks(course, by),
        lambda by: _categories(course, by),
        lambda by: counting.code(course, by),
    )
    if not course.road.reached("planning"):
        return
    course.worker_does(
        SIGNED,
        lambda by: actions.summarise(by=by, case=course.case, summary=_summary(course)),
        lambda by: actions.sign_round(by=by, case=course.case),
    )
    course.sign_what_waits(SIGNED + 0.2)


def _presenting(course: Course, by: Asker) -> None:
    words = course.said(course.story["presenting"])
    source = "significant_other" if words.endswith(")") else "client"
    actions.state_presenting(by=by, case=course.case, words=words, source=source, said_on=course.date(HEARD))


def _facts(course: Course, by: Asker, domains: tuple[str, ...]) -> None:
    for domain in domains:
        for text, is_strength in zip(course.story["bpss"][domain], (False, True), strict=True):
            if text:
                actions.record_fact(
                    by=by,
                    case=course.case,
                    domain=domain,
                    kind="statement",
                    text=course.said(text),
                    source="client",
                    source_date=course.date(HEARD),
                    is_strength=is_strength,
                )


def functioning(course: Course, by: Asker, *, at_end: bool = False) -> None:
    """The story holds four levels a dimension: client and worker at the start, client and worker at the end."""
    for view, place in (("client", 0), ("worker", 1)):
        levels = {DIMENSIONS[name]: (course.story["functioning"][name][place + 2 * at_end], "") for name in DIMENSIONS}
        actions.record_functioning(
            by=by,
            case=course.case,
            view=view,
            moment="end" if at_end else "baseline",
            seen_on=course.today(),
            levels=levels,
        )


def by_date(course: Course):
    """The day of the moment that is being played, at the client's place."""
    from rangkul.base import clock

    return clock.local(clock.now(), course.road.household.village.code).date()


def _risks(course: Course, by: Asker) -> None:
    kind = RISK_KIND.get(course.story["key"])
    for risk in course.story["risks"]:
        actions.rate_risk(
            by=by,
            case=course.case,
            kind=kind,
            level=risk["level"],
            seen=course.said(risk["text"]),
            next_look=None if risk["level"] == "hijau" else _looked_at_again(course),
        )
    calm = [one for one in _CALM if one != kind]
    actions.check_risks(by=by, case=course.case, kinds=calm, checked_on=course.today())


def _looked_at_again(course: Course) -> date:
    """A week later; where the case still stands before its plan was carried out, on one of the coming days."""
    week = course.date(MORE + 7)
    return week if course.road.reached("intervention") else max(week, course.ahead(1 + course.road.number % 7))


def _categories(course: Course, by: Asker) -> None:
    for code in course.story["ppks"]:
        actions.add_category(by=by, case=course.case, code=code, because=course.said(course.story["presenting"]))


def _summary(course: Course) -> str:
    strengths = course.story["bpss"]["sosial"][1]
    return course.said(f"{course.story['because']} Kekuatan yang dapat dipakai: {strengths}")
