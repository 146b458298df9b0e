"""A third party's report: no account, no script, red at once, told upward, and nothing promised."""

import io

import pytest
from PIL import Image

from rangkul.base.asking import PUBLIC, Asker, asking_as, job
from rangkul.entry.crisis.models import Evidence, Report
from rangkul.entry.crisis.queries.reports import evidence_among
from rangkul.entry.intake.models import Request

pytestmark = pytest.mark.django_db
AT = "/lapor-khawatir/"
HERE = {"place": "Sukasari", "region_code": "32.73.02.1001"}
WORDS = {
    "worry": "Dia menulis mau pamit selamanya di Instagram",
    "link": "https://example.test/p/1",
    "about_name": "Dika",
    **HERE,
}


def picture():
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(drawn, "PNG")
    drawn.seek(0)
    drawn.name = "layar.png"
    return drawn


def the_request():
    with asking_as(job("test")):
        return Request.objects.select_related("owner", "contact__key", "report", "key").get()


def test_the_page_says_what_to_do_before_anything_is_sent(visitor):
    text = visitor.get(AT).content.decode()
    for said in ("Bertanya tidak membuat orang melakukannya", 'href="tel:110"', "Hanya petugas", 'content="noindex"'):
        assert said in text


def test_one_sentence_is_enough_and_it_is_red_with_a_15_minute_clock(visitor, cast):
    answer = visitor.post(AT, {"worry": "Saya khawatir pada tetangga"})
    assert answer.status_code == 200
    made = the_request()
    assert made.ticket_words in answer.content.decode()
    assert (made.level, made.via, made.for_whom, made.safe_now) == ("merah", "report", "other", "unknown")
    assert (made.due_at - made.received_at).total_seconds() == 15 * 60
    with asking_as(job("test")):
        assert [one.why for one in made.escalations.all()] == ["red"]
        assert made.rulings.get(rule="triage").decision.reasons[0].code == "reported"


def test_link_and_picture_are_sealed(visitor, cast, asking):
    visitor.post(AT, WORDS | {"files": [picture()]})
    with asking(cast.ayu):
        report = Report.objects.select_related("key").get()
        (evidence,) = report.evidence.select_related("key")
        assert (report.link, evidence.name, evidence.media_type) == (WORDS["link"], "layar.png", "image/png")
        assert evidence.has_preview
        assert list(evidence_among([evidence.pk.hex, "0" * 32])) == [evidence.pk]
    with asking(cast.budi):
        assert not Report.objects.exists()
        assert not Evidence.objects.exists()


def test_a_file_that_is_not_what_it_says_keeps_the_words_and_nothing_else(visitor, cast):
    wrong = io.BytesIO(b"<script>alert(1)</script>")
    wrong.name = "layar.png"
    answer = visitor.post(AT, WORDS | {"files": [wrong]})
    assert answer.status_code == 422
    assert WORDS["worry"] in answer.content.decode()
    with asking_as(job("test")):
        assert not Request.objects.exists()


def test_sent_twice_is_one_report_with_the_same_ticket(visitor, cast):
    key = "01900000-0000-7000-8000-00000000aaaa"
    first, second = (visitor.post(AT, WORDS | {"once": key}).content.decode() for _one in range(2))
    made = the_request()
    assert made.ticket_words in first
    assert made.ticket_words in second


def test_the_answer_promises_no_rescue_and_names_the_next_step(visitor, cast):
    text = visitor.post(AT, WORDS).content.decode()
    assert "Kami tidak bisa memastikan" in text
    assert "15 menit" in text
    assert 'href="tel:110"' in text


def test_nothing_written_is_refused_with_words(visitor):
    answer = visitor.post(AT, {"worry": " "})
    assert answer.status_code == 422
    assert "Bagian ini belum diisi." in answer.content.decode()


def test_a_place_with_one_meaning_finds_its_unit_and_another_stays_in_words(visitor, cast):
    visitor.post(AT, WORDS | {"region_code": "", "place": "entah di mana itu", "place_words": "kos dekat kampus"})
    assert the_request().contact.place_words == "entah di mana itu. kos dekat kampus"


def test_a_signed_in_worker_reports_as_a_citizen(cast, signed_in):
    assert signed_in(cast.ayu).post(AT, WORDS).status_code == 200
    assert the_request().entered_by_id is None


def test_many_reports_over_one_line_are_sent_to_the_telephone(visitor, cast, monkeypatch):
    monkeypatch.setattr("rangkul.entry.crisis.pages.report.MOST_AN_HOUR", 1)
    assert visitor.post(AT, WORDS, REMOTE_ADDR="203.0.113.9").status_code == 200
    answer = visitor.post(AT, WORDS, REMOTE_ADDR="203.0.113.9")
    assert answer.status_code == 422
    assert "Telepon salah satu nomor" in answer.content.decode()


def test_the_reporter_reads_the_own_report_by_the_ticket(visitor, cast):
    visitor.post(AT, WORDS)
    made = the_request()
    with asking_as(PUBLIC):
        assert not Report.objects.exists()
    with asking_as(Asker("ticket", ticket_id=made.pk)):
        assert Report.objects.select_related("key").get().link == WORDS["link"]
