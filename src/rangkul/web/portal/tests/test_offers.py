"""Wati answers an instrument on her own telephone, by ticket and PIN, with and without scripts."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from rangkul.base.clock import now
from rangkul.base.days import today
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import actions, queries, reading
from rangkul.journey.instruments.models import Administration, Instrument
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import received
from rangkul.journey.instruments.tests.books import HOME, workbook
from rangkul.web.middleware.asking import TICKET_SESSION_KEY
from rangkul.web.portal.tests.test_case_parts import case, page, request_, wati  # noqa: F401  the same Wati

ITEMS = [f"phq9_{number}" for number in range(1, 10)]
MILD, GRAVE = (1, 1, 1, 1, 1, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0, 0, 0, 1)


@pytest.fixture
def offer(cast, asking, case):  # noqa: F811
    with asking(cast.ayu) as ayu:
        phq9 = queries.newest_version(Instrument.objects.get(agency=None, key="phq9"))
        return actions.offer(
            by=ayu, case=case, version=phq9, until=today() + timedelta(days=7), alone_because="Sudah dibicarakan."
        )


def at(name, offer):
    return reverse(f"portal:{name}", args=[offer.pk])


def xml(offer, *points):
    values = {item: str(point) for item, point in zip(ITEMS, points, strict=True)}
    return reading.form_of(offer.version).answer_from(values).decode()


def send(browser, offer, *points, **more):
    return browser.post(at("offer", offer), {"answer": xml(offer, *points), "once": str(uuid4())} | more)


def test_she_finds_it_first_on_her_page(wati, offer):  # noqa: F811
    text = page(wati)
    assert "Pertanyaan dari petugas Anda" in text
    assert at("offer", offer) in text
    assert "Sudah dibicarakan" not in text


def test_the_page_has_the_questions_the_quick_exit_and_the_numbers(wati, offer):  # noqa: F811
    text = wati.get(at("offer", offer)).content.decode()
    assert "phq9_9" in text
    assert "Keluar cepat" in text
    assert "<title>Halaman informasi</title>" in text
    assert "Alat skrining, bukan diagnosis." in text
    assert text.count('href="tel:') > 1
    assert "Wati" not in text


def test_where_an_answer_may_be_grave_help_waits_on_the_page(wati, offer):  # noqa: F811
    text = wati.get(at("offer", offer)).content.decode()
    assert "data-rangkul-danger hidden" in text
    assert "phq9_9&quot;: [&quot;1&quot;, &quot;2&quot;, &quot;3&quot;]" in text


def test_she_sends_and_is_thanked(wati, offer, cast, asking):  # noqa: F811
    answer = send(wati, offer, *MILD)
    assert answer.headers["Location"] == at("offer_thanks", offer)
    text = wati.get(at("offer_thanks", offer)).content.decode()
    assert "Terima kasih" in text
    assert "bukan diagnosis" in text
    assert "Anda tidak sendirian" not in text
    assert "Tanda ringan" not in text
    assert "Sudah Anda jawab" in page(wati)
    with asking(cast.ayu):
        row = Administration.objects.get()
        assert (row.mode, row.answered_by) == ("ticket", "client")


def test_a_grave_answer_shows_at_once_who_answers_now(wati, offer, cast, asking):  # noqa: F811
    send(wati, offer, *GRAVE)
    text = wati.get(at("offer_thanks", offer)).content.decode()
    first = text.index("Anda tidak sendirian")
    assert first < text.index('class="call-now"') < text.index("Selanjutnya")
    assert text.count('href="tel:') > 2
    with asking(cast.ayu):
        assert Case.objects.get().level == "merah"


def test_the_same_page_sent_twice_is_one_answer(wati, offer, cast, asking):  # noqa: F811
    once, words = str(uuid4()), xml(offer, *MILD)
    for _again in range(2):
        answer = wati.post(at("offer", offer), {"answer": words, "once": once})
        assert answer.headers["Location"] == at("offer_thanks", offer)
    assert send(wati, offer, *GRAVE).headers["Location"] == at("offer_thanks", offer)
    assert wati.get(at("offer", offer)).headers["Location"] == at("offer_thanks", offer)
    with asking(cast.ayu):
        assert Administration.objects.count() == 1


def test_what_the_form_forbids_comes_back_with_its_question(wati, offer, cast, asking):  # noqa: F811
    broken = xml(offer, *MILD).replace(">1</phq9_1>", ">7</phq9_1>")
    answer = wati.post(at("offer", offer), {"answer": broken})
    assert answer.status_code == 422
    assert "Belum tersimpan" in answer.content.decode()
    with asking(cast.ayu):
        assert not Administration.objects.exists()


def test_what_she_types_is_kept_for_her_on_the_server(wati, offer):  # noqa: F811
    words = xml(offer, *MILD)
    assert wati.post(at("offer_draft", offer), {"answer": words}).status_code == 204
    text = wati.get(at("offer", offer)).content.decode()
    assert "belum dikirim dibuka lagi" in text
    assert "Lanjutkan menjawab" in page(wati)
    send(wati, offer, *MILD)
    assert wati.post(at("offer_draft", offer), {"answer": words}).status_code == 422


def test_nothing_stays_in_the_browser(wati, offer):  # noqa: F811
    for answer in (wati.get(at("offer", offer)), wati.get(at("offer", offer) + "?polos=1")):
        assert "no-store" in answer.headers["Cache-Control"]


def test_without_scripts_she_answers_a_plain_form(wati, offer, cast, asking):  # noqa: F811
    assert "?polos=1" in wati.get(at("offer", offer)).content.decode()
    plain = at("offer", offer) + "?polos=1"
    assert 'name="q_phq9_9"' in wati.get(plain).content.decode()
    once = str(uuid4())
    words = {f"q_{item}": str(point) for item, point in zip(ITEMS, GRAVE, strict=True)} | {"once": once}
    for _again in range(2):
        assert wati.post(plain, words).headers["Location"] == at("offer_thanks", offer)
    assert "Anda tidak sendirian" in wati.get(at("offer_thanks", offer)).content.decode()
    with asking(cast.ayu):
        assert Administration.objects.count() == 1
        assert Case.objects.get().level == "merah"


def test_taken_back_it_says_so_kindly(wati, offer, cast, asking):  # noqa: F811
    with asking(cast.ayu) as ayu:
        actions.take_back(by=ayu, offer=offer)
    for answer in (wati.get(at("offer", offer)), send(wati, offer, *MILD)):
        assert answer.status_code == 410
        assert "menariknya kembali" in answer.content.decode()
    assert at("offer", offer) not in page(wati)


def test_after_its_day_it_says_so_kindly(offer):
    with time_machine.travel(now() + timedelta(days=8)):
        answer = _come_in_again(offer).get(at("offer", offer))
        assert answer.status_code == 410
        assert "Waktunya sudah lewat" in answer.content.decode()


def _come_in_again(offer):
    browser = Client()
    session = browser.session
    session[TICKET_SESSION_KEY] = str(offer.case.request_id)
    session.save()
    return browser


def test_there_is_nothing_to_thank_for_before(wati, offer):  # noqa: F811
    assert wati.get(at("offer_thanks", offer)).headers["Location"] == at("offer", offer)


def test_an_offer_of_another_ticket_does_not_exist(visitor, offer, cast, asking):
    session = visitor.session
    session[TICKET_SESSION_KEY] = str(handed_in().pk)
    session.save()
    assert visitor.get(at("offer", offer)).status_code == 404
    assert send(visitor, offer, *MILD).status_code == 404
    assert visitor.post(at("offer_draft", offer), {"answer": "x"}).status_code == 404
    assert visitor.get(at("offer_thanks", offer)).status_code == 404


def test_without_a_ticket_everybody_is_shown_the_door(visitor, offer):
    assert visitor.get(at("offer", offer)).headers["Location"] == reverse("portal:door")
    assert send(visitor, offer, *MILD).status_code == 403
    assert visitor.post(at("offer_draft", offer), {"answer": "x"}).status_code == 403


def test_a_draft_is_not_kept_by_looking(wati, offer):  # noqa: F811
    assert wati.get(at("offer_draft", offer)).status_code == 405


def test_danger_in_an_answer_of_her_own_words_is_heard(wati, case, cast, asking):  # noqa: F811
    with asking(cast.adi) as adi:
        kept = actions.keep_upload(by=adi, ready=received(Parcel("kabar.xlsx", workbook(HOME)), "Sendiri"))
        actions.publish_version(by=adi, version=kept)
    with asking(cast.ayu) as ayu:
        version = queries.newest_version(Instrument.objects.get(key="kabar_contoh"))
        until, alone = today() + timedelta(days=7), "Sudah dibicarakan."
        offer = actions.offer(by=ayu, case=case, version=version, until=until, alone_because=alone)
    given = reading.form_of(version).answer_from({"kabar": "Saya mau bunuh diri."}).decode()
    assert wati.post(at("offer", offer), {"answer": given, "once": str(uuid4())}).status_code == 302
    with asking(cast.ayu):
        assert Case.objects.get().level == "merah"
