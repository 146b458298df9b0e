"""What will never arrive at another house is asked of a person: whoever answers for the referral calls (A83)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.asking import acting
from rangkul.base.models import Event
from rangkul.journey.cases.models import Task
from rangkul.support.referral import actions as referrals
from rangkul.support.referral import hooks
from rangkul.support.referral.models import Referral
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, SPOKEN, fresh
from rangkul.support.referral.tests.test_from_a_request import request_, whole  # noqa: F401
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Message
from rangkul.tell.exchange.tests.conftest import DINAS

TITLE = "Telepon Dinas Sosial Contoh hari ini: rujukan tidak sampai lewat server"


def run_out():
    with acting(HOUSE):
        Message.objects.update(expires_at=clock.now() - timedelta(minutes=1))


@pytest.fixture
def lost(referred, delivered):
    run_out()
    delivered()
    return referred


def test_the_owner_has_a_duty_of_today(lost, cast, asking):
    with asking(cast.ayu):
        (task,) = Task.objects.filter(case_id=lost.case_id)
        assert (task.owner, task.kind, task.due) == (cast.ayu, "duty", days.today(lost.case.region_code))
        assert task.title == TITLE


def test_no_machine_ends_the_referral(lost, cast, asking):
    with asking(cast.ayu):
        assert Referral.objects.get(pk=lost.pk).state == "sent"


def test_more_that_is_lost_is_asked_for_once(lost, cast, asking, delivered):
    with asking(cast.ayu) as by:
        referrals.extend(by=by, referral=fresh(lost), last_day=days.today() + timedelta(days=40), because="Penuh")
    run_out()
    assert delivered() == 1
    with asking(cast.ayu):
        assert Task.objects.filter(case_id=lost.case_id).count() == 1


def test_what_was_withdrawn_asks_for_no_call(referred, cast, asking, delivered):
    with asking(cast.ayu) as by:
        referrals.cancel(by=by, referral=fresh(referred), because="Salah alamat")
    run_out()
    delivered()
    with asking(cast.ayu):
        assert not Task.objects.filter(case_id=referred.case_id).exists()


def test_what_arrived_asks_for_nothing(referred, delivered, cast, asking):
    delivered()
    with asking(cast.ayu):
        assert not Task.objects.filter(case_id=referred.case_id).exists()


def test_of_a_request_it_is_a_day_of_the_referral(request_, peer, waiting, delivered, cast, asking, signed_in):  # noqa: F811
    with asking(cast.ayu) as by:
        need = referrals.note_need(by=by, request=whole(request_.pk), kind="food", words="Tiga hari tidak makan.")
        row = referrals.prepare(by=by, need=need, receiver=DINAS)
        referrals.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        row = referrals.send(by=by, referral=Referral.objects.get(pk=row.pk), leave=SPOKEN)
    run_out()
    delivered()
    with asking(cast.ayu):
        kept = Referral.objects.get(pk=row.pk)
        assert kept.call_on == days.today(request_.region_code)
    page = signed_in(cast.ayu).get(reverse("referrals:board")).text
    assert "Dinas Sosial Contoh" in page


def test_the_timeline_and_the_log_say_so(lost, signed_in, cast):
    page = signed_in(cast.ayu).get(reverse("cases:timeline", args=[lost.case_id])).text
    assert "Kiriman ke Dinas Sosial Contoh tidak sampai lewat server" in page
    with acting(HOUSE):
        assert Event.objects.filter(name="referral.not_carried").count() == 1


def test_the_client_and_the_team_read_that_it_has_not_come_there_yet(referred, delivered, cast, asking, signed_in):
    with asking(cast.ayu):
        assert hooks.on_their_way([fresh(referred)]) == {referred.pk}
    pages = (
        reverse("referrals:need", args=[referred.case_id, referred.need_id]),
        reverse("referrals:board"),
        reverse("referrals:partner", args=[referred.organization_id]),
    )
    for page in pages:
        assert "sedang dikirim" in signed_in(cast.ayu).get(page).text
    delivered()
    with asking(cast.ayu):
        assert not hooks.on_their_way([fresh(referred)])
    for page in pages:
        assert "sedang dikirim" not in signed_in(cast.ayu).get(page).text
