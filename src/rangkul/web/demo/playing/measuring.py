"""Instruments: some clients answer the PHQ-9 or the GAD-7 early on, and again when the promised day has come."""

from __future__ import annotations

from datetime import timedelta

from rangkul.base.asking import Asker
from rangkul.journey.instruments import actions, queries, reading
from rangkul.journey.instruments.models import Instrument, InstrumentVersion
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.world.world import WATI_HOUSEHOLD

# Besides Wati, whose case a visitor opens first, one client in so many is asked; days after the request.
ONE_IN = 5
FIRST, AGAIN = 6, 6 + 28
# What was answered at first and later: fewer days with complaints, never none.
_ANSWERS = {
    "phq9": ((2, 2, 2, 1, 1, 2, 1, 0, 0), (1, 1, 1, 1, 0, 1, 0, 0, 0)),
    "gad7": ((2, 2, 2, 2, 1, 1, 1), (1, 1, 1, 1, 0, 1, 0)),
}
_JUDGED = "Angkanya cocok dengan ceritanya: tidur sudah lebih baik, tetapi sore hari masih terasa berat."


def play(course: Course) -> None:
    asked = course.road.number % ONE_IN == 0 or course.road.number == WATI_HOUSEHOLD
    if not asked or course.lasted() < FIRST + 1:
        return
    key = "phq9" if course.road.number % (2 * ONE_IN) else "gad7"
    course.worker_does(FIRST, lambda by: _ask(course, by, key, 0))
    if course.lasted() > AGAIN and course.road.reached("intervention"):
        course.worker_does(AGAIN, lambda by: _ask(course, by, key, 1))


def _ask(course: Course, by: Asker, key: str, time: int) -> None:
    person, day = course.case.person, course.today()
    years = queries.years(person, day)
    # Both are made for adults.
    if person is None or years is None or years < 18:
        return
    row = actions.record(by=by, case=course.case, version=version_of(key), given=_given(course, key, time))
    if time:
        actions.judge(by=by, administration=row, words=_JUDGED)
        actions.share(by=by, administration=row)


def _given(course: Course, key: str, time: int) -> actions.Given:
    values = {f"{key}_{number}": str(points) for number, points in enumerate(_ANSWERS[key][time], 1)}
    answer = reading.form_of(version_of(key)).answer_from(values)
    return actions.Given(
        answer=answer, person=course.case.person, retest_on=None if time else course.today() + timedelta(days=28)
    )


_versions: dict[str, InstrumentVersion] = {}


def version_of(key: str) -> InstrumentVersion:
    if key not in _versions:
        _versions[key] = queries.newest_version(Instrument.objects.get(agency=None, key=key))
    return _versions[key]
