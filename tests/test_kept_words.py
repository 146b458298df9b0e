"""A page that stayed open too long costs nobody their words."""

import pytest
from django.test import Client

from rangkul.commons.people.actions import register
from rangkul.journey.cases.actions import open_case
from rangkul.journey.cases.models import Note

HERE = {"Origin": "http://testserver"}
WORDS = "Wati datang bersama anaknya dan bercerita tentang <b>rumah</b>."


@pytest.fixture
def case(cast, asking):
    with asking(cast.ayu) as by:
        wati = register(by=by, full_name="Wati Contoh")
        return open_case(by=by, person=wati, concern="Butuh tempat aman.")


@pytest.fixture
def address(case):
    return f"/kerja/kasus/{case.pk}/catatan/"


@pytest.fixture
def strict(signed_in, cast) -> Client:
    """Ayu's browser, whose token is checked."""
    browser = signed_in(cast.ayu)
    browser.handler.enforce_csrf_checks = True
    return browser


def notes(asking, cast) -> list[str]:
    with asking(cast.ayu):
        return [note.text for note in Note.objects.select_related("key")]


def test_after_a_stale_token_the_words_are_sent_again_with_one_press(strict, address, asking, cast):
    sent = {"text": WORDS, "kind": "progress", "once": "5a1f0d0e-0000-4000-8000-000000000001"}
    answer = strict.post(address, sent, headers=HERE)
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "tulisan Anda masih ada" in page
    assert WORDS.replace("<b>", "&lt;b&gt;").replace("</b>", "&lt;/b&gt;") in page
    assert notes(asking, cast) == []
    again = sent | {"csrfmiddlewaretoken": answer.context["csrf_token"]}
    for _ in range(2):
        assert strict.post(address, again, headers=HERE).status_code == 302
    assert notes(asking, cast) == [WORDS]


def test_who_was_signed_out_gets_the_words_back(visitor, address, asking, cast):
    answer = visitor.post(address, {"text": WORDS}, headers=HERE)
    assert answer.status_code == 403
    assert "Anda sudah keluar" in answer.content.decode()
    assert "&lt;b&gt;rumah" in answer.content.decode()
    assert notes(asking, cast) == []


@pytest.mark.parametrize("origin", ["", "http://jahat.example", "null", "http://testserver.jahat.example"])
def test_somebody_elses_page_gets_no_button(strict, visitor, address, origin):
    headers = {"Origin": origin} if origin else {}
    page = strict.post(address, {"text": WORDS}, headers=headers)
    assert page.status_code == 403
    assert "rumah" not in page.content.decode()
    assert visitor.post(address, {"text": WORDS}, headers=headers).status_code == 302


def test_a_password_is_never_written_into_a_page(strict):
    answer = strict.post("/akun/sandi/", {"oldpassword": "rahasia sekali ini", "text": WORDS}, headers=HERE)
    assert answer.status_code == 403
    assert "rahasia sekali" not in answer.content.decode()
