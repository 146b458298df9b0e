"""A meeting ends with what came of it; its words go after their days, and with whoever is erased."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.commons.people.actions import register
from rangkul.commons.trust import erasure
from rangkul.commons.trust.hooks import Whose
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import holder
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Activity, Escalation
from rangkul.support.counselling import actions, group_keeping, queries
from rangkul.support.counselling.group_states import LATE_MEETING
from rangkul.support.counselling.models import (
    Attendance,
    Group,
    GroupMessage,
    GroupNote,
    GroupOutcome,
    GroupSeat,
    Meeting,
)
from rangkul.support.counselling.tests.gathering import (
    PURPOSE,
    at_its_time,
    enter,
    first_of,
    join,
    opened,
    say,
    seat_named,
    words_of,
)


def end(staff, group, text="Kelompok saling menguatkan.", **own):
    with asking_as(staff.asker()) as by:
        return actions.end_meeting(by=by, meeting=first_of(group), text=text, own=own.get("own"))


def test_it_ends_with_a_note_that_becomes_an_activity_where_there_is_a_case(met, group, request_, tini, cast, asking):
    with asking(cast.ayu) as by:
        mine = Request.objects.get(pk=request_.pk)
        intake.link_person(by=by, request=mine, person=register(by=by, full_name="Wati Contoh"))
        intake.accept(by=by, request=Request.objects.get(pk=request_.pk), text="Kami dampingi.", no_conflict=True)
    enter(request_, met)
    enter(tini, met)
    melati, kenanga = (seat_named(cast.ayu, group, name) for name in ("Melati", "Kenanga"))
    end(cast.ayu, group, own={melati.pk: "Ia mulai menyapa.", kenanga.pk: "Ia ingin bicara sendiri."})
    with asking(cast.ayu):
        activity = Activity.objects.select_related("key").get()
        assert (activity.method, activity.level) == ("groupwork", "mezzo")
        assert activity.result == "Kelompok saling menguatkan.\nIa mulai menyapa."
        other = GroupOutcome.objects.select_related("key").get(seat=kenanga)
        assert other.text == "Kelompok saling menguatkan.\nIa ingin bicara sendiri."
        note = GroupNote.objects.select_related("key").get()
        assert (note.text, note.came) == ("Kelompok saling menguatkan.", 2)
        assert Meeting.objects.get(pk=met.pk).state == "ended"
    with pytest.raises(Refused, match="berakhir"):
        say(request_, group, "Satu lagi.")


def test_nobodys_name_comes_into_anothers_file(met, group, request_, tini, cast):
    enter(request_, met)
    with pytest.raises(Refused, match="menyebut Melati") as refused:
        end(cast.ayu, group, "Hari ini melati banyak bercerita.")
    assert refused.value.field == "text"
    kenanga = seat_named(cast.ayu, group, "Kenanga")
    with pytest.raises(Refused, match="Baris untuk Kenanga menyebut Melati"):
        end(cast.ayu, group, own={kenanga.pk: "Dekat dengan Melati."})


def test_words_go_after_the_days_of_the_agency_and_the_note_stays(met, group, request_, cast, asking, time_machine):
    say(request_, group, "Akan dihapus.")
    say(request_, group, "Ini juga.", private=True)
    end(cast.ayu, group)
    by = job("counselling.erase")
    with asking_as(by):
        assert queries.erasable(clock.now(), 10) == []
    time_machine.move_to(clock.now() + timedelta(days=31))
    with asking_as(by):
        (due,) = queries.erasable(clock.now(), 10)
        actions.erase_meeting(by=by, meeting=due)
        actions.erase_meeting(by=by, meeting=due)
    assert words_of(cast.ayu) == []
    with asking(cast.ayu):
        assert not GroupMessage.objects.exists()
        keys = [one.key for one in Attendance.objects.select_related("key")]
        assert keys
        assert all(key.wrapped is None for key in keys)
        assert GroupNote.objects.select_related("key").get().text == "Kelompok saling menguatkan."
    with asking(cast.agus):
        assert Event.objects.filter(name="group.meeting_erased").count() == 1


def test_closing_a_group_cancels_what_was_planned(group, cast, asking):
    with asking(cast.ayu) as by:
        actions.close_group(by=by, group=group)
        actions.close_group(by=by, group=group)
        assert {one.state for one in Meeting.objects.all()} == {"cancelled"}
        assert Event.objects.filter(name="group.closed").count() == 1


def test_a_group_that_meets_is_not_closed(met, group, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused, match="Akhiri dulu"):
        actions.close_group(by=by, group=group)


def test_one_that_nobody_opened_or_ended_is_late_with_its_leader(group, cast, asking, time_machine):
    find, stands = queries.LATE[LATE_MEETING]
    with asking(cast.ayu):
        meeting = first_of(group)
        assert not list(find(clock.now(), lambda rows, *_more: rows))
    time_machine.move_to(meeting.at + timedelta(minutes=16))
    with asking(cast.ayu) as by:
        (matter,) = find(clock.now(), lambda rows, *_more: rows)
        assert (matter.owner_id, stands(matter)) == (cast.ayu.pk, True)
    with asking_as(job("cases.clock")):
        move_clocks()
        assert Escalation.objects.get(kind=LATE_MEETING).told_id == cast.sari.pk
    with asking(cast.ayu) as by:
        actions.open_meeting(by=by, meeting=first_of(group))
        assert not stands(matter)
    time_machine.move_to(meeting.at + timedelta(minutes=90 + 61))
    with asking(cast.ayu):
        assert stands(matter)


def test_a_supervisor_of_the_unit_goes_on_when_the_leader_falls_ill(group, request_, cast, asking):
    join(request_, group, "Melati")
    with asking(cast.sari):
        meeting = first_of(group)
    with at_its_time(meeting):
        opened(cast.sari, group)
        say(cast.sari, group, "Ayu sakit; hari ini dengan saya.")
        assert words_of(request_) == ["Ayu sakit; hari ini dengan saya."]


def test_a_copy_holds_what_was_said_by_them_and_to_them_alone(met, group, request_, tini, cast, asking):
    say(request_, group, "Anak saya enam belas tahun.")
    say(tini, group, "Anak saya di luar terus.")
    say(cast.ayu, group, "Besok jam sembilan.", private=True, to=seat_named(cast.ayu, group, "Melati"))
    with asking(cast.ayu):
        (section,) = group_keeping.copy_of_groups(Whose((), request_.pk))
    words = "\n".join(value for _what, value in section.rows)
    assert "Melati" in words
    assert "Anak saya enam belas tahun." in words
    assert "Besok jam sembilan." in words
    assert "luar terus" not in words
    assert "Kenanga" not in words


def test_a_seat_is_left_before_its_holder_is_erased(group, request_):
    join(request_, group, "Melati")
    with asking_as(job("trust.erase")):
        assert PURPOSE.title in next(group_keeping.seat_of_request(request_.pk))
    with asking_as(holder(request_)) as by:
        actions.leave_group(by=by, group=group)
    with asking_as(job("trust.erase")):
        assert not list(group_keeping.seat_of_request(request_.pk))


def test_erasing_one_takes_their_words_and_leaves_those_of_the_others(met, group, request_, tini, cast, asking):
    say(request_, group, "Akan hilang.")
    say(tini, group, "Tetap ada.")
    with asking(cast.ayu) as by:
        wati = register(by=by, full_name="Wati Contoh")
        intake.link_person(by=by, request=Request.objects.get(pk=request_.pk), person=wati)
        intake.decline(
            by=by,
            request=Request.objects.get(pk=request_.pk),
            reason="helped_elsewhere",
            text="Kami rujuk ke yang dekat.",
            no_conflict=True,
        )
    with asking_as(holder(request_)) as by:
        actions.leave_group(by=by, group=Group.objects.get(pk=group.pk))
    with asking(cast.putri) as by:
        erasure.erase(by=by, person_id=wati.pk, reason="Permintaan tertulis.")
    with asking(cast.ayu):
        said = {one.body for one in GroupMessage.objects.select_related("key").filter(line="")}
        names = {one.name for one in GroupSeat.objects.select_related("key").filter(staff=None)}
    assert "Tetap ada." in said
    assert "Akan hilang." not in said
    assert "Kenanga" in names
    assert "Melati" not in names
