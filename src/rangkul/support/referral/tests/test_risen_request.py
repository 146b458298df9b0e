"""A request climbed to the head, who decides it, also where needs were noted on it: what became of them is asked."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base import clock
from rangkul.base.asking import job
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in
from rangkul.support.referral import actions
from rangkul.support.referral.models import Need, UnmetNeed
from rangkul.support.referral.tests.conftest import RECEIVER

WORDS = {"reason": "no_resource", "text": "Maaf.", "no_conflict": "on"}


@pytest.fixture
def risen(cast, asking):
    row = handed_in(HUNGRY, received_at=clock.now() - timedelta(days=30))
    with asking(job("intake.clock")) as by:
        for _step in ("supervisor", "head"):
            Request.objects.filter(pk=row.pk).update(escalate_at=clock.now() - timedelta(seconds=1))
            intake.escalate(by=by, request=Request.objects.get(pk=row.pk))
        assert Escalation.objects.filter(request=row, told=cast.rini).exists()
    return row


@pytest.fixture
def address(risen):
    return f"/kerja/antrean/{risen.pk}/putuskan/tolak/"


@pytest.fixture
def need(cast, risen, asking):
    with asking(cast.ayu) as by:
        return actions.note_need(by=by, request=Request.objects.select_related("key").get(pk=risen.pk), kind="food")


def test_the_head_to_whom_it_climbed_says_what_became_of_its_needs(cast, need, risen, address, signed_in, asking):
    browser = signed_in(cast.rini)
    name = f"end_{need.pk.hex}"
    assert f'name="{name}"' in browser.get(address).text
    assert browser.post(address, {**WORDS, name: "unmet-far"}).status_code == 302
    with asking(cast.ayu):
        found = Need.objects.get(pk=need.pk)
        assert (found.state, found.settled_by_id) == ("unmet", cast.rini.pk)
        assert UnmetNeed.objects.get().why == "far"
        assert Request.objects.get(pk=risen.pk).state == "declined"


@pytest.mark.parametrize("said", ["drop-client", "drop-solved"])
def test_or_that_nobody_needs_it_any_more(cast, need, address, signed_in, asking, said):
    name = f"end_{need.pk.hex}"
    words = {**WORDS, name: said, f"{name}_words": "Sudah ditelepon"}
    assert signed_in(cast.rini).post(address, words).status_code == 302
    with asking(cast.ayu):
        assert Need.objects.get(pk=need.pk).state == "dropped"


def test_where_nothing_was_noted_the_head_names_what_is_missing(cast, risen, address, signed_in, asking):
    assert signed_in(cast.rini).post(address, {**WORDS, "lacking": "food"}).status_code == 302
    with asking(cast.ayu):
        assert (UnmetNeed.objects.get().kind, UnmetNeed.objects.get().why) == ("food", "none")


def test_the_head_refers_nobody(cast, need, risen, asking):
    with asking(cast.rini) as by, pytest.raises(PermissionDenied):
        actions.prepare(by=by, need=need, receiver=RECEIVER)


def test_a_head_to_whom_it_did_not_climb_sees_nothing_of_it(cast, asking, signed_in):
    row = handed_in(HUNGRY)
    assert signed_in(cast.rini).get(f"/kerja/antrean/{row.pk}/putuskan/tolak/").status_code == 404


def test_decided_the_head_sees_it_no_more(cast, need, risen, address, signed_in, asking):
    signed_in(cast.rini).post(address, {**WORDS, f"end_{need.pk.hex}": "unmet-none"})
    with asking(cast.rini), clock.pretending(clock.now() + timedelta(minutes=1)):
        assert not Need.objects.filter(pk=need.pk).exists()
