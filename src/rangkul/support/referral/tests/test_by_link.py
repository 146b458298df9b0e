"""The receiver comes by a link and a code, sees what was sent and nothing else, and nothing the moment it ends."""

import io
from datetime import timedelta

import pytest
from django.db.models import F
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.commons.people.models import Person
from rangkul.commons.trust.actions import confirm_stopped, withdraw_consent
from rangkul.commons.trust.models import AccessGrant, RightsRequest
from rangkul.commons.trust.queries import readings_of
from rangkul.entry.intake.actions import TooOften
from rangkul.journey.cases.models import Case, Note, Reminder
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions import Told
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.models import Item, Need, Referral, Step
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, fresh


def wrong(pin: str) -> str:
    return "000000" if pin != "000000" else "111111"


@pytest.fixture
def browser(visitor, sent):
    """The receiver's, through the door."""
    visitor.post(f"/rujukan/{sent.code}/", {"pin": DOOR.pin_of(sent.door)})
    return visitor


def test_the_receiver_reads_what_was_sent_and_nothing_else(receiver, asking):
    with asking(receiver):
        assert Referral.objects.select_related("key").get().asked == ASKED
        assert set(Item.objects.values_list("name", flat=True)) == set(CHOSEN)
        for model in (Case, Need, Note, Person):
            assert not model.objects.exists()


def test_a_referral_of_somebody_else_is_not_there(sent, asking):
    with asking(Asker("ticket", ticket_id=sent.pk)):
        assert not Referral.objects.exists()


def test_link_and_code_open_the_door(sent, asking):
    pin = DOOR.pin_of(sent.door)
    with asking():
        assert DOOR.open(sent.code.lower(), pin, "10.0.0.1") == sent.door
        assert DOOR.open(sent.code, wrong(pin), "10.0.0.1") is None
        assert DOOR.open(DOOR.new_code(), pin, "10.0.0.1") is None


def test_nobody_tries_all_codes(sent, asking):
    with asking():
        for _ in range(6):
            DOOR.open(sent.code, "12", "10.0.0.2")
        with pytest.raises(TooOften):
            DOOR.open(sent.code, DOOR.pin_of(sent.door), "10.0.0.2")


def test_a_mail_scanner_changes_nothing(visitor, cast, sent, asking):
    for _ in range(3):
        assert visitor.get(f"/rujukan/{sent.code}/").status_code == 200
        assert visitor.get("/rujukan/").status_code == 404
    with asking(cast.ayu):
        assert fresh(sent).seen_at is None


@pytest.mark.parametrize("address", ["terima/", "tolak/", "hasil/", "mulai/", "tanya/", "berkas/", "henti/", "keluar/"])
def test_answers_are_no_gets(browser, address):
    assert browser.get(f"/rujukan/{address}").status_code == 405


def test_a_wrong_code_and_a_link_that_never_was_read_the_same(visitor, sent):
    pages = [
        visitor.post(f"/rujukan/{code}/", {"pin": wrong(DOOR.pin_of(sent.door))}) for code in (sent.code, "ZZZZZZZZ")
    ]
    assert {page.status_code for page in pages} == {422}
    assert "tidak cocok" in pages[0].content.decode()
    assert "tidak cocok" in pages[1].content.decode()


def test_it_answers_in_two_presses(browser, cast, sent, asking):
    page = browser.get("/rujukan/")
    assert ASKED in page.content.decode()
    assert "Suami" not in page.content.decode()
    assert browser.post("/rujukan/terima/", once(page)).status_code == 302
    with asking(cast.ayu):
        row = fresh(sent)
        assert (row.state, row.seen_at is not None) == ("accepted", True)
        assert Event.objects.get(name="referral.accepted").subject_id == sent.case_id


def once(page) -> dict:
    return {"once": page.content.decode().split('name="once" value="')[1].split('"')[0]}


def test_the_same_press_twice_is_one_answer(browser, cast, sent, asking):
    words = once(browser.get("/rujukan/"))
    for _ in range(2):
        browser.post("/rujukan/terima/", words)
    with asking(cast.ayu):
        assert Event.objects.filter(name="referral.accepted").count() == 1
        assert Step.objects.filter(referral=sent, verb="accept").count() == 1


def test_a_no_closes_the_page(browser, cast, sent, asking):
    page = browser.post("/rujukan/tolak/", {**once(browser.get("/rujukan/")), "why": "full"})
    assert "Terima kasih" in page.content.decode()
    assert browser.get("/rujukan/").status_code == 404
    with asking(cast.ayu):
        assert (fresh(sent).state, fresh(sent).refusal) == ("declined", "full")


def test_a_question_stands_first_until_it_is_answered(browser, cast, sent, asking, signed_in):
    """Also with whoever has said yes already; the day on which it is due is this one."""
    for address, words in (("tanya/", {"words": "Apakah anaknya sekolah?"}), ("terima/", {})):
        page = browser.post(f"/rujukan/{address}", {**once(browser.get("/rujukan/")), **words}, follow=True)
        assert "sudah sampai" in page.content.decode()
    with asking(cast.ayu) as by:
        board = queries.board(by)
        assert ([one.pk for one in board.asking], board.waiting, board.helping) == ([sent.pk], [], [])
        due = Reminder.objects.filter(matter=sent.pk)
        assert due.get().due == clock.local(fresh(sent).question_at, "32").date()
    work = signed_in(cast.ayu).get(reverse("referrals:referral", args=[sent.case_id, sent.pk])).content.decode()
    assert "Penerima menunggu jawaban" in work
    assert "“Apakah anaknya sekolah?”" in work
    with asking(cast.ayu) as by:
        actions.tell(by=by, referral=fresh(sent), words="Ya, dua-duanya.")
        board = queries.board(by)
        assert (board.asking, [one.pk for one in board.helping]) == ([], [sent.pk])
        assert due.get().due == clock.local(fresh(sent).due_at, "32").date()
    assert "Ya, dua-duanya." in browser.get("/rujukan/").content.decode()


def test_a_letter_is_sealed_and_looked_at(browser, cast, sent, asking):
    def hand_in(content: bytes, name: str):
        file = io.BytesIO(content)
        file.name = name
        return browser.post("/rujukan/berkas/", {**once(browser.get("/rujukan/")), "file": file})

    assert hand_in(b"Kami sudah menerima ibu ini.", "surat.txt").status_code == 302
    assert hand_in(b"MZ\x00\x01", "surat.pdf").status_code == 422
    with asking(cast.ayu):
        row = fresh(sent)
        assert [one.name for one in queries.files(row)] == ["surat.txt"]


def test_the_reading_stands_in_the_clients_list(browser, cast, sent, asking):
    browser.get("/rujukan/")
    with asking(cast.ayu):
        read = readings_of(("case", sent.case_id))
    assert read[0].by == "Penerima rujukan: Rumah Aman Contoh"
    assert read[0].because == "rujukan"


def withdrawn(cast, sent, asking):
    with asking(cast.ayu) as by:
        return withdraw_consent(by=by, consent=sent.consent)


def test_with_the_consent_everything_ends_in_one_moment(cast, sent, receiver, asking):
    with asking(receiver) as by:
        actions.see(by=by, referral=queries.of_door(by))
    withdrawn(cast, sent, asking)
    with asking(receiver):
        assert not Referral.objects.exists()
        assert not Item.objects.exists()
        assert not Step.objects.exists()
    with asking(cast.ayu):
        row = fresh(sent)
        assert row.state == "cancelled"
        assert row.stop_due_at - row.ended_at <= timedelta(hours=72)
        assert Reminder.objects.get(matter=row.door).due == clock.local(row.ended_at, "32").date()
        assert RightsRequest.objects.get(right="withdrawal").consent_id == sent.consent_id


def test_the_withdrawn_page_says_that_and_nothing_else(browser, cast, sent, asking):
    withdrawn(cast, sent, asking)
    page = browser.get("/rujukan/")
    words = page.content.decode()
    assert page.status_code == 404
    assert "Rujukan ini ditarik" in words
    assert ASKED not in words
    assert "Wati" not in words
    done = browser.post("/rujukan/henti/", {})
    assert "Terima kasih" in done.content.decode()
    browser.post("/rujukan/henti/", {})
    with asking(cast.ayu):
        row = fresh(sent)
        assert row.stopped_at is not None
        assert Reminder.objects.get(matter=row.door).due is None
        assert Event.objects.filter(name="referral.stop_confirmed").count() == 1
    with asking(cast.sari) as by:
        confirm_stopped(by=by, consent=sent.consent)


def test_a_stranger_confirms_no_stop(visitor, cast, sent, asking):
    withdrawn(cast, sent, asking)
    assert visitor.post("/rujukan/henti/", {}).status_code == 404
    with asking(cast.ayu):
        assert fresh(sent).stopped_at is None


def test_the_way_in_ends_with_its_day(sent, receiver, cast, asking):
    with asking(cast.ayu):
        AccessGrant.objects.filter(grantee_id=sent.door).update(valid_to=F("valid_from"))
    with asking(receiver):
        assert not Referral.objects.exists()


def test_a_new_link_closes_the_old_one(browser, cast, sent, asking):
    with asking(cast.ayu) as by:
        actions.renew_link(by=by, referral=fresh(sent))
        row = fresh(sent)
    assert browser.get("/rujukan/").status_code == 404
    with asking():
        assert DOOR.open(sent.code, DOOR.pin_of(sent.door), "10.0.0.9") is None
        assert DOOR.open(row.code, DOOR.pin_of(row.door), "10.0.0.9") == row.door


def test_after_the_outcome_the_receiver_sees_nothing(cast, sent, receiver, asking):
    with asking(receiver) as by:
        actions.accept(by=by, referral=fresh_for(by), told=Told())
        actions.complete(by=by, referral=fresh_for(by), outcome="helped", told=Told(words="Sudah tinggal di sini."))
    with asking(receiver):
        assert not Referral.objects.exists()
    with asking(cast.ayu):
        assert fresh(sent).outcome == "helped"


def fresh_for(by) -> Referral:
    return queries.of_door(by)


def test_who_answers_late_is_still_waited_for(browser, sent, asking, cast):
    assert "Kami menunggu jawaban Anda sampai" in browser.get("/rujukan/").content.decode()
    with asking(cast.ayu):
        Referral.objects.filter(pk=sent.pk).update(due_at=clock.now() - timedelta(hours=1))
    late = browser.get("/rujukan/").content.decode()
    assert "Jawaban Anda masih kami tunggu." in late
    assert "Kami menunggu jawaban Anda sampai" not in late
