"""A page says what comes next, and offers nobody what is not theirs to do."""

import pytest
from django.urls import reverse

from rangkul.base.clock import now
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages.forms.closing import EndingForm


@pytest.fixture
def agreed(case, cast, asking):
    with asking(cast.ayu) as ayu:
        draft = actions.draft_contract(by=ayu, case=case)
        actions.agree_contract(by=ayu, contract=draft, agreement=actions.Agreement("spoken", "Wati", witness="Bu RT"))
    return case


def page(browser, name, case) -> str:
    return browser.get(reverse(f"cases:{name}", args=[case.pk])).content.decode()


def test_after_the_contract_the_way_to_the_assessment(agreed, cast, asking, signed_in):
    ayu = signed_in(cast.ayu)
    assert "Berikutnya: Asesmen" in page(ayu, "contract", agreed)
    with asking(cast.ayu) as by:
        actions.advance(by=by, case=agreed)
    assert "Berikutnya: Asesmen" not in page(ayu, "contract", agreed)


def test_a_supervisor_signs_and_does_not_ask_herself(juniors_case, cast, signed_in):
    said = page(signed_in(cast.sari), "signatures", juniors_case)
    assert "Anda yang menandatangani" in said
    assert "Minta tanda tangan" not in said
    assert "Minta tanda tangan" in page(signed_in(cast.dimas), "signatures", juniors_case)


def test_a_person_is_no_group(case, cast, signed_in):
    answer = signed_in(cast.ayu).get(reverse("cases:open"), {"orang": str(case.person_id)})
    kinds = [value for value, _label in answer.context["form"].fields["client_kind"].choices]
    assert kinds == ["person", "household"]


def test_an_ended_case_leads_to_its_summary(case, cast, asking, signed_in):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=now())
    ending = reverse("cases:terminate", args=[case.pk])
    assert f'<a class="tag" href="{ending}">Sudah diakhiri' in page(signed_in(cast.ayu), "case", case)


def test_telling_the_client_is_not_called_optional(db):
    assert "boleh kosong" not in EndingForm()["client_informed"].as_field_group()


def test_a_case_that_ended_early_does_not_say_that_it_went_the_whole_way(case, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        actions.end_early(by=ayu, case=case, reason="Klien pindah")
        states = {place.stage.value: place.state for place in queries.path(Case.objects.get(pk=case.pk))}
    assert states == {
        "engagement": "done", "assessment": "skipped", "planning": "skipped", "intervention": "skipped",
        "evaluation": "skipped", "termination": "now",
    }  # fmt: skip
    assert "dilewati" in page(signed_in(cast.ayu), "case", case)


def test_a_community_cannot_die(case, cast, signed_in):
    def reasons(of):
        form = signed_in(cast.ayu).get(reverse("cases:terminate", args=[of.pk])).context["form"]
        return [value for value, _label in form.fields["reason"].choices]

    assert "died" in reasons(case)
    assert "died" not in [value for value, _label in EndingForm(of_many=True).fields["reason"].choices]


def test_a_case_that_runs_is_not_opened_again(case, cast, signed_in):
    answer = signed_in(cast.ayu).get(reverse("cases:reopen", args=[case.pk]))
    assert answer.headers["Location"] == reverse("cases:case", args=[case.pk])
