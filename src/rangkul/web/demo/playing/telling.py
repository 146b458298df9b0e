"""What the client reads, what is held back from them for a while, and a form that is out on paper."""

from datetime import timedelta

from rangkul.base.asking import Asker
from rangkul.journey.cases import actions
from rangkul.web.demo.playing.course import Course

# By whose template a story is walked; what is not named here goes the general way.
PROGRAMME = {
    "older_person": "lansia",
    "disability": "disabilitas",
    "drugs": "napza",
    "migrant": "tppo",
    "homeless": "tuna_sosial",
    "flood": "bencana",
}
_WHY = "Sesuai asesmen awal dan layanan yang dibutuhkan klien."
_OTHERS = "Memuat yang diceritakan tetangganya tentang keluarganya sendiri."
_HELD = timedelta(days=30)


def by_template(course: Course, by: Asker) -> None:
    if (programme := PROGRAMME.get(course.story["key"])) is not None:
        actions.choose_programme(by=by, case=course.case, programme=programme, reason=_WHY)


def in_these_days(course: Course, day: float) -> None:
    """One case in five has an entry that is held back, another one a sheet that has not come back."""
    if course.road.number % 5 == 1:
        course.worker_does(day, lambda by: _hold_back(course, by))
    if course.road.number % 5 == 2:
        course.worker_does(day, lambda by: actions.print_sheet(by=by, case=course.case, kind="contact"))


def _hold_back(course: Course, by: Asker) -> None:
    newest = course.case.activities.order_by("-at").first()
    until = course.today() + _HELD
    actions.hold_back(by=by, case=course.case, entry=newest, reason="third_party", why=_OTHERS, until=until)
