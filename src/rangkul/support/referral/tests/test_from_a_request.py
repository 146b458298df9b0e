"""Whoever only needs another helper is referred from the request, or from the chat that hangs on it, without a case."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, job
from rangkul.base.models import Event
from rangkul.commons.trust.actions import withdraw_consent
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in, holder
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Case, Escalation
from rangkul.support.referral import actions, dataset, late, queries
from rangkul.support.referral.actions import locking
from rangkul.support.referral.behind import RequestFile
from rangkul.support.referral.models import Item, Need, Referral
from rangkul.support.referral.paper import letter
from rangkul.support.referral.states import LATE_OF_REQUEST
from rangkul.support.referral.tests.conftest import RECEIVER, SPOKEN

ASKED = "Bahan makanan untuk satu keluarga."


@pytest.fixture
def request_(cast, asking):
    row = handed_in(HUNGRY)
    with asking(cast.ayu) as by:
        found = Request.objects.get(pk=row.pk)
        return intake.refer(
            by=by, request=found, partner="Bank Pangan Contoh", text="Kami tanyakan untuk Anda.", no_conflict=True
        )


def whole(pk) -> Request:
    return Request.objects.select_related("key", "person").get(pk=pk)


@pytest.fixture
def need(cast, request_, asking):
    with asking(cast.ayu) as by:
        return actions.note_need(by=by, request=whole(request_.pk), kind="food", words="Tiga hari tidak makan.")


@pytest.fixture
def sent(cast, need, asking):
    with asking(cast.ayu) as by:
        row = actions.prepare(by=by, need=need, receiver=RECEIVER)
        pieces = {"kind": "Supaya tahu apa yang dicari", "contact": "Supaya aman"}
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=pieces)
        return actions.send(by=by, referral=Referral.objects.get(pk=row.pk), leave=SPOKEN)


def test_it_goes_without_a_case(cast, sent, request_, asking):
    with asking(cast.ayu):
        row = Referral.objects.select_related("consent").get(pk=sent.pk)
        assert (row.case_id, row.request_id, row.state) == (None, request_.pk, "sent")
        assert (row.consent.subject_kind, row.consent.subject_id) == ("request", request_.pk)
        assert not Case.objects.exists()
        assert set(Item.objects.values_list("name", flat=True)) == {"kind", "contact"}


def test_a_need_stands_in_one_file(cast, case, need, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError, match="referral_need_of_one_file"), transaction.atomic():
        Need.objects.filter(pk=need.pk).update(case=case)


def test_another_agency_sees_nothing_and_may_do_nothing(cast, request_, need, sent, asking):
    with asking(cast.budi) as by:
        assert not Need.objects.exists()
        assert not Referral.objects.exists()
        with pytest.raises(Http404):
            actions.note_need(by=by, request=request_, kind="food")
    with asking(cast.adi) as by, pytest.raises(PermissionDenied):
        actions.note_need(by=by, request=request_, kind="food")


def test_what_is_not_known_of_the_asker_is_not_offered(cast, need, request_, asking):
    with asking(cast.ayu):
        there = {one.name for one in dataset.offered(RequestFile(whole(request_.pk)), need)}
    assert "kind" in there
    assert "around" not in there


def test_the_receiver_answers_as_ever(sent, asking):
    with asking(Asker("ticket", ticket_id=sent.door)) as by:
        row = queries.of_door(by)
        actions.see(by=by, referral=row)
        actions.accept(by=by, referral=row, told=actions.Told(words="Datang besok"))
        assert queries.of_door(by).state == "accepted"


def test_the_asker_follows_it_by_ticket_and_takes_it_back(sent, request_, asking):
    with asking(holder(request_)) as by:
        (row,) = queries.of_client(None, request_)
        withdraw_consent(by=by, consent=row.consent)
    with asking(Asker("ticket", ticket_id=sent.door)) as by:
        assert queries.of_door(by) is None
        assert queries.withdrawn_of(by).pk == sent.pk


def test_late_it_climbs_above_whoever_sent_it(cast, sent, asking):
    with asking(job("cases.clock")):
        Referral.objects.filter(pk=sent.pk).update(due_at=clock.now() - timedelta(hours=1))
        move_clocks()
        told = Escalation.objects.filter(kind=LATE_OF_REQUEST, matter=sent.pk)
        assert [one.told_id for one in told] == [cast.sari.pk]
        move_clocks()
        assert told.count() == 1


def test_words_by_hand_do_not_give_away_the_number(cast, need, request_, asking):
    with asking(cast.ayu) as by:
        contact = RequestFile(whole(request_.pk)).contact
        assert contact is not None
        contact.phone = "+6281234567890"
        contact.save()
        row = actions.prepare(by=by, need=need, receiver=RECEIVER)
        with pytest.raises(Refused) as refused:
            actions.choose_data(by=by, referral=row, asked="Hubungi 0812 3456 7890", chosen={"kind": "Perlu"})
        assert refused.value.code == "secret"


def test_a_request_that_ended_sends_nothing_new(cast, need, sent, request_, asking):
    with asking(cast.ayu) as by:
        intake.confirm_handover(by=by, request=request_, text="Mereka yang membantu.")
        with pytest.raises(Refused) as refused:
            actions.prepare(by=by, need=need, receiver=RECEIVER)
        assert refused.value.code == "closed"


def test_the_pages_from_the_request_to_the_link(cast, request_, signed_in):
    ayu = signed_in(cast.ayu)
    assert reverse("referrals:of_case", args=[request_.pk]) in ayu.get(f"/kerja/antrean/{request_.pk}/").text
    page = ayu.get(f"/kerja/rujukan/kasus/{request_.pk}/")
    assert page.status_code == 200
    noted = ayu.post(page.request["PATH_INFO"], {"kind": "food"})
    assert noted.status_code == 302
    need = ayu.get(noted["Location"])
    assert "Tulis penerima sendiri" in need.text
    receiver = {"name": "Bank Pangan", "contact": "a@contoh.example", "link_by": "email", "code_by": "phone"}
    draft = ayu.post(f"{noted['Location']}siapkan/", receiver)["Location"]
    ayu.post(f"{draft}data/", {"asked": ASKED, "go_kind": "on", "why_kind": "Perlu"})
    assert ayu.get(draft).status_code == 200
    ayu.post(
        f"{draft}kirim/", {"ground": "consent", "mode": "spoken", "witness": "Ibu RT", "words": "", "last_day": ""}
    )
    assert "/rujukan/" in ayu.get(draft).text
    assert ayu.get("/kerja/rujukan/").text.count("Bank Pangan")
    assert signed_in(cast.budi).get(draft).status_code == 404


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_it_goes_on_paper_too(cast, sent, request_, signed_in, asking, form):
    ayu, here = signed_in(cast.ayu), f"/kerja/rujukan/kasus/{request_.pk}/{sent.pk}/"
    assert f"{here}surat.{form}" in ayu.get(here).text
    answer = ayu.get(f"{here}surat.{form}")
    assert answer.content[:4] == {"pdf": b"%PDF", "docx": b"PK\x03\x04"}[form]
    assert f"Surat%20rujukan%20{sent.code}" in answer.headers["Content-Disposition"].replace(" ", "%20")
    with asking(cast.ayu):
        event = Event.objects.get(name="referral.printed")
        assert (event.subject_kind, event.subject_id) == ("request", request_.pk)
    assert ayu.post(f"{here}surat.{form}").status_code == 405
    assert signed_in(cast.budi).get(f"{here}surat.{form}").status_code == 404


def test_the_letter_says_what_was_chosen_and_nothing_else(cast, sent, asking):
    with asking(cast.ayu):
        row = queries.get(RequestFile(whole(sent.request_id)), sent.pk)
        said = str(letter(row, queries.items(row), "https://contoh.example/rujukan/X/").values())
        assert RequestFile(whole(sent.request_id)).request.narrative not in said
    for told in (ASKED, "Bantuan yang dibutuhkan", "Data ini dikirim dengan dasar: Klien setuju.", row.receiver):
        assert told in said
    assert "Tiga hari tidak makan" not in said
    assert "contoh.example/rujukan" not in said, "the link stands on paper only where it goes on paper"


def test_what_was_taken_back_is_printed_no_more(cast, sent, request_, signed_in, asking):
    with asking(cast.ayu) as by:
        actions.cancel(by=by, referral=sent, because="Pemohon ragu")
    ayu, here = signed_in(cast.ayu), f"/kerja/rujukan/kasus/{request_.pk}/{sent.pk}/"
    assert ayu.get(f"{here}surat.pdf").status_code == 404
    assert "surat.pdf" not in ayu.get(here).text


def test_a_case_has_its_letters_as_documents(cast, case, signed_in):
    assert signed_in(cast.ayu).get(f"/kerja/rujukan/kasus/{case.pk}/{case.pk}/surat.pdf").status_code == 404


def test_referred_on_and_not_asked_there_it_climbs(cast, sent, asking):
    with asking(Asker("ticket", ticket_id=sent.door)) as by:
        row = queries.of_door(by)
        actions.pass_on(by=by, referral=row, onward_to="Dapur Contoh", told=actions.Told())
    with asking(job("cases.clock")):
        move_clocks()
        told = Escalation.objects.filter(kind=LATE_OF_REQUEST, matter=sent.pk)
        assert not told.exists()
        Referral.objects.filter(pk=sent.pk).update(due_at=clock.now() - timedelta(hours=1))
        move_clocks()
        assert told.count() == 1


def test_a_locked_door_of_a_request_climbs_after_a_day(cast, sent, asking):
    with asking(job("cases.clock")):
        locking.lock_door(by=locking.HOUSE, referral=sent)
        told = Escalation.objects.filter(kind=LATE_OF_REQUEST, matter=sent.pk)
        move_clocks()
        assert not told.exists()
        with clock.pretending(clock.now() + timedelta(hours=25)):
            move_clocks()
        assert [one.told_id for one in told] == [cast.sari.pk]


def test_a_door_locked_an_hour_ago_hides_no_question_of_three_days(cast, sent, asking):
    now = clock.now()
    with asking(job("cases.clock")):
        rows = Referral.objects.filter(pk=sent.pk)
        rows.update(question_at=now - timedelta(days=3), locked_at=now - timedelta(hours=1))
        assert _found(now) == now - timedelta(days=2)
        rows.update(question_at=now - timedelta(days=2), locked_at=now - timedelta(days=4))
        assert _found(now) == now - timedelta(days=3)


def _found(now):
    (matter,) = late.find(now, lambda rows: rows)
    return matter.due_at


def test_a_call_is_promised_and_climbs_until_it_is_made(cast, sent, request_, asking, signed_in):
    here = f"/kerja/rujukan/kasus/{request_.pk}/{sent.pk}/"
    ayu = signed_in(cast.ayu)
    assert ayu.get(f"{here}telepon/").status_code == 405
    assert ayu.post(f"{here}telepon/", {"due": days.today("32").isoformat()}).status_code == 302
    assert "Sudah saya telepon" in ayu.get(here).text
    assert "Serah terima lewat telepon" in ayu.get("/kerja/rujukan/").text
    told = Escalation.objects.filter(kind=LATE_OF_REQUEST, matter=sent.pk)
    with asking(job("cases.clock")):
        Referral.objects.filter(pk=sent.pk).update(due_at=clock.now() + timedelta(days=20))
        for after, n in ((2, 0), (5, 1)):
            with clock.pretending(clock.now() + timedelta(days=after)):
                move_clocks()
                assert told.count() == n
    for _ in range(2):
        assert ayu.post(f"{here}sudah-telepon/", {}).status_code == 302
    with asking(cast.ayu):
        assert Event.objects.filter(name="referral.called").count() == 1
        assert Referral.objects.get(pk=sent.pk).call_on is None
    assert signed_in(cast.budi).post(f"{here}telepon/", {"due": days.today("32").isoformat()}).status_code == 404
