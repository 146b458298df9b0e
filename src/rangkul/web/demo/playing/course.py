"""A case from its contract to where it stands today, as the worker of the story would have written it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import SignatureState, SignatureSubject
from rangkul.web.demo.playing import assessing, ending, planning, practising
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.playing.words import WITNESS
from rangkul.web.demo.world.roads import Road

# Days after the request on which each part is done.
CONTRACT, ASSESSMENT, ASSESSED, PLAN, AGREED, FIRST_WEEKS = 2, 5, 9, 13, 17, 22
Act = Callable[[Asker], object]


class Course:
    """One case with everything its parts need: the office, the road, and the moment by days since the request."""

    def __init__(self, office: Office, road: Road, case: Case):
        self.office, self.road, self.case = office, road, case
        self.story, self.said = road.story, road.said

    def day(self, days: float) -> datetime:
        moment = self.road.began_at + timedelta(days=days)
        return self.office.working(moment, self.road.household.village.code)

    def date(self, days: float) -> date:
        return clock.local(self.day(days), self.road.household.village.code).date()

    def worker_does(self, days: float, *acts: Act) -> None:
        """All in one transaction, at one moment."""
        with self.office.at(self.day(days), self.road.worker.key) as by:
            self._fresh()
            for act in acts:
                act(by)

    def supervisor_does(self, days: float, *acts: Act) -> None:
        with self.office.at(self.day(days), self.road.supervisor.key) as by:
            self._fresh()
            for act in acts:
                act(by)

    def _fresh(self) -> None:
        """The row as it stands now; other verbs moved it since."""
        self.case = Case.objects.select_related("key").get(pk=self.case.pk)

    def step(self, by: Asker) -> None:
        self.case = actions.advance(by=by, case=self.case)

    def sign_what_waits(self, days: float) -> None:
        """The supervisor reads and signs what a junior wrote, and red cases."""
        self.supervisor_does(days, self._sign_all)

    def _sign_all(self, by: Asker) -> None:
        for waiting in self.case.signatures.filter(state=SignatureState.ASKED):
            actions.sign(by=by, signature=waiting, comment="Dibaca dan dibicarakan bersama. Lanjutkan.")


def play(office: Office, road: Road, case: Case) -> None:
    """Everything up to the stage in which the road stands today."""
    course = Course(office, road, case)
    _contract(course)
    if road.reached("assessment"):
        course.worker_does(CONTRACT + 0.2, course.step)
        assessing.play(course)
    if road.reached("planning"):
        _ask_about_red(course)
        course.worker_does(ASSESSED + 0.4, course.step)
        planning.play(course)
    if road.reached("intervention"):
        course.worker_does(AGREED + 0.4, course.step)
        practising.play(course)
    if road.reached("evaluation"):
        ending.play(course)


def _contract(course: Course) -> None:
    wanted = course.story["contract"]
    agreed = course.road.reached("assessment")

    def write(by: Asker) -> None:
        draft = actions.draft_contract(by=by, case=course.case)
        words = {
            "purpose": course.said(wanted["purpose"]),
            "contact_days": 7 if "minggu" in wanted["frequency"] else 14,
        }
        draft = actions.change_contract(by=by, contract=draft, **words)
        if agreed:
            agreement = actions.Agreement("spoken", course.road.client.full_name, witness=WITNESS)
            actions.agree_contract(by=by, contract=draft, agreement=agreement)

    course.worker_does(CONTRACT, write)


def _ask_about_red(course: Course) -> None:
    """A red case goes on only after the supervisor has signed (A55)."""
    if course.case.level != "merah":
        return
    subject = SignatureSubject.RISK
    course.worker_does(ASSESSED, lambda by: actions.ask_signature(by=by, case=course.case, subject_kind=subject))
    course.sign_what_waits(ASSESSED + 0.2)
