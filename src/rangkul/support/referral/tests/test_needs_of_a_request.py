"""What was sought on a request is not lost with it: it goes over to the case, or says what became of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, job
from rangkul.base.models import DataKey, Event
from rangkul.commons.people.models import Person
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import holder
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Case, Escalation, Reminder
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions import Told
from rangkul.support.referral.models import Item, Need, Referral, UnmetNeed
from rangkul.support.referral.states import LATE_NEED_OF_REQUEST, LATE_OF_REQUEST
from rangkul.support.referral.tests.conftest import CHOSEN, RECEIVER, SPOKEN
from rangkul.support.referral.tests.test_from_a_request import ASKED, need, request_, sent  # noqa: F401

NO = Told(by="Bu Contoh")


def row_of(one) -> Referral:
    return Referral.objects.select_related("key", "need__key", "request__key", "case", "consent").get(pk=one.pk)


def said_no(cast, asking, sent, why="full"):  # noqa: F811
    with asking(cast.ayu) as by:
        actions.decline(by=by, referral=row_of(sent), why=why, told=NO)


def accepted(cast, asking, request) -> Case:
    with asking(cast.ayu) as by:
        who = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu, full_name="Melati"
        )
        intake.link_person(by=by, request=request, person=who)
        return intake.accept(by=by, request=request, text="Silakan datang.", no_conflict=True)


def test_it_goes_over_to_the_case_with_all_that_was_sent(cast, need, sent, request_, asking):  # noqa: F811
    case = accepted(cast, asking, request_)
    with asking(cast.ayu) as by:
        row = row_of(sent)
        assert (row.case_id, row.request_id, row.state) == (case.pk, None, "sent")
        assert row.asked == ASKED
        assert Item.objects.select_related("key").filter(referral=row).count() == 2
        (there,) = queries.needs_of(case)
        assert (there.pk, there.words) == (need.pk, "Tiga hari tidak makan.")
        assert Reminder.objects.get(matter=row.pk).due == clock.local(row.due_at, case.region_code).date()
        assert Event.objects.filter(name="need.gone_over", subject_id=case.pk).count() == 1
        actions.tell(by=by, referral=row, words="Ya, dua anak.")
    with asking(Asker("ticket", ticket_id=sent.door)) as by:
        actions.accept(by=by, referral=queries.of_door(by), told=Told())
    with asking(holder(request_)):
        assert [one.pk for one in queries.of_client(case, request_)] == [sent.pk]


def test_the_team_finds_it_in_the_case(cast, need, sent, request_, asking, signed_in):  # noqa: F811
    case = accepted(cast, asking, request_)
    browser = signed_in(cast.ayu)
    here = f"/kerja/rujukan/kasus/{case.pk}/"
    assert RECEIVER.name in browser.get(here).text
    assert browser.get(f"{here}{sent.pk}/").status_code == 200
    assert browser.get(f"{here}kebutuhan/{need.pk}/").status_code == 200
    assert signed_in(cast.budi).get(here).status_code == 404


def test_nobody_moves_it_to_another_case(cast, sent, case, asking):  # noqa: F811
    with asking(cast.ayu), pytest.raises(DatabaseError, match="never rewritten"), transaction.atomic():
        Referral.objects.filter(pk=sent.pk).update(case=case, request=None)


@pytest.mark.parametrize("verb", ["decline", "confirm_handover"])
def test_a_request_does_not_end_over_it(cast, need, request_, asking, verb):  # noqa: F811
    more = {"reason": "other", "no_conflict": True} if verb == "decline" else {}
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            getattr(intake, verb)(by=by, request=request_, text="Maaf.", **more)
        assert refused.value.code == "not_yet"
        actions.leave_unmet(by=by, need=need, why="none")
        getattr(intake, verb)(by=by, request=Request.objects.get(pk=request_.pk), text="Maaf.", **more)


def test_a_no_does_not_end_it_while_somebody_is_asked(cast, need, sent, request_, asking):  # noqa: F811
    with asking(cast.ayu) as by, pytest.raises(Refused, match="Masih ada rujukan"):
        intake.decline(by=by, request=request_, reason="other", text="Maaf.", no_conflict=True)


def test_the_page_of_the_decision_asks_and_keeps_it(cast, need, request_, signed_in, asking):  # noqa: F811
    browser = signed_in(cast.ayu)
    address = f"/kerja/antrean/{request_.pk}/putuskan/tolak/"
    name = f"end_{need.pk.hex}"
    page = browser.get(address)
    assert f'name="{name}"' in page.text
    assert 'name="lacking"' not in page.text
    assert f'name="{name}"' not in browser.get(f"/kerja/antrean/{request_.pk}/putuskan/terima/").text
    words = {"no_conflict": "on", "reason": "no_resource", "text": "Maaf.", name: ""}
    assert browser.post(address, words).status_code == 422
    assert browser.post(address, {**words, name: "drop-other"}).status_code == 422
    assert browser.post(address, {**words, name: "unmet-far"}).status_code == 302
    with asking(cast.ayu):
        assert Need.objects.get().state == "unmet"
        assert UnmetNeed.objects.get().why == "far"
        assert Request.objects.get(pk=request_.pk).state == "declined"


def test_where_the_resource_is_missing_the_register_learns_which(cast, request_, signed_in, asking):  # noqa: F811
    browser = signed_in(cast.ayu)
    address = f"/kerja/antrean/{request_.pk}/putuskan/tolak/"
    assert 'name="lacking"' in browser.get(address).text
    words = {"no_conflict": "on", "reason": "no_resource", "text": "Maaf.", "lacking": "food"}
    nothing = browser.post(address, {**words, "lacking": "", "text": "Belum ada tempatnya."})
    assert (nothing.status_code, "Belum ada tempatnya." in nothing.text) == (422, True)
    assert "Pilih bantuan apa yang kurang" in nothing.text
    assert browser.post(address, words).status_code == 302
    with asking(cast.ayu):
        assert (UnmetNeed.objects.get().kind, UnmetNeed.objects.get().why) == ("food", "none")


def test_the_client_takes_the_request_back(cast, need, sent, request_, asking):  # noqa: F811
    with asking(holder(request_)) as by:
        for _ in range(2):
            intake.withdraw(by=by, request=Request.objects.get(pk=request_.pk))
    with asking(cast.ayu):
        row = row_of(sent)
        assert (row.state, row.waits_for_stop) == ("cancelled", True)
        found = Need.objects.get(pk=need.pk)
        assert (found.state, found.dropped_as, found.settled_by) == ("dropped", "client", None)
        assert not UnmetNeed.objects.exists()
        assert Event.objects.filter(name="need.dropped").count() == 1


def test_what_the_client_gave_up_hope_of_is_kept_by_the_house(cast, need, sent, request_, asking):  # noqa: F811
    said_no(cast, asking, sent, "area")
    with asking(holder(request_)) as by:
        intake.withdraw(by=by, request=Request.objects.get(pk=request_.pk))
    with asking(cast.ayu):
        assert Need.objects.get(pk=need.pk).state == "dropped"
        assert UnmetNeed.objects.get().why == "far"


def test_what_nobody_could_give_is_no_other_reason(cast, need, sent, request_, asking):  # noqa: F811
    said_no(cast, asking, sent, "area")
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            actions.drop_need(by=by, need=need, why="other", because="Sudah cukup")
        assert refused.value.code == "unmet"
        actions.drop_need(by=by, need=need, why="client", because="Tidak mau menunggu lagi")
        assert (UnmetNeed.objects.get().why, UnmetNeed.objects.get().met_at) == ("far", None)
        actions.reopen_need(by=by, need=need)
        actions.drop_need(by=by, need=need, why="solved", because="Tetangga membantu")
        assert UnmetNeed.objects.get().met_at is not None


def test_a_reason_is_a_code_with_words(cast, need, asking):  # noqa: F811
    with asking(cast.ayu) as by:
        for why, because, field in (("", "Sudah", "why"), ("solved", " ", "because")):
            with pytest.raises(Refused) as refused:
                actions.drop_need(by=by, need=need, why=why, because=because)
            assert refused.value.field == field


@pytest.mark.parametrize("how", ["no", "past its day", "closed meanwhile"])
def test_nobody_is_asked_any_more_and_it_climbs(cast, need, sent, request_, asking, how):  # noqa: F811
    ended = clock.now()
    if how == "past its day":
        ended = sent.valid_to + timedelta(minutes=20)
        with asking(job("referral.expire")), clock.pretending(ended):
            actions.expire(by=job("referral.expire"), referral=sent)
    else:
        if how == "closed meanwhile":
            with asking(cast.ayu) as by:
                intake.confirm_handover(by=by, request=request_, text="Mereka yang membantu.")
        said_no(cast, asking, sent)
    with asking(job("cases.clock")):
        told = Escalation.objects.filter(kind=LATE_NEED_OF_REQUEST, matter=need.pk)
        with clock.pretending(ended + timedelta(hours=20)):
            move_clocks()
            assert not told.exists()
        with clock.pretending(ended + timedelta(hours=25)):
            move_clocks()
            move_clocks()
        assert [one.told_id for one in told] == [cast.sari.pk]
        assert not Escalation.objects.filter(kind=LATE_OF_REQUEST).exists()


def test_somebody_is_asked_again_and_it_rests(cast, need, sent, asking):  # noqa: F811
    said_no(cast, asking, sent)
    with asking(cast.ayu) as by:
        again = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, name="Dinas Contoh"))
        actions.choose_data(by=by, referral=again, asked=ASKED, chosen={"kind": CHOSEN["kind"]})
        actions.send(by=by, referral=row_of(again), leave=SPOKEN)
    with asking(job("cases.clock")), clock.pretending(clock.now() + timedelta(hours=30)):
        move_clocks()
        assert not Escalation.objects.filter(kind=LATE_NEED_OF_REQUEST).exists()
