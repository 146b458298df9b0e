"""Whatever was sent can be taken back, however it ended: whoever read it stops, and one confirmation settles the stop
here and the wish at the data officer's desk."""

from datetime import datetime, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import job
from rangkul.base.models import Event
from rangkul.commons.trust.actions import confirm_stopped, withdraw_consent
from rangkul.commons.trust.models import Consent, RightsRequest
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Case, Escalation, Reminder
from rangkul.support.referral import actions, jobs, queries
from rangkul.support.referral.actions import Told
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.models import Step
from rangkul.support.referral.states import LATE_STOP
from rangkul.support.referral.tests.conftest import ASKED, fresh

YES = Told(words="Silakan datang", by="Bu Contoh")


def completed(by, sent):
    actions.accept(by=by, referral=sent, told=YES)
    actions.complete(by=by, referral=sent, outcome="helped", told=YES)


def declined(by, sent):
    actions.decline(by=by, referral=sent, why="full", told=YES)


def passed_on(by, sent):
    actions.pass_on(by=by, referral=sent, onward_to="Panti Contoh", told=YES)


ENDS = [completed, declined, passed_on]


@pytest.fixture(params=ENDS)
def ended(request, cast, sent, receiver, asking):
    with asking(receiver) as by:
        actions.see(by=by, referral=queries.of_door(by))
    with asking(cast.ayu) as by:
        request.param(by, sent)
        return fresh(sent)


def take_back(cast, row, asking):
    with asking(cast.ayu) as by:
        withdraw_consent(by=by, consent=row.consent)
        return fresh(row)


def test_it_stays_as_it_ended_and_has_its_stop(cast, ended, asking):
    row = take_back(cast, ended, asking)
    assert row.state == ended.state
    assert timedelta(0) < row.stop_due_at - clock.now() <= timedelta(hours=72)
    with asking(cast.ayu) as by:
        assert Step.objects.get(referral=row, verb="withdraw").hand == "house"
        assert Event.objects.filter(name="referral.stop_asked").count() == 1
        assert [one.pk for one in queries.board(by).stopping] == [row.pk]


def test_while_it_lives_it_ends_and_its_history_says_by_whose_wish(cast, sent, asking, signed_in):
    row = take_back(cast, sent, asking)
    assert row.state == "cancelled"
    page = signed_in(cast.ayu).get(reverse("referrals:referral", args=[row.case_id, row.pk])).text
    assert "Karena persetujuannya dicabut" in page
    assert "Sistem" not in page


def test_past_its_last_day_too(cast, sent, asking):
    with asking(job("referral.expire")), clock.pretending(sent.valid_to + timedelta(minutes=1)):
        jobs.expire_referrals()
    assert take_back(cast, sent, asking).waits_for_stop


def test_the_receiver_finds_the_stop_behind_their_link_and_settles_the_wish(cast, ended, visitor, asking):
    row = take_back(cast, ended, asking)
    visitor.post(f"/rujukan/{row.code}/", {"pin": DOOR.pin_of(row.door)})
    page = visitor.get("/rujukan/").text
    assert "Rujukan ini ditarik" in page
    assert ASKED not in page
    assert "Terima kasih" in visitor.post("/rujukan/henti/", {}).text
    visitor.post("/rujukan/henti/", {})
    with asking(cast.ayu):
        assert fresh(row).stopped_at is not None
        consent = Consent.objects.get(pk=row.consent_id)
        assert (consent.stopped_at is not None, consent.stopped_by) == (True, None)
        assert RightsRequest.objects.get(consent=row.consent_id).state == "done"
    with asking(cast.sari):
        for name in ("referral.stop_confirmed", "consent.stop_confirmed"):
            assert Event.objects.filter(name=name).count() == 1


def test_the_desk_settles_the_stop(cast, ended, asking):
    row = take_back(cast, ended, asking)
    with asking(cast.sari) as by:
        for _ in range(2):
            confirm_stopped(by=by, consent=Consent.objects.get(pk=row.consent_id))
        assert Event.objects.filter(name="referral.stop_confirmed").count() == 1
    with asking(cast.ayu):
        assert fresh(row).stopped_at is not None
        assert RightsRequest.objects.get(consent=row.consent_id).state == "done"
        assert Step.objects.get(referral=row, verb="stopped").hand == "house"


def test_a_worker_who_was_told_settles_the_wish(cast, sent, asking):
    row = take_back(cast, sent, asking)
    with asking(cast.ayu) as by:
        actions.confirm_stop(by=by, referral=row, told_by="Bu Contoh")
    with asking(cast.ayu):
        assert RightsRequest.objects.get(consent=row.consent_id).state == "done"


def test_what_had_stopped_before_is_no_second_clock(cast, sent, asking):
    with asking(cast.ayu) as by:
        actions.cancel(by=by, referral=sent, because="Salah alamat")
        actions.confirm_stop(by=by, referral=fresh(sent), told_by="Bu Contoh")
    row = take_back(cast, sent, asking)
    assert not row.waits_for_stop
    with asking(cast.ayu):
        assert RightsRequest.objects.get(consent=row.consent_id).state == "done"


@pytest.mark.parametrize("case_state", ["open", "closed"])
def test_nobody_confirms_and_it_climbs_also_after_the_case(cast, ended, asking, case_state):
    row = take_back(cast, ended, asking)
    with asking(job("cases.clock")):
        if case_state == "closed":
            Case.objects.filter(pk=row.case_id).update(state="closed", closed_at=clock.now())
        with clock.pretending(row.stop_due_at - timedelta(days=1) + timedelta(minutes=1)):
            move_clocks()
            move_clocks()
    with asking(cast.sari):
        assert [one.told_id for one in Escalation.objects.filter(kind=LATE_STOP)] == [cast.sari.pk]
    with asking(cast.ayu) as by:
        actions.confirm_stop(by=by, referral=row, told_by="Bu Contoh")
    with asking(cast.sari):
        assert Escalation.objects.get(kind=LATE_STOP).settled_at is not None


@pytest.mark.parametrize("region", ["32.73.01", "91.71.01"])
@pytest.mark.parametrize("hour", [time(0, 30), time(23, 50)])
def test_it_stands_on_the_day_at_once_and_climbs_while_a_day_of_the_term_is_left(cast, sent, asking, region, hour):
    asked = datetime.combine(clock.local(clock.now(), region).date() + timedelta(days=1), hour, clock.zone(region))
    with asking(cast.ayu) as by:
        Case.objects.filter(pk=sent.case_id).update(region_code=region)
        with clock.pretending(asked):
            actions.cancel(by=by, referral=sent, because="Klien ragu")
        assert Reminder.objects.get(kind=LATE_STOP).due == asked.date()
    for moment, told in ((asked + timedelta(hours=12), 0), (asked + timedelta(hours=48), 1)):
        with asking(job("cases.clock")), clock.pretending(moment):
            move_clocks()
        with asking(cast.sari):
            assert Escalation.objects.filter(kind=LATE_STOP).count() == told


def test_only_the_house_asks_for_it(cast, ended, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.ask_stop(by=by, referral=ended)


def test_the_page_shows_the_link_again(cast, ended, signed_in, asking):
    here = f"/kerja/rujukan/kasus/{ended.case_id}/{ended.pk}/"
    assert ended.code not in signed_in(cast.ayu).get(here).text
    row = take_back(cast, ended, asking)
    page = signed_in(cast.ayu).get(here).text
    assert row.code in page
    assert "Pemakaian sudah berhenti" in page
