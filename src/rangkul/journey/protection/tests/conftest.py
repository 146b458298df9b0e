"""Wati's case, and the clock that looks for what runs out."""

import pytest
from tests.support.cases import opened

from rangkul.base.asking import asking_as, job
from rangkul.journey.cases import jobs

CLOCK = job("cases.clock")


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Takut pulang ke rumah")


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()
