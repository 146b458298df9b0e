from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.template import Context, Template
from django.utils import translation

from rangkul.web.look.times import due_words

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)


def draw(source, **values):
    with translation.override("id"), time_machine.travel(NOW, tick=False):
        return Template("{% load look %}" + source).render(Context(values))


@pytest.mark.parametrize(
    ("value", "word"), [("merah", "Merah"), ("red", "Merah"), ("green", "Hijau"), ("biru", "Biru")]
)
def test_a_level_has_word_and_shape(value, word):
    html = draw("{% level value %}", value=value)
    assert word in html
    assert "<svg" in html


def test_an_unknown_level_does_not_look_harmless():
    assert "Belum dinilai" in draw("{% level value %}", value=None)


@pytest.mark.parametrize(
    ("distance", "words"),
    [
        (timedelta(minutes=-40), "terlambat 40 menit"),
        (timedelta(minutes=15), "15 menit lagi"),
        (timedelta(hours=20), "20 jam lagi"),
        (timedelta(days=4), "4 hari lagi"),
        (timedelta(seconds=20), "kurang dari 1 menit lagi"),
    ],
)
def test_due_says_how_long(distance, words):
    assert words in draw("{% due when %}", when=NOW + distance)


def test_due_says_the_exact_time_too():
    html = draw("{% due when %}", when=NOW + timedelta(days=1))
    assert "besok 14.30" in html
    assert "Sel 24 Nov 2026 14.30 WIB" in html


def test_days_are_those_of_the_calendar_that_stands_beside_them():
    early = draw("{% due when %}", when=NOW + timedelta(days=3, hours=10))
    assert "4 hari lagi" in early
    assert "Jum 27 Nov 00.30" in early
    with time_machine.travel(NOW - timedelta(hours=9), tick=False), translation.override("id"):
        assert due_words(NOW + timedelta(hours=33)) == ("later", "1 hari lagi")


def test_a_day_is_late_only_when_it_is_over():
    assert "hari ini" in draw("{% due when %}", when=NOW.date())
    assert "1 hari lagi" in draw("{% due when %}", when=NOW.date() + timedelta(days=1))
    assert "terlambat 1 hari" in draw("{% due when %}", when=NOW.date() - timedelta(days=1))


def test_no_due_time_is_said():
    assert "tanpa batas" in draw("{% due when %}", when=None)


def test_ago_looks_back():
    assert "3 jam lalu" in draw("{{ when|ago }}", when=NOW - timedelta(hours=3))


def test_an_icon_is_silent_unless_it_has_a_label():
    assert 'aria-hidden="true"' in draw('{% icon "phone" %}')
    assert 'aria-label="Telepon"' in draw('{% icon "phone" label="Telepon" %}')


@pytest.mark.parametrize(
    ("name", "letters"), [("Ayu Lestari", "AL"), ("Sukarno", "S"), ("", "?"), ("Tn. Budi Hartono", "TB")]
)
def test_initials(name, letters):
    assert draw("{{ name|initials }}", name=name) == letters


def test_a_share_of_nothing_is_nothing():
    assert draw("{{ 3|percent_of:0 }}") == "0"


@pytest.mark.parametrize(
    ("text", "shown"), [("pendek", "pendek"), ("tepat sepuluh", "tepat sep…"), ("satu dua tiga", "satu dua…")]
)
def test_a_long_text_is_shortened_with_a_sign(text, shown):
    assert draw("{{ text|shortened:10 }}", text=text) == shown


def test_a_shortened_text_is_still_escaped():
    assert draw("{{ text|shortened:10 }}", text="<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;"


def test_a_day_is_said_in_the_language_of_the_reader():
    """Days in words are kept; a kept one must not reach a reader of another language."""
    when = NOW + timedelta(days=4)
    said = []
    for language in ("id", "en", "id"):
        with translation.override(language):
            said.append(Template("{{ when|moment }}").render(Context({"when": when})))
    assert said == ["Jum 27 Nov 2026 14.30 WIB", "Fri 27 Nov 2026 14.30 WIB", "Jum 27 Nov 2026 14.30 WIB"]
