"""A conversation goes on with somebody who has a place for it and is there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.entry.crisis import actions as crisis
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.support.counselling import actions
from rangkul.support.counselling.tests.conftest import begun, fresh


@pytest.fixture
def full(taken, cast, asking):
    """Candra leads as many live conversations as he may: one."""
    other = begun(handed_in())
    with asking(cast.candra) as by:
        actions.set_desk(by=by, most=1)
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(other))
        actions.hand_over(by=by, room=fresh(other), staff=cast.candra)


@pytest.fixture
def away(cast, asking):
    with asking(cast.candra) as by:
        actions.set_desk(by=by, most=3, away_until=clock.now() + timedelta(hours=5), away_words="Besok pagi.")


def give(room, cast, asking):
    with asking(cast.ayu) as by:
        return actions.hand_over(by=by, room=fresh(room), staff=cast.candra)


def offered(room, cast, signed_in):
    return signed_in(cast.ayu).get(reverse("counselling:room", args=[room.pk])).text


def test_nobody_is_given_more_than_they_may_take(full, taken, cast, asking, signed_in):
    assert "· penuh" in offered(taken, cast, signed_in)
    with pytest.raises(Refused, match="sudah memegang 1 percakapan langsung") as refused:
        give(taken, cast, asking)
    assert (refused.value.field, refused.value.code) == ("staff", "limit")
    with asking(cast.ayu):
        assert fresh(taken).owner_id == cast.ayu.pk


def test_a_letter_is_no_burden(full, cast, asking):
    letter = begun(handed_in(), kind="letter")
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(letter))
    give(letter, cast, asking)
    with asking(cast.candra):
        assert fresh(letter).owner_id == cast.candra.pk


def test_nobody_is_given_one_while_they_are_away(away, taken, cast, asking, signed_in):
    assert "· tidak di tempat" in offered(taken, cast, signed_in)
    with pytest.raises(Refused, match="tidak di tempat sampai") as refused:
        give(taken, cast, asking)
    assert refused.value.code == "away"


def test_the_page_says_so_at_the_name(full, taken, cast, signed_in):
    answer = signed_in(cast.ayu).post(
        reverse("counselling:hand_over", args=[taken.pk]), {"serah-staff": str(cast.candra.pk)}
    )
    assert answer.status_code == 422
    assert "sebanyak batasnya" in answer.text


def test_who_has_a_place_is_only_said_to_be_on_duty(taken, cast, asking, signed_in):
    page = offered(taken, cast, signed_in)
    assert "· penuh" not in page
    assert "· tidak di tempat" not in page
    give(taken, cast, asking)


def test_whoever_said_that_they_are_away_takes_no_hours_of_the_rota_meanwhile(away, cast, asking):
    first = clock.now() + timedelta(minutes=5)
    with asking(cast.dewi) as by:
        crisis.plan_shift(
            by=by, unit=cast.dewi.unit, staff=cast.dewi, starts_at=first, ends_at=first + timedelta(hours=1)
        )
    with asking(cast.candra) as by:
        hours = {"starts_at": first + timedelta(hours=1), "ends_at": first + timedelta(hours=6)}
        with pytest.raises(Refused, match="Candra mencatat sedang tidak ada sampai"):
            crisis.take_gap(by=by, unit=cast.candra.unit, **hours)
        hours["starts_at"] += timedelta(hours=4)
        assert crisis.take_gap(by=by, unit=cast.candra.unit, **hours).staff_id == cast.candra.pk
