"""What some cases count week by week, how their clients find the working together, and what is coded around them."""

from datetime import date, timedelta
from decimal import Decimal

from rangkul.base.asking import Asker
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases import actions as cases
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.actions import Counted
from rangkul.journey.plans.models import Measure
from rangkul.web.demo.playing.counted import AROUND, CODES, FOUND, SERVICE, TALLIES, Tally
from rangkul.web.demo.playing.course import Course

# Days after the request on which the first five weeks are written down.
WRITTEN = 15.5
_WEEK = 7


def tallies(course: Course) -> tuple[Tally, ...]:
    """Every second case counts something; the others show that nobody has to."""
    return TALLIES.get(course.story["key"], ()) if course.road.number % 2 == 0 else ()


def code(course: Course, by: Asker) -> None:
    """Roles and surroundings, institutions, others' findings and the kind of service, in the round that is open."""
    key, case = course.story["key"], course.case
    cases.choose_service(by=by, case=case, function=SERVICE.get(key, "rehabilitation"))
    if course.road.number % 3:
        return
    for words in CODES.get(key, ()):
        assessment.code_pie(by=by, case=case, **words)
    if key in FOUND:
        assessment.note_finding(by=by, case=case, found_on=course.date(-20), **FOUND[key])
    for words in AROUND.get(key, ()):
        assessment.note_institution(by=by, case=case, source="client", source_date=course.today(), **words)


def begin(course: Course) -> None:
    """Five weeks before the plan, from a list or a diary, as phase A."""
    for tally in tallies(course):
        course.worker_does(WRITTEN, lambda by, tally=tally: _begin(course, by, tally))


def _first_day(course: Course) -> date:
    return course.date(WRITTEN) - timedelta(days=_WEEK * 5 - 1)


def _begin(course: Course, by: Asker, tally: Tally) -> None:
    plan = queries.plan_of(course.case)
    goals = sorted(plan.goals.all(), key=lambda goal: goal.number)
    hypotheses = list(plan.hypotheses.all())
    row = actions.begin_measure(
        by=by,
        case=course.case,
        name=tally.name,
        unit=tally.unit,
        direction=tally.direction,
        counted_by=tally.counted_by,
        least=Decimal(0),
        most=None if tally.most is None else Decimal(tally.most),
        thread=goals[tally.goal].thread,
        strand=hypotheses[0].strand if hypotheses else None,
    )
    first = _first_day(course)
    actions.begin_phase(by=by, case=course.case, measure=row, letter="A", starts_on=first, name="Sebelum rencana")
    _count(course, by, row, first, tally.before, recalled=tally.counted_by == "client")


def _count(course: Course, by: Asker, row: Measure, first: date, values, *, recalled: bool = False) -> None:
    """As many of the weekly values as there are days for."""
    days = [(first + timedelta(days=_WEEK * place), value) for place, value in enumerate(values)]
    points = [Counted(on, Decimal(str(value)), recalled=recalled) for on, value in days if on <= course.today()]
    if points:
        actions.add_points(by=by, case=course.case, measure=row, points=points)


def go_on(course: Course, day: float) -> None:
    """Weekly values while the plan is carried out, as phase B; those that begin later first go on as they were."""
    for tally in tallies(course):
        course.worker_does(day, lambda by, tally=tally: _go_on(course, by, tally))


def _go_on(course: Course, by: Asker, tally: Tally) -> None:
    row = next((one for one in queries.measures(course.case) if one.name == tally.name), None)
    if row is None:
        return
    first = _first_day(course) + timedelta(days=_WEEK * 5)
    _count(course, by, row, first, tally.later)
    starts = first + timedelta(days=_WEEK * tally.begins)
    if starts <= course.today():
        actions.begin_phase(by=by, case=course.case, measure=row, letter="B", starts_on=starts, name=tally.phase)


def rate(course: Course, first: float, second: float) -> None:
    """The client answers on the device, twice; one in eight feels less heard the second time."""
    if course.road.number % 4:
        return
    fell = course.road.number % 8 == 4
    later = {"heard": 5, "next_step": 6} if fell else {"heard": 9, "matters": 9, "free": 8}
    words = "Terakhir kita agak terburu-buru." if fell else "Enak diajak bicara."
    for day, answers, said in (
        (first, {"heard": 8, "matters": 7, "free": 7, "next_step": 7}, ""),
        (second, later, words),
    ):
        course.worker_does(
            day,
            lambda by, answers=answers, said=said: actions.rate_alliance(
                by=by, case=course.case, answers=answers, words=said
            ),
        )
