"""Ayu offers an instrument on its page, sees how it stands, and takes it back."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.base.days import today
from rangkul.journey.instruments import queries
from rangkul.journey.instruments.models import Offer
from rangkul.journey.instruments.tests.test_offers import (  # noqa: F401  the same Wati
    GRAVE,
    MILD,
    REASON,
    answering,
    case,
    offer,
    request_,
    version,
    wati,
)


@pytest.fixture
def page_of(case):  # noqa: F811
    return lambda held: reverse("instruments:offer", args=[case.pk, held.pk])


def words(**more):
    until = (today() + timedelta(days=5)).isoformat()
    return {"until": until, "alone_because": REASON, "once": str(uuid4())} | more


def tab(browser, case):  # noqa: F811
    return browser.get(reverse("instruments:case", args=[case.pk])).content.decode()


def test_she_is_told_what_may_happen_before_she_offers(signed_in, cast, phq9, page_of):
    text = signed_in(cast.ayu).get(page_of(phq9)).content.decode()
    assert "pikiran mati" in text
    assert "alone_because" in text
    assert "tidak mengirim pesan" in text


def test_a_harmless_one_asks_for_no_reason(signed_in, cast, version, page_of):  # noqa: F811
    assert "alone_because" not in signed_in(cast.ayu).get(page_of(version("gad7"))).content.decode()


def test_a_double_click_is_one_offer(signed_in, cast, asking, case, phq9, page_of):  # noqa: F811
    browser, sent = signed_in(cast.ayu), words()
    for _again in range(2):
        assert browser.post(page_of(phq9), sent).status_code == 302
    with asking(cast.ayu):
        assert Offer.objects.count() == 1
    text = tab(browser, case)
    assert "menunggu jawaban" in text
    assert "Tarik kembali" in text


def test_without_a_reason_it_comes_back_with_the_day_that_was_typed(signed_in, cast, phq9, page_of):
    until = (today() + timedelta(days=12)).isoformat()
    answer = signed_in(cast.ayu).post(page_of(phq9), words(until=until, alone_because=""))
    assert answer.status_code == 422
    assert until in answer.content.decode()


def test_one_that_is_never_answered_alone_says_why_and_how_else(signed_in, cast, asking, version, page_of):  # noqa: F811
    hark = version("hark")
    browser = signed_in(cast.ayu)
    text = browser.get(page_of(hark)).content.decode()
    assert "Pelaku bisa membuka HP klien" in text
    assert "Serahkan layar" in text
    assert browser.post(page_of(hark), words()).status_code == 422
    with asking(cast.ayu):
        assert not Offer.objects.exists()


def test_only_what_may_be_offered_has_the_way_to_it(signed_in, cast, case, phq9, version):  # noqa: F811
    text = tab(signed_in(cast.ayu), case)
    assert reverse("instruments:offer", args=[case.pk, phq9.pk]) in text
    assert reverse("instruments:offer", args=[case.pk, version("hark").pk]) not in text


def test_she_takes_it_back_once(signed_in, cast, asking, case, offer):  # noqa: F811
    row, browser = offer(), signed_in(cast.ayu)
    address = reverse("instruments:take_back", args=[case.pk, row.pk])
    assert browser.get(address).status_code == 405
    for _again in range(2):
        assert browser.post(address).status_code == 302
    assert "ditarik kembali" in tab(browser, case)
    assert browser.post(reverse("instruments:take_back", args=[case.pk, uuid4()])).status_code == 404


def test_what_was_answered_leads_to_its_result_and_stands_in_the_timeline(
    signed_in, cast, asking, case, offer, answering  # noqa: F811
):  # fmt: skip
    row = answering(offer(), *GRAVE)
    browser = signed_in(cast.ayu)
    text = tab(browser, case)
    assert "sudah dijawab" in text
    assert reverse("instruments:result", args=[case.pk, row.pk]) in text
    story = browser.get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "PHQ-9 ditawarkan lewat tiket" in story
    assert "Diisi sendiri lewat tiket" in story
    assert REASON not in story


@pytest.mark.parametrize(("name", "status"), [("budi", 404), ("dimas", 404), ("putri", 404)])
def test_the_wrong_person_sees_and_offers_nothing(signed_in, cast, phq9, page_of, name, status):
    browser = signed_in(getattr(cast, name))
    assert browser.get(page_of(phq9)).status_code == status
    assert browser.post(page_of(phq9), words()).status_code == status


def test_however_many_were_offered_the_questions_stay_the_same(
    signed_in, cast, asking, case, offer, answering, version, django_assert_max_num_queries  # noqa: F811
):  # fmt: skip
    answering(offer(), *MILD)
    offer()
    offer(version=version("gad7"), alone_because="")
    browser = signed_in(cast.ayu)
    tab(browser, case)
    with django_assert_max_num_queries(32):
        tab(browser, case)
    with asking(cast.ayu):
        assert len(queries.offers(case)) == 3
