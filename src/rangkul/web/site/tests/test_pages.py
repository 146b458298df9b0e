"""The pages for everybody."""

import pytest

pytestmark = pytest.mark.django_db

PAGES = ("/", "/cara-kerja/", "/pekerja-sosial/", "/pelindungan-data/")


@pytest.mark.parametrize("address", PAGES)
def test_each_page_has_the_way_out_and_numbers_that_answer(visitor, address):
    page = visitor.get(address)
    text = page.content.decode()
    assert page.status_code == 200
    assert "data-rangkul-exit" in text
    assert 'href="tel:' in text
    assert "TIDAK ADA" not in text
    assert not page.cookies


@pytest.mark.parametrize("address", PAGES)
def test_reading_is_all_one_can_do(visitor, address):
    assert visitor.post(address).status_code == 405


def test_the_front_page_leads_to_help_and_to_the_ticket(visitor):
    text = visitor.get("/").content.decode()
    assert 'href="/minta-bantuan/"' in text
    assert 'href="/tiket/"' in text


def test_the_language_is_chosen_and_kept(visitor):
    gone = visitor.post("/bahasa/", {"language": "en", "next": "/cara-kerja/"})
    assert gone.headers["Location"] == "/cara-kerja/"
    assert 'lang="en"' in visitor.get("/").content.decode()


def test_choosing_a_language_leads_nowhere_else(visitor):
    gone = visitor.post("/bahasa/", {"language": "en", "next": "https://jahat.example/"})
    assert "jahat" not in gone.headers["Location"]


def test_the_quick_exit_leaves_to_a_harmless_page(visitor):
    text = visitor.get("/keluar/").content.decode()
    assert "refresh" in text
    assert "Rangkul" not in text


def test_whoever_works_here_changes_the_language_where_they_are(cast, signed_in):
    worker = signed_in(cast.ayu)
    page = worker.get("/kerja/orang/?urut=nama").content.decode()
    assert '<button type="submit" lang="en">' in page
    assert '<input type="hidden" name="next" value="/kerja/orang/?urut=nama">' in page
    worker.post("/bahasa/", {"language": "en", "next": "/kerja/orang/"})
    page = worker.get("/kerja/orang/").content.decode()
    assert 'lang="en"' in page
    assert "Bahasa Indonesia" in page
    refused = worker.post("/kerja/orang/baru/", {}).content.decode()
    assert '<input type="hidden" name="next" value="/kerja/">' in refused


def test_the_language_is_chosen_before_signing_in(visitor):
    assert 'action="/bahasa/"' in visitor.get("/akun/masuk/").content.decode()
