"""Each page is closed and read-only until it says otherwise."""

import re
from collections import defaultdict

import pytest
from django.db import InternalError
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver, path

from rangkul.base.asking import PUBLIC, asking_as
from rangkul.base.models import DataKey
from rangkul.web.middleware.doors import is_public

# Always the same, so that every worker of a run collects the same tests.
NOBODYS_ID = "01900000-0000-7000-8000-000000000000"


def addresses() -> list[str]:
    """One address for each pattern, with made-up ids."""

    def walk(patterns, prefix):
        for entry in patterns:
            here = prefix + str(entry.pattern)
            if isinstance(entry, URLPattern):
                yield here
            else:
                yield from walk(entry.url_patterns, here)

    return sorted({"/" + _filled(pattern) for pattern in walk(get_resolver().url_patterns, "")})


def _filled(pattern: str) -> str:
    pattern = re.sub(r"<uuid:\w+>", NOBODYS_ID, pattern)
    pattern = re.sub(r"<int:\w+>", "1", pattern)
    return re.sub(r"<(?:\w+:)?\w+>", "x", pattern).replace("^", "").replace("$", "")


def by_part(closed: list[str]) -> dict[str, list[str]]:
    """Begin of an address → those addresses: one test for each, and who asks signs in once."""
    parts = defaultdict(list)
    for address in closed:
        parts["/".join(address.split("/")[:3])].append(address)
    return parts


CLOSED = [address for address in addresses() if not is_public(address)]
PARTS = by_part(CLOSED)


def test_there_are_closed_pages():
    assert len(CLOSED) > 20


@pytest.mark.parametrize("part", PARTS)
def test_a_visitor_is_sent_to_the_login(visitor, part):
    for address in PARTS[part]:
        for answer in (visitor.get(address), visitor.post(address)):
            assert answer.status_code == 302, address
            assert answer.headers["Location"].startswith("/akun/masuk/"), address


def test_an_address_without_its_last_stroke_leads_to_the_page_and_not_to_the_login(visitor, db):
    answer = visitor.get("/tiket")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/tiket/")


@pytest.mark.parametrize("address", ["/tidak/ada/", "/kerja/tidak-ada/", "/.env"])
def test_what_is_no_page_is_said_to_be_none(visitor, db, address):
    assert visitor.get(address).status_code == 404


def writes(request):
    DataKey.make()
    return HttpResponse("tertulis")


urlpatterns = [path("sehat/", writes), path("keluar/", lambda request: HttpResponse("ok"))]


@pytest.mark.urls(__name__)
def test_a_get_cannot_write(visitor):
    with pytest.raises(InternalError, match="read-only"):
        visitor.get("/sehat/")


@pytest.mark.urls(__name__)
def test_a_post_that_fails_leaves_nothing(visitor, monkeypatch):
    monkeypatch.setattr("tests.test_doors.DataKey.save", lambda *a, **k: 1 / 0)
    visitor.raise_request_exception = False
    assert visitor.post("/sehat/").status_code == 500
    with asking_as(PUBLIC):
        assert not DataKey.objects.exists()


def test_a_body_that_is_too_large_is_answered_before_it_is_read(visitor):
    answer = visitor.post("/minta-bantuan/", b"", content_type="text/plain", headers={"content-length": "20971520"})
    assert answer.status_code == 413


def test_headers_close_what_a_browser_would_leave_open(visitor, db):
    answer = visitor.get("/akun/masuk/")
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "same-origin"


NEEDS_NO_FACTOR_YET = ("/akun/faktor-kedua/", "/akun/2fa/", "/akun/sandi/", "/akun/periksa/", "/akun/nonaktif/")
WAIT_FOR_IT = by_part([one for one in CLOSED if not one.startswith(NEEDS_NO_FACTOR_YET)])


@pytest.mark.parametrize("part", WAIT_FOR_IT)
def test_without_a_second_factor_only_its_set_up_is_open(signed_in, cast, settings, part):
    settings.SECOND_FACTOR_REQUIRED = True
    for staff in (cast.ayu, cast.adi):
        browser = signed_in(staff)
        for address in WAIT_FOR_IT[part]:
            for answer in (browser.get(address), browser.post(address)):
                led = answer.status_code, answer.headers.get("Location")
                assert led == (302, "/akun/faktor-kedua/"), (staff.username, address)
