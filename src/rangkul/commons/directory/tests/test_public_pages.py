"""What somebody without an account finds, reads and says."""

import pytest
from django.urls import reverse

from rangkul.commons.directory.actions import ContactDraft, PlaceDraft
from rangkul.commons.directory.models import Suggestion
from rangkul.commons.directory.tests import making

SEARCH = "/layanan/"


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by)


def body(answer):
    return answer.content.decode()


def test_the_first_page_asks_and_shows_nothing_yet(visitor, service):
    assert "Butuh apa?" in body(page := visitor.get(SEARCH))
    assert service.name not in body(page)


def test_a_need_and_a_place_find_a_service_and_say_why(visitor, service):
    page = body(visitor.get(SEARCH, {"butuh": "legal", "tempat": "kota bandung"}))
    assert service.name in page
    assert "melayani warga Kota Bandung, Jawa Barat" in page


def test_who_asks_nothing_is_told_what_to_ask(visitor, service):
    said = "Belum ada yang dicari."
    assert said not in body(visitor.get(SEARCH))
    assert said in body(visitor.get(SEARCH, {"butuh": "", "tempat": "", "cari": ""}))


def test_nothing_found_leads_to_people(visitor, service):
    page = body(visitor.get(SEARCH, {"butuh": "recovery"}))
    assert reverse("ask:start") in page
    assert reverse("crisis:lines") in page


def test_a_list_that_is_cut_says_so_and_a_whole_one_how_many(visitor, signed_in, cast, asking, service, monkeypatch):
    with asking(cast.ayu) as by:
        making.service(by, of=service.organization, name="Kedua")
    pages = [(visitor, SEARCH), (signed_in(cast.ayu), reverse("directory:search"))]
    for most, heading, others in ((2, "2 layanan mungkin cocok", False), (1, "1 layanan pertama yang", True)):
        monkeypatch.setattr("rangkul.commons.directory.pages.asked.MOST", most)
        for browser, address in pages:
            page = body(browser.get(address, {"butuh": "legal"}))
            assert heading in page
            assert ("Tampilkan lebih banyak layanan" in page) is others
            assert ("Kedua" in page, service.name in page).count(True) == most
    for browser, address in pages:
        asked = {"butuh": "legal", "halaman": 2}
        page = body(browser.get(address, asked))
        assert "2 layanan mungkin cocok" in page
        assert "Tampilkan lebih banyak layanan" not in page
        # At the end of what is ever shown at once it is said how to find the rest.
        monkeypatch.setattr("rangkul.commons.directory.pages.asked.LONGEST", 1)
        page = body(browser.get(address, asked))
        assert "Masih ada layanan lain" in page
        assert "Tampilkan lebih banyak layanan" not in page
        monkeypatch.setattr("rangkul.commons.directory.pages.asked.LONGEST", 100)


def test_a_place_that_nobody_knows_is_said_so(visitor, service):
    assert "Tempat ini tidak ditemukan" in body(visitor.get(SEARCH, {"tempat": "qqqqqq"}))


def test_a_page_shows_one_service_whole(visitor, service):
    page = body(visitor.get(reverse("services:show", args=[service.pk])))
    for words in ("Jl. Contoh No. 5", "Senin–Jumat 08.00–16.00", "Gratis", "Umur 18 tahun ke atas", "tel:+62224200123"):
        assert words in page


def test_what_protects_people_is_not_shown_outside(visitor, cast, asking):
    with asking(cast.ayu) as by:
        row = making.service(
            by,
            places=[PlaceDraft(region_code="32.73", address="Jl. Rahasia", public=False)],
            contacts=[ContactDraft("phone", "0811-1234-567", personal=True, public=False)],
        )
    page = body(visitor.get(reverse("services:show", args=[row.pk])))
    assert "Rahasia" not in page
    assert "8111234567" not in page


def test_an_entry_that_is_not_public_is_not_there(visitor, cast, asking):
    with asking(cast.ayu) as by:
        row = making.service(by, public=False)
    assert visitor.get(reverse("services:show", args=[row.pk])).status_code == 404


def test_anybody_suggests_a_correction_once(visitor, service, cast, asking):
    address = reverse("services:suggest", args=[service.pk])
    form = {"topic": "closed", "text": "", "once": "019ab000-0000-7000-8000-000000000001"}
    for _again in range(2):
        assert visitor.post(address, form).status_code == 302
    with asking(cast.ayu):
        (row,) = Suggestion.objects.all()
        assert (row.by_kind, row.by_id) == ("public", None)
        service.refresh_from_db()
        assert not service.doubt, "what a stranger says marks nothing before somebody looked"


def test_a_suggestion_says_what(visitor, service):
    answer = visitor.post(reverse("services:suggest", args=[service.pk]), {"topic": "hours", "text": ""})
    assert answer.status_code == 422
    assert "Tulis apa yang tidak benar" in body(answer)


def test_what_stands_behind_it_is_shown_to_everybody(visitor, signed_in, cast, asking):
    with asking(cast.ayu) as by:
        house = making.organization(by, legal_status="foundation", psks="PSKS-04")
        row, other = making.service(by, of=house), making.service(by, of=making.organization(by, "Lain"))
    for page in (
        body(visitor.get(reverse("services:show", args=[row.pk]))),
        body(signed_in(cast.budi).get(reverse("directory:show", args=[row.pk]))),
    ):
        assert "<dt>Bentuk lembaga</dt><dd>Yayasan</dd>" in page
        assert "<dd>Lembaga kesejahteraan sosial (LKS)</dd>" in page
    silent = body(visitor.get(reverse("services:show", args=[other.pk])))
    assert "Bentuk lembaga" not in silent
    assert "PSKS" not in silent
