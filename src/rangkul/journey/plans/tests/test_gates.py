"""What planning and evaluation still need, and what stands open when a case ends."""

import pytest

from rangkul.base.actions import Refused
from rangkul.journey.cases.actions import advance
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import gates
from rangkul.journey.plans.actions import agree_plan, new_version
from rangkul.journey.plans.conftest import SPOKEN
from rangkul.journey.plans.states import Judgement


def codes(missing):
    return {one.code.removeprefix("plans.") for one in missing}


@pytest.fixture
def at(cast, asking, case):
    """`at("planning")` is the case in that stage; the steps between are another package's business."""

    def stand(stage):
        with asking(cast.ayu):
            Case.objects.filter(pk=case.pk).update(stage=stage)
            return Case.objects.select_related("key").get(pk=case.pk)

    return stand


def test_an_empty_plan_lacks_everything(cast, asking, at):
    case = at("planning")
    with asking(cast.ayu):
        assert codes(gates.criteria(case)) == {"plan", "agreed"}


def test_each_missing_thing_leads_to_its_page(cast, asking, at, set_goal):
    case = at("planning")
    with asking(cast.ayu):
        set_goal()
        found = gates.criteria(case)
        assert codes(found) == {"wish", "alternatives", "agreed"}
        assert all(one.url.startswith("/kerja/rencana/") for one in found)
        assert not any(one.firm for one in found)


def test_an_agreed_plan_lacks_nothing(cast, asking, at, agreed):
    agreed()
    case = at("planning")
    with asking(cast.ayu):
        assert gates.criteria(case) == []


def test_a_way_is_chosen(cast, asking, at, draft):
    case = draft()
    with asking(cast.ayu):
        case.plans.get().alternatives.update(chosen=False)
    case = at("planning")
    with asking(cast.ayu):
        assert codes(gates.criteria(case)) == {"chosen", "agreed"}


def test_evaluation_needs_the_clients_own_judgement(cast, asking, at, agreed, look_back):
    plan = agreed()
    case = at("evaluation")
    with asking(cast.ayu):
        assert codes(gates.criteria(case)) == {"review"}
        look_back(plan, kind="final", client_judgement="", client_words="", client_absent="Pindah kota")
        (one,) = gates.criteria(case)
        assert "Penilaian klien sendiri" in one.sentence
        look_back(plan, kind="final", client_judgement=Judgement.BETTER, client_words="Lebih tenang")
        assert gates.criteria(case) == []


def test_other_stages_are_not_asked(cast, asking, at):
    case = at("intervention")
    with asking(cast.ayu):
        assert gates.criteria(case) == []


def test_a_plan_that_nobody_looked_back_at_stands_open_at_the_end(case, cast, asking, agreed, look_back):
    plan = agreed()
    with asking(cast.ayu):
        assert codes(gates.closing_checks(case)) == {"never_reviewed"}
        look_back(plan)
        assert gates.closing_checks(case) == []


def test_a_closed_case_is_not_planned_any_more(case, cast, asking, set_goal):
    with asking(cast.ayu):
        case.state = "closed"
        with pytest.raises(Refused, match="diakhiri"):
            set_goal()


def test_a_case_that_came_back_to_its_plan_needs_a_new_version(case, cast, asking, at, agreed):
    agreed()
    by = cast.ayu.asker()
    at("intervention")
    with asking(cast.ayu):
        back = advance(by=by, case=case, verb="revise_plan", reason="Sekolah pindah")
        assert codes(gates.criteria(back)) == {"agreed"}
        new_version(by=by, case=back, reason="Sekolah pindah")
        agree_plan(by=by, case=back, agreement=SPOKEN)
        assert gates.criteria(back) == []
