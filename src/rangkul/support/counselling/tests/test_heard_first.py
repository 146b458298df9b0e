"""A danger that a client writes is heard also where the message itself is refused; who floods silences nobody."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.entry.intake.models import Escalation, Request
from rangkul.entry.intake.tests.situations import holder
from rangkul.support.counselling import actions
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.states import MOST_A_MINUTE
from rangkul.support.counselling.tests.conftest import CAME, fresh
from rangkul.support.counselling.tests.gathering import seat_named
from rangkul.support.counselling.tests.test_heeding import GRAVE, levels

SYSTEM = job("uji")


def told():
    with asking_as(SYSTEM):
        return list(Escalation.objects.values_list("told_id", flat=True))


@pytest.fixture
def refused(wati, taken):
    """As the page does it: one transaction, in which the refusal is shown in the form."""

    def say_it(code):
        with asking_as(wati) as by, pytest.raises(Refused) as error:
            actions.send_message(by=by, room=Room.objects.get(pk=taken.pk), text=GRAVE)
        assert error.value.code == code

    return say_it


def test_the_last_sentence_is_heard_while_the_worker_presses_end(taken, refused, cast, asking):
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
    refused("ended")
    assert levels(taken)[0] == "merah"
    assert cast.sari.pk in told()


def test_in_a_blocked_room_too(taken, refused, cast, asking):
    assert levels(taken)[0] != "merah"
    with asking(cast.ayu) as by:
        actions.block(by=by, room=fresh(taken), reason="Menghina petugas", days=7)
    refused("ended")
    assert levels(taken)[0] == "merah"


def test_in_a_room_that_the_code_word_closed_too(taken, talk, refused, cast):
    talk.wati("mangga muda")
    refused("hushed")
    assert levels(taken) == ("merah", True)
    assert cast.sari.pk in told()


def test_in_a_flood_too(taken, talk, refused):
    for _one in range(MOST_A_MINUTE - 1):
        talk.wati("lagi")
    refused("flood")
    assert levels(taken) == ("merah", True)


def test_a_client_who_floods_silences_nobody_who_answers(taken, talk):
    for _one in range(MOST_A_MINUTE - 1):
        talk.wati("lagi")
    assert talk.ayu("Saya di sini. Pelan-pelan saja.").number == MOST_A_MINUTE + 2


def test_beside_a_file_that_is_refused_too(taken, wati, asking):
    with asking(wati) as by, pytest.raises(Refused):
        actions.enclose(by=by, room=fresh(taken), file=BytesIO(b"MZ"), size=2, text=GRAVE)
    assert levels(taken) == ("merah", True)


def test_who_holds_another_ticket_raises_nothing_here(taken, tini, cast, asking):
    before = levels(taken)
    with asking(holder(tini)) as by, pytest.raises(PermissionDenied):
        actions.send_message(by=by, room=taken, text=GRAVE)
    assert levels(taken) == before


def test_in_a_meeting_a_seat_that_only_listens_is_heard(met, group, request_, cast, asking):
    with asking(cast.ayu) as by:
        actions.hush_member(by=by, seat=seat_named(cast.ayu, group, "Melati"), on=True)
    with asking(holder(request_)) as by, pytest.raises(Refused):
        actions.say_in_group(by=by, meeting=met, text=GRAVE)
    with asking_as(SYSTEM):
        assert Request.objects.get(pk=request_.pk).level == "merah"
    assert cast.sari.pk in told()
