"""A case of the fixed cast: Wati's, held by Ayu, supervised by Sari."""

from contextlib import contextmanager

import pytest
from django.db import ProgrammingError, transaction

from rangkul.base.agreeing import AgreementMode
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.journey.cases import actions, criteria, hooks


@pytest.fixture(autouse=True)
def _without_later_packages(monkeypatch):
    """This package stands by itself here; what later ones ask of a stage is their own tests' concern."""
    monkeypatch.setattr(hooks, "criteria", list(criteria.CRITERIA))
    monkeypatch.setattr(hooks, "closing_checks", list(criteria.CLOSING_CHECKS))


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


@pytest.fixture
def agreed(case, cast, asking):
    """The contract that Wati agreed to, spoken before a witness."""
    with asking(cast.ayu):
        by = cast.ayu.asker()
        contract = actions.draft_contract(by=by, case=case)
        spoken = actions.Agreement(AgreementMode.SPOKEN, signed_name="Wati", witness="Bu RT")
        return actions.agree_contract(by=by, contract=contract, agreement=spoken)


@pytest.fixture
def juniors_case(cast, asking, wati):
    with asking(cast.dimas):
        return actions.open_case(by=cast.dimas.asker(), person=wati)


@pytest.fixture
def refused_by_the_database():
    """`with refused_by_the_database(): ...` — the role has no right to do this, and the transaction goes on."""

    @contextmanager
    def refused():
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            yield

    return refused
