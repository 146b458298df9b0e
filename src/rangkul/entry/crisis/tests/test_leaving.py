"""A closed account leaves no time on duty behind, and what a crisis left belongs into the copy of its person."""

from datetime import timedelta

import pytest

from rangkul.base.asking import PUBLIC, asking_as
from rangkul.base.clock import now
from rangkul.commons.people.hooks import LEAVING, Handing
from rangkul.commons.people.models import Unit
from rangkul.commons.trust.hooks import Whose
from rangkul.entry.crisis import actions, keeping
from rangkul.entry.crisis.leaving import HOLDING
from rangkul.entry.crisis.models import Shift
from rangkul.entry.intake.actions import HandedIn
from rangkul.entry.intake.tests.situations import handed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def shift(cast, asking):
    start = now() + timedelta(hours=3)
    with asking(cast.sari) as by:
        unit = Unit.objects.get(pk=cast.ayu.unit_id)
        return actions.plan_shift(by=by, unit=unit, staff=cast.ayu, starts_at=start, ends_at=start + timedelta(hours=8))


def leave(cast, to):
    with asking_as(LEAVING):
        assert HOLDING.count(cast.ayu) == 1
        HOLDING.hand_over(Handing(cast.ayu, to, cast.rini.asker()))
        assert HOLDING.count(cast.ayu) == 0


def test_whoever_goes_on_takes_the_time_on_duty(shift, cast, asking):
    leave(cast, cast.sari)
    with asking(cast.sari):
        assert Shift.objects.get().staff_id == cast.sari.pk


@pytest.mark.parametrize("name", ["budi", None])
def test_where_nobody_may_take_it_the_rota_shows_the_gap(shift, cast, asking, name):
    leave(cast, getattr(cast, name) if name else None)
    with asking(cast.sari):
        assert Shift.objects.get().dropped_at is not None


def test_one_who_is_on_duty_then_is_not_given_it_twice(shift, cast, asking):
    with asking(cast.sari) as by:
        actions.plan_shift(
            by=by,
            unit=shift.unit,
            staff=cast.sari,
            starts_at=shift.starts_at,
            ends_at=shift.starts_at + timedelta(hours=1),
        )
    leave(cast, cast.sari)
    with asking(cast.sari):
        assert Shift.objects.get(pk=shift.pk).dropped_at is not None


def copied(by, request):
    with asking_as(by):
        return str(list(keeping.copy_of_crisis(Whose((), request.pk))))


def test_plan_and_contacts_belong_into_the_persons_copy(cast, asking):
    request = handed_in()
    with asking(cast.ayu) as by:
        actions.write_plan(by=by, request=request, parts={"coping": "jalan kaki"})
        actions.plan_contact(by=by, request=request, due_at=now() + timedelta(hours=5), how="telepon malam")
    words = copied(cast.ayu.asker(), request)
    assert "jalan kaki" in words
    assert "telepon malam" in words


def test_whoever_reported_somebody_gets_nothing_of_it(cast, asking):
    with asking_as(PUBLIC) as by:
        given = HandedIn(narrative="Dia menulis mau pamit", for_whom="other", via="report", region_code="32.73.02.1001")
        request = actions.report(by=by, given=given).request
    with asking(cast.ayu) as by:
        actions.plan_contact(by=by, request=request, due_at=now() + timedelta(hours=5), how="telepon malam")
    assert copied(cast.ayu.asker(), request) == "[]"
