"""From a need to its outcome: by right only, followed to the end, never counted as helped before somebody helped."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base import clock, workdays
from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.people.models import Address
from rangkul.commons.trust.models import AccessGrant, Consent
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Escalation, Reminder
from rangkul.journey.cases.queries import known_partners
from rangkul.support.referral import actions, jobs, keeping, queries
from rangkul.support.referral.actions import Leave, Told
from rangkul.support.referral.models import Item, Need, Referral, Step, UnmetNeed
from rangkul.support.referral.states import LATE_ANSWER, LATE_NEED, LATE_STOP, LIVING, REFERRAL, State
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, RECEIVER, SPOKEN, fresh

YES = Told(words="Silakan datang", by="Bu Contoh")


def test_nothing_leaves_without_a_right(cast, draft, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            actions.send(by=by, referral=draft, leave=Leave(ground="law"))
        assert refused.value.field == "words"
        with pytest.raises(Refused) as refused:
            actions.send(by=by, referral=draft, leave=Leave(ground="consent"))
        assert refused.value.field == "witness"
        assert fresh(draft).state == State.DRAFT


def test_a_receiver_who_helps_is_offered_to_the_map_of_stakeholders(cast, case, sent, asking):
    with asking(cast.ayu) as by:
        assert not known_partners(case, ())
        actions.accept(by=by, referral=sent, told=YES)
        [offer] = known_partners(case, ())
    assert (offer.source, offer.id, offer.name) == ("referral", sent.pk, RECEIVER.name)


def test_the_database_holds_it_too(cast, draft, asking):
    now = clock.now()
    with asking(cast.ayu), pytest.raises(IntegrityError, match="referral_sent_by_right"), transaction.atomic():
        Referral.objects.filter(pk=draft.pk).update(
            state="sent", sent_at=now, due_at=now, valid_to=now, code="BCDF2345", ground="consent"
        )


def test_nothing_is_chosen_beforehand(cast, need, asking):
    with asking(cast.ayu) as by:
        row = actions.prepare(by=by, need=need, receiver=RECEIVER)
        assert not row.items.exists()
        with pytest.raises(Refused) as refused:
            actions.send(by=by, referral=fresh(row), leave=SPOKEN)
        assert refused.value.code == "empty"


def test_each_piece_has_its_reason(cast, draft, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.choose_data(by=by, referral=draft, asked=ASKED, chosen={"called": " "})
    assert refused.value.field == "why_called"


def test_only_what_was_chosen_goes(cast, sent, asking):
    with asking(cast.ayu):
        went = {one.name: one.value for one in Item.objects.select_related("key")}
    assert set(went) == set(CHOSEN)
    assert went["called"] == "Wati"


def test_what_is_not_known_is_not_offered(cast, draft, asking):
    with asking(cast.ayu) as by:
        actions.choose_data(by=by, referral=draft, asked=ASKED, chosen={**CHOSEN, "phone": "Janji", "secret": "Ingin"})
        assert set(draft.items.values_list("name", flat=True)) == set(CHOSEN)


def test_a_place_where_somebody_hides_does_not_leave(cast, draft, sent, asking):
    with asking(cast.ayu) as by:
        Address.objects.create(
            key=draft.case.person.key, person=draft.case.person, hidden=True, line="Jalan Kenanga Nomor 7"
        )
        with pytest.raises(Refused) as refused:
            actions.tell(by=by, referral=fresh(sent), words="Ia ada di Jl. Kenanga no. 7.")
        assert refused.value.code == "secret"
        other = actions.prepare(by=by, need=sent.need, receiver=RECEIVER)
        with pytest.raises(Refused) as refused:
            actions.choose_data(by=by, referral=other, asked="Jemput di jalan kenanga 7", chosen=CHOSEN)
        assert refused.value.field == "asked"


def test_sending_records_the_consent_and_starts_the_clock(cast, sent, asking):
    with asking(cast.ayu):
        consent = Consent.objects.get(pk=sent.consent_id)
        assert (consent.purpose, consent.given, consent.subject_id) == ("share", True, sent.case_id)
        expected = workdays.add_workdays(sent.sent_at, 3, clock.zone("32"))
        assert abs(sent.due_at - expected) < timedelta(seconds=5)
        kept = Reminder.objects.get(matter=sent.pk)
        assert kept.due == clock.local(sent.due_at, "32").date()
        grant = AccessGrant.objects.get(grantee_id=sent.door)
        assert (grant.basis, grant.consent_id, grant.valid_to) == ("referral", consent.pk, sent.valid_to)


def test_an_agreement_sets_the_hours(cast, need, asking):
    with asking(cast.ayu) as by:
        row = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, answers_within=6))
        actions.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        row = actions.send(by=by, referral=fresh(row), leave=SPOKEN)
        assert row.due_at - row.sent_at == timedelta(hours=6)


def test_a_doubt_is_answered_with_a_reason(cast, need, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.prepare(by=by, need=need, receiver=replace(RECEIVER, doubt="Penuh.", because=""))
    assert refused.value.field == "because"


def test_link_and_code_go_two_ways(cast, need, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.prepare(by=by, need=need, receiver=replace(RECEIVER, code_by="email"))
    assert refused.value.field == "code_by"


def test_what_was_sent_is_frozen(cast, sent, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused):
            actions.choose_data(by=by, referral=sent, asked="Lain", chosen=CHOSEN)
        with pytest.raises(DatabaseError, match="never rewritten"), transaction.atomic():
            Referral.objects.filter(pk=sent.pk).update(receiver="Lembaga lain")
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            Item.objects.filter(referral=sent).delete()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Step.objects.filter(referral=sent).update(state="completed")


@pytest.mark.parametrize("verb", ["send", "see", "accept", "begin", "complete", "decline", "cancel", "expire", "fail"])
def test_the_table_is_the_only_road(verb):
    for state in State.values:
        row = type("Row", (), {"state": state})()
        if state in REFERRAL.steps[verb][0]:
            REFERRAL.step(row, verb)
            assert row.state == REFERRAL.steps[verb][1]
        else:
            with pytest.raises(Refused):
                REFERRAL.step(row, verb)


def test_referred_is_not_helped(cast, sent, need, asking):
    with asking(cast.ayu) as by:
        actions.accept(by=by, referral=sent, told=YES)
        with pytest.raises(Refused) as refused:
            actions.meet_need(by=by, need=need, outcome="Sudah dirujuk")
        assert refused.value.code == "no_outcome"
        with pytest.raises(IntegrityError, match="met_by_outcome"), transaction.atomic():
            Need.objects.filter(pk=need.pk).update(
                state="met", settled_at=clock.now(), settled_by=cast.ayu, outcome=b"x"
            )
        actions.complete(by=by, referral=sent, outcome="helped", told=YES)
        assert Need.objects.get(pk=need.pk).state == "open"
        assert actions.meet_need(by=by, need=need, outcome="Wati sudah tinggal di rumah aman.").state == "met"


def test_a_result_that_helped_nobody_meets_nothing(cast, sent, need, asking):
    with asking(cast.ayu) as by:
        actions.accept(by=by, referral=sent, told=YES)
        actions.complete(by=by, referral=sent, outcome="not_come", told=YES)
        with pytest.raises(Refused):
            actions.meet_need(by=by, need=need, outcome="Selesai")


def test_a_worker_says_who_told_them(cast, sent, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.accept(by=by, referral=sent, told=Told(words="Boleh"))
    assert refused.value.field == "told_by"


def test_a_queue_has_its_order(cast, sent, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused) as refused:
            actions.accept(by=by, referral=sent, told=YES, queue_place=3)
        assert refused.value.field == "queue_because"
        row = actions.accept(by=by, referral=sent, told=YES, queue_place=3, queue_because="Menurut tanggal")
        assert (row.queue_place, row.queue_because) == (3, "Menurut tanggal")


def test_after_a_no_the_next_one_is_proposed_and_not_asked(cast, sent, need, asking):
    with asking(cast.ayu) as by:
        second = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, name="Dinas Contoh"))
        assert queries.next_places(queries.tries_of(need)) == []
        actions.decline(by=by, referral=sent, why="full", told=YES)
        assert [one.pk for one in queries.next_places(queries.tries_of(need))] == [second.pk]
        assert fresh(second).state == State.DRAFT


def test_another_reason_is_written(cast, sent, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.decline(by=by, referral=sent, why="other", told=Told(by="Bu Contoh"))
    assert refused.value.field == "words"


def test_the_last_day_ends_it(cast, sent, asking):
    later = clock.now() + timedelta(days=40)
    with asking(job("referral.expire")), clock.pretending(later):
        jobs.expire_referrals()
        jobs.expire_referrals()
    with asking(cast.ayu):
        row = fresh(sent)
        assert row.state == State.EXPIRED
        assert Event.objects.filter(name="referral.expired").count() == 1
        assert Reminder.objects.get(matter=sent.pk).due is None


@pytest.mark.parametrize("kind", [LATE_ANSWER, LATE_STOP])
def test_what_is_late_climbs_until_it_is_mended(cast, sent, asking, kind):
    with asking(cast.ayu) as by:
        if kind == LATE_STOP:
            actions.cancel(by=by, referral=sent, because="Klien ragu")
    stop = fresh_for(cast, asking, sent).stop_due_at
    later = stop - timedelta(days=1) if stop else sent.due_at + timedelta(days=3)
    with asking(job("cases.clock")), clock.pretending(later):
        move_clocks()
    with asking(cast.sari):
        assert Escalation.objects.get(kind=kind).told_id == cast.sari.pk
    with asking(cast.ayu) as by:
        if kind == LATE_STOP:
            actions.confirm_stop(by=by, referral=fresh(sent), told_by="Bu Contoh")
        else:
            actions.decline(by=by, referral=sent, why="full", told=YES)
    with asking(cast.sari):
        assert Escalation.objects.get(kind=kind).settled_at is not None


def test_an_expired_referral_climbs_until_somebody_is_asked_again(cast, sent, need, asking):
    ended = sent.valid_to + timedelta(minutes=20)
    with asking(job("referral.expire")), clock.pretending(ended):
        jobs.expire_referrals()
    with asking(job("cases.clock")), clock.pretending(ended + timedelta(days=4)):
        move_clocks()
    with asking(cast.sari):
        assert Escalation.objects.get(kind=LATE_NEED).told_id == cast.sari.pk
    with asking(cast.ayu) as by:
        again = actions.prepare(by=by, need=need, receiver=replace(RECEIVER, name="Dinas Contoh"))
        actions.choose_data(by=by, referral=again, asked=ASKED, chosen=CHOSEN)
        actions.send(by=by, referral=fresh(again), leave=SPOKEN)
        assert Reminder.objects.get(matter=need.pk).due is None
    with asking(cast.sari):
        assert Escalation.objects.get(kind=LATE_NEED).settled_at is not None


def fresh_for(cast, asking, row):
    with asking(cast.ayu):
        return fresh(row)


def test_a_longer_way_in_is_a_new_right(cast, sent, asking):
    with asking(cast.ayu) as by:
        day = today("32") + timedelta(days=60)
        row = actions.extend(by=by, referral=sent, last_day=day, because="Antre panjang")
        standing = AccessGrant.objects.filter(grantee_id=sent.door).order_by("made_at")
        assert [one.valid_to for one in standing][-1] == row.valid_to
        with pytest.raises(Refused):
            actions.extend(by=by, referral=row, last_day=today("32") + timedelta(days=400), because="Lama")


def test_unmet_need_is_in_the_open_and_names_nobody(cast, need, asking):
    with asking(cast.ayu) as by:
        actions.leave_unmet(by=by, need=need, why="none")
        row = UnmetNeed.objects.get()
        assert (row.region_code, row.kind, row.why) == ("32.73.01", "shelter", "none")
        assert not [field.name for field in UnmetNeed._meta.fields if field.name in {"case", "need", "person"}]
        actions.reopen_need(by=by, need=need)
        assert UnmetNeed.objects.get().met_at is None


def test_a_need_is_not_given_up_while_somebody_works_on_it(cast, sent, need, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.leave_unmet(by=by, need=need, why="none")
    assert refused.value.code == "running"


def test_a_case_does_not_end_over_an_open_referral(cast, sent, case, asking):
    with asking(cast.ayu):
        assert {one.code for one in keeping.nothing_open(case)} == {"referral", "need"}


def test_who_referred_out_of_reach_is_kept_from_erasure(cast, sent, case, asking):
    with asking(cast.ayu):
        assert list(keeping.still_out(case.person_id))


@pytest.mark.parametrize("who", ["budi", "candra", "dimas", "adi"])
def test_nobody_else_may(cast, draft, asking, who):
    other = getattr(cast, who)
    with asking(other):
        assert not Referral.objects.exists()
        with pytest.raises(PermissionDenied):
            actions.send(by=other.asker(), referral=draft, leave=SPOKEN)


def test_every_living_state_can_be_taken_back():
    assert all(REFERRAL.allows("cancel", state) for state in LIVING)
