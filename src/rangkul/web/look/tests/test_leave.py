import pytest
from django.test import RequestFactory

from rangkul.web.look import views


@pytest.fixture
def page():
    request = RequestFactory().get("/keluar/")
    request.COOKIES["rangkul"] = "sesi"
    request.user = type("Nobody", (), {"is_authenticated": False})()
    return views.leave(request)


def test_it_leads_away_without_scripts(page):
    assert b'http-equiv="refresh" content="0; url=https://' in page.content


def test_it_says_nothing_about_us(page):
    assert b"angkul<" not in page.content
    assert b"<title>Cari</title>" in page.content


def test_it_is_kept_in_no_cache_and_tells_nobody_where_from(page):
    assert "no-store" in page["Cache-Control"]
    assert page["Referrer-Policy"] == "no-referrer"


def test_the_browser_forgets_the_draft(page):
    assert page.cookies["rangkul"]["max-age"] == 0


def test_a_worker_stays_signed_in():
    request = RequestFactory().get("/keluar/")
    request.COOKIES["rangkul"] = "sesi"
    request.user = type("Worker", (), {"is_authenticated": True})()
    assert "rangkul" not in views.leave(request).cookies


def test_it_only_reads():
    assert views.leave(RequestFactory().post("/keluar/")).status_code == 405
