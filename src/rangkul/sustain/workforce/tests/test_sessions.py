"""A session: planned, held, written down, signed by both, corrected by what is appended."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.clock import local
from rangkul.base.models import Event
from rangkul.journey.cases.models import Case, Note
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import AgendaItem, Decision, FollowUp, Session
from rangkul.sustain.workforce.states import FOLLOW_UP, SESSION, FollowUpState, SessionState


def record(by, session, **words):
    given = {"summary": "Dibahas", "administrative": 10, "why_no_next": "Cuti"} | words
    return actions.record_session(by=by, session=session, **given)


def test_no_session_before_both_signed_the_contract(draft, cast, asking):
    with asking(cast.sari) as sari, pytest.raises(Refused, match="kontrak"):
        actions.plan_session(by=sari, contract=draft, at=clock.now() + timedelta(days=1))


def test_planning_twice_is_one_session(session, contract, cast, asking):
    with asking(cast.ayu) as ayu:
        again = actions.plan_session(by=ayu, contract=contract, at=clock.now() + timedelta(days=9))
        assert again.pk == session.pk
        session.pk = session.contract_id
        with pytest.raises(IntegrityError, match="one_planned"), transaction.atomic():
            session.save(force_insert=True)


def test_it_moves_and_never_into_the_past(session, cast, asking):
    later = clock.now() + timedelta(days=3)
    with asking(cast.ayu) as ayu:
        assert actions.move_session(by=ayu, session=session, at=later, channel="video").at == later
        with pytest.raises(Refused):
            actions.move_session(by=ayu, session=session, at=clock.now() - timedelta(days=1))


def test_the_record_says_what_how_long_and_when_again(recorded, cast, asking):
    with asking(cast.sari):
        assert recorded.state == SessionState.HELD
        assert recorded.by_function == [("Administratif", 20), ("Suportif", 25)]
        assert Session.objects.get(state="planned").at == recorded.next_at


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"summary": " "}, "summary"),
        ({"administrative": 0}, "administrative"),
        ({"educative": 481}, "educative"),
        ({"why_no_next": ""}, "next_at"),
        ({"next_at": clock.now() - timedelta(days=1)}, "next_at"),
    ],
)
def test_nothing_of_it_is_left_out(session, cast, asking, words, field):
    with asking(cast.sari) as sari:
        with pytest.raises(Refused) as refused, transaction.atomic():
            record(sari, session, **words)
        assert refused.value.field == field
        assert Session.objects.get(pk=session.pk).state == SessionState.PLANNED


def test_the_database_too_wants_the_next_date_or_a_reason(recorded, cast, asking):
    with asking(cast.sari), pytest.raises(IntegrityError, match="next_or_why"), transaction.atomic():
        Session.objects.filter(pk=recorded.pk).update(next_at=None)


def test_written_anew_it_moves_the_next_session_and_makes_no_second(recorded, cast, asking):
    with asking(cast.sari) as sari:
        other = clock.now() + timedelta(weeks=2)
        record(sari, recorded, why_no_next="", next_at=other)
        assert [row.at for row in Session.objects.filter(state="planned")] == [other]


def test_what_the_other_wrote_meanwhile_is_not_lost(session, cast, asking):
    with asking(cast.sari) as sari:
        record(sari, session, summary="Sari", revision=0)
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused, match="halaman lain"):
            record(ayu, session, summary="Ayu", revision=0)
        assert Session.objects.select_related("key").get(pk=session.pk).summary == "Sari"
        record(ayu, session, summary="Sari dan Ayu", revision=1)


def test_both_sign_and_then_it_is_closed(recorded, cast, asking):
    with asking(cast.ayu) as ayu:
        assert actions.sign_session(by=ayu, session=recorded).state == SessionState.HELD
        assert actions.sign_session(by=ayu, session=recorded).state == SessionState.HELD
        with pytest.raises(Refused, match="sudah ditandatangani"):
            record(ayu, recorded)
    with asking(cast.sari) as sari:
        done = actions.sign_session(by=sari, session=recorded)
        assert done.state == SessionState.SIGNED
        with pytest.raises(Refused, match="koreksi"):
            record(sari, done)
        assert Event.objects.filter(name="supervision.signed").count() == 2


def test_before_the_second_signature_it_can_be_opened_again(recorded, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.sign_session(by=ayu, session=recorded)
    with asking(cast.sari) as sari:
        actions.reopen_session(by=sari, session=recorded)
        assert record(sari, recorded, summary="Lebih tepat").summary == "Lebih tepat"
        assert not Session.objects.get(pk=recorded.pk).worker_signed_at


def test_a_signed_record_is_corrected_by_what_is_appended(signed, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.correct_session(by=ayu, session=signed, text="Dua kunjungan, bukan tiga")
        assert [one.text for one in signed.corrections.select_related("key")] == ["Dua kunjungan, bukan tiga"]
        with pytest.raises(Refused):
            actions.reopen_session(by=ayu, session=signed)


def test_an_unsigned_record_takes_no_correction(recorded, cast, asking):
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        actions.correct_session(by=ayu, session=recorded, text="x")


def test_it_is_cancelled_with_a_reason(session, cast, asking):
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused):
            actions.cancel_session(by=ayu, session=session, reason="")
        actions.cancel_session(by=ayu, session=session, reason="Banjir")
        with pytest.raises(Refused):
            actions.cancel_session(by=ayu, session=session, reason="Banjir")
        with pytest.raises(Refused):
            actions.write_personal_note(by=ayu, session=session, text="x")


@pytest.mark.parametrize("name", ["dimas", "dewi", "rini", "agus", "budi"])
def test_nobody_else_does_anything_with_it(recorded, cast, asking, name):
    with asking(getattr(cast, name)) as by:
        for verb, words in (
            (actions.sign_session, {}),
            (actions.reopen_session, {}),
            (actions.write_personal_note, {"text": "x"}),
            (actions.add_point, {"text": "x"}),
            (actions.decide, {"text": "x", "rationale": "y"}),
            (actions.cancel_session, {"reason": "x"}),
        ):
            with pytest.raises(PermissionDenied):
                verb(by=by, session=recorded, **words)


@pytest.mark.parametrize("verb", SESSION.steps)
@pytest.mark.parametrize("state", SessionState.values)
def test_only_the_steps_of_the_table_are_taken(state, verb):
    row = Session(state=state)
    if SESSION.allows(verb, state):
        SESSION.step(row, verb)
        assert row.state == SESSION.steps[verb][1]
    else:
        with pytest.raises(Refused):
            SESSION.step(row, verb)


def test_cases_that_were_talked_about_count_as_supervised(session, case, cast, asking):
    with asking(cast.sari) as sari:
        Case.objects.update(level="merah")
        actions.discuss(by=sari, session=session, talked={case.pk: "Kunjungan berdua"})
        record(sari, session)
    with asking(cast.ayu) as ayu:
        actions.sign_session(by=ayu, session=session)
        assert not Case.objects.get().supervised_at
    with asking(cast.sari) as sari:
        actions.sign_session(by=sari, session=session)
        assert Case.objects.get().supervised_at
        assert Event.objects.filter(name="case.supervised", subject_id=case.pk).count() == 1
        # What was said stays between the two: the case's story has no word of it.
        assert not Note.objects.exists()


def test_points_nobody_came_to_go_over_to_the_next_session(session, cast, asking):
    with asking(cast.ayu) as ayu:
        first = actions.add_point(by=ayu, session=session, text="Cuti sesudah lebaran")
        actions.add_point(by=ayu, session=session, text="Pelatihan trauma")
        actions.discuss(by=ayu, session=session, points={first.pk: "Disetujui"})
        record(ayu, session, why_no_next="", next_at=clock.now() + timedelta(weeks=4))
        actions.sign_session(by=ayu, session=session)
    with asking(cast.sari) as sari:
        actions.sign_session(by=sari, session=session)
        following = Session.objects.get(state="planned")
        carried = AgendaItem.objects.filter(session=following).select_related("key")
        assert [(row.text, row.source, row.by_id) for row in carried] == [("Pelatihan trauma", "carried", cast.ayu.pk)]


def test_a_decision_has_a_reason_and_stands_in_the_case_only_by_choice(session, case, cast, asking):
    with asking(cast.sari) as sari:
        with pytest.raises(Refused):
            actions.decide(by=sari, session=session, text="Kunjungan berdua", rationale="", case=case)
        made = actions.decide(by=sari, session=session, text="Berdua", rationale="Ayu takut", case=case)
        assert made.key_id == case.key_id
        assert not Note.objects.exists()
        told = actions.tell_in_case(by=sari, decision=made, text="Kunjungan dilakukan berdua.")
        actions.tell_in_case(by=sari, decision=made, text="Kunjungan dilakukan berdua.")
        note = Note.objects.select_related("key").get()
        assert (told.note_id, note.kind, note.text) == (note.pk, "supervision", "Kunjungan dilakukan berdua.")


def test_a_worker_tells_it_as_a_note_of_their_own(session, case, cast, asking):
    with asking(cast.ayu) as ayu:
        made = actions.decide(by=ayu, session=session, text="Berdua", rationale="Takut", case=case)
        actions.tell_in_case(by=ayu, decision=made, text="Kunjungan berdua")
        assert Note.objects.get().kind == "progress"


def test_a_decision_about_no_case_is_told_in_none(session, cast, asking):
    with asking(cast.sari) as sari:
        made = actions.decide(by=sari, session=session, text="Ikut pelatihan", rationale="Belajar")
        with pytest.raises(Refused):
            actions.tell_in_case(by=sari, decision=made, text="x")


def test_what_somebody_will_do_is_theirs_and_ends_once(session, cast, asking):
    day = clock.local(clock.now()).date()
    with asking(cast.sari) as sari:
        with pytest.raises(Refused):
            actions.add_follow_up(by=sari, session=session, text="x", owner=cast.dimas, due=day)
        with pytest.raises(Refused):
            actions.add_follow_up(by=sari, session=session, text="x", owner=cast.ayu, due=day - timedelta(days=1))
        row = actions.add_follow_up(by=sari, session=session, text="Baca pedoman", owner=cast.ayu, due=day)
    with asking(cast.ayu) as ayu:
        actions.finish_follow_up(by=ayu, follow_up=row, outcome="Sudah")
        for verb in (actions.finish_follow_up, actions.drop_follow_up):
            with pytest.raises(Refused):
                verb(by=ayu, follow_up=row, outcome="Lagi")


@pytest.mark.parametrize("verb", FOLLOW_UP.steps)
@pytest.mark.parametrize("state", FollowUpState.values)
def test_a_follow_up_takes_only_the_steps_of_its_table(state, verb):
    assert FOLLOW_UP.allows(verb, state) == (state == FollowUpState.OPEN)


def test_the_words_of_a_case_die_with_its_key(session, case, cast, asking):
    """Erasing the client destroys the case's key; what the two said of themselves stays."""
    with asking(cast.sari) as sari:
        actions.decide(by=sari, session=session, text="Berdua", rationale="Takut", case=case)
        actions.add_follow_up(
            by=sari, session=session, text="x", owner=cast.sari, due=local(session.at).date(), case=case
        )
        assert {Decision.objects.get().key_id, FollowUp.objects.get().key_id} == {case.key_id}


def test_nothing_is_added_once_somebody_has_signed(recorded, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.sign_session(by=ayu, session=recorded)
        with pytest.raises(Refused):
            actions.add_point(by=ayu, session=recorded, text="Masih ada")
        with pytest.raises(DatabaseError), transaction.atomic():
            AgendaItem(session=recorded, key_id=recorded.key_id, source="own", by=cast.ayu).save(force_insert=True)
