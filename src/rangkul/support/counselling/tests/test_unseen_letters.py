"""Marks of direction and letters without width: left out of what is kept, so that no page shows them to anybody."""

import pytest

from rangkul.base.actions import Refused
from rangkul.base.asking import TICKET_SESSION_KEY, asking_as
from rangkul.support.counselling import actions, queries
from rangkul.support.counselling.models import Group
from rangkul.support.counselling.tests.conftest import begun, fresh
from rangkul.support.counselling.tests.gathering import join, opened_by, say, seat_named, words_of
from rangkul.support.counselling.words import plain

# Override and embedding, isolates, marks, blanks without width, joiners of words, soft hyphen, the tags of flags.
UNSEEN = "\u202e\u202d\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u2060\ufeff\u00ad\U000e0041"
PICTURE = "\U0001f469\u200d\U0001f467"


def hidden(words: str) -> str:
    """The same words with every unseen letter before, between and after them."""
    return UNSEEN + UNSEEN.join(words) + UNSEEN


def seen_on(page: str) -> set[str]:
    return set(UNSEEN) & set(page)


@pytest.fixture
def wati_reads(visitor, request_):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(request_.pk)
    session.save()
    return visitor


@pytest.mark.parametrize("letter", UNSEEN)
def test_each_of_them_is_left_out_wherever_it_stands(letter):
    assert plain(f"{letter}Sa{letter}ya{letter}") == "Saya"


@pytest.mark.parametrize("words", ["مرحبا", "שלום", f"Ibu dan anak {PICTURE}", "naïve, ꦲꦏ꧀ꦱꦫ"])
def test_what_people_write_in_other_letters_and_pictures_stays(words):
    assert plain(words) == words


def test_in_a_message_both_sides_read_the_words_alone(taken, talk, wati, cast, asking, wati_reads, signed_in):
    said = talk.wati(hidden("gpj.exe saya takut <b>"))
    assert said.body == "gpj.exe saya takut <b>"
    with asking(wati) as by:
        assert said.body in [one.text for one in queries.said(queries.newest(fresh(taken)), by, taken.pk)]
    for page in (
        wati_reads.get("/konseling/ruang/").text,
        signed_in(cast.ayu).get(f"/kerja/konseling/{taken.pk}/").text,
    ):
        assert "gpj.exe saya takut &lt;b&gt;" in page
        assert not seen_on(page)


def test_a_called_name_is_shown_as_it_is_read(request_, cast, asking, signed_in):
    room = begun(request_, called_name=hidden("Wati"), place=hidden("Pasar"), nearby=hidden("Rini"))
    with asking(cast.ayu) as by:
        row = actions.take(by=by, room=fresh(room))
        assert (row.called_name, row.place, row.nearby) == ("Wati", "Pasar", "Rini")
    page = signed_in(cast.ayu).get(f"/kerja/konseling/{room.pk}/").text
    assert "Wati" in page
    assert not seen_on(page)


def test_in_a_group_a_name_of_unseen_letters_is_none(group, request_, cast):
    with pytest.raises(Refused) as refused:
        join(request_, group, UNSEEN)
    assert refused.value.field == "name"
    join(request_, group, hidden("Melati"))
    assert seat_named(cast.ayu, group, "Melati").name == "Melati"


def test_a_groups_title_is_kept_and_shown_without_them(cast, visitor):
    group = opened_by(cast.ayu, title=hidden("Orang tua"), for_whom=hidden("Ibu"), rules=hidden("Bergantian"))
    with asking_as(cast.ayu.asker()):
        kept = Group.objects.get(pk=group.pk)
        assert (kept.title, kept.for_whom, kept.rules) == ("Orang tua", "Ibu", "Bergantian")
    for page in (visitor.get("/konseling/kelompok/").text, visitor.get(f"/konseling/kelompok/{group.pk}/").text):
        assert "Orang tua" in page
        assert not seen_on(page)
    with pytest.raises(Refused) as refused:
        opened_by(cast.ayu, title=UNSEEN)
    assert refused.value.field == "title"


def test_in_a_group_the_words_too(met, group, request_, cast):
    say(request_, group, hidden("Halo semua"))
    assert "Halo semua" in words_of(cast.ayu)
