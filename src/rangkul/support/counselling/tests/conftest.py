"""Wati's room: she asked through the chat, Ayu is on duty, Sari supervises."""

from dataclasses import replace
from types import SimpleNamespace
from uuid import uuid4

import pytest

from rangkul.base.asking import asking_as
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.support.counselling import actions
from rangkul.support.counselling.actions import Begun, Came
from rangkul.support.counselling.models import Message, Room
from rangkul.support.counselling.tests.gathering import at_its_time, first_of, join, opened, opened_by

BEGUN = Begun(
    agreed=True,
    place="Rumah kakak, belakang pasar",
    nearby="Kakak saya, Rini",
    safe="yes",
    code_word="mangga muda",
    called_name="Wati",
    first_words="Saya tidak tahu harus mulai dari mana.",
)
CAME = Came(text="Wati tenang kembali. Ia ingin bicara lagi besok.", no_next="Sudah dijanjikan lewat telepon")


def begun(request, **changes) -> Room:
    with asking_as(holder(request)) as by:
        return actions.begin(by=by, request=Request.objects.get(pk=request.pk), begun=replace(BEGUN, **changes))


@pytest.fixture
def request_(db):
    return handed_in(HUNGRY)


@pytest.fixture
def wati(request_):
    return holder(request_)


@pytest.fixture
def room(request_):
    """It waits; nobody has come yet."""
    return begun(request_)


@pytest.fixture
def taken(room, cast, asking):
    with asking(cast.ayu) as by:
        return actions.take(by=by, room=fresh(room))


def fresh(room) -> Room:
    return Room.objects.select_related("key").get(pk=room.pk)


@pytest.fixture
def talk(room, wati, cast):
    """`talk.wati("…")`, `talk.ayu("…")`, `talk.aside(cast.sari, "…")`: somebody says something; the message."""

    def say(by, text, **how):
        with asking_as(by):
            found = fresh(room)
            return actions.send_message(by=by, room=found, text=text, client_id=how.pop("client_id", uuid4()), **how)

    return SimpleNamespace(
        wati=lambda text, **how: say(wati, text, **how),
        ayu=lambda text, **how: say(cast.ayu.asker(), text, **how),
        aside=lambda staff, text, **how: say(staff.asker(), text, lane="aside", **how),
    )


def numbers(room, lane="room") -> list[int]:
    return list(Message.objects.filter(room=room, lane=lane).order_by("number").values_list("number", flat=True))


@pytest.fixture
def group(cast):
    return opened_by(cast.ayu)


@pytest.fixture
def tini(db):
    return handed_in(HUNGRY)


@pytest.fixture
def met(group, request_, tini, cast, asking):
    """Wati and Tini sit there, and the meeting is open."""
    join(request_, group, "Melati")
    join(tini, group, "Kenanga")
    with asking(cast.ayu):
        meeting = first_of(group)
    with at_its_time(meeting):
        yield opened(cast.ayu, group)
