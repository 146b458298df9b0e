"""Some clients are offered an instrument on their own telephone: one in two has answered, the others may still."""

from rangkul.base.asking import Asker, acting
from rangkul.journey.instruments import actions, alone, reading
from rangkul.journey.instruments.models import Offer
from rangkul.web.demo.playing.course import Course
from rangkul.web.demo.playing.measuring import version_of

# One client in so many, and the client whose ticket everybody may try; days ago, and days that are left.
ONE_IN, TRIED = 3, "Wati"
AGO, LEFT = 0.2, 6
KEY = "gad7"
_ANSWER = {f"gad7_{number}": str(points) for number, points in enumerate((1, 2, 1, 1, 0, 1, 0), 1)}


_ALONE = "Sudah dibicarakan; HP-nya hanya dipakai sendiri dan selalu dibawanya."


def play(course: Course) -> None:
    """Where the client holds the ticket and nothing speaks against it."""
    chosen = course.road.number % ONE_IN == 0 or course.road.client.called_name == TRIED
    if chosen and course.case.person_id is not None and course.lasted() > 1:
        course.worker_does(course.lasted() - AGO, lambda by: _offer(course, by))


def _offer(course: Course, by: Asker) -> None:
    version = version_of(KEY)
    found = alone.verdict(course.case, version)
    if not found.allowed:
        return
    reason = _ALONE if found.reason_needed else ""
    made = actions.offer(by=by, case=course.case, version=version, until=course.ahead(LEFT), alone_because=reason)
    if course.road.number % (2 * ONE_IN) == 0 and course.road.client.called_name != TRIED:
        _answer(course, made)


def _answer(course: Course, made: Offer) -> None:
    client = Asker("ticket", ticket_id=course.case.request_id)
    with acting(client):
        answer = reading.form_of(made.version).answer_from(_ANSWER)
        given = actions.Given.through_ticket(made, answer, "id")
        actions.record(by=client, case=course.case, version=made.version, given=given)
