"""Whoever presses the private link of a worker stands in a room after one more press."""

import pytest

from rangkul.base.asking import TICKET_SESSION_KEY, asking_as, job
from rangkul.entry.intake.states import Via
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.support.counselling.models import Room

SYSTEM = job("uji")


@pytest.fixture
def by_link(visitor, db):
    request = handed_in(via=Via.OUTREACH, fields=("self_harm",))
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request.pk)
    session.save()
    return visitor, request


def test_one_press_opens_the_room_and_tells_the_worker_what_to_ask(by_link):
    visitor, request = by_link
    assert "Setuju, buka ruang" in visitor.get("/konseling/sekarang/").content.decode()
    assert visitor.post("/konseling/sekarang/", {}).url == "/konseling/ruang/"
    with asking_as(SYSTEM):
        room = Room.objects.select_related("key").get(request=request)
        assert (room.place, room.kind, room.red) == ("Belum disebut. Tanyakan lebih dulu.", "live", True)


def test_what_was_left_open_stands_before_the_worker_as_something_to_ask(by_link, cast, signed_in):
    visitor, request = by_link
    visitor.post("/konseling/sekarang/", {"place": "Kos dekat kampus"})
    with asking_as(SYSTEM):
        room = Room.objects.get(request=request)
    page = signed_in(cast.ayu).get(f"/kerja/konseling/{room.pk}/").text
    side = page[page.index("Yang bisa mendatangi") :]
    assert "Kos dekat kampus" in page
    assert side.index("Belum disebut. Tanyakan lebih dulu.") < side.index("Aman berbicara")


def test_pressed_again_it_is_the_same_room(by_link):
    visitor, request = by_link
    visitor.post("/konseling/sekarang/", {"place": "Kos dekat kampus"})
    assert visitor.get("/konseling/sekarang/").url == "/konseling/ruang/"
    visitor.post("/konseling/sekarang/", {})
    with asking_as(SYSTEM):
        assert Room.objects.filter(request=request).count() == 1


def test_looking_at_it_opens_nothing(by_link):
    visitor, request = by_link
    visitor.get("/konseling/sekarang/")
    with asking_as(SYSTEM):
        assert not Room.objects.filter(request=request).exists()


def test_whoever_came_another_way_answers_the_questions(visitor, db):
    assert visitor.get("/konseling/sekarang/").url == "/konseling/"
