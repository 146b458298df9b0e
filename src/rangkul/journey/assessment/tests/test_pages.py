"""Each page of the assessment: it shows, it writes once, it keeps what was typed, it is closed to others."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment.models import Assessment, Fact, Risk

PAGES = ["workspace", "facts", "functioning", "pie", "institutions", "risks", "categories", "report"]
WRITES = ["presenting", "summary", "sign", "again", "rate", "check"]


def address(name, case, *more):
    return reverse(f"assessment:{name}", args=[case.pk, *more])


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_page_says_openly_what_is_not_known(case, cast, signed_in, name):
    answer = signed_in(cast.ayu).get(address(name, case))
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "TIDAK ADA:" not in page
    assert any(words in page for words in ("elum digali", "Belum ditanyakan", "Belum ada", "Belum dipilih"))


@pytest.mark.parametrize("name", PAGES)
def test_a_filled_page_shows_everything(case, cast, asking, signed_in, fill, rate, record, name):
    fill()
    with asking(cast.ayu):
        rate(kind="violence", level="oranye", protective="Tetangga dekat")
        record(text="Pandai menjahit", is_strength=True)
    answer = signed_in(cast.ayu).get(address(name, case))
    assert answer.status_code == 200
    assert "TIDAK ADA:" not in answer.content.decode()


@pytest.mark.parametrize("name", PAGES[:7])
def test_the_case_page_gets_only_the_inner_part(case, cast, signed_in, name):
    inner = signed_in(cast.ayu).get(address(name, case), headers={"hx-request": "true"}).content.decode()
    assert "<html" not in inner
    assert "Bagian asesmen" in inner


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["budi", "candra", "adi", "putri"])
def test_who_does_not_see_the_case_finds_nothing(case, cast, signed_in, name, who):
    assert signed_in(getattr(cast, who)).get(address(name, case)).status_code == 404


def test_the_supervisor_reads_and_is_offered_nothing_to_write(case, cast, asking, signed_in, fill):
    fill()
    page = signed_in(cast.sari).get(address("facts", case) + "?isi=bio").content.decode()
    assert "Sulit tidur" in page
    assert "Catat fakta" not in page


@pytest.mark.parametrize("name", WRITES)
def test_writing_addresses_refuse_get(case, cast, signed_in, name):
    assert signed_in(cast.ayu).get(address(name, case)).status_code == 405


@pytest.mark.parametrize("name", ["presenting", "rate", "check", "sign"])
def test_who_does_not_see_the_case_cannot_write_to_it(case, cast, signed_in, name):
    assert signed_in(cast.budi).post(address(name, case), {}).status_code == 404


def test_opening_is_noted(case, cast, asking, signed_in):
    signed_in(cast.ayu).get(address("facts", case))
    with asking(cast.ayu):
        assert Event.objects.filter(name="file.opened", subject_id=case.pk).exists()


def presenting(**more):
    return {"words": "Saya takut pulang", "source": "client", "said_on": today().isoformat()} | more


def test_the_words_of_the_client_are_kept_as_said(case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    assert browser.post(address("presenting", case), presenting()).status_code == 302
    with asking(cast.ayu):
        assert Assessment.objects.select_related("key").get().presenting == "Saya takut pulang"
    assert "Saya takut pulang" in browser.get(address("workspace", case)).content.decode()


def test_a_form_with_a_mistake_comes_back_with_what_was_typed(case, cast, signed_in):
    answer = signed_in(cast.ayu).post(address("presenting", case), presenting(said_on="2026-02-31"))
    assert answer.status_code == 422
    assert "Saya takut pulang" in answer.content.decode()


def fact(**more):
    return {
        "kind": "observation",
        "text": "Lebam di lengan kiri",
        "source_date": today().isoformat(),
        "topic": "health",
    } | more


def test_a_fact_is_recorded_and_the_form_stays_open(case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    answer = browser.post(address("record", case, "bio"), fact(), follow=True)
    page = answer.content.decode()
    assert "Lebam di lengan kiri" in page
    assert "Catat fakta" in page
    with asking(cast.ayu):
        assert Fact.objects.get().source == "observation"


def test_the_same_post_twice_is_one_fact(case, cast, asking, signed_in):
    browser, once = signed_in(cast.ayu), str(uuid4())
    for _ in range(2):
        assert browser.post(address("record", case, "bio"), fact(once=once)).status_code == 302
    with asking(cast.ayu):
        assert Fact.objects.count() == 1
        assert Event.objects.filter(name="fact.recorded").count() == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"text": ""},
        {"text": "x" * 4001},
        {"kind": "diagnosis"},
        {"source_date": "1799-01-01"},
        {"topic": "mood"},
        {"kind": "statement", "source": "worker"},
    ],
)
def test_a_fact_that_does_not_fit_is_refused_in_words(case, cast, asking, signed_in, bad):
    answer = signed_in(cast.ayu).post(address("record", case, "bio"), fact(**bad))
    assert answer.status_code == 422
    assert "Belum terkirim" in answer.content.decode()
    with asking(cast.ayu):
        assert not Fact.objects.exists()


def test_an_unknown_domain_is_not_there(case, cast, signed_in):
    assert signed_in(cast.ayu).post(address("record", case, "agama"), fact()).status_code == 404


def test_what_is_typed_is_shown_as_text(case, cast, signed_in):
    browser = signed_in(cast.ayu)
    page = browser.post(address("record", case, "bio"), fact(text="<script>alert(1)</script>"), follow=True)
    assert "<script>alert(1)" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_a_fact_is_corrected_on_its_own_page(case, cast, asking, signed_in, record):
    with asking(cast.ayu):
        wrong = record(text="Anak tiga")
    browser = signed_in(cast.ayu)
    place = address("correct", case, wrong.pk)
    assert "Anak tiga" in browser.get(place).content.decode()
    assert browser.post(place, {"text": "Anak dua"}).status_code == 422
    page = browser.post(place, {"text": "Anak dua", "reason": "Salah dengar"}, follow=True).content.decode()
    assert "Anak dua" in page
    assert "Anak tiga" in page


def test_functioning_is_written_down_from_one_persons_view(case, cast, signed_in):
    browser = signed_in(cast.ayu)
    words = {"view": "client", "moment": "baseline", "seen_on": today().isoformat(), "needs_level": "2"}
    page = browser.post(address("functioning", case), words | {"needs_words": "Sering kurang"}, follow=True)
    assert "Sering kurang" in page.content.decode()
    assert "bukan instrumen tervalidasi" in page.content.decode()


def test_words_without_a_level_are_asked_for_the_level(case, cast, signed_in):
    words = {"view": "client", "moment": "baseline", "seen_on": today().isoformat(), "needs_words": "Kurang"}
    answer = signed_in(cast.ayu).post(address("functioning", case), words)
    assert answer.status_code == 422
    assert "Kurang" in answer.content.decode()


def test_a_risk_is_rated_and_ended(case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    words = {"kind": "violence", "level": "kuning", "seen": "Diancam", "next_look": today().isoformat()}
    page = browser.post(address("rate", case), words, follow=True).content.decode()
    assert "Kekerasan di rumah" in page
    with asking(cast.ayu):
        risk = Risk.objects.get()
    assert browser.get(address("end_risk", case, risk.pk)).status_code == 200
    page = browser.post(address("end_risk", case, risk.pk), {"reason": "Sudah pindah"}, follow=True).content.decode()
    assert "Sudah selesai" in page


def test_a_filled_form_for_a_known_risk_opens_by_its_name(case, cast, asking, signed_in, rate):
    with asking(cast.ayu):
        rate(kind="violence", level="oranye")
    page = signed_in(cast.ayu).get(address("risks", case) + "?nilai=violence").content.decode()
    assert "Simpan penilaian risiko" in page


def test_a_group_is_chosen_ended_and_shown_in_words_for_people(case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    page = browser.post(address("categories", case), {"code": "PPKS-04"}, follow=True).content.decode()
    assert "<h2>Anak yang hidup atau bekerja di jalanan</h2>" in page
    assert "<h2>Anak jalanan" not in page
    with asking(cast.ayu):
        category = case.categories.get()
    page = browser.post(address("end_category", case, category.pk), {"reason": "Kembali ke rumah"}, follow=True)
    assert "Tidak berlaku lagi" in page.content.decode()


def test_a_reason_for_a_gap_is_kept(case, cast, asking, signed_in):
    browser = signed_in(cast.ayu)
    place = address("gap", case, "functioning_gap")
    assert browser.post(place, {"why": "Klien belum bisa bicara"}).status_code == 302
    assert "Klien belum bisa bicara" in browser.get(address("workspace", case)).content.decode()
    assert browser.post(address("gap", case, "state"), {"why": "x"}).status_code == 404


@pytest.mark.parametrize(("name", "most"), [("workspace", 40), ("facts", 20), ("functioning", 20), ("risks", 22)])
def test_a_page_keeps_its_query_budget(case, cast, asking, signed_in, fill, record, rate, name, most):
    """However much is known, the number of questions to the database stays the same."""
    fill()
    with asking(cast.ayu):
        rate(kind="violence", level="kuning")
    browser = signed_in(cast.ayu)
    browser.get(address(name, case))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as few:
            browser.get(address(name, case))
        counts.append(len(few))
        with asking(cast.ayu):
            for number in range(6):
                record(text=f"Hal {number}", domain="sosial")
            rate(kind="shelter")
            rate(kind="health", level="kuning")
    assert counts[0] == counts[1]
    assert counts[0] <= most
