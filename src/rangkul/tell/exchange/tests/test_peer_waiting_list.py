"""What one house decides is read so in the other: a place in a waiting list, its turn, and a no with its reason."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.ids import new_id
from rangkul.commons.directory.models import Service, Suggestion
from rangkul.commons.directory.tests import making
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.support.referral import actions as referrals
from rangkul.support.referral.models import Referral
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, SPOKEN, fresh
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.peers.declining import FIRST
from rangkul.tell.exchange.peers.envelope import Unopened
from rangkul.tell.exchange.peers.models import Outgoing
from rangkul.tell.exchange.peers.taking_in import take_in
from rangkul.tell.exchange.tests.conftest import DINAS, accepted, words


@pytest.fixture
def crosses(came, referred, delivered, other, house):
    """What was said last about what came here is said there about what we referred: both houses are this one."""

    def over(**changes):
        delivered()
        said = {name: value for name, value in other.got[-1].items() if name not in ("thread", "n")} | changes
        kind = said.pop("kind")
        letter = other.letter(kind, house(Outgoing)[0].pk, **said)
        return kind, other.proved(letter, take_in(other.packed(letter)))

    return over


def ours(asking, cast, referred) -> Referral:
    with asking(cast.ayu):
        return fresh(referred)


def waitlisted(cast, asking, came, days=14):
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=came.request_id)
        again = clock.now() + timedelta(days=days)
        return intake.waitlist(by=by, request=request, again_at=again, text="Kami kabari.", no_conflict=True)


def test_a_waiting_list_is_a_place_there_with_its_reason(came, referred, crosses, cast, asking):
    waitlisted(cast, asking, came)
    assert crosses() == ("accepted", "done")
    row = ours(asking, cast, referred)
    assert (row.state, row.queue_place) == ("accepted", 1)
    assert row.queue_because.startswith("Daftar tunggu mereka menurut tanggal masuk, ditinjau lagi ")


def test_whoever_came_before_stands_before(came, referred, crosses, other, cast, asking):
    take_in(other.packed(other.letter("referral", new_id(), **words())))
    with asking(cast.ayu):
        later = Request.objects.exclude(pk=came.request_id).get(via="partner")
    waitlisted(cast, asking, came)
    with asking(cast.ayu) as by:
        again = clock.now() + timedelta(days=3)
        intake.waitlist(by=by, request=later, again_at=again, text="Kami kabari.", no_conflict=True)
    crosses()
    assert ours(asking, cast, referred).queue_place == 2


def test_their_turn_comes_and_nobody_waits_any_more(came, referred, crosses, cast, asking):
    waitlisted(cast, asking, came)
    crosses()
    accepted(cast, asking, came)
    assert crosses() == ("accepted", "done")
    row = ours(asking, cast, referred)
    assert (row.state, row.queue_place) == ("accepted", None)
    with asking(cast.ayu):
        told = row.steps.select_related("key").filter(verb="queue").latest("at", "id")
        assert told.words == "Gilirannya tiba. Silakan datang."


def test_another_place_moves_it_and_the_same_does_nothing(came, referred, crosses, cast, asking):
    waitlisted(cast, asking, came)
    crosses()
    assert crosses(place=4) == ("accepted", "done")
    assert ours(asking, cast, referred).queue_place == 4
    with asking(cast.ayu):
        before = referred.steps.count()
    crosses(place=4)
    with asking(cast.ayu):
        assert referred.steps.count() == before


def test_a_house_of_before_names_no_place(referred, other, cast, asking, house):
    letter = other.letter("accepted", house(Outgoing)[0].pk, words="Silakan datang.")
    assert other.proved(letter, take_in(other.packed(letter))) == "done"
    assert (ours(asking, cast, referred).state, ours(asking, cast, referred).queue_place) == ("accepted", None)


@pytest.mark.parametrize("place", [0, -1, 1000, True, "1", 1.5])
def test_a_place_of_another_shape_is_refused(referred, other, house, cast, asking, place):
    letter = other.letter("accepted", house(Outgoing)[0].pk, words="Ya", place=place)
    with pytest.raises(Unopened):
        take_in(other.packed(letter))
    assert ours(asking, cast, referred).state == "sent"


@pytest.fixture
def to_entry(cast, peer, waiting, need, asking):
    """Sent to an entry of the directory."""
    with asking(cast.ayu) as by:
        service = making.service(by)
        row = referrals.prepare(by=by, need=need, receiver=replace(DINAS, service_id=service.pk))
        referrals.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        return referrals.send(by=by, referral=fresh(row), leave=SPOKEN)


@pytest.mark.parametrize(("why", "marks"), [("closed", 1), ("criteria", 0)])
def test_a_no_arrives_with_its_reason_and_marks_the_entry(
    came, to_entry, delivered, other, house, cast, asking, why, marks
):
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=came.request_id)
        assert set(FIRST.fields(request)) == {"told_sender"}
        FIRST.keep(by, request, {"told_sender": why})
        intake.decline(by=by, request=request, reason="outside_service", text="Maaf.", no_conflict=True)
        assert queries.snapshot(queries.incoming_of(came.pk)) == {}
    delivered()
    said = other.got[-1]
    assert (said["kind"], said["why"]) == ("declined", why)
    letter = other.letter("declined", house(Outgoing)[0].pk, why=said["why"], words=said["words"])
    take_in(other.packed(letter))
    assert ours(asking, cast, to_entry).refusal == why
    with asking(cast.ayu):
        assert Suggestion.objects.filter(service_id=to_entry.service_id, topic="closed").count() == marks
        assert Service.objects.filter(pk=to_entry.service_id).exists()


def test_without_it_the_reason_of_the_decision_goes(came, other, delivered, cast, asking):
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=came.request_id)
        FIRST.keep(by, request, {"told_sender": ""})
        intake.decline(by=by, request=request, reason="no_resource", text="Maaf.", no_conflict=True)
    delivered()
    assert other.got[-1]["why"] == "full"


def test_only_its_own_reasons_and_only_where_it_came_from_another_house(came, cast, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused):
            actions.say_exactly(by=by, incoming=came, why="full")
        own = Request(pk=new_id(), via="self")
        assert FIRST.fields(own) == {}


def test_it_is_asked_on_the_page_of_the_decision(came, cast, signed_in):
    from django.urls import reverse

    page = signed_in(cast.ayu).get(reverse("intake:decide", args=[came.request_id, "tolak"])).text
    assert "Layanan ini sudah tutup atau pindah" in page
