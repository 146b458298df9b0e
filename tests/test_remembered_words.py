"""A sentence that was looked up is remembered, for one language only."""

import pytest
from django.utils import translation
from django.utils.translation import trans_real

from rangkul.web import remembered_words


@pytest.fixture
def counted(monkeypatch):
    asked = []
    look_up = trans_real.TranslationCatalog.get

    def get(self, key, default=None):
        asked.append(key)
        return look_up(self, key, default)

    monkeypatch.setattr(trans_real.TranslationCatalog, "get", get)
    monkeypatch.setattr(trans_real, "_translations", {})
    # Tests before this one may have spoken already; the language in use is then still the old one.
    with translation.override(None):
        yield asked


def test_a_sentence_is_looked_up_once(counted):
    with translation.override("en"):
        first = [translation.gettext("Kasus") for _ in range(3)]
    assert len(set(first)) == 1
    assert counted.count("Kasus") == 1


def test_each_language_remembers_for_itself(counted):
    with translation.override("en"):
        english = translation.gettext("Permintaan")
    with translation.override("id"):
        assert translation.gettext("Permintaan") == "Permintaan"
    with translation.override("en"):
        assert translation.gettext("Permintaan") == english != "Permintaan"


def test_it_does_not_remember_without_end(counted, monkeypatch):
    monkeypatch.setattr(remembered_words, "_AT_MOST", 1)
    with translation.override("id"):
        for _ in range(2):
            translation.gettext("satu")
            translation.gettext("dua")
    assert counted.count("satu") < counted.count("dua")


def test_what_was_spoken_while_the_house_was_loaded_is_spoken_anew(monkeypatch):
    """A package that says a sentence before this one is ready had the framework's own catalogue for good."""
    for name in ("DjangoTranslation", "_translations", "_default"):
        monkeypatch.setattr(trans_real, name, getattr(trans_real, name))
    monkeypatch.setattr(trans_real, "DjangoTranslation", remembered_words.Remembering.__mro__[1])
    monkeypatch.setattr(trans_real, "_translations", {})
    assert type(trans_real.translation("id")) is not remembered_words.Remembering
    remembered_words.remember()
    assert type(trans_real.translation("id")) is remembered_words.Remembering
