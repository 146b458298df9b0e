"""A visit is planned, begun and written down with keys alone, and every field says what it is."""

from uuid import uuid4

import pytest
from django.urls import reverse
from tests.keyboard import barriers

from rangkul.journey.visits import actions
from rangkul.journey.visits.tests.test_pages import address


def read(browser, place):
    return browser.get(place).content.decode()


def test_planning_a_visit(case, planned, cast, signed_in):
    browser = signed_in(cast.ayu)
    for place in (
        reverse("visits:of_case", args=[case.pk]),
        reverse("visits:today"),
        address("change", planned),
    ):
        assert barriers(read(browser, place)) == []
    wrong = browser.post(reverse("visits:of_case", args=[case.pk]), {"once": str(uuid4())})
    assert wrong.status_code == 422
    assert barriers(wrong.content.decode()) == []


@pytest.mark.parametrize("state", ["planned", "out", "help", "back"])
def test_at_the_door(planned, cast, signed_in, asking, state):
    with asking(cast.ayu) as by:
        if state != "planned":
            actions.leave(by=by, visit=planned)
        if state == "help":
            actions.call_help(by=by, visit=planned)
    if state == "back":
        with asking(cast.sari) as by:
            actions.say_safe(by=by, visit=planned, ending="Sudah di kantor")
    for who in (cast.ayu, cast.sari):
        assert barriers(read(signed_in(who), address("visit", planned))) == []


def test_a_result_that_was_not_taken(planned, cast, signed_in, asking):
    with asking(cast.ayu) as by:
        actions.leave(by=by, visit=planned)
    wrong = signed_in(cast.ayu).post(address("back", planned), {"once": str(uuid4())})
    assert wrong.status_code == 422
    assert barriers(wrong.content.decode()) == []
