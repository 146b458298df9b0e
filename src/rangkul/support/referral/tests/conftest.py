"""Ayu looks for a safe house for Wati; the safe house answers by link."""

import pytest
from tests.support.cases import opened

from rangkul.base.asking import Asker
from rangkul.support.referral import actions
from rangkul.support.referral.actions import Leave, Receiver
from rangkul.support.referral.models import Referral

RECEIVER = Receiver(name="Rumah Aman Contoh", contact="rujukan@rumahaman.example", because="Paling dekat")
ASKED = "Tempat tidur untuk satu ibu dan dua anak, dua minggu."
CHOSEN = {"called": "Supaya tahu siapa yang datang", "kind": "Supaya tahu apa yang dicari"}
SPOKEN = Leave(ground="consent", witness="Ibu RT Contoh")


def fresh(referral) -> Referral:
    return Referral.objects.select_related("key", "need__key", "case__key", "case__person", "consent").get(
        pk=referral.pk
    )


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Suami sering memukul", region_code="32.73.01")


@pytest.fixture
def need(cast, case, asking):
    with asking(cast.ayu):
        return actions.note_need(by=cast.ayu.asker(), case=case, kind="shelter", words="Saya takut pulang.")


@pytest.fixture
def draft(cast, need, asking):
    with asking(cast.ayu) as by:
        row = actions.prepare(by=by, need=need, receiver=RECEIVER)
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        return fresh(row)


@pytest.fixture
def sent(cast, draft, asking):
    with asking(cast.ayu) as by:
        return actions.send(by=by, referral=draft, leave=SPOKEN)


@pytest.fixture
def receiver(sent):
    return Asker("ticket", ticket_id=sent.door)
