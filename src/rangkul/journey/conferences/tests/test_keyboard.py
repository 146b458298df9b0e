"""A table is set, talked at and written down with keys alone, and every field says what it is."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests.keyboard import barriers

from rangkul.base.days import today
from rangkul.journey.conferences import actions
from rangkul.journey.conferences.door import pin_of


def read(browser, place):
    return browser.get(place).content.decode()


@pytest.mark.parametrize("kind", ["", "?jenis=school", "?jenis=family"])
def test_calling_a_table(called, cast, signed_in, kind):
    place = reverse("conferences:of_case", args=[called.case_id]) + kind
    browser = signed_in(cast.ayu)
    assert barriers(read(browser, place)) == []
    wrong = browser.post(place, {"once": str(uuid4())})
    assert wrong.status_code == 422
    assert barriers(wrong.content.decode()) == []


def test_deciding_and_writing_the_minutes(called, seat, cast, signed_in, asking):
    browser, here = signed_in(cast.ayu), [called.case_id, called.pk]
    with asking(cast.ayu) as by:
        actions.invite_colleague(by=by, conference=called, staff=cast.dimas)
        actions.decide(by=by, conference=called, text="Rumah aman", due=today(), owner_kind="client")
    assert barriers(read(browser, reverse("conferences:conference", args=here))) == []
    for name in ("hold", "decide", "invite_guest", "change"):
        wrong = browser.post(reverse(f"conferences:{name}", args=here), {"once": str(uuid4())})
        assert wrong.status_code == 422
        assert barriers(wrong.content.decode()) == []
    with asking(cast.ayu) as by:
        actions.hold(by=by, conference=called, minutes="Semua hadir", came=[seat.pk])
    assert barriers(read(browser, reverse("conferences:conference", args=here))) == []


def test_a_guest_at_the_door_and_at_the_table(seat):
    browser, door = Client(), reverse("guests:door", args=[seat.code])
    assert barriers(read(browser, door)) == []
    browser.post(door, {"once": str(uuid4()), "pin": pin_of(seat.pk)})
    assert barriers(read(browser, reverse("guests:room"))) == []
