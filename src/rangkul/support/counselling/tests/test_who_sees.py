"""The fixed cast before one room."""

import pytest

from rangkul.base.asking import PUBLIC, asking_as, job
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in, holder
from rangkul.support.counselling import actions
from rangkul.support.counselling.models import Draft, Message, Room, Seat
from rangkul.support.counselling.tests.conftest import BEGUN, CAME, fresh

EVERYBODY = ("rini", "sari", "ayu", "dimas", "candra", "dewi", "adi", "putri", "agus", "budi", "hana")


def who_sees(cast, model) -> set[str]:
    seen = set()
    for name in EVERYBODY:
        with asking_as(getattr(cast, name).asker()):
            if model.objects.exists():
                seen.add(name)
    return seen


def test_while_it_waits_whoever_practises_in_the_unit_may_come(room, cast):
    assert who_sees(cast, Room) == who_sees(cast, Message) == {"sari", "ayu", "dimas"}


def test_once_taken_only_who_sits_there_and_the_supervisor(taken, talk, cast):
    talk.wati("Tolong")
    assert who_sees(cast, Room) == who_sees(cast, Message) == who_sees(cast, Seat) == {"sari", "ayu"}


def test_also_after_it_has_ended(taken, cast, asking):
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
    assert who_sees(cast, Message) == {"sari", "ayu"}


@pytest.mark.parametrize("asker", [PUBLIC, job("apa saja")])
def test_without_a_ticket_or_a_task_nobody_reads(taken, asker, asking):
    with asking_as(asker):
        assert not Draft.objects.exists()
        if asker is PUBLIC:
            assert not Room.objects.exists()
            assert not Message.objects.exists()


def test_another_ticket_sees_nothing(taken):
    with asking_as(holder(handed_in())):
        assert not Room.objects.exists()
        assert not Seat.objects.exists()
        assert not Message.objects.exists()


def test_whoever_is_complained_about_never_sees_it(cast, asking):
    with asking(cast.sari) as by:
        complaint = handed_in(by=by, against_id=cast.ayu.pk, region_code="32.73")
    with asking_as(holder(complaint)) as by:
        actions.begin(by=by, request=Request.objects.get(), begun=BEGUN)
    assert "ayu" not in who_sees(cast, Room)
