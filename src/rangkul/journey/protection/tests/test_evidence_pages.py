"""The pages of evidence: kept once, printed for the police, checked, closed to others."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.support.pdf_words import words_of

from rangkul.base import clock
from rangkul.base.models import Event
from rangkul.journey.protection.models import Evidence


def typed(**more):
    return {
        "once": str(uuid4()), "title": "Tangkapan layar", "words": "Ancaman di pesan", "brought_by": "Wati",
        "basis": "consent", "came_at": clock.local(clock.now()).strftime("%Y-%m-%dT%H:%M"), **more,
    }  # fmt: skip


@pytest.fixture
def place(case):
    return reverse("protection:evidence", args=[case.pk])


@pytest.fixture
def kept(place, cast, signed_in, asking):
    signed_in(cast.ayu).post(place, typed())
    with asking(cast.ayu):
        return Evidence.objects.get()


def test_an_empty_page_says_how_to_begin(place, cast, signed_in):
    assert "Belum ada bukti" in signed_in(cast.ayu).get(place).content.decode()


def test_a_file_is_kept_once(place, cast, signed_in, asking):
    browser, once = signed_in(cast.ayu), str(uuid4())
    for _ in range(2):
        file = SimpleUploadedFile("foto.txt", b"Isi pesan", content_type="text/plain")
        assert browser.post(place, typed(once=once, words="", file=file)).status_code == 302
    with asking(cast.ayu):
        row = Evidence.objects.get()
    assert row.sha in browser.get(place).content.decode()


def test_a_form_without_an_original_keeps_what_was_typed(place, cast, signed_in):
    answer = signed_in(cast.ayu).post(place, typed(words=""))
    assert answer.status_code == 422
    assert "Tangkapan layar" in answer.content.decode()


def test_a_correction_stands_under_the_first(kept, cast, signed_in):
    browser, address = signed_in(cast.ayu), reverse("protection:piece", args=[kept.case_id, kept.pk])
    browser.post(address, {"once": str(uuid4()), "words": "Tanggal 3, bukan 5"})
    page = browser.get(address).content.decode()
    assert "Ancaman di pesan" in page
    assert "Tanggal 3, bukan 5" in page


def test_the_list_for_the_police_names_hash_time_and_who(kept, cast, signed_in, asking):
    answer = signed_in(cast.ayu).get(reverse("protection:evidence_paper", args=[kept.case_id]))
    assert answer.headers["Content-Type"] == "application/pdf"
    words = "".join(words_of(answer.content).split())
    assert "Daftarbukti" in words
    assert kept.sha in words
    assert "Dibawaoleh" in words
    with asking(cast.ayu):
        assert Event.objects.get(name="document.downloaded").payload["why"] == "evidence.pdf"


def test_no_list_without_evidence(case, cast, signed_in):
    assert signed_in(cast.ayu).get(reverse("protection:evidence_paper", args=[case.pk])).status_code == 404


def test_the_check_says_that_all_is_whole(kept, cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("protection:check", args=[kept.case_id])).content.decode()
    assert "Semua bukti utuh" in page


@pytest.mark.parametrize("name", ["evidence", "evidence_paper", "check"])
def test_who_does_not_see_the_case_finds_nothing(kept, cast, signed_in, name):
    assert signed_in(cast.budi).get(reverse(f"protection:{name}", args=[kept.case_id])).status_code == 404


def test_a_piece_of_another_case_is_not_found(kept, cast, signed_in):
    assert signed_in(cast.ayu).get(reverse("protection:piece", args=[uuid4(), kept.pk])).status_code == 404


def test_the_list_asks_few_questions(kept, place, cast, signed_in):
    browser = signed_in(cast.ayu)
    with CaptureQueriesContext(connection) as asked:
        browser.get(place)
    assert len(asked) <= 18, [one["sql"][:90] for one in asked]


def test_it_stands_on_the_timeline(kept, cast, signed_in):
    page = signed_in(cast.ayu).get(reverse("cases:case", args=[kept.case_id])).content.decode()
    assert "Bukti 1 disimpan" in page
