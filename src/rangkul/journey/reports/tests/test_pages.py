"""The pages of documents: they work, refuse the wrong person, keep what was typed, and do nothing the second time."""

from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.journey.reports import queries
from rangkul.journey.reports.models import Paper, Passage


def at(name, *ids):
    return reverse(f"reports:{name}", args=[str(one) for one in ids])


@pytest.fixture
def browser(signed_in, cast):
    return signed_in(cast.ayu)


@pytest.fixture
def draft(planned, start):
    return start(planned)


def ids(paper):
    return paper.case_id, paper.pk


def test_the_list_says_what_would_be_here(browser, case):
    page = browser.get(at("papers", case.pk)).content.decode()
    assert "Belum ada surat atau laporan" in page
    assert "Belum ada rencana yang disepakati." in page
    assert "Susun dari catatan" in page


def test_a_draft_begins_once_however_often_it_is_sent(browser, planned, cast, asking):
    given = {"kind": "social_report", "reader": "court", "addressee": "Ketua PN Bandung", "once": str(uuid4())}
    first = browser.post(at("papers", planned.pk), given)
    again = browser.post(at("papers", planned.pk), given)
    assert first.status_code == again.status_code == 302
    with asking(cast.ayu):
        paper = Paper.objects.get()
    assert first.headers["Location"] == again.headers["Location"] == at("paper", planned.pk, paper.pk)
    assert "Ketua PN Bandung" in browser.get(first.headers["Location"]).content.decode()


def test_an_unknown_kind_or_reader_is_refused_on_the_page(browser, planned):
    for given in ({"kind": "lain"}, {"kind": "social_report", "reader": "client"}, {}):
        assert browser.post(at("papers", planned.pk), given).status_code == 422


def test_the_draft_shows_parts_sources_and_what_is_missing(browser, draft):
    page = browser.get(at("paper", *ids(draft))).content.decode()
    for piece in (
        "Saya takut pulang",
        "Dari mana kalimat ini",
        "dari catatan asesmen",
        "Yang akan membaca",
    ):
        assert piece in page, piece
    assert "NIK, nomor KK, dan nomor telepon tidak ditulis." in page


def test_a_part_is_changed_and_the_change_is_marked(browser, draft, passage):
    one = passage(draft, "recommendation")
    answer = browser.post(at("write", *ids(draft), one.pk), {"text": "Kami menyarankan <b>pendampingan</b>."})
    assert answer.headers["Location"].endswith("#bagian-recommendation")
    page = browser.get(at("paper", *ids(draft))).content.decode()
    assert "Anda ubah" in page
    assert "<ins>" in page
    assert "&lt;b&gt;pendampingan" in page


def test_what_is_refused_keeps_the_typing(browser, draft, passage):
    one = passage(draft, "identity")
    answer = browser.post(at("write", *ids(draft), one.pk), {"text": "Wati tanpa titik dua"})
    assert answer.status_code == 422
    assert "Wati tanpa titik dua" in answer.content.decode()
    assert "titik dua, lalu isinya" in answer.content.decode()


def test_typing_that_comes_after_the_signature_is_shown_again(browser, signed, passage):
    one = passage(signed, "identity")
    answer = browser.post(at("write", *ids(signed), one.pk), {"text": "Nama: Wati\nCatatan: baru"})
    assert answer.status_code == 409
    assert "Catatan: baru" in answer.content.decode()


def test_the_same_words_twice_are_one_change(browser, draft, passage, cast, asking):
    one = passage(draft, "family")
    for _turn in range(2):
        browser.post(at("write", *ids(draft), one.pk), {"text": "Ibu: Siti."})
    with asking(cast.ayu):
        assert Event.objects.filter(name="document.changed").count() == 1


def test_a_part_is_written_again_from_the_record(browser, draft, passage, told, cast, asking):
    from rangkul.base.days import today
    from rangkul.journey.assessment.actions import record_fact

    with asking(cast.ayu):
        record_fact(
            by=cast.ayu.asker(), case=told, domain="bio", kind="statement", source="client", text="Sulit tidur",
            source_date=today(),
        )  # fmt: skip
    page = browser.get(at("paper", *ids(draft))).content.decode()
    before = page.count("Catatan sudah berubah")
    assert "Sulit tidur" in page
    browser.post(at("renew", *ids(draft), passage(draft, "bio").pk))
    page = browser.get(at("paper", *ids(draft))).content.decode()
    assert page.count("Catatan sudah berubah") == before - 1
    assert "Sulit tidur" in page


def test_a_part_is_left_out_and_taken_in_again(browser, draft, passage):
    one = passage(draft, "family")
    browser.post(at("leave", *ids(draft), one.pk), {"left_out": "True"})
    assert passage(draft, "family").left_out
    browser.post(at("leave", *ids(draft), one.pk), {"left_out": ""})
    assert not passage(draft, "family").left_out


def test_signing_by_the_page_freezes_and_names_where_to_check(browser, draft, write, cast, asking):
    write(draft, "recommendation", "Kami menyarankan pendampingan.")
    key = str(uuid4())
    for _turn in range(2):
        assert browser.post(at("sign", *ids(draft)), {"once": key}).status_code == 302
    with asking(cast.ayu):
        paper = queries.get(draft.case, draft.pk)
        assert paper.check_at == "http://testserver/periksa-dokumen/"
        assert Event.objects.filter(name="document.signed").count() == 1
    page = browser.get(at("paper", *ids(draft))).content.decode()
    assert "Unduh PDF" in page
    assert "Kode: " in page


def test_what_stands_before_a_signature_is_said(browser, planned, start, write):
    paper = start(planned, "referral", "agency")
    assert browser.post(at("sign", *ids(paper))).status_code == 422
    write(paper, "asked", "Mohon pendampingan.")
    answer = browser.post(at("sign", *ids(paper)), {"ground": ""})
    assert answer.status_code == 422
    assert "tulis dasar hukumnya" in answer.content.decode()


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_download_is_a_file_with_no_name_of_a_person_and_an_event(browser, signed, cast, asking, form):
    answer = browser.get(at("file", *ids(signed), form))
    assert answer.status_code == 200
    assert answer.content.startswith({"pdf": b"%PDF", "docx": b"PK"}[form])
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "Wati" not in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    with asking(cast.ayu):
        event = Event.objects.get(name="document.downloaded")
    assert event.payload["why"] == f"social_report.{form}"


def test_a_draft_s_file_says_that_it_is_one(browser, draft):
    import io

    import docx as word

    answer = browser.get(at("file", *ids(draft), "docx"))
    whole = word.Document(io.BytesIO(answer.content))
    assert any("RANCANGAN" in line.text for line in whole.paragraphs)


def test_a_file_that_cannot_be_made_says_so(browser, signed, monkeypatch):
    from rangkul.base import typesetting
    from rangkul.journey.reports.pages import files

    def broken(values):
        raise typesetting.NotSet

    monkeypatch.setitem(files.MAKERS, "pdf", (broken, "application/pdf"))
    answer = browser.get(at("file", *ids(signed), "pdf"), follow=True)
    assert "belum bisa dibuat" in answer.content.decode()
    assert browser.get(at("file", *ids(signed), "exe")).status_code == 404


def test_a_new_version_and_a_dropped_one(browser, signed, cast, asking):
    answer = browser.post(at("version", *ids(signed)))
    with asking(cast.ayu):
        second = Paper.objects.get(version=2)
    assert answer.headers["Location"] == at("paper", *ids(second))
    assert browser.post(at("drop", *ids(second))).headers["Location"] == at("papers", signed.case_id)
    assert "versi 2" not in browser.get(at("papers", signed.case_id)).content.decode()


def test_a_refused_button_says_why(browser, signed):
    answer = browser.post(at("give", *ids(signed)), follow=True)
    assert "tidak punya tiket" in answer.content.decode()


@pytest.mark.parametrize("who", ["budi", "dimas", "candra", "adi", "rini"])
def test_who_does_not_see_the_case_finds_no_page(signed_in, cast, signed, passage, who):
    stranger, one = signed_in(getattr(cast, who)), passage(signed, "identity")
    addresses = [at("papers", signed.case_id), at("paper", *ids(signed)), at("file", *ids(signed), "pdf")]
    addresses += [at(name, *ids(signed)) for name in ("sign", "drop", "give", "version")]
    addresses += [at(name, *ids(signed), one.pk) for name in ("write", "renew", "leave")]
    for address in addresses:
        answers = {stranger.get(address).status_code, stranger.post(address).status_code}
        assert answers <= {404, 405}, address
        assert 404 in answers


def test_a_supervisor_reads_and_does_not_write(signed_in, cast, draft, passage):
    sari = signed_in(cast.sari)
    page = sari.get(at("paper", *ids(draft))).content.decode()
    assert "Ubah bagian ini" not in page
    assert sari.post(at("write", *ids(draft), passage(draft, "family").pk), {"text": "x"}).status_code == 403


@pytest.mark.parametrize("name", ["sign", "drop", "give", "version"])
def test_get_does_nothing(browser, draft, name):
    assert browser.get(at(name, *ids(draft))).status_code == 405


def test_a_part_of_another_document_is_not_there(browser, draft, planned, start, passage):
    other = start(planned, reader="agency")
    answer = browser.post(at("write", *ids(draft), passage(other, "family").pk), {"text": "x"})
    assert answer.status_code == 404


def test_the_list_asks_few_questions(browser, signed, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        browser.get(at("papers", signed.case_id))


def test_the_draft_asks_few_questions(browser, draft, django_assert_max_num_queries):
    with django_assert_max_num_queries(61):
        browser.get(at("paper", *ids(draft)))


def test_the_timeline_tells_of_documents(browser, signed):
    page = browser.get(reverse("cases:case", args=[signed.case_id])).content.decode()
    assert "Laporan sosial versi 1 ditandatangani" in page


def test_passages_of_a_signed_document_stay(signed, cast, asking):
    with asking(cast.ayu):
        assert Passage.objects.filter(paper=signed).count() == 19
