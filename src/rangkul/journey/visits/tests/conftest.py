"""A visit that Ayu planned to Wati's home, and the clock that looks for her."""

from datetime import timedelta

import pytest
from tests.support.cases import opened

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.journey.cases import jobs
from rangkul.journey.visits import actions
from rangkul.journey.visits.models import Visit

CLOCK = job("cases.clock")
PLAN = {
    "place": "Rumah Wati, belakang musala",
    "purpose": "Melihat keadaan anak-anak",
    "risk_note": "Paman mudah marah",
}


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Suami sering memukul")


@pytest.fixture
def planned(cast, case, asking):
    with asking(cast.ayu):
        now = clock.now()
        return actions.plan_visit(
            by=cast.ayu.asker(), case=case, leaves_at=now, back_by=now + timedelta(hours=2), **PLAN
        )


@pytest.fixture
def run_late(planned, cast):
    """Let the time at which Ayu meant to be back be past by so many minutes, and let the clock tick."""

    def run(minutes=16):
        late = clock.now() - timedelta(minutes=minutes)
        with asking_as(cast.ayu.asker()):
            Visit.objects.filter(pk=planned.pk).update(back_by=late, leaves_at=late - timedelta(hours=1))
        tick()

    return run


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()
