"""A programme's template names the stages and may ask for more; it locks nobody in and relaxes nothing (A29)."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.cases import actions, criteria, hooks, ministry, programmes
from rangkul.journey.cases.models import StageStep
from rangkul.journey.cases.queries import missing, path
from rangkul.journey.cases.queries.stages import missing_for_step
from rangkul.journey.cases.states import PATH, STEPS, Programme, Stage

WHY = "Anak usia 9 tahun, ditangani layanan anak."


def choose(by, case, programme="anak", reason=WHY):
    return actions.choose_programme(by=by, case=case, programme=programme, reason=reason)


def brought_to(case, stage):
    """Where a test wants the case, past everything else that its stages need."""
    case.stage = stage
    case.save(update_fields=["stage"])


def test_every_programme_has_a_template_with_its_source_and_a_name_for_each_stage():
    assert programmes.TEMPLATES.keys() == {"", *Programme.values}
    for template in programmes.TEMPLATES.values():
        assert template.source
        assert all(ministry.name_of(stage, template.scheme) for stage in Stage.values)


@pytest.mark.parametrize("programme", ["", *Programme.values])
def test_no_template_closes_a_way_back(programme, case, cast, asking):
    with asking(cast.ayu) as by:
        choose(by, case, programme)
        for stage in (*PATH[2:], Stage.AFTERCARE):
            brought_to(case, stage)
            assert STEPS.allows("return_to_assessment", stage)
            actions.return_to_assessment(by=by, case=case, reason="Keadaan berubah.")
            case.refresh_from_db()
            assert case.stage == Stage.ASSESSMENT


@pytest.mark.parametrize("programme", Programme.values)
@pytest.mark.parametrize("stage", PATH[:-1])
def test_no_template_relaxes_what_a_stage_needs(programme, stage, case, cast, asking):
    with asking(cast.ayu) as by:
        brought_to(case, stage)
        before = {(one.code, one.firm) for one in missing(case)}
        choose(by, case, programme)
        case.refresh_from_db()
        assert {(one.code, one.firm) for one in missing(case)} >= before


def test_without_an_agreed_contract_no_template_leads_to_intervention(case, cast, asking):
    with asking(cast.ayu) as by:
        choose(by, case, "tppo")
        case.refresh_from_db()
        brought_to(case, Stage.PLANNING)
        assert "contract.intervention" in {one.code for one in missing_for_step(case, "begin_intervention")}
    with asking(cast.sari) as by, pytest.raises(Refused):
        actions.advance(by=by, case=case, pass_over=True, reason="Biar cepat.")


def test_the_template_for_children_asks_for_a_conference_before_the_plan_is_acted_on(case, cast, asking, agreed):
    with asking(cast.ayu) as by:
        choose(by, case)
        case.refresh_from_db()
        brought_to(case, Stage.PLANNING)
        assert [one.sentence for one in missing_for_step(case, "begin_intervention")] == [
            "Pembahasan kasus belum diadakan."
        ]
        actions.write_note(by=by, case=case, text="Dibahas dengan sekolah.", kind="conference")
        assert missing_for_step(case, "begin_intervention") == []


def test_a_supervisor_may_pass_over_what_a_template_adds(case, cast, asking, agreed):
    with asking(cast.ayu) as by:
        choose(by, case)
        case.refresh_from_db()
        brought_to(case, Stage.PLANNING)
    with asking(cast.sari) as by:
        actions.advance(by=by, case=case, pass_over=True, reason="Anak harus segera pindah.")
        assert StageStep.objects.order_by("-at").first().passed_over == ["programme.conference"]


def test_what_no_package_here_can_keep_is_not_asked_for(case, cast, asking, monkeypatch):
    monkeypatch.setattr(hooks, "programme_checks", {"conference": []})
    with asking(cast.ayu) as by:
        choose(by, case)
        case.refresh_from_db()
        brought_to(case, Stage.PLANNING)
        assert list(criteria.programme(case)) == []


def test_choosing_is_a_step_with_its_reason_that_moves_nothing(case, cast, asking):
    with asking(cast.ayu) as by:
        before = [(place.stage, place.state, place.since) for place in path(case)]
        step = choose(by, case)
        case.refresh_from_db()
        assert (case.programme, step.verb, step.reason, step.to_stage) == ("anak", "programme", WHY, "engagement")
        assert [(place.stage, place.state, place.since) for place in path(case)] == before
        choose(by, case)
        assert Event.objects.filter(name="case.programme_chosen").count() == 1


@pytest.mark.parametrize(("programme", "reason"), [("anak", "  "), ("bukan_program", WHY)])
def test_without_a_reason_or_with_another_word_nothing_is_chosen(case, cast, asking, programme, reason):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused):
            choose(by, case, programme, reason)
        case.refresh_from_db()
        assert case.programme == ""


@pytest.mark.parametrize("who", ["candra", "budi", "adi"])
def test_who_does_not_lead_the_case_chooses_nothing(case, cast, asking, who):
    with asking(getattr(cast, who)) as by, pytest.raises(PermissionDenied):
        choose(by, case)


def test_the_page_says_which_template_it_is_and_what_is_missing(case, cast, signed_in, asking):
    ayu = signed_in(cast.ayu)
    page, choosing = (reverse(f"cases:{name}", args=[case.pk]) for name in ("stage", "programme"))
    assert "Jalur umum" in ayu.get(page).content.decode()
    assert ayu.get(choosing).status_code == 405
    given = {"programme": "anak", "reason": WHY, "once": str(uuid4())}
    for _ in range(2):
        assert ayu.post(choosing, given).status_code == 302
    text = ayu.get(page).content.decode()
    for said in ("ATENSI: anak", "Manajemen kasus anak", "Pembahasan kasus belum diadakan.", WHY, "pemantauan, reviu"):
        assert said in text
    assert ayu.post(choosing, {"programme": "lansia", "once": str(uuid4())}).status_code == 422


def test_budi_chooses_nothing_over_the_page(case, cast, signed_in):
    given = {"programme": "anak", "reason": WHY, "once": str(uuid4())}
    assert signed_in(cast.budi).post(reverse("cases:programme", args=[case.pk]), given).status_code == 404


def test_a_case_is_opened_by_a_template(cast, asking, wati):
    with asking(cast.ayu) as by:
        assert actions.open_case(by=by, person=wati, programme="lansia").programme == "lansia"
