"""Filling in on the screen and from paper: it works, refuses the wrong person, keeps what was typed, is one."""

import json
import re
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.instruments import queries
from rangkul.journey.instruments.models import AnswerDraft, Instrument

MILD = (1, 1, 1, 1, 1, 0, 0, 0, 0)


@pytest.fixture
def urls(case, phq9):
    return lambda name: reverse(f"instruments:{name}", args=[case.pk, phq9.pk])


@pytest.fixture
def posted(case, answer):
    """What a browser sends for an answer with these points."""

    def words(*points, **more):
        return {
            "once": str(uuid4()),
            "answer": answer(*points).decode(),
            "language": "id",
            "mode": "interview",
            "person": str(case.person_id),
            "answered_by": "client",
            "answered_on": today().isoformat(),
        } | more

    return words


def filled(cast, asking, case):
    with asking(cast.ayu):
        return queries.of_case(case)


def test_the_page_draws_questions_and_their_model(signed_in, cast, urls):
    page = signed_in(cast.ayu).get(urls("fill")).content.decode()
    assert 'name="/data/questions/phq9_9"' in page
    assert "Tidak sama sekali" in page
    assert "&lt;model" in page
    assert "Alat skrining, bukan diagnosis." in page


def test_it_speaks_the_other_language_too(signed_in, cast, urls):
    page = signed_in(cast.ayu).get(urls("fill") + "?bahasa=en").content.decode()
    assert "Not at all" in page
    assert "Tidak sama sekali" not in page


def test_an_answer_is_kept_and_its_result_shown(signed_in, cast, asking, case, urls, posted):
    browser = signed_in(cast.ayu)
    answer = browser.post(urls("fill"), posted(*MILD))
    (found,) = filled(cast, asking, case)
    assert answer.headers["Location"] == reverse("instruments:result", args=[case.pk, found.administration.pk])
    page = browser.get(answer.headers["Location"]).content.decode()
    assert "Tanda ringan" in page
    assert "Nilai 5 dari 27." in page


def test_a_double_click_is_one_answer(signed_in, cast, asking, case, urls, posted):
    browser, words = signed_in(cast.ayu), posted(*MILD)
    first, second = browser.post(urls("fill"), words), browser.post(urls("fill"), words)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(filled(cast, asking, case)) == 1


def test_what_the_form_forbids_comes_back_with_the_questions_name(signed_in, cast, asking, case, urls, posted):
    words = posted(*MILD)
    words["answer"] = words["answer"].replace(">1</phq9_1>", ">7</phq9_1>")
    answer = signed_in(cast.ayu).post(urls("fill"), words)
    page = answer.content.decode()
    assert answer.status_code == 422
    refused = json.loads(unescape(re.search(r'data-refused="([^"]+)"', page).group(1)))
    assert list(refused) == ["/data/questions/phq9_1"]
    # What was typed is on the page, so that the engine opens it again.
    assert unescape(re.search(r'<textarea hidden name="answer">([^<]*)<', page).group(1)).count("<phq9_") == 10
    assert filled(cast, asking, case) == []


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "bukan xml",
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><data id="phq9" version="1">&x;</data>',
        '<data id="gad7" version="2026-11-26.2"/>',
    ],
)
def test_hostile_answers_leave_nothing(signed_in, cast, asking, case, urls, posted, sent):
    assert signed_in(cast.ayu).post(urls("fill"), posted(*MILD, answer=sent)).status_code == 422
    assert filled(cast, asking, case) == []


def test_handed_to_the_client_the_page_shows_nothing_of_the_file(signed_in, cast, case, urls, posted):
    browser = signed_in(cast.ayu)
    page = browser.get(urls("fill") + "?cara=self").content.decode()
    assert case.number not in page
    assert case.person.full_name not in page
    answer = browser.post(urls("fill"), posted(*MILD, mode="self"))
    thanks = browser.get(answer.headers["Location"]).content.decode()
    assert "Terima kasih" in thanks
    assert "Tanda ringan" not in thanks


def test_what_a_worker_fills_in_is_never_handed_over(signed_in, cast, asking, case):
    with asking(cast.ayu) as asker:
        choices = {choice.instrument.key: choice.version_id for choice in queries.choices(asker)}
    browser = signed_in(cast.ayu)
    handed = [reverse("instruments:fill", args=[case.pk, choices[key]]) + "?cara=self" for key in ("ssm", "phq9")]
    listed = browser.get(reverse("instruments:case", args=[case.pk])).content.decode()
    assert [way in listed for way in handed] == [False, True]
    # Who types the address gets the worker's own page, with the file around it.
    assert case.number in browser.get(handed[0]).content.decode()


def test_what_is_being_typed_is_kept_and_opened_again(signed_in, cast, asking, case, phq9, urls, answer):
    browser, typed = signed_in(cast.ayu), answer(3, 2).decode()
    assert browser.post(urls("draft"), {"answer": typed}).status_code == 204
    page = browser.get(urls("fill")).content.decode()
    assert "&gt;3&lt;/phq9_1&gt;" in page
    assert "Lanjutkan dari sini" in page


def test_a_sent_answer_takes_its_draft_along(signed_in, cast, asking, case, urls, posted):
    browser, words = signed_in(cast.ayu), posted(*MILD)
    browser.post(urls("draft"), {"answer": words["answer"]})
    browser.post(urls("fill"), words)
    with asking(cast.ayu):
        assert not AnswerDraft.objects.exists()


def test_nobody_else_sees_a_draft(signed_in, cast, asking, urls, answer):
    signed_in(cast.ayu).post(urls("draft"), {"answer": answer(3).decode()})
    with asking(cast.sari):
        assert not AnswerDraft.objects.exists()


def test_a_draft_is_only_written_by_post(signed_in, cast, urls):
    assert signed_in(cast.ayu).get(urls("draft")).status_code == 405


@pytest.mark.parametrize("name", ["fill", "paper"])
@pytest.mark.parametrize("who", ["budi", "candra", "dimas", "adi", "rini", "agus"])
def test_for_others_there_is_no_such_page(signed_in, cast, urls, name, who):
    assert signed_in(getattr(cast, who)).get(urls(name)).status_code == 404


def test_a_pack_that_is_off_cannot_be_filled_in(signed_in, cast, asking, case):
    with asking(cast.ayu):
        version = queries.newest_version(Instrument.objects.get(agency=None, key="who5"))
    assert signed_in(cast.ayu).get(reverse("instruments:fill", args=[case.pk, version.pk])).status_code == 404


def test_paper_is_keyed_in_on_a_plain_page(signed_in, cast, asking, case, urls):
    browser = signed_in(cast.ayu)
    assert 'name="q_phq9_9"' in browser.get(urls("paper")).content.decode()
    words = {f"q_phq9_{number}": str(point) for number, point in enumerate(MILD, 1)}
    words |= {"once": str(uuid4()), "mode": "paper", "answered_by": "client", "person": str(case.person_id)}
    words |= {"answered_on": today().isoformat()}
    first, second = browser.post(urls("paper"), words), browser.post(urls("paper"), words)
    assert first.status_code == second.status_code == 302
    (found,) = filled(cast, asking, case)
    assert (found.administration.mode, found.scored.total) == ("paper", 5)


def test_what_paper_forgot_stays_open(signed_in, cast, asking, case, urls):
    words = {"once": str(uuid4()), "mode": "paper", "answered_by": "client", "person": str(case.person_id)}
    words |= {"answered_on": today().isoformat(), "q_phq9_9": "0"}
    signed_in(cast.ayu).post(urls("paper"), words)
    (found,) = filled(cast, asking, case)
    assert found.scored.total is None
    assert len(found.scored.missing) == 8


def test_a_day_ahead_is_refused_beside_its_field(signed_in, cast, asking, case, urls, posted):
    answer = signed_in(cast.ayu).post(urls("fill"), posted(*MILD, answered_on="2099-01-01"))
    assert answer.status_code == 422
    assert "Tanggal ini belum tiba" in answer.content.decode()


def test_a_blank_sheet_is_a_pdf(signed_in, cast, phq9):
    answer = signed_in(cast.ayu).get(reverse("instruments:blank", args=[phq9.pk]))
    assert answer.content.startswith(b"%PDF-")


def test_the_file_notes_who_opened_the_page(signed_in, cast, asking, case, urls):
    signed_in(cast.ayu).get(urls("fill"))
    with asking(cast.ayu):
        assert Event.objects.filter(name="file.opened", subject_id=case.pk).exists()


def test_what_a_worker_asks_about_themself_stands_in_no_clients_file(signed_in, cast, asking, case):
    with asking(cast.ayu) as asker:
        assert "digital_ready_own" not in {choice.instrument.key for choice in queries.choices(asker)}
        (own,) = queries.for_workers(asker)
    browser = signed_in(cast.ayu)
    assert "Kesiapan digital" not in browser.get(reverse("instruments:case", args=[case.pk])).content.decode()
    for name in ("fill", "paper", "offer"):
        assert browser.get(reverse(f"instruments:{name}", args=[case.pk, own.version_id])).status_code == 404
    assert browser.get(reverse("instruments:blank", args=[own.version_id]))["Content-Type"] == "application/pdf"
