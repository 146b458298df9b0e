"""Some clients are offered an instrument on their own telephone: half have answered, some may still, and some let the
last day pass, so that their worker asks again."""

from rangkul.base.asking import Asker, acting
from rangkul.journey.instruments import actions, alone, reading
from rangkul.journey.instruments.models import Offer
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.measuring import version_of

# One client in so many, and the client whose ticket everybody may try; days ago, and days that are left.
ONE_IN, TRIED = 3, "Wati"
AGO, LEFT = 0.2, 6
# One in so many of them let it pass: offered so long ago, and the last day was so many days before today.
PASSED_ONE_IN, LONG_AGO, OVER = 4, 9, -2
KEY = "gad7"
_ANSWER = {f"gad7_{number}": str(points) for number, points in enumerate((1, 2, 1, 1, 0, 1, 0), 1)}


_ALONE = "Sudah dibicarakan; HP-nya hanya dipakai sendiri dan selalu dibawanya."


def play(course: Course) -> None:
    """Where the client holds the ticket and nothing speaks against it."""
    chosen = course.road.number % ONE_IN == 0 or course.road.client.called_name == TRIED
    if not chosen or course.case.person_id is None:
        return
    if _let_it_pass(course):
        course.worker_does(course.lasted() - LONG_AGO, lambda by: _offer(course, by, OVER))
    elif course.lasted() > 1:
        course.worker_does(course.lasted() - AGO, lambda by: _offer(course, by, LEFT))


def _let_it_pass(course: Course) -> bool:
    turn = course.road.number % (PASSED_ONE_IN * ONE_IN)
    return turn == ONE_IN and course.road.client.called_name != TRIED and course.lasted() > 3 * LONG_AGO


def _offer(course: Course, by: Asker, left: int) -> None:
    version = version_of(KEY)
    found = alone.verdict(course.case, version)
    if not found.allowed:
        return
    reason = _ALONE if found.reason_needed else ""
    made = actions.offer(by=by, case=course.case, version=version, until=course.ahead(left), alone_because=reason)
    if course.road.number % (2 * ONE_IN) == 0 and course.road.client.called_name != TRIED:
        _answer(course, made)


def _answer(course: Course, made: Offer) -> None:
    client = Asker("ticket", ticket_id=course.case.request_id)
    with acting(client):
        answer = reading.form_of(made.version).answer_from(_ANSWER)
        given = actions.Given.through_ticket(made, answer, "id")
        actions.record(by=client, case=course.case, version=made.version, given=given)
