"""Files with everything on them, beside the bulk of the country whose cases have no assessment, plan or document.

They are played by the verbs of the house, as the demo world is; one of them gets a family of forty.
"""

from datetime import date

from django.db.models import QuerySet

from rangkul.base import clock
from rangkul.base.progress import Progress, quiet
from rangkul.commons.people.actions import PersonDraft
from rangkul.commons.people.models import Person, Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage
from rangkul.web.demo.load import play
from rangkul.web.demo.playing import accounts
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.world import world

_OWNER = "owner"
# Enough households for several workers with a case far along; the family's own people come on top.
PERSONS, FAMILY = 150, 40
# Drawing families adds relatives; more people than this are never added to what was asked for.
MOST = 2 * PERSONS + FAMILY
_FULL = (Stage.INTERVENTION, Stage.EVALUATION)
# The worker whose client is Wati, and Wati.
WORKER, CLIENT = "ayu", "Wati"


def ensure(progress: Progress = quiet) -> None:
    """Play them once; again nothing is added."""
    if _watis().exists():
        return
    drawn = world.demo(clock.now(), PERSONS)
    office = Office(accounts.ensure(drawn.offices), drawn.now)
    play(office, drawn, progress)
    _grow(office, watis())


def cases_of(staff: Staff) -> list[Case]:
    """The open files of this worker on which assessment, plan and activities stand."""
    return list(Case.objects.using(_OWNER).filter(worker=staff, state="open", stage__in=_FULL))


def watis() -> Case:
    return _watis().get()


def _watis() -> QuerySet[Case]:
    return Case.objects.using(_OWNER).filter(person__called_name=CLIENT, worker__username=WORKER, state="open")


def _grow(office: Office, case: Case) -> None:
    """Three generations more around the client: brothers and sisters, their partners, and two children of each."""
    with office.at(office.now, WORKER) as by:
        case = Case.objects.select_related("key", "person__key").get(pk=case.pk)
        growing = _Growing(by, case)
        while growing.room():
            sibling = growing.add(case.person, "sibling", 1990)
            partner = growing.add(sibling, "partner", 1988)
            for born in (2012, 2015):
                growing.add(sibling, "child", born, partner)


class _Growing:
    def __init__(self, by, case: Case):
        from rangkul.journey.pictures import actions, queries

        self.actions, self.by, self.case = actions, by, case
        self.there = len(queries.records_of(case).persons)

    def room(self) -> bool:
        return self.there < FAMILY

    def add(self, chosen: Person, what: str, born: int, *beside: Person) -> Person:
        self.there += 1
        draft = PersonDraft(
            full_name=f"Kerabat {self.there}", sex="LP"[self.there % 2], birth_date=date(born, 1, 1),
            birth_precision="year",
        )  # fmt: skip
        kind = {"partner": "married", "child": "birth"}.get(what, "")
        bonded = self.actions.Bonded(what, kind, None, beside)
        return self.actions.add_relative(by=self.by, case=self.case, chosen=chosen, bonded=bonded, draft=draft)
