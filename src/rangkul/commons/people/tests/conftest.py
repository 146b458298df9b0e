import pytest

from rangkul.commons.people import actions


@pytest.fixture
def register(asking):
    """`register(cast.ayu, "Wati Contoh", nik=...)` registers a person as that worker."""

    def make(staff, full_name="Wati Contoh", **values):
        with asking(staff) as asker:
            return actions.register(by=asker, full_name=full_name, **values)

    return make
