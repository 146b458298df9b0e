"""Notes and activities: written once, kept as written, corrected in the open."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Activity, Case, Note, Task
from rangkul.journey.cases.states import Channel


@pytest.fixture
def note(case, cast, asking):
    with asking(cast.ayu):
        return actions.write_note(by=cast.ayu.asker(), case=case, text="Wati sudah melapor ke polsek.")


def record(cast, case, **more):
    words = {"channel": Channel.VISIT, "minutes": 45, "result": "Wati mau bicara di teras."} | more
    return actions.record_activity(by=cast.ayu.asker(), case=case, **words)


def test_a_note_is_sealed_and_kept(note, case, cast, asking):
    with asking(cast.ayu):
        assert Note.objects.select_related("key").get().text == "Wati sudah melapor ke polsek."
        assert b"polsek" not in bytes(Note.objects.values_list("text", flat=True)[0])
        assert Event.objects.get(name="note.written").payload["id"] == str(note.pk)


def test_nobody_changes_or_removes_a_note(note, cast, asking, refused_by_the_database):
    with asking(cast.ayu):
        with refused_by_the_database():
            Note.objects.update(kind="process")
        with refused_by_the_database():
            Note.objects.all()._raw_delete("default")


def test_an_activity_is_not_changed_either(case, cast, asking, refused_by_the_database):
    with asking(cast.ayu):
        record(cast, case)
        with refused_by_the_database():
            Activity.objects.update(minutes=500)


def test_a_correction_stands_under_what_it_mends(note, case, cast, asking):
    with asking(cast.sari):
        actions.correct_note(by=cast.sari.asker(), note=note, text="Ke polres, bukan polsek.")
        told = queries.timeline(case)
    written = next(moment for moment in told if moment.entry.text == "Wati sudah melapor ke polsek.")
    assert [(one["who"], one["text"]) for one in written.entry.corrections] == [("Sari", "Ke polres, bukan polsek.")]


def test_the_correction_of_a_correction_hangs_on_the_first_text(note, case, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        second = actions.correct_note(by=by, note=note, text="Ke polres.")
        third = actions.correct_note(by=by, note=second, text="Ke polres kota.")
    assert third.corrects_id == note.pk


def test_an_empty_note_is_refused(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused):
        actions.write_note(by=cast.ayu.asker(), case=case, text=" \n ")


def test_who_does_not_practise_writes_nothing(case, cast):
    with pytest.raises(PermissionDenied):
        actions.write_note(by=cast.adi.asker(), case=case, text="x")


def test_a_contact_moves_the_last_contact_and_a_talk_with_others_does_not(case, cast, asking):
    with asking(cast.ayu):
        record(cast, case, channel=Channel.PARTNER)
        assert Case.objects.get().last_contact_at is None
        done = record(cast, case)
        assert Case.objects.get().last_contact_at == done.at


def test_a_next_step_with_a_day_becomes_a_task(case, cast, asking):
    with asking(cast.ayu):
        day = clock.local(clock.now()).date() + timedelta(days=3)
        record(cast, case, next_step="Antar ke puskesmas", next_due=day)
        task = Task.objects.select_related("key").get()
        assert (task.title, task.owner_id, task.due) == ("Antar ke puskesmas", cast.ayu.pk, day)
        assert clock.local(Case.objects.get().next_due_at).date() == day


def test_the_future_is_no_contact(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="belum lewat"):
        record(cast, case, at=clock.now() + timedelta(hours=1))


def test_yesterday_is_recorded_and_says_when_it_was_written(case, cast, asking):
    with asking(cast.ayu):
        record(cast, case, at=clock.now() - timedelta(days=2))
        told = queries.timeline(case)
    # It stands where it happened, before the case was opened.
    assert [moment.at for moment in told] == sorted((moment.at for moment in told), reverse=True)
    assert any("2 hari kemudian" in str(tag) for tag in told[-1].entry.tags)


def test_a_foreign_goal_is_refused(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="tujuan"):
        record(cast, case, goal_id=case.pk)


def test_only_a_supervisor_writes_of_supervision_and_it_keeps_the_flag(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused):
        actions.write_note(by=cast.ayu.asker(), case=case, text="x", kind="supervision")
    with asking(cast.sari):
        actions.write_note(by=cast.sari.asker(), case=case, text="Dibahas bersama Ayu", kind="supervision")
        assert Case.objects.get().supervised_at
