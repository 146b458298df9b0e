"""Reaching somebody in danger: judged safe, sent by hand, opened by one press that scanners cannot make."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, Asker, asking_as, job
from rangkul.base.clock import WIB, now
from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.entry.crisis import actions, queries
from rangkul.entry.crisis.models import Outreach, Report
from rangkul.entry.crisis.pages.caring import caring_words
from rangkul.entry.crisis.tests.test_danger import REPORTED
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import SafeWays
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in

pytestmark = pytest.mark.django_db
SECRET = "abcdefghijklmnopqrstuv"


@pytest.fixture
def reported(cast):
    with asking_as(PUBLIC):
        return actions.report(by=PUBLIC, given=REPORTED).request


def given(**changes):
    return {
        "way": "whatsapp", "reach_at": "+62811", "judgement": "HP-nya sendiri, terkunci", "secret": SECRET,
        "text": f"Halo, https://rangkul.test/kabar/{SECRET}/",
    } | changes  # fmt: skip


@pytest.fixture
def outreach(reported, cast, asking):
    with asking(cast.ayu) as by:
        return actions.prepare_outreach(by=by, request=reported, **given())


def test_the_prepared_words_name_nobody_and_offer_a_line_that_is_open(reported, cast, signed_in):
    text = signed_in(cast.ayu).get(f"/kerja/krisis/{reported.pk}/").content.decode()
    message = re.search(r'<textarea name="pesan-text".*?</textarea>', text, re.DOTALL)[0]
    assert "/kabar/" in message
    assert "Atau telepon sekarang:\n- " in message
    assert "pamit" not in message
    assert "500-454" not in message


def message_on(page: str) -> str:
    return re.search(r'<textarea name="pesan-text".*?</textarea>', page, re.DOTALL)[0]


def test_where_no_line_surely_answers_nothing_asks_to_call_one(reported, cast, signed_in, monkeypatch):
    monkeypatch.setattr(queries, "open_now", lambda **_how: [])
    message = message_on(signed_in(cast.ayu).get(f"/kerja/krisis/{reported.pk}/").content.decode())
    assert "Atau telepon sekarang" not in message
    assert "/kabar/" in message
    assert "IGD terdekat" in message


@pytest.mark.parametrize(
    ("wording", "says"), [("lengkap", "Kalau hari-hari ini"), ("pendek", "Bila bahaya: 119."), ("lewat", "satu kali")]
)
def test_the_worker_chooses_with_which_words_to_begin(reported, cast, signed_in, wording, says):
    page = signed_in(cast.ayu).get(f"/kerja/krisis/{reported.pk}/?teks={wording}").content.decode()
    assert says in message_on(page)
    assert "/kabar/" in message_on(page)


def test_the_short_one_is_at_most_two_sms(reported, cast, rf):
    http = rf.get("/")
    http.user = cast.ayu
    words = caring_words(http, reported, SECRET, "pendek")
    # Two joined SMS of plain letters hold 306.
    assert len(words) <= 306
    assert words.isascii()


def test_the_words_are_those_of_the_person_also_for_a_worker_who_reads_english(reported, cast, signed_in):
    browser = signed_in(cast.ayu)
    browser.cookies["rangkul_language"] = "en"
    page = browser.get(f"/kerja/krisis/{reported.pk}/", headers={"accept-language": "en"}).content.decode()
    assert "pekerja sosial. Saya menulis karena peduli" in message_on(page)


@pytest.mark.parametrize(("way", "warned"), [("through", True), ("sms", False)])
def test_a_link_that_goes_through_another_hand_is_warned_of(reported, cast, signed_in, way, warned):
    sent = {f"pesan-{name}": value for name, value in given(way=way).items()}
    page = signed_in(cast.ayu).post(f"/kerja/krisis/{reported.pk}/pesan/", sent).content.decode()
    assert "Pesan siap dikirim" in page
    assert ("bisa membukanya lebih dulu" in page) == warned


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("judgement", {"judgement": " "}),
        ("reach_at", {"reach_at": ""}),
        ("way", {"way": "fax"}),
        ("text", {"text": "x"}),
    ],
)
def test_without_a_judgement_or_its_link_nothing_is_prepared(reported, cast, asking, field, changes):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.prepare_outreach(by=by, request=reported, **given(**changes))
    assert refused.value.field == field


def test_the_database_too_asks_for_the_judgement(reported, cast, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError), transaction.atomic():
        Outreach.objects.create(
            key=reported.key, request=reported, by=cast.ayu, way="sms", link=b"x", link_ends_at=reported.received_at
        )


def test_a_junior_does_not_write_alone(reported, cast, asking):
    with asking(cast.dimas) as by, pytest.raises(PermissionDenied):
        actions.prepare_outreach(by=by, request=reported, **given())


def test_the_kept_copy_holds_no_key_to_the_conversation(outreach, cast, asking):
    with asking(cast.ayu):
        row = Outreach.objects.select_related("key").get()
        assert SECRET not in row.text
        assert bytes(row.link) != SECRET.encode()


def test_sent_is_what_the_worker_says_once(outreach, reported, cast, signed_in, asking):
    for _press in range(2):
        at = f"/kerja/krisis/{reported.pk}/pesan/{outreach.pk}/terkirim/"
        assert signed_in(cast.ayu).post(at).status_code == 302
    with asking(cast.ayu):
        assert Outreach.objects.get().sent_by_id == cast.ayu.pk


def test_a_scanner_that_looks_changes_nothing(outreach, visitor):
    for _look in range(3):
        assert visitor.get(f"/kabar/{SECRET}/").status_code == 200
    same = visitor.get("/kabar/nothing-of-the-kind/").content.decode()
    assert "Buka percakapan" in same
    with asking_as(job("test")):
        assert Request.objects.count() == 1


def test_one_press_opens_a_conversation_of_their_own(outreach, visitor, reported):
    answer = visitor.post(f"/kabar/{SECRET}/")
    assert "Kami di sini" in answer.content.decode()
    with asking_as(job("test")):
        own = Request.objects.get(via="outreach")
        assert (own.level, Outreach.objects.get().own_id) == ("merah", own.pk)
    assert visitor.get("/tiket/permintaan/").status_code == 200
    # What was reported, and by whom, is not theirs to read; nor is theirs the reporter's.
    with asking_as(Asker("ticket", ticket_id=own.pk)):
        assert not Report.objects.exists()
        assert not Request.objects.filter(pk=reported.pk).exists()
    with asking_as(Asker("ticket", ticket_id=reported.pk)):
        assert not Request.objects.filter(pk=own.pk).exists()


def test_a_used_link_opens_nothing_and_says_how_to_come_back(outreach, visitor, client):
    visitor.post(f"/kabar/{SECRET}/")
    again = client.post(f"/kabar/{SECRET}/")
    assert again.status_code == 410
    assert "Buka tiket saya" in again.content.decode()
    with asking_as(job("test")):
        assert Request.objects.filter(via="outreach").count() == 1


def test_the_page_shows_the_whole_message_once(reported, cast, signed_in):
    browser = signed_in(cast.ayu)
    answer = browser.post(f"/kerja/krisis/{reported.pk}/pesan/", {f"pesan-{k}": v for k, v in given().items()})
    assert SECRET in answer.content.decode()
    assert SECRET not in browser.get(f"/kerja/krisis/{reported.pk}/").content.decode()


def test_a_worker_who_tries_the_link_does_not_use_it_up(outreach, cast, signed_in, visitor):
    answer = signed_in(cast.ayu).post(f"/kabar/{SECRET}/")
    assert answer.status_code == 409
    assert visitor.post(f"/kabar/{SECRET}/").status_code == 200


def test_a_forgotten_contact_stands_on_the_board_after_the_request_has_ended(reported, cast, asking):
    with asking(cast.ayu) as by:
        actions.plan_contact(by=by, request=reported, due_at=now() + timedelta(hours=5), how="telepon")
        intake.decline(by=by, request=reported, reason="not_reached", text="Belum berhasil.", no_conflict=True)
        (row,) = queries.board(by)
        assert (row.request.pk, row.waits) == (reported.pk, False)
        assert row.contact


def asked_by_herself(**ways):
    """Wati said herself how she may be reached."""
    return handed_in(ways=SafeWays(**{"channels": ("whatsapp",), "never_leave_message": False, **ways}))


@pytest.fixture
def monday_noon():
    """The 23rd of November 2026 is a Monday."""
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=WIB), tick=False):
        yield


@pytest.mark.parametrize(
    ("ways", "way", "code", "says"),
    [
        ({}, "sms", "way", "SMS tidak aman"),
        ({}, "social", "way", "media sosial"),
        ({"channels": ("ticket",)}, "whatsapp", "way", "Belum ada cara"),
        ({"days": (2,)}, "whatsapp", "hour", "Hari Senin"),
        ({"from_time": time(19), "to_time": time(21)}, "whatsapp", "hour", "19.00–21.00"),
        ({"never_leave_message": True}, "whatsapp", "message", "jangan meninggalkan pesan"),
    ],
)
def test_what_she_excluded_is_refused_until_a_reason_is_named(cast, asking, monday_noon, ways, way, code, says):
    request = asked_by_herself(**ways)
    with asking(cast.ayu) as by:
        with pytest.raises(Refused, match=says) as refused:
            actions.prepare_outreach(by=by, request=request, **given(way=way, despite=" "))
        assert (refused.value.field, Outreach.objects.count()) == ("despite", 0)
        row = actions.prepare_outreach(by=by, request=request, **given(way=way, despite="Ia minta lewat adiknya"))
        kept = Outreach.objects.select_related("key").get(pk=row.pk)
        event = Event.objects.get(name="outreach.prepared")
        assert "HP-nya sendiri, terkunci" in kept.judgement
        assert says in kept.judgement
        assert "Ia minta lewat adiknya" in kept.judgement
        assert event.payload["against"] == [code]
        assert "adiknya" not in str(event.payload), "what was written stays sealed"


def test_what_she_allowed_needs_no_second_reason(cast, asking, monday_noon):
    with asking(cast.ayu) as by:
        row = actions.prepare_outreach(by=by, request=asked_by_herself(), **given(despite="tidak perlu"))
        assert Outreach.objects.select_related("key").get(pk=row.pk).judgement == given()["judgement"]
        assert "against" not in Event.objects.get(name="outreach.prepared").payload


def test_what_was_written_with_the_person_later_holds_also_for_a_report(reported, cast, asking, monday_noon):
    with asking(cast.ayu) as by:
        person = people.register(by=by, full_name="Wati Contoh")
        people.set_safe_contact(by=by, person=person, channels=["sms"], never_leave_message=False)
    with asking_as(job("test")):
        Request.objects.filter(pk=reported.pk).update(person=person)
    with asking(cast.ayu) as by, pytest.raises(Refused, match="WhatsApp tidak aman"):
        actions.prepare_outreach(by=by, request=Request.objects.get(pk=reported.pk), **given())


def test_how_the_reporter_may_be_reached_says_nothing_about_the_person(cast, asking, signed_in):
    with asking_as(PUBLIC):
        told = replace(REPORTED, ways=SafeWays(channels=("call",), never_leave_message=True))
        request = actions.report(by=PUBLIC, given=told).request
    assert "Belum ada aturan kontak aman" in signed_in(cast.ayu).get(f"/kerja/krisis/{request.pk}/").text
    with asking(cast.ayu) as by:
        assert actions.prepare_outreach(by=by, request=request, **given()).way == "whatsapp"


def test_the_rules_stand_beside_the_form_and_a_refusal_keeps_what_was_written(cast, signed_in, monday_noon):
    request = asked_by_herself(days=(2,), code_word="mangga muda")
    browser = signed_in(cast.ayu)
    page = browser.get(f"/kerja/krisis/{request.pk}/").text
    beside = page[page.index('id="kontak"') :]
    for words in ("Kontak aman", "WhatsApp", "Selasa", "mangga muda", "Mengapa tetap aman?"):
        assert words in beside
    sent = {f"pesan-{name}": value for name, value in given(way="sms").items()}
    answer = browser.post(f"/kerja/krisis/{request.pk}/pesan/", sent)
    assert answer.status_code == 422
    assert "SMS tidak aman bagi orang ini." in answer.text
    assert "HP-nya sendiri, terkunci" in answer.text
    sent["pesan-despite"] = "Nomor baru, hanya ia yang tahu"
    assert "Pesan siap dikirim" in browser.post(f"/kerja/krisis/{request.pk}/pesan/", sent).text
    assert "Nomor baru, hanya ia yang tahu" in browser.get(f"/kerja/krisis/{request.pk}/").text
