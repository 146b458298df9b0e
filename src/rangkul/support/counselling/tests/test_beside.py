"""What a worker says beside the room reaches a supervisor who is not there."""

import pytest
from django.urls import reverse

from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.actions import rows

WAITS = "Di samping: Ayu menunggu Anda"


@pytest.fixture
def home(signed_in):
    return lambda staff: signed_in(staff).get(reverse("counselling:home")).text


def test_a_supervisor_who_was_never_there_reads_that_somebody_waits(taken, talk, cast, home):
    assert WAITS not in home(cast.sari)
    talk.aside(cast.ayu, "Mbak Sari, boleh saya telepon Pak RT?")
    page = home(cast.sari)
    assert WAITS in page
    assert f"/kerja/konseling/{taken.pk}/#samping" in page
    assert "Pak RT" not in page, "the words are read in the room"


def test_whoever_looked_in_has_read_it_until_there_is_more(taken, talk, cast, home, signed_in):
    talk.aside(cast.ayu, "Boleh saya telepon Pak RT?")
    signed_in(cast.sari).get(reverse("counselling:room", args=[taken.pk]))
    assert WAITS not in home(cast.sari)
    talk.aside(cast.ayu, "Ia bertanya lagi.")
    assert WAITS in home(cast.sari)


def test_an_answer_ends_it(taken, talk, cast, home):
    talk.aside(cast.ayu, "Boleh saya telepon Pak RT?")
    talk.aside(cast.sari, "Ya, tanpa menyebut namanya.")
    assert WAITS not in home(cast.sari)
    talk.aside(cast.ayu, "Sudah. Ia datang.")
    assert WAITS in home(cast.sari)


def test_what_was_taken_back_waits_for_nobody(taken, talk, cast, asking):
    said = talk.aside(cast.ayu, "Salah kirim")
    with asking(cast.ayu) as by:
        actions.withdraw_message(by=by, message=said)
    with asking(cast.sari) as by:
        assert queries.beside(by) == []


@pytest.mark.parametrize("name", ["ayu", "dimas", "dewi", "hana", "rini"])
def test_nobody_else_is_told(taken, talk, cast, asking, name):
    talk.aside(cast.ayu, "Boleh saya telepon Pak RT?")
    with asking(getattr(cast, name)) as by:
        assert queries.beside(by) == []


def test_it_wakes_the_pages_of_the_supervisors_and_never_the_client(taken, talk, cast, home, monkeypatch):
    told = []
    monkeypatch.setattr(rows, "tell", lambda name, _subject, topics, *_more: told.append((name, topics)))
    talk.aside(cast.ayu, "Boleh saya telepon Pak RT?")
    ((name, topics),) = told
    assert name == "room.aside"
    assert cast.sari.pk in topics
    assert not topics & {taken.pk, cast.ayu.pk, cast.dewi.pk, cast.dimas.pk}
    assert "room.aside" in home(cast.sari)


def test_many_cost_one_query(taken, talk, cast, asking, django_assert_num_queries):
    talk.aside(cast.ayu, "Satu")
    with asking(cast.sari) as by, django_assert_num_queries(1):
        (one,) = queries.beside(by)
    assert (one.pk, one.aside_who) == (taken.pk, "Ayu")
