"""A case of the fixed cast: Wati's, held by Ayu, supervised by Sari."""

import pytest

from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.journey.cases import actions


@pytest.fixture
def wati(cast, asking):
    with asking(cast.ayu):
        return Person.objects.create(
            key=DataKey.make(),
            agency=cast.ayu.agency,
            unit=cast.ayu.unit,
            registered_by=cast.ayu,
            full_name="Wati Contoh",
            called_name="Wati",
        )


@pytest.fixture
def case(cast, asking, wati):
    with asking(cast.ayu):
        return actions.open_case(by=cast.ayu.asker(), person=wati, concern="Suami sering memukul")
