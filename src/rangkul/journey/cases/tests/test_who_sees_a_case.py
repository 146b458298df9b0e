"""The database decides who sees a case and what hangs on it; the cast walks past."""

import pytest

from rangkul.journey.cases.models import Case

SEES = {"ayu", "sari"}
OTHERS = ["dimas", "candra", "dewi", "adi", "putri", "agus", "rini", "budi", "hana"]


def test_her_worker_and_the_supervisor_of_the_unit_see_it(case, cast, asking):
    for name in SEES:
        with asking(getattr(cast, name)):
            assert Case.objects.select_related("key").get().concern == "Suami sering memukul"


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_else_sees_it(case, cast, asking, name):
    with asking(getattr(cast, name)):
        assert not Case.objects.exists()


def test_the_public_and_nobody_see_nothing(case, asking):
    with asking(None):
        assert not Case.objects.exists()
    assert not Case.objects.exists()
