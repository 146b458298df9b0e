"""The client follows where their data went, and takes it back in one press."""

from dataclasses import replace

import pytest
from django.urls import reverse

from rangkul.base.ids import new_id
from rangkul.support.referral import actions, hooks
from rangkul.support.referral.actions import Leave, Receiver
from rangkul.support.referral.models import Referral
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, RECEIVER, SPOKEN
from rangkul.web.portal.tests.test_case_parts import case, page, request_, wati  # noqa: F401  the same situation


def _sent(by, case, leave, receiver: Receiver = RECEIVER) -> Referral:  # noqa: F811
    need = actions.note_need(by=by, case=case, kind="shelter")
    row = actions.prepare(by=by, need=need, receiver=receiver)
    actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
    row = Referral.objects.select_related("key", "need__key", "case__key").get(pk=row.pk)
    return actions.send(by=by, referral=row, leave=leave)


@pytest.fixture
def sent(case, cast, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        return _sent(by, case, SPOKEN)


def test_a_draft_is_not_shown(wati, case, cast, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        need = actions.note_need(by=by, case=case, kind="shelter")
        actions.prepare(by=by, need=need, receiver=RECEIVER)
    assert "Rumah Aman Contoh" not in page(wati)


def test_the_client_sees_where_what_went(wati, sent):  # noqa: F811
    words = page(wati)
    for shown in ("Rumah Aman Contoh", ASKED, CHOSEN["called"], "Tarik rujukan ini"):
        assert shown in words


@pytest.mark.parametrize("arrived", [True, False])
def test_what_is_still_on_its_way_is_not_said_to_be_there(wati, case, cast, asking, monkeypatch, arrived):  # noqa: F811
    with asking(cast.ayu) as by:
        _sent(by, case, SPOKEN, replace(RECEIVER, organization_id=new_id()))
    monkeypatch.setattr(hooks, "underway", [lambda rows: set() if arrived else set(rows)])
    words = page(wati)
    assert ("Sedang dikirim" in words) is not arrived
    assert ("Kiriman kami belum sampai di mereka" in words) is not arrived
    assert ("Dikirim, belum dibaca" in words) is arrived


def test_the_client_reads_where_they_were_referred_on_to(wati, sent, cast, asking):  # noqa: F811
    told = actions.Told(words="Penuh", by="Bu Contoh")
    with asking(cast.ayu) as by:
        actions.pass_on(by=by, referral=sent, onward_to="Panti Contoh", told=told)
    assert "Mereka merujuk Anda lagi ke Panti Contoh" in page(wati)
    with asking(cast.ayu) as by:
        actions.learn(by=by, referral=sent, outcome="helped", told=told)
    words = page(wati)
    assert "Dirujuk lagi ke Panti Contoh: sudah dibantu" in words
    assert "Kami menanyakan hasilnya" not in words


def test_taking_it_back_asks_first_and_ends_it(wati, sent, cast, asking):  # noqa: F811
    address = reverse("portal:withdraw_referral", args=[sent.pk])
    assert "Tarik rujukan ini?" in wati.get(address).content.decode()
    with asking(cast.ayu):
        assert Referral.objects.get().state == "sent"
    assert wati.post(address).status_code == 302
    assert wati.post(address).status_code == 404
    with asking(cast.ayu):
        row = Referral.objects.get()
        assert (row.state, row.stop_due_at is not None) == ("cancelled", True)
    assert "mereka harus berhenti memakainya" in page(wati)


def test_another_ground_is_no_consent_to_take_back(wati, case, cast, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        row = _sent(by, case, Leave(ground="vital", words="Nyawanya terancam"))
    assert "Tarik rujukan ini" not in page(wati)
    assert wati.get(reverse("portal:withdraw_referral", args=[row.pk])).status_code == 404


def test_a_stranger_is_shown_the_door(client, sent):
    answer = client.get(reverse("portal:withdraw_referral", args=[sent.pk]))
    assert answer.headers["Location"] == reverse("portal:door")


@pytest.mark.parametrize("why", ["full", "not_ours", "returned"])
def test_after_a_no_it_is_taken_back_all_the_same(wati, sent, cast, asking, why):  # noqa: F811
    told = actions.Told(words="Kami penuh.", by="Bu Contoh")
    with asking(cast.ayu) as by:
        if why == "returned":
            actions.accept(by=by, referral=sent, told=told)
            actions.complete(by=by, referral=sent, outcome=why, told=told)
        else:
            actions.decline(by=by, referral=sent, why=why, told=told)
    address = reverse("portal:withdraw_referral", args=[sent.pk])
    before = page(wati)
    assert address in before
    assert "Minta data Anda tidak dipakai lagi" in before
    assert "Tarik rujukan ini" not in before
    asked = wati.get(address).content.decode()
    assert "Minta mereka berhenti memakai data Anda?" in asked
    assert "Yang sudah mereka baca mungkin masih mereka simpan" in asked
    assert wati.post(address).status_code == 302
    assert wati.post(address).status_code == 404
    words = page(wati)
    assert "Kami mencari bantuan lain bersama Anda." in words
    assert "mereka harus berhenti memakainya" in words
    assert "Permintaan Anda kami catat. Kami memberi tahu mereka." in words
    assert address not in words
