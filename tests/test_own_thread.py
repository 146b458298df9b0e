"""A page process keeps language, addresses and connections in the thread of the page, and mixes none up."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.urls import base, get_urlconf, set_urlconf
from django.utils import translation
from django.utils.translation import trans_real

from rangkul.web.own_thread import keep_to_the_thread


@pytest.fixture
def kept(monkeypatch):
    for where, name in (
        (trans_real, "_active"), (base, "_prefixes"), (base, "_urlconfs"), (connections, "_connections"),
    ):  # fmt: skip
        monkeypatch.setattr(where, name, getattr(where, name))
    keep_to_the_thread()


def test_two_pages_at_once_speak_their_own_languages_at_their_own_addresses(kept):
    met = threading.Barrier(2, timeout=20)

    def page(language, addresses):
        with translation.override(language):
            set_urlconf(addresses)
            met.wait()
            told = translation.get_language(), get_urlconf(), id(connections["default"])
            met.wait()
            set_urlconf(None)
        return told

    with ThreadPoolExecutor(2) as pages:
        one, other = pages.map(page, ("id", "en"), ("rangkul.web.urls", "rangkul.web.other"))
    assert (one[:2], other[:2]) == (("id", "rangkul.web.urls"), ("en", "rangkul.web.other"))
    assert one[2] != other[2]


def test_a_thread_that_said_nothing_has_what_the_house_speaks(kept):
    with translation.override("en"), ThreadPoolExecutor(1) as other:
        assert other.submit(translation.get_language).result() == "id"
