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
