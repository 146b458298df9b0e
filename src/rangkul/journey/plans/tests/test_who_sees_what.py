"""The client sees the plan from the day it is agreed; drafts, facts and risks stay with the team."""

import pytest

from rangkul.base.asking import Asker
from rangkul.base.days import today
from rangkul.commons.trust.actions import grant
from rangkul.journey.assessment import actions as assess
from rangkul.journey.assessment.models import Fact, Functioning, Risk, RiskLook
from rangkul.journey.plans.models import Alternative, Goal, Plan, Review, ReviewLevel

SHARED = [Plan, Goal, Alternative, Review, ReviewLevel]


@pytest.fixture
def holder(cast, asking, case):
    """The holder of the ticket by which Wati came."""
    with asking(cast.ayu):
        grant(by=cast.ayu.asker(), subject=("case", case.pk), grantee=("ticket", case.pk), basis="client")
    return Asker("ticket", ticket_id=case.pk)


@pytest.mark.parametrize("model", SHARED)
def test_the_client_sees_the_agreed_plan(cast, asking, agreed, look_back, holder, model):
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan)
    with asking(holder):
        assert model.objects.exists()


@pytest.mark.parametrize("model", [Plan, Goal, Alternative])
def test_the_client_does_not_see_a_draft(draft, asking, holder, model):
    draft()
    with asking(holder):
        assert not model.objects.exists()


def test_the_client_reads_the_own_words(asking, agreed, holder):
    agreed()
    with asking(holder):
        assert Goal.objects.select_related("key").get().client_words == "Saya ingin Dinda sekolah lagi"


def test_the_client_changes_nothing(asking, agreed, holder):
    agreed()
    with asking(holder):
        assert Plan.objects.update(state="replaced") == 0
        assert Goal.objects.update(weight=1) == 0
        assert Goal.objects.all().delete()[0] == 0


@pytest.mark.parametrize("model", [Fact, Functioning, Risk, RiskLook])
def test_the_client_does_not_see_the_working_papers(case, cast, asking, holder, model):
    by = cast.ayu.asker()
    with asking(cast.ayu):
        assess.record_fact(
            by=by, case=case, domain="bio", kind="observation", text="Lebam", source_date=today(), source=""
        )
        assess.rate_risk(by=by, case=case, kind="violence", level="kuning", seen="Diancam", next_look=today())
        assess.record_functioning(
            by=by, case=case, view="worker", moment="baseline", seen_on=today(), levels={"needs": (2, "")}
        )
        assert model.objects.exists()
    with asking(holder):
        assert not model.objects.exists()


@pytest.mark.parametrize("name", ["candra", "dewi", "dimas", "rini", "adi", "putri", "agus", "budi", "hana"])
def test_nobody_outside_the_case_sees_a_plan(cast, asking, agreed, look_back, name):
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan)
    with asking(getattr(cast, name)):
        assert not [model for model in SHARED if model.objects.exists()]


def test_the_supervisor_sees_also_the_draft(cast, asking, draft):
    draft()
    with asking(cast.sari):
        assert Plan.objects.exists()
        assert Goal.objects.exists()


def test_nobody_sees_nothing(agreed):
    agreed()
    assert not Plan.objects.exists()
