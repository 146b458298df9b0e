import pytest

from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person


@pytest.fixture
def wati(cast, asking):
    """A client of Ayu's, registered straight into the table."""
    with asking(cast.ayu):
        return Person.objects.create(
            key=DataKey.make(),
            agency=cast.ayu.agency,
            unit=cast.ayu.unit,
            registered_by=cast.ayu,
            full_name="Wati Contoh",
            nik="3273015708900001",
        )
