"""The search box: words come by POST, nothing is written but that somebody searched, going back shows them again."""

import logging

import pytest
from django.db import InternalError
from django.test import Client
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.web.desks import asked, pages

URL = "/kerja/cari/"
NIK = "3273015708900001"


@pytest.fixture
def wati(cast, asking):
    with asking(cast.ayu) as ayu:
        return register(by=ayu, full_name="Wati Contoh", nik=NIK)


def link(person) -> str:
    return reverse("people:person", args=[person.pk])


@pytest.mark.parametrize("words", ["Wati Contoh", "Watty Conto", NIK])
def test_it_finds_her(signed_in, cast, wati, words):
    assert link(wati) in signed_in(cast.ayu).post(URL, {"q": words}).content.decode()


def test_an_address_brings_no_words(signed_in, cast, wati):
    page = signed_in(cast.ayu).get(URL, {"q": "Wati"}).content.decode()
    assert link(wati) not in page
    assert 'value="Wati"' not in page


def test_the_box_of_every_work_page_posts(signed_in, cast):
    page = signed_in(cast.ayu).get("/kerja/").content.decode()
    assert f'method="post" action="{URL}"' in page


def test_going_back_shows_the_list_again(signed_in, cast, wati):
    browser = signed_in(cast.ayu)
    browser.post(URL, {"q": "Wati Contoh"})
    assert link(wati) in browser.get(URL).content.decode()


def test_the_cookie_tells_nobody_what_was_asked(signed_in, cast, wati):
    browser = signed_in(cast.ayu)
    browser.post(URL, {"q": "Wati Contoh"})
    cookie = browser.cookies[asked.COOKIE]
    assert "Wati" not in cookie.value
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == (URL, True, "Strict")


def test_the_cookie_opens_for_nobody_else(signed_in, cast, wati):
    ayu, sari = signed_in(cast.ayu), signed_in(cast.sari)
    ayu.post(URL, {"q": "Wati Contoh"})
    sari.cookies[asked.COOKIE] = ayu.cookies[asked.COOKIE].value
    assert link(wati) not in sari.get(URL).content.decode()
    ayu.cookies[asked.COOKIE] = "rusak"
    assert ayu.get(URL).status_code == 200


def test_that_somebody_searched_is_logged_and_not_what_for(signed_in, cast, asking, wati, caplog):
    with caplog.at_level(logging.DEBUG, logger="rangkul"):
        signed_in(cast.ayu).post(URL, {"q": NIK})
    with asking(cast.agus):
        event = Event.objects.get(name="people.searched")
    assert event.subject_id == cast.ayu.pk
    assert NIK not in str(event.payload) + caplog.text


def test_a_post_without_the_token_is_refused(cast, signed_in):
    browser = Client(enforce_csrf_checks=True)
    browser.cookies = signed_in(cast.ayu).cookies
    assert browser.post(URL, {"q": "Wati"}).status_code == 403


def test_it_cannot_write(signed_in, cast, wati, monkeypatch):
    def writes(asker, text):
        wati.other_names.create(kind="alias", name="x")

    monkeypatch.setattr(pages.search, "everything", writes)
    with pytest.raises(InternalError, match="read-only"):
        signed_in(cast.ayu).post(URL, {"q": "Wati"})


def test_budi_of_another_agency_finds_nothing(signed_in, cast, wati):
    assert link(wati) not in signed_in(cast.budi).post(URL, {"q": "Wati Contoh"}).content.decode()


@pytest.mark.parametrize("name", ["adi", "agus", "putri", "rini"])
def test_who_does_not_practise_has_no_search(signed_in, cast, name):
    browser = signed_in(getattr(cast, name))
    assert (browser.get(URL).status_code, browser.post(URL, {"q": "Wati"}).status_code) == (403, 403)
