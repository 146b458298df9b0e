"""Consent is asked later where it could not be asked, and taken back on the client's word (A02, A03)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.trust.models import Consent, RightsRequest
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import timeline

SPOKEN = {"mode": "spoken", "witness": "Bu RT"}


def ask(by, case, mode="spoken", witness="Bu RT", **answers):
    return actions.ask_consents(by=by, case=case, answers=answers, text_version="1", mode=mode, witness=witness)


def page_of(case):
    return reverse("cases:consents", args=[case.pk])


@pytest.fixture
def shared(case, cast, asking):
    """Wati's yes to being helped by others."""
    with asking(cast.ayu) as by:
        return ask(by, case, share=True)


def test_what_was_not_asked_says_so_and_is_asked_now(case, cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    assert browser.get(page_of(case)).content.decode().count("belum ditanyakan") == 3
    given = {**SPOKEN, "answer_service": "yes", "answer_share": "no", "answer_statistics": ""}
    assert browser.post(page_of(case), given).status_code == 302
    text = browser.get(page_of(case)).content.decode()
    assert text.count("belum ditanyakan") == 1
    assert "Lisan dengan saksi (Bu RT)" in text
    with asking(cast.ayu):
        found = Consent.objects.filter(subject_kind="case", subject_id=case.pk).values_list("purpose", "given")
        assert set(found) == {("service", True), ("share", False)}


def test_the_timeline_and_the_trail_tell_of_it(case, cast, asking, shared):
    with asking(cast.ayu) as by:
        actions.withdraw_for_client(by=by, case=case, consent=shared)
        titles = [one.entry.title for one in timeline(case)]
        assert titles[:2] == ["Klien menarik persetujuan", "Persetujuan ditanyakan"]
        for name in ("case.consents_asked", "consent.recorded", "case.consent_withdrawn", "consent.withdrawn"):
            assert Event.objects.filter(name=name, subject_id=case.pk).count() == 1


def test_a_junior_asks_and_takes_back(juniors_case, cast, signed_in, asking):
    browser = signed_in(cast.dimas)
    assert browser.post(page_of(juniors_case), {**SPOKEN, "answer_share": "yes"}).status_code == 302
    with asking(cast.dimas):
        consent = Consent.objects.get()
    assert browser.post(reverse("cases:consent_withdraw", args=[juniors_case.pk, consent.pk])).status_code == 302
    with asking(cast.dimas):
        assert Consent.objects.get().withdrawn_at


@pytest.mark.parametrize("who", ["candra", "budi", "adi", "putri"])
def test_for_who_does_not_see_the_case_there_is_no_such_page(case, cast, signed_in, shared, who):
    browser = signed_in(getattr(cast, who))
    back = reverse("cases:consent_withdraw", args=[case.pk, shared.pk])
    for address in (page_of(case), back):
        assert (browser.get(address).status_code, browser.post(address, SPOKEN).status_code) == (404, 404)


def test_who_does_not_work_on_the_case_asks_nothing(case, cast, asking):
    with asking(cast.candra) as by, pytest.raises(PermissionDenied):
        ask(by, case, share=True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"mode": "spoken", "witness": "", "answer_share": "yes"}, "membutuhkan nama saksi"),
        (SPOKEN, "paling sedikit satu hal"),
    ],
)
def test_an_answer_lacks_neither_witness_nor_purpose(case, cast, signed_in, asking, given, said):
    answer = signed_in(cast.ayu).post(page_of(case), given)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    with asking(cast.ayu):
        assert not Consent.objects.exists()


def test_before_it_is_taken_back_the_page_says_what_that_means(case, cast, signed_in, asking, shared):
    address = reverse("cases:consent_withdraw", args=[case.pk, shared.pk])
    text = signed_in(cast.ayu).get(address).content.decode()
    assert "tidak bisa lagi membuka datanya" in text
    assert "3×24 jam" in text
    with asking(cast.ayu):
        assert Consent.objects.get().withdrawn_at is None


def test_taking_back_starts_the_clock_and_keeps_what_the_client_said(case, cast, signed_in, asking, shared):
    browser = signed_in(cast.ayu)
    browser.post(reverse("cases:consent_withdraw", args=[case.pk, shared.pk]), {"reason": "Ia takut tetangga tahu"})
    assert "harus berhenti paling lambat" in browser.get(page_of(case)).content.decode()
    with asking(cast.putri):
        wish = RightsRequest.objects.select_related("key").get(consent_id=shared.pk)
        assert wish.text == "Ia takut tetangga tahu"
        assert wish.due_at - wish.asked_at == timedelta(hours=72)


def test_taking_back_twice_counts_once(case, cast, asking, shared):
    with asking(cast.ayu) as by:
        for _time in range(2):
            actions.withdraw_for_client(by=by, case=case, consent=shared)
        assert Event.objects.filter(name="case.consent_withdrawn").count() == 1
        assert RightsRequest.objects.filter(consent_id=shared.pk).count() == 1


def test_a_no_after_a_yes_takes_the_yes_back(case, cast, asking, shared):
    with asking(cast.ayu) as by:
        ask(by, case, share=False)
        assert Consent.objects.get(pk=shared.pk).withdrawn_at
        assert Consent.objects.filter(given=False).count() == 1


def test_a_consent_of_another_case_is_not_taken_back_here(case, cast, signed_in, asking, wati):
    with asking(cast.ayu) as by:
        other = actions.open_case(by=by, person=wati)
        consent = ask(by, other, share=True)
    address = reverse("cases:consent_withdraw", args=[case.pk, consent.pk])
    assert signed_in(cast.ayu).post(address).status_code == 404


@pytest.mark.parametrize(("for_whom", "kept_on"), [("self", "request"), ("other", "case")])
def test_only_the_client_s_own_ticket_holds_what_they_answer(cast, asking, wati, for_whom, kept_on):
    request = handed_in(HUNGRY, for_whom=for_whom)
    with asking(cast.ayu) as by:
        case = actions.open_case(by=by, person=wati, request=request)
        assert ask(by, case, learning=True).subject_kind == kept_on


def test_what_the_neighbour_agreed_to_is_not_the_client_s_answer(cast, asking, signed_in, wati):
    request = handed_in(HUNGRY, for_whom="other")
    with asking(cast.ayu) as by:
        case = actions.open_case(by=by, person=wati, request=request)
    text = signed_in(cast.ayu).get(page_of(case)).content.decode()
    assert text.count("belum ditanyakan") == 3
    assert "oleh yang meminta bantuan" in text


def test_an_ended_case_is_asked_nothing_more_and_takes_back_all_the_same(case, cast, signed_in, asking, shared):
    with asking(cast.ayu):
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at)
    browser = signed_in(cast.ayu)
    assert "Tanyakan sekarang" not in browser.get(page_of(case)).content.decode()
    browser.post(reverse("cases:consent_withdraw", args=[case.pk, shared.pk]))
    with asking(cast.ayu) as by:
        assert Consent.objects.get().withdrawn_at
        with pytest.raises(Refused):
            ask(by, case, share=True)
