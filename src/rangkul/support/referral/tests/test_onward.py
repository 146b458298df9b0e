"""A receiver refers on: to whom is told, and the need stays open until the outcome is known."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.journey.cases.models import Reminder
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions import Told
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.models import Need, Referral, Step
from rangkul.support.referral.tests.conftest import fresh

ELSEWHERE = "Panti Contoh Cimahi"
HEARD = Told(words="Sudah tinggal di sana.", by="Bu Contoh")


@pytest.fixture
def passed(sent, receiver, asking):
    with asking(receiver) as by:
        return actions.pass_on(by=by, referral=queries.of_door(by), onward_to=ELSEWHERE, told=Told(words="Kami penuh."))


def test_it_is_an_outcome_that_says_where(cast, passed, receiver, asking):
    with asking(cast.ayu):
        row = fresh(passed)
        assert (row.state, row.outcome, row.onward_to) == ("completed", "onward", ELSEWHERE)
        assert row.outcome_words == f"Dirujuk lagi ke {ELSEWHERE}"
        assert row.answered_at is not None
        assert Event.objects.get(name="referral.passed_on").subject_id == row.case_id
    with asking(receiver):
        assert not Referral.objects.exists()


def test_the_need_stays_open_and_somebody_asks_there(cast, passed, asking):
    with asking(cast.ayu) as by:
        need = Need.objects.get(pk=passed.need_id)
        assert need.is_open
        with pytest.raises(Refused):
            actions.meet_need(by=by, need=need, outcome="Sudah aman")
        assert Reminder.objects.get(matter=need.pk).due == clock.local(fresh(passed).due_at, "32").date()


def test_what_came_of_it_there_meets_the_need(cast, passed, asking):
    with asking(cast.ayu) as by:
        for _ in range(2):
            actions.learn(by=by, referral=fresh(passed), outcome="helped", told=HEARD)
        row = fresh(passed)
        assert row.outcome_words == f"Dirujuk lagi ke {ELSEWHERE}: sudah dibantu"
        assert Step.objects.filter(referral=row, verb="learn").count() == 1
        assert Event.objects.filter(name="referral.outcome_learned").count() == 1
        actions.meet_need(by=by, need=Need.objects.get(pk=passed.need_id), outcome="Sudah aman")


@pytest.mark.parametrize("outcome", ["not_helped", "not_come", "returned"])
def test_another_end_meets_nothing(cast, passed, asking, outcome):
    with asking(cast.ayu) as by:
        actions.learn(by=by, referral=fresh(passed), outcome=outcome, told=HEARD)
        with pytest.raises(Refused):
            actions.meet_need(by=by, need=Need.objects.get(pk=passed.need_id), outcome="Sudah aman")


def test_it_says_where_and_who_told_it(cast, sent, passed, asking):
    with asking(cast.ayu) as by:
        for outcome, told in (("onward", HEARD), ("helped", Told(words="Ya")), ("helped", Told(by="Bu Contoh"))):
            with pytest.raises(Refused):
                actions.learn(by=by, referral=fresh(passed), outcome=outcome, told=told)


def test_only_what_was_referred_on_has_a_later_outcome(cast, sent, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused):
        actions.learn(by=by, referral=fresh(sent), outcome="helped", told=HEARD)


def test_where_to_is_required_and_a_stranger_says_nothing(cast, sent, receiver, asking):
    with asking(receiver) as by, pytest.raises(Refused):
        actions.pass_on(by=by, referral=queries.of_door(by), onward_to=" ", told=Told())
    with asking(cast.ayu):
        row = fresh(sent)
    for other in (cast.budi.asker(), Asker("ticket", ticket_id=row.pk)):
        with asking(other) as by, pytest.raises(PermissionDenied):
            actions.pass_on(by=by, referral=row, onward_to=ELSEWHERE, told=HEARD)


def once(page) -> dict:
    return {"once": page.content.decode().split('name="once" value="')[1].split('"')[0]}


def test_the_receiver_says_it_at_the_door(visitor, cast, sent, asking):
    visitor.post(f"/rujukan/{sent.code}/", {"pin": DOOR.pin_of(sent.door)})
    words = once(visitor.get("/rujukan/"))
    assert visitor.get("/rujukan/lanjut/").status_code == 405
    assert visitor.post("/rujukan/lanjut/", {**words, "words": "Penuh"}).status_code == 422
    page = visitor.post("/rujukan/lanjut/", {**once(visitor.get("/rujukan/")), "onward_to": ELSEWHERE})
    assert "Terima kasih" in page.content.decode()
    with asking(cast.ayu):
        assert fresh(sent).onward_to == ELSEWHERE


def test_the_team_reads_it_and_writes_down_the_end(signed_in, cast, passed):
    browser = signed_in(cast.ayu)
    here = reverse("referrals:referral", args=[passed.case_id, passed.pk])
    need = browser.get(reverse("referrals:need", args=[passed.case_id, passed.need_id])).content.decode()
    assert f"merujuk lagi ke <b>{ELSEWHERE}</b>" in need
    page = browser.get(here).content.decode()
    assert "Hasilnya belum diketahui" in page
    address = reverse("referrals:learn", args=[passed.case_id, passed.pk])
    assert browser.get(address).status_code == 405
    assert browser.post(address, {"outcome": "helped", "words": "Ya"}).status_code == 422
    browser.post(address, {"outcome": "helped", "words": "Sudah di sana.", "told_by": "Bu Contoh"})
    assert f"Dirujuk lagi ke {ELSEWHERE}: sudah dibantu" in browser.get(here).content.decode()
    assert signed_in(cast.budi).post(address, {"outcome": "helped"}).status_code == 404


def test_the_board_says_that_it_was_referred_on(signed_in, cast, passed):
    assert "dirujuk lagi, hasilnya belum diketahui" in signed_in(cast.ayu).get(reverse("referrals:board")).text


def test_a_worker_writes_down_what_was_told_by_telephone(signed_in, cast, sent, asking):
    address = reverse("referrals:told", args=[sent.case_id, sent.pk])
    told = {"said": "onward", "told_by": "Bu Contoh", "onward_to": ELSEWHERE}
    assert signed_in(cast.ayu).post(address, told).status_code == 302
    with asking(cast.ayu):
        assert fresh(sent).outcome == "onward"
