"""A place in the waiting list with the reason for it, at a service of the agency itself."""

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.commons.directory import actions as directory
from rangkul.commons.directory.actions import OrganizationDraft
from rangkul.commons.directory.tests import making
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions import Told
from rangkul.support.referral.models import Referral, Step
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, RECEIVER, SPOKEN, fresh

YES = Told(by="Bu Contoh")


@pytest.fixture
def service(cast, asking):
    """Run by the agency of Ayu and Sari."""
    with asking(cast.ayu) as by:
        own = directory.add_organization(by=by, given=OrganizationDraft(name="Rumah Kita"), own=True)
        return making.service(by, of=own, helps=["shelter"])


@pytest.fixture
def waiting(cast, need, service, asking):
    """`waiting(2)`: a referral that was accepted in this place."""

    def one(place: int) -> Referral:
        with asking(cast.ayu) as by:
            row = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, service_id=service.pk))
            actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
            actions.send(by=by, referral=fresh(row), leave=SPOKEN)
            because = "Menurut hari datang"
            actions.accept(by=by, referral=fresh(row), told=YES, queue_place=place, queue_because=because)
            return fresh(row)

    return one


def places(*rows) -> list[int]:
    return [Referral.objects.get(pk=row.pk).queue_place for row in rows]


def test_whoever_is_moved_up_moves_the_others_back(cast, waiting, asking):
    first, second, third = waiting(1), waiting(2), waiting(3)
    with asking(cast.ayu) as by:
        actions.requeue(by=by, referral=third, place=1, because="Ada bayi")
        assert places(first, second, third) == [2, 3, 1]
        moves = Step.objects.filter(verb="queue").select_related("key")
        assert "Urutan ke-1: Ada bayi" in {one.words for one in moves}
        actions.requeue(by=by, referral=fresh(third), place=1, because="Ada bayi")
        assert moves.count() == 3


@pytest.mark.parametrize("how", ["begin", "decline", "cancel"])
def test_whoever_leaves_the_line_moves_the_others_up(cast, waiting, asking, how):
    first, second, third = waiting(1), waiting(2), waiting(3)
    with asking(cast.ayu) as by:
        if how == "begin":
            actions.begin(by=by, referral=first, told=YES)
        elif how == "decline":
            actions.decline(by=by, referral=first, why="full", told=YES)
        else:
            actions.cancel(by=by, referral=first, because="Pindah kota")
        assert places(first, second, third) == [None, 1, 2]
        if how == "begin":
            told = Told(words="Sudah tinggal di sini", by="Bu Contoh")
            actions.complete(by=by, referral=fresh(first), outcome="helped", told=told)
            assert places(second, third) == [1, 2]


def test_whoever_leaves_from_the_middle_moves_nobody_in_front(cast, waiting, asking):
    first, second, third = waiting(1), waiting(2), waiting(3)
    with asking(cast.ayu) as by:
        actions.begin(by=by, referral=second, told=YES)
    with asking(cast.ayu):
        assert places(first, third) == [1, 2]


def test_a_place_that_is_held_makes_room(cast, waiting, asking):
    first, second, third = waiting(1), waiting(1), waiting(2)
    with asking(cast.ayu) as by:
        assert places(first, second, third) == [3, 1, 2]
        actions.requeue(by=by, referral=first, place=2, because="Ada bayi")
        assert places(first, second, third) == [2, 1, 3]


def test_no_two_hold_one_place(cast, waiting, asking):
    waiting(1)
    other = waiting(2)
    with asking(cast.ayu), pytest.raises(IntegrityError, match="referral_one_in_a_place"), transaction.atomic():
        Referral.objects.filter(pk=other.pk).update(queue_place=1)


def test_an_order_needs_its_reason(cast, waiting, asking):
    row = waiting(1)
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.requeue(by=by, referral=row, place=2, because=" ")
    assert refused.value.field == "because"


def test_whoever_is_being_helped_waits_no_more(cast, waiting, asking):
    row = waiting(1)
    with asking(cast.ayu) as by:
        actions.begin(by=by, referral=row, told=YES)
        with pytest.raises(Refused) as refused:
            actions.requeue(by=by, referral=fresh(row), place=2, because="Ada bayi")
        assert refused.value.code == "state"
        assert queries.lines(cast.ayu.agency_id) == []


def test_the_page_shows_the_order_to_the_team_alone(cast, waiting, signed_in):
    row = waiting(2)
    browser = signed_in(cast.ayu)
    page = browser.get("/kerja/rujukan/antrean/").text
    assert "urutan ke-2" in page
    assert "Menurut hari datang" in page
    moved = f"/kerja/rujukan/kasus/{row.case_id}/{row.pk}/urutan/"
    assert browser.get(moved).status_code == 405
    assert browser.post(moved, {"place": 1, "because": "Ada bayi"}).status_code == 302
    assert "urutan ke-1" in browser.get("/kerja/rujukan/antrean/").text
    assert "urutan ke-" not in signed_in(cast.budi).get("/kerja/rujukan/antrean/").text
    assert signed_in(cast.adi).get("/kerja/rujukan/antrean/").status_code == 403
