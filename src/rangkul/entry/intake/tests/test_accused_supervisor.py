"""A complaint about a supervisor is never hers to answer, and stays in the agency that received it."""

import pytest

from rangkul.base.asking import asking_as, job
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request, Ruling
from rangkul.entry.intake.tests.situations import handed_in


@pytest.fixture
def nobody_on_duty(cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(agency_id=cast.adi.agency_id).update(on_duty=False)
    with asking(cast.hana):
        pass
    return cast


def owner(asking) -> tuple:
    with asking_as(job("clocks")):
        made = Request.objects.select_related("owner").get()
        return made.owner.called_name, Ruling.objects.get(request=made, rule="routing").decision.reasons[-1].code


def test_the_other_supervisor_of_the_unit_comes_first(nobody_on_duty, cast, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.dimas.pk).update(roles=["supervisor"], full_name="Zahra", called_name="Zahra")
    handed_in(by=cast.ayu.asker(), against_id=cast.sari.pk)
    assert owner(asking) == ("Zahra", "supervisor")


def test_then_the_head_of_the_same_agency(nobody_on_duty, cast, asking):
    handed_in(by=cast.ayu.asker(), against_id=cast.sari.pk)
    assert owner(asking)[0] in {"Dewi", "Rini"}
