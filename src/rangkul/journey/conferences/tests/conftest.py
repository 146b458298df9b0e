"""A conference that Ayu called about Wati's case, with a doctor from outside."""

from datetime import timedelta

import pytest
from tests.support.cases import opened

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.journey.conferences import actions
from rangkul.journey.conferences.actions import Called, Guest

WORDS = {
    "place": "Ruang rapat puskesmas",
    "question": "Apakah ibu ini aman tinggal di rumah?",
    "brief": "Seorang ibu dengan dua anak, terluka dua kali bulan ini.",
    "agenda": "Keadaan sekarang\nPilihan tempat",
}
DOCTOR = Guest(name="dr. Contoh", profession="Dokter puskesmas", ground="consent")


def in_days(days):
    return clock.now() + timedelta(days=days)


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu):
        return opened(cast.ayu, concern="Suami sering memukul")


@pytest.fixture
def called(cast, case, asking):
    with asking(cast.ayu):
        return actions.call_conference(by=cast.ayu.asker(), case=case, called=Called(at=in_days(3), **WORDS))


@pytest.fixture
def seat(cast, called, asking):
    """The doctor's seat."""
    with asking(cast.ayu):
        return actions.invite_guest(by=cast.ayu.asker(), conference=called, guest=DOCTOR)


@pytest.fixture
def doctor(seat):
    return Asker("ticket", ticket_id=seat.pk)
