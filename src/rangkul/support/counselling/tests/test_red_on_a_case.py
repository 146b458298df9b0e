"""Words of danger are heard at the pace of red also when the request has long become a case, and from a group."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.commons.people.actions import register
from rangkul.entry.crisis import actions as danger
from rangkul.entry.crisis import jobs
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.crisis.queries import board
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import holder
from rangkul.entry.signals import queries as lexical
from rangkul.entry.signals import reading
from rangkul.journey.cases.models import Case, RiskChange
from rangkul.support.counselling import actions
from rangkul.support.counselling.actions import heeding
from rangkul.support.counselling.tests.conftest import CAME, begun, fresh
from rangkul.support.counselling.tests.gathering import say
from rangkul.support.counselling.tests.test_heeding import GRAVE, levels
from rangkul.support.counselling.tests.test_rooms import red_came

SYSTEM = job("crisis.contacts")
OBLIQUE = "Saya cuma beban."


@pytest.fixture
def case(taken, cast, asking):
    """Wati's request was accepted; Ayu carries her case."""
    with asking(cast.ayu) as by:
        intake.link_person(by=by, request=Request.objects.get(), person=register(by=by, full_name="Wati Contoh"))
        return intake.accept(by=by, request=Request.objects.get(), text="Kami dampingi.", no_conflict=True)


def contacts():
    with asking_as(SYSTEM):
        return list(NextContact.objects.select_related("key").order_by("made_at"))


def risen():
    with asking_as(SYSTEM):
        return list(RiskChange.objects.order_by("made_at").values_list("after", "rule", "by_id"))


def on_board(staff):
    with asking_as(staff.asker()) as by:
        return [(row.request.pk, row.calls) for row in board(by)]


def test_the_worker_and_the_supervisor_are_told_at_once(case, taken, talk, cast):
    assert on_board(cast.ayu) == []
    talk.wati(GRAVE)
    assert levels(taken) == ("merah", True)
    (contact,) = contacts()
    assert (contact.by_id, contact.told_id) == (cast.ayu.pk, cast.sari.pk)
    for staff in (cast.ayu, cast.sari):
        assert on_board(staff) == [(taken.request_id, True)]


def test_it_climbs_every_quarter_of_an_hour_until_somebody_spoke_with_the_person(case, talk, cast, asking):
    talk.wati(GRAVE)
    at = clock.now()
    with time_machine.travel(at + timedelta(minutes=16), tick=False), asking_as(SYSTEM):
        jobs.look_after_contacts()
    (contact,) = contacts()
    assert (contact.told_id, contact.steps) == (cast.rini.pk, 2)
    with asking(cast.ayu) as by:
        danger.record_contact(by=by, contact=contact, outcome="Saya menelepon; kakaknya ada di sana.")
    assert contacts()[0].look_at is None
    assert on_board(cast.ayu) == []


def test_more_words_of_the_same_minutes_are_one_alarm_and_later_ones_another(case, talk, cast, asking):
    talk.wati(GRAVE)
    talk.wati(GRAVE)
    (contact,) = contacts()
    with asking(cast.ayu) as by:
        danger.record_contact(by=by, contact=contact, outcome="Sudah bicara.")
    talk.wati("Terima kasih, saya sudah makan.")
    assert len(contacts()) == 1
    talk.wati(GRAVE)
    assert len(contacts()) == 2


def test_the_case_rises_by_the_same_words_and_stays_raised_until_a_person_lowers_it(case, talk, cast):
    talk.wati("Tadi mati lampu.")
    assert risen() == []
    talk.wati(OBLIQUE)
    talk.wati(GRAVE)
    talk.wati(OBLIQUE)
    assert risen() == [("oranye", "client_words", None), ("merah", "client_words", None)]
    with asking_as(SYSTEM):
        assert Case.objects.get(pk=case.pk).level == "merah"
        assert "pengen" not in RiskChange.objects.select_related("key").last().reason


@pytest.mark.parametrize("now", [{"state": "closed", "closed_at": clock.now()}, {"level": "merah"}])
def test_a_message_is_kept_where_the_case_ends_or_is_raised_in_that_very_moment(case, talk, monkeypatch, now):
    monkeypatch.setattr(heeding, "case_behind", lambda _request: case)
    with asking_as(SYSTEM):
        Case.objects.update(**now)
    assert talk.wati(OBLIQUE).body == OBLIQUE
    assert risen() == []


def test_a_message_of_danger_is_read_by_the_lexicon_once(case, talk, monkeypatch):
    texts = []
    monkeypatch.setattr(lexical, "read", lambda text: texts.append(text) or reading.read(text))
    talk.wati(GRAVE)
    assert risen() == [("merah", "client_words", None)]
    assert texts.count(GRAVE) == 1


def test_the_same_message_sent_again_alarms_nobody_again(case, talk, cast, asking):
    once = uuid4()
    talk.wati(GRAVE, client_id=once)
    (contact,) = contacts()
    with asking(cast.ayu) as by:
        danger.record_contact(by=by, contact=contact, outcome="Sudah bicara.")
    talk.wati(GRAVE, client_id=once)
    assert len(contacts()) == 1
    talk.wati(GRAVE)
    assert len(contacts()) == 2


def test_a_new_time_answers_the_alarm(case, talk, cast, asking):
    talk.wati(GRAVE)
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get()
        danger.plan_contact(by=by, request=request, due_at=clock.now() + timedelta(hours=3), how="Telepon kakaknya")
    assert [one.done_at is None for one in contacts()] == [False, True]


def test_the_worker_of_the_case_is_who_is_told(case, talk, cast):
    with asking_as(SYSTEM):
        Case.objects.update(worker=cast.candra)
    talk.wati(GRAVE)
    assert contacts()[0].by_id == cast.candra.pk


def test_the_steps_in_danger_stand_in_the_room_and_on_the_board(case, taken, talk, cast, signed_in):
    talk.wati(GRAVE)
    steps = f"/kerja/krisis/{taken.request_id}/"
    assert steps in signed_in(cast.ayu).get(f"/kerja/konseling/{taken.pk}/").content.decode()
    page = signed_in(cast.sari).get("/kerja/krisis/").content.decode()
    assert steps in page
    assert "Hubungi sekarang" in page


def test_after_the_room_has_ended_too(case, taken, wati, cast, asking):
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(taken), came=CAME)
    with asking_as(wati) as by, pytest.raises(Exception, match="berakhir"):
        actions.send_message(by=by, room=fresh(taken), text=GRAVE)
    assert [one.told_id for one in contacts()] == [cast.sari.pk]


def test_the_press_for_danger_too(case, taken, wati):
    with asking_as(wati) as by:
        actions.say_danger(by=by, room=fresh(taken))
    assert len(contacts()) == 1
    assert levels(taken) == ("merah", True)


def test_what_was_answered_to_the_questions_too(case, cast, asking):
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get()
        answers = {"wish": "yes", "thoughts": "yes", "method": "no", "intent": "yes", "plan": "no", "ever": "no"}
        danger.screen(by=by, request=request, answers=answers)
    assert [one.told_id for one in contacts()] == [cast.sari.pk]


def test_what_was_red_before_the_case_alarms_nobody_again(taken, talk, cast, asking):
    talk.wati(GRAVE)
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get()
        danger.plan_contact(by=by, request=request, due_at=clock.now() + timedelta(hours=3), how="Telepon")
        intake.link_person(by=by, request=Request.objects.get(), person=register(by=by, full_name="Wati Contoh"))
        intake.accept(by=by, request=Request.objects.get(), text="Kami dampingi.", no_conflict=True)
    talk.wati("Anak saya lapar.")
    assert len(contacts()) == 1


def test_in_a_group_its_leader_and_their_supervisor_see_it(case, met, group, request_, cast, asking):
    with asking_as(job("uji")):
        Case.objects.update(worker=cast.candra)
    say(request_, group, GRAVE)
    for staff in (cast.ayu, cast.sari, cast.candra):
        assert on_board(staff) == [(request_.pk, True)]


def test_of_an_open_request_the_leader_of_the_group_hears_too(met, group, tini, cast, asking):
    with asking(holder(tini)) as by:
        actions.say_in_group(by=by, meeting=met, text=GRAVE)
    for staff in (cast.ayu, cast.sari):
        assert [pk for pk, _calls in on_board(staff)] == [tini.pk]


def test_where_the_case_was_lowered_a_grave_screening_still_asks_for_a_contact_at_the_end(
    taken, talk, cast, asking, signed_in
):
    talk.wati(GRAVE)
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get()
        danger.plan_contact(by=by, request=request, due_at=clock.now() + timedelta(hours=3), how="Telepon")
        intake.link_person(by=by, request=Request.objects.get(), person=register(by=by, full_name="Wati Contoh"))
        intake.accept(by=by, request=Request.objects.get(), text="Kami dampingi.", no_conflict=True)
        actions.end(by=by, room=fresh(taken), came=red_came(hours=2))
    with asking_as(job("uji")):
        Case.objects.update(level="kuning")
    later = begun(request, first_words="")
    with asking(cast.ayu) as by:
        actions.take(by=by, room=fresh(later))
        answers = {"wish": "yes", "thoughts": "yes", "method": "no", "intent": "yes", "plan": "no", "ever": "no"}
        danger.screen(by=by, request=request, answers=answers)
        assert not fresh(later).red
        with pytest.raises(Refused, match="paling lambat 24 jam") as refused:
            actions.end(by=by, room=fresh(later), came=CAME)
        assert refused.value.field == "next_at"
    assert 'name="akhir-next_at"' in signed_in(cast.ayu).get(f"/kerja/konseling/{later.pk}/").text
    with asking(cast.ayu) as by:
        actions.end(by=by, room=fresh(later), came=red_came())
    assert contacts()[-1].done_at is None
