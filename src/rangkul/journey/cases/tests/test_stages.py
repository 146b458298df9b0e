"""The path: every allowed and every forbidden step of the table, walked on a real case."""

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.journey.cases import actions, ministry
from rangkul.journey.cases.models import Activity, Case, StageStep
from rangkul.journey.cases.states import STEPS, CaseState, Stage


def put(case, stage) -> Case:
    case.stage = stage
    case.save(update_fields=["stage"])
    return case


def take(by, case, verb):
    if verb == "return_to_assessment":
        return actions.return_to_assessment(by=by, case=case, reason="Keadaan berubah")
    if verb == "end_early":
        return actions.end_early(by=by, case=case, reason="Klien pindah")
    return actions.advance(by=by, case=case, verb=verb, reason="Perlu ditinjau", pass_over=True)


WALKED = [verb for verb in STEPS.steps if verb != "begin_aftercare"]


@pytest.mark.parametrize("verb", WALKED)
@pytest.mark.parametrize("stage", Stage.values)
def test_every_step_of_the_table(case, cast, asking, agreed, verb, stage):
    with asking(cast.sari):
        put(case, stage)
        by = cast.sari.asker()
        if STEPS.allows(verb, stage):
            assert take(by, case, verb).stage == STEPS.steps[verb][1]
            assert StageStep.objects.filter(verb=verb, from_stage=stage).exists()
        else:
            with pytest.raises(Refused):
                take(by, case, verb)
            assert Case.objects.get().stage == stage


def test_a_missing_contract_holds_the_case_in_engagement_and_says_so(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="Kontrak layanan belum disepakati"):
        actions.advance(by=cast.ayu.asker(), case=case)


def test_a_supervisor_lets_it_go_on_with_a_reason_that_stays(case, cast, asking):
    with asking(cast.sari):
        actions.advance(by=cast.sari.asker(), case=case, pass_over=True, reason="Klien dirawat, tanda tangan menyusul")
        step = StageStep.objects.select_related("key").get(verb="begin_assessment")
    assert step.passed_over == ["contract"]
    assert step.reason.startswith("Klien dirawat")


def test_her_worker_may_not_pass_over(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="supervisor"):
        actions.advance(by=cast.ayu.asker(), case=case, pass_over=True, reason="Saya kira cukup")


def test_nobody_begins_planned_help_without_a_contract(case, cast, asking):
    with asking(cast.sari):
        put(case, Stage.PLANNING)
        with pytest.raises(Refused, match="Kontrak"):
            actions.advance(by=cast.sari.asker(), case=case, pass_over=True, reason="Buru-buru")


def test_a_step_is_stamped_with_now_and_takes_no_other_time(case, cast, asking, agreed):
    with asking(cast.ayu):
        before = case.stage_since
        moved = actions.advance(by=cast.ayu.asker(), case=case)
    assert moved.stage_since > before
    with pytest.raises(TypeError):
        actions.advance(by=cast.ayu.asker(), case=case, at=before)


def test_a_step_is_not_changed_afterwards(case, cast, asking, refused_by_the_database):
    with asking(cast.ayu), refused_by_the_database():
        StageStep.objects.update(verb="begin_planning")


def test_emergency_help_does_not_wait_and_sets_the_clock_of_the_contract(case, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        actions.give_emergency_help(by=by, case=case, help_given="Diantar ke rumah aman", reason="Diancam malam ini")
        held = Case.objects.get()
        assert Activity.objects.get().emergency
    assert held.stage == Stage.ENGAGEMENT
    assert 6 <= (held.contract_due_at - held.opened_at).days <= 7
    assert held.next_due_at == held.contract_due_at


def test_emergency_help_needs_its_reason(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="tidak bisa menunggu"):
        actions.give_emergency_help(by=cast.ayu.asker(), case=case, help_given="Diantar", reason=" ")


def test_a_closed_case_makes_no_step(case, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(state=CaseState.CLOSED, closed_at=case.opened_at)
        with pytest.raises(Refused, match="diakhiri"):
            actions.return_to_assessment(by=cast.ayu.asker(), case=case, reason="x")


def test_a_colleague_outside_the_team_makes_no_step(case, cast, asking):
    with asking(cast.dimas), pytest.raises((PermissionDenied, Refused)):
        actions.advance(by=cast.dimas.asker(), case=case)


@pytest.mark.parametrize("scheme", ministry.SCHEMES)
def test_each_stage_has_its_name_in_each_scheme(scheme):
    assert all(ministry.name_of(stage, scheme) for stage in Stage.values)
