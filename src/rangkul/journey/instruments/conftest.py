"""Wati's case, and answers to the PHQ-9 as a browser would send them."""

import pytest

from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.journey.cases.actions import open_case
from rangkul.journey.instruments import queries, reading
from rangkul.journey.instruments.actions import Given, record
from rangkul.journey.instruments.models import Instrument

ITEMS = [f"phq9_{number}" for number in range(1, 10)]


def opened(worker, name="Wati Contoh"):
    """A case of this worker, opened inside the worker's transaction."""
    wati = Person.objects.create(
        key=DataKey.make(),
        agency=worker.agency,
        unit=worker.unit,
        registered_by=worker,
        full_name=name,
        sex="P",
    )
    return open_case(by=worker.asker(), person=wati, concern="Sulit tidur sejak pindah")


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu)


@pytest.fixture
def phq9(cast, asking):
    """The newest version of the PHQ-9."""
    with asking(cast.ayu):
        return queries.newest_version(Instrument.objects.get(agency=None, key="phq9"))


@pytest.fixture
def answer(phq9):
    """`answer(1, 1, …)` is the XML of an answer with these nine points; fewer leave the rest open."""

    def write(*points, instance=None, **more):
        values = {item: str(point) for item, point in zip(ITEMS, points, strict=False)} | more
        return reading.form_of(phq9).answer_from(values, instance_id=instance)

    return write


@pytest.fixture
def fill(cast, case, phq9, answer):
    """`fill(1, 1, …)` records such an answer as Ayu, inside her transaction."""

    def write(*points, by=None, on=None, version=None, instance=None, **given):
        filled = {"person": (on or case).person} | given
        return record(
            by=(by or cast.ayu).asker(),
            case=on or case,
            version=version or phq9,
            given=Given(answer=answer(*points, instance=instance), **filled),
        )

    return write
