"""What strangers and broken browsers send: a clear answer, nothing lost, nothing broken, nothing logged."""

import logging
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in

pytestmark = pytest.mark.django_db

AT = "/minta-bantuan/"
STRANGE = {
    "empty": "",
    "blank": " \t\n ",
    "nul": "a\x00b",
    "control": "a\x01\x02\x1b[31mb",
    "right to left": "a\u202eb\u2066c",
    "emoji": "👩‍👧 tolong 🙏🏽",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "sql": "'; DROP TABLE intake_request; --",
    "formula": '=HYPERLINK("http://x","y")',
    "template": "{{ settings.SECRET_KEY }}{% csrf_token %}",
    "path": "../../../etc/passwd",
    "long": "x" * 20_000,
    "number": "9" * 400,
    "fullwidth": "ｏｎ",
    "bad percent": "%00%ff%zz",
}
PUBLIC_FORMS = {
    "aman": ["safe_now"],
    "siapa": ["for_whom", "ages"],
    "apa": ["fields_chosen", "narrative"],
    "kejadian": ["violence_when"],
    "dimana": ["place", "region_code", "meant", "place_words"],
    "hubungi": ["channels"],
    "kontak": ["phone", "phone_owner", "email", "days", "from_time", "to_time", "code_word", "note"],
    "nama": ["name", "called_name", "about_name", "relation", "wants_sex"],
    "setuju": ["service", "share"],
    "periksa": ["once", "then"],
}
STAFF_FORMS = {
    "tolak": ["reason", "text", "note", "once", "no_conflict"],
    "tunggu": ["again_on", "text"],
    "rujuk": ["partner", "text"],
    "terima": ["who", "new_name", "client_kind", "text"],
}
SAID = (302, 400, 403, 404, 409, 413, 422)


@pytest.mark.parametrize("slug", PUBLIC_FORMS)
@pytest.mark.parametrize("kind", STRANGE)
def test_the_wizard_answers_calmly(visitor, slug, kind):
    visitor.post(f"{AT}aman/", {"safe_now": "yes"})
    answer = visitor.post(f"{AT}{slug}/", dict.fromkeys(PUBLIC_FORMS[slug], STRANGE[kind]))
    assert answer.status_code in SAID
    text = answer.content.decode()
    assert "<script>alert" not in text
    assert "onerror=alert(1)>" not in text.replace("&gt;", ">") or "&lt;img" in text


def test_what_was_typed_is_shown_again_as_text(visitor):
    visitor.post(f"{AT}aman/", {"safe_now": "yes"})
    visitor.post(f"{AT}apa/", {"narrative": STRANGE["html"], "fields_chosen": "basic_needs"})
    text = visitor.get(f"{AT}apa/").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text


@pytest.mark.parametrize("kind", STRANGE)
@pytest.mark.parametrize("verb", STAFF_FORMS)
def test_deciding_answers_calmly(cast, signed_in, verb, kind):
    made = handed_in()
    where = reverse("intake:decide", args=[made.pk, verb])
    answer = signed_in(cast.ayu).post(where, dict.fromkeys(STAFF_FORMS[verb], STRANGE[kind]))
    assert answer.status_code in SAID


@pytest.mark.parametrize("kind", STRANGE)
def test_entering_answers_calmly(cast, signed_in, kind):
    names = (
        "via", "received_on", "received_time", "safe_now", "for_whom", "ages", "narrative", "fields_chosen", "place",
        "region_code", "name", "phone", "channels", "days", "from_time", "language", "agreed", "witness", "against",
    )  # fmt: skip
    answer = signed_in(cast.ayu).post(reverse("intake:enter"), dict.fromkeys(names, STRANGE[kind]))
    assert answer.status_code == 422


@pytest.mark.parametrize("day", ["2026-02-31", "0000-00-00", "9999-12-31", "1800-01-01", "32/13/2026", "besok"])
def test_impossible_days_are_named(cast, signed_in, day):
    made = handed_in()
    where = reverse("intake:decide", args=[made.pk, "tunggu"])
    answer = signed_in(cast.ayu).post(where, {"again_on": day, "text": "Kami kabari."})
    assert answer.status_code == 422
    assert 'id="id_again_on_error"' in answer.content.decode()


@pytest.mark.parametrize("pk", [uuid4(), "00000000-0000-0000-0000-000000000000"])
@pytest.mark.parametrize("where", ["request", "news", "level", "assign", "acknowledge", "message", "pin", "link"])
def test_forged_ids_are_not_found(cast, signed_in, where, pk):
    address, browser = reverse(f"intake:{where}", args=[pk]), signed_in(cast.ayu)
    answer = browser.get(address) if where in ("request", "news") else browser.post(address, {"text": "x"})
    assert answer.status_code == 404


@pytest.mark.parametrize("where", ["level", "assign", "acknowledge", "message", "pin", "link", "register"])
def test_without_a_token_nothing_is_written(cast, signed_in, asking, where):
    made = handed_in()
    browser = signed_in(cast.ayu)
    browser.handler.enforce_csrf_checks = True
    address = reverse(f"intake:{where}", args=[made.pk])
    given = {"tingkat-level": "merah", "tingkat-reason": "x", "text": "x", "full_name": "x"}
    assert browser.post(address, given).status_code == 403
    with asking(cast.ayu):
        after = Request.objects.get(pk=made.pk)
    assert (after.level, after.person_id, after.pin_generation) == (made.level, None, 1)


def test_a_key_of_another_page_is_refused(cast, signed_in, asking):
    made, browser, key = handed_in(), signed_in(cast.ayu), uuid4()
    browser.post(reverse("intake:decide", args=[made.pk, "tanya"]), {"text": "Di mana?", "once": key})
    answer = browser.post(reverse("intake:decide", args=[made.pk, "tolak"]),
                          {"text": "x", "reason": "other", "once": key})  # fmt: skip
    assert answer.status_code == 422
    with asking(cast.ayu):
        assert Request.objects.get(pk=made.pk).state == "info_asked"


@pytest.mark.parametrize("body", [b"\xff\xfe\x00", b"safe_now=%ff%fe", b"a" * 5000, b"=&=&&=", b"safe_now"])
def test_a_broken_body_is_answered(visitor, body):
    answer = visitor.post(f"{AT}aman/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in SAID


@pytest.mark.parametrize("charset", ["utf-16", "latin-1", "x-unknown"])
def test_a_strange_encoding_is_answered(visitor, charset):
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert visitor.generic("POST", f"{AT}aman/", b"safe_now=yes", content_type=kind).status_code in SAID


@pytest.mark.parametrize("value", ["", "x" * 5000, "' OR 1=1", "../../x"])
def test_a_forged_draft_cookie_is_no_draft(visitor, value):
    visitor.cookies["rangkul_draft"] = value
    assert visitor.get(f"{AT}siapa/").headers["Location"] == AT


def test_thousands_of_fields_are_refused(visitor):
    assert visitor.post(f"{AT}apa/", {f"f{n}": "x" for n in range(2000)}).status_code == 400


def test_nothing_personal_is_logged(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    browser = Client(enforce_csrf_checks=True)
    for one in (visitor, browser):
        one.post(f"{AT}apa/", {"narrative": "Wati Contoh rahasia " * 900})
        one.post("/tiket/", {"ticket": "WATIRAHASIA", "pin": "123123"})
    said = " ".join(record.getMessage() for record in caplog.records if not record.name.startswith("django.db"))
    assert "rahasia" not in said.lower()
