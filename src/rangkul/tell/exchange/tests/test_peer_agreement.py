"""Nothing about a person goes to another house without an agreement that holds; what takes it back always does."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import acting
from rangkul.base.ids import new_id
from rangkul.base.models import Event
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.support.referral import actions as referrals
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, SPOKEN, fresh
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Agreement, Message, Outgoing
from rangkul.tell.exchange.tests.conftest import DINAS, accepted, paper


@pytest.fixture
def agreement(peer, cast, asking):
    with asking(cast.adi):
        return Agreement.objects.get()


def ended(cast, asking, agreement, because="Kerja samanya selesai"):
    with asking(cast.adi) as by:
        return actions.end_agreement(by=by, agreement=agreement, because=because)


def refer(cast, asking, need):
    with asking(cast.ayu) as by:
        row = referrals.prepare(by=by, need=need, receiver=DINAS)
        referrals.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        draft = fresh(row)
        return draft, referrals.send(by=by, referral=draft, leave=SPOKEN)


def there(row) -> str:
    return reverse("referrals:referral", args=[row.case_id, row.pk])


def test_without_one_it_goes_by_its_link_alone(cast, agreement, need, waiting, asking, signed_in, house):
    ended(cast, asking, agreement)
    with asking(cast.ayu) as by:
        draft = fresh(referrals.prepare(by=by, need=need, receiver=DINAS))
    said = signed_in(cast.ayu).get(there(draft)).text
    assert "Tidak ada perjanjian yang berlaku dengan Dinas Sosial Contoh" in said
    _draft, sent = refer(cast, asking, need)
    assert sent.state == "sent"
    assert house(Outgoing) == []
    assert house(Message) == []


def test_the_database_lets_no_first_one_go_without(cast, agreement, referred, asking, peer):
    ended(cast, asking, agreement)
    with (
        acting(HOUSE),
        pytest.raises(IntegrityError, match="exchange_agreed_first"),
        transaction.atomic(),
    ):
        Outgoing.objects.create(peer=peer, referral_id=new_id())


def test_what_waits_when_it_ends_waits_and_a_withdrawal_goes(
    cast, agreement, referred, delivered, other, asking, signed_in, house
):
    ended(cast, asking, agreement)
    assert delivered() == 0
    said = signed_in(cast.ayu).get(there(referred)).text
    assert "Perjanjian dengan Dinas Sosial Contoh tidak berlaku lagi" in said
    with acting(HOUSE):
        assert queries.due() == []
    with asking(cast.ayu) as by:
        withdraw_consent(by=by, consent=fresh(referred).consent)
    assert delivered() == 1
    (gone,) = house(Message, state="delivered")
    assert gone.kind == "withdrawn"


def test_a_new_one_sends_what_waited(cast, agreement, referred, delivered, other, peer, asking, house):
    ended(cast, asking, agreement)
    with asking(cast.adi) as by:
        actions.agree(by=by, peer=peer, paper=paper(cast, number="13/PKS/2026"))
    assert delivered() == 1
    assert house(Message)[0].state == "delivered"


def test_after_its_last_day_nothing_goes(cast, agreement, referred, delivered, other, asking, house):
    with clock.pretending(clock.now() + timedelta(days=340)):
        assert delivered() == 0
        with acting(HOUSE):
            assert queries.agreement_with(agreement.peer) is None
    assert house(Message)[0].state == "waiting"


def test_our_answer_waits_too(cast, agreement, came, delivered, other, asking, house, signed_in):
    here = reverse("exchange:incoming", args=[came.pk])
    waits = "Jawaban Anda menunggu sampai admin mencatat perjanjiannya"
    assert waits not in signed_in(cast.ayu).get(here).text
    ended(cast, asking, agreement)
    assert waits in signed_in(cast.ayu).get(here).text
    accepted(cast, asking, came)
    assert delivered() == 0
    assert {one.kind for one in house(Message, state="waiting")} >= {"accepted"}


def test_adi_writes_it_down_and_ends_it(signed_in, cast, peer, asking):
    browser, here = signed_in(cast.adi), reverse("exchange:peer", args=[peer.pk])
    words = {name: str(value) for name, value in paper(cast, number="77/PKS").__dict__.items()}
    agree = reverse("exchange:agree", args=[peer.pk])
    assert browser.get(agree).status_code == 405
    for wrong, said in (
        ({"stop_contact": ""}, "wajib"),
        ({"ends_on": "2020-01-01"}, "berakhir sebelum mulai"),
        ({"keeper": str(cast.ayu.pk)}, "Pilih"),
    ):
        answer = browser.post(agree, {**words, **wrong})
        assert answer.status_code == 422
        assert said in answer.text
    assert browser.post(agree, words).status_code == 302
    assert "77/PKS" in browser.get(here).text
    with asking(cast.adi):
        row = Agreement.objects.get(number="77/PKS")
        assert Event.objects.filter(name="peer.agreed").count() == 2
    end = reverse("exchange:end_agreement", args=[peer.pk, row.pk])
    assert browser.post(end, {"because": ""}).status_code == 422
    for _twice in range(2):
        assert browser.post(end, {"because": "Diganti"}).status_code == 302
    with asking(cast.adi):
        assert Event.objects.filter(name="peer.agreement_ended").count() == 1
    for name in ("ayu", "rini", "budi"):
        assert signed_in(getattr(cast, name)).post(agree, words).status_code == 404


def test_nobody_but_an_admin_agrees_and_no_other_agency_sees_it(cast, peer, agreement, asking):
    with asking(cast.sari) as by, pytest.raises(PermissionDenied):
        actions.agree(by=by, peer=peer, paper=paper(cast))
    with asking(cast.budi):
        assert not Agreement.objects.exists()
    with asking(cast.adi) as by, pytest.raises(Refused, match="seperti tertulis"):
        actions.agree(by=by, peer=peer, paper=paper(cast, covers=" "))
