"""In which order receivers are asked is the worker's to say, when they prepare one: before, after, or all at once."""

from dataclasses import replace

import pytest
from django.urls import reverse

from rangkul.support.referral import actions, queries
from rangkul.support.referral.models import Referral
from rangkul.support.referral.tests.conftest import RECEIVER
from rangkul.support.referral.tests.test_board import YES


@pytest.fixture
def prepared(cast, need, asking):
    def one(name, **order):
        with asking(cast.ayu) as by:
            return actions.prepare(by=by, need=need, receiver=replace(RECEIVER, name=name), **order)

    return one


@pytest.fixture
def places(cast, need, asking):
    def found():
        with asking(cast.ayu):
            rows = Referral.objects.filter(need=need).order_by("place", "made_at")
            return [(one.receiver, one.place) for one in rows]

    return found


def test_after_the_others_unless_said(prepared, places):
    for name in "AB":
        prepared(name)
    assert places() == [("A", 1), ("B", 2)]


def test_before_another_moves_the_others_back(prepared, places):
    for name in "AB":
        prepared(name)
    prepared("C", place=2)
    assert places() == [("A", 1), ("C", 2), ("B", 3)]
    prepared("D", place=900)
    assert places()[-1] == ("D", 4)


def test_what_was_sent_keeps_its_place(sent, prepared, places):
    prepared("B")
    prepared("C", place=1)
    assert places() == [("Rumah Aman Contoh", 1), ("C", 1), ("B", 3)]


def test_all_at_once_are_proposed_at_once(cast, sent, need, prepared, asking, signed_in):
    prepared("B Contoh")
    prepared("C Contoh", together=True)
    prepared("D Contoh")
    with asking(cast.ayu) as by:
        actions.decline(by=by, referral=sent, why="full", told=YES)
        assert [one.receiver for one in queries.next_places(queries.tries_of(need))] == ["B Contoh", "C Contoh"]
    page = signed_in(cast.ayu).get(reverse("referrals:need", args=[need.case_id, need.pk])).text
    assert "disiapkan, sekaligus:" in page


def test_it_is_chosen_on_the_page(cast, need, prepared, places, signed_in):
    browser = signed_in(cast.ayu)
    here = reverse("referrals:need", args=[need.case_id, need.pk])
    assert 'name="order"' not in browser.get(here).text
    prepared("A Contoh")
    page = browser.get(here).text
    assert "Sebelum A Contoh" in page
    assert "Semua sekaligus" in page
    ways = {"contact": "rujukan@contoh.example", "link_by": "email", "code_by": "phone"}
    there = reverse("referrals:prepare", args=[need.case_id, need.pk])
    browser.post(there, {**ways, "name": "B Contoh", "order": "1"})
    assert places() == [("B Contoh", 1), ("A Contoh", 2)]
    browser.post(there, {**ways, "name": "C Contoh", "order": "semua"})
    assert places() == [("A Contoh", 1), ("B Contoh", 1), ("C Contoh", 1)]
    assert browser.post(there, {**ways, "name": "D", "order": "77"}).status_code == 422
