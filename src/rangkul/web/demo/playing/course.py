"""One case being played: who does what on which day since the request."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import SignatureState
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.world.roads import Road
from rangkul.web.demo.world.world import WATI_HOUSEHOLD

Act = Callable[[Asker], object]


class Course:
    """One case with everything its parts need: the office, the road, and the moment by days since the request."""

    def __init__(self, office: Office, road: Road, case: Case):
        self.office, self.road, self.case = office, road, case
        self.story, self.said = road.story, road.said

    @property
    def shows_more(self) -> bool:
        """Wati's case and some others show what not every case needs: tables with others, and home visits. Where each
        case had one, a worker would stand at five doors at once."""
        return self.road.standing == "intervention" and self.road.number % 4 == WATI_HOUSEHOLD

    def day(self, days: float) -> datetime:
        moment = self.road.began_at + timedelta(days=days)
        return self.office.working(moment, self.road.household.village.code)

    def date(self, days: float) -> date:
        return clock.local(self.day(days), self.road.household.village.code).date()

    def lasted(self) -> int:
        """Days from the request to the real today."""
        return (self.office.now - self.road.began_at).days

    def today(self) -> date:
        """The day of the moment that is being played, at the client's place."""
        return clock.local(clock.now(), self.road.household.village.code).date()

    def ahead(self, days: float) -> date:
        """So many days after the real today: what still lies before the worker of the story."""
        return clock.local(self.office.now, self.road.household.village.code).date() + timedelta(days=days)

    def worker_does(self, days: float, *acts: Act) -> None:
        """All in one transaction, at one moment."""
        with self.office.at(self.day(days), self.road.worker.key) as by:
            self.fresh()
            for act in acts:
                act(by)

    def supervisor_does(self, days: float, *acts: Act) -> None:
        with self.office.at(self.day(days), self.road.supervisor.key) as by:
            self.fresh()
            for act in acts:
                act(by)

    def fresh(self) -> None:
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
