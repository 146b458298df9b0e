"""From the talk to what was received; a deadline is never given up unseen (A47)."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import job
from rangkul.base.models import Event
from rangkul.commons.trust.hooks import Whose
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Reminder
from rangkul.journey.cases.queries import closing_missing
from rangkul.support.entitlements import actions, keeping, queries
from rangkul.support.entitlements.actions.rows import workdays_after
from rangkul.support.entitlements.models import Application, Step
from rangkul.support.entitlements.states import APPLICATION, LATE_ANSWER, LATE_OBJECTION, State
from rangkul.support.entitlements.tests.conftest import TODAY, fresh


def test_nothing_is_applied_for_before_the_client_was_told(cast, begun, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused):
        actions.apply(by=by, application=begun, on=TODAY, place="Dinas sosial")
    with asking(cast.ayu), pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=begun.pk).update(applied_on=TODAY)


@pytest.mark.parametrize("verb", APPLICATION.steps)
@pytest.mark.parametrize("state", State.values)
def test_a_step_is_taken_from_where_the_table_says(verb, state):
    row = Application(state=state)
    if APPLICATION.allows(verb, state):
        APPLICATION.step(row, verb)
    else:
        with pytest.raises(Refused):
            APPLICATION.step(row, verb)
        assert row.state == state


def test_what_waits_for_an_answer_has_a_day(cast, applied, asking):
    with asking(cast.ayu):
        row = Reminder.objects.get(kind=LATE_ANSWER, matter=applied.pk)
    assert row.due == TODAY + timedelta(days=14)


def test_a_refusal_starts_the_days_for_an_objection(cast, refused, asking):
    with asking(cast.ayu):
        row = Reminder.objects.get(kind=LATE_OBJECTION)
        assert Reminder.objects.get(kind=LATE_ANSWER).due is None
    assert refused.objection_due == workdays_after(TODAY, 21, "32.73.01")
    assert refused.objection_law == "UU 30/2014 Pasal 77"
    assert TODAY < row.due < refused.objection_due
    assert row.climbs_on < refused.objection_due


@pytest.mark.parametrize(
    ("said", "last"),
    [(date(2026, 11, 2), date(2026, 12, 1)), (date(2026, 11, 7), date(2026, 12, 7))],
)
def test_the_law_counts_working_days_from_the_day_after(said, last):
    assert workdays_after(said, 21, "32.73.01") == last


def test_what_stands_in_the_letter_counts_before_the_list(cast, applied, asking):
    with asking(cast.ayu) as by:
        actions.refuse(by=by, application=applied, on=TODAY, reason="Kuota", last_day=TODAY + timedelta(days=7))
        row = fresh(applied)
    assert (row.objection_due, row.objection_law) == (TODAY + timedelta(days=7), "")


def test_where_no_day_is_known_somebody_finds_out_within_a_week(cast, case, asking):
    with asking(cast.ayu) as by:
        row = actions.consider(by=by, case=case, programme="bankum")
        actions.tell(by=by, application=row, on=TODAY, words="Mau")
        actions.apply(by=by, application=fresh(row), on=TODAY, place="LBH Contoh")
        actions.refuse(by=by, application=fresh(row), on=TODAY, reason="Di luar wilayah")
        assert fresh(row).objection_due is None
        assert Reminder.objects.get(kind=LATE_OBJECTION).due == TODAY + timedelta(days=7)


def test_before_its_end_the_supervisor_is_told(cast, refused, asking):
    with asking(cast.ayu):
        soon = Reminder.objects.get(kind=LATE_OBJECTION).climbs_on
    with asking(job("cases.clock")), clock.pretending(clock.now() + (soon - TODAY) + timedelta(hours=1)):
        move_clocks()
    with asking(cast.sari):
        told = refused.case.escalations.get(kind=LATE_OBJECTION)
    assert told.told_id == cast.sari.pk
    assert soon < refused.objection_due


def test_only_a_supervisor_lets_a_refusal_stand(cast, refused, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(PermissionDenied):
            actions.let_go(by=by, application=refused, because="Klien tidak mau.")
        with pytest.raises(Refused):
            actions.drop(by=by, application=refused, because="Klien tidak mau.")
    with asking(cast.sari) as by:
        with pytest.raises(Refused):
            actions.let_go(by=by, application=refused, because=" ")
        actions.let_go(by=by, application=refused, because="Klien memilih program lain.")
        assert fresh(refused).state == "let_go"
        assert Reminder.objects.get(kind=LATE_OBJECTION).due is None


def test_an_objection_is_followed_like_an_application(cast, refused, asking):
    with asking(cast.ayu) as by:
        actions.object_to(by=by, application=refused, on=TODAY, place="Kepala dinas sosial", number="7/K")
        assert fresh(refused).place == "Dinas sosial"
        assert fresh(refused).steps.select_related("key").get(verb="object").words == "Kepala dinas sosial, 7/K"
        assert Reminder.objects.get(kind=LATE_OBJECTION).due is None
        assert Reminder.objects.get(kind=LATE_ANSWER).due == workdays_after(TODAY, 10, "32.73.01")
        actions.grant(by=by, application=fresh(refused), on=TODAY)
        actions.receive(by=by, application=fresh(refused), on=TODAY, words="Kartu dan uang tahap pertama.")
        row = fresh(refused)
    assert (row.state, row.ended_on) == ("received", TODAY)


def test_days_stand_in_their_order(cast, applied, asking):
    with asking(cast.ayu) as by:
        for on in (TODAY - timedelta(days=1), TODAY + timedelta(days=1)):
            with pytest.raises(Refused):
                actions.grant(by=by, application=applied, on=on)


def test_a_case_does_not_end_over_an_application(cast, applied, asking):
    with asking(cast.ayu) as by:
        assert "application" in {one.code for one in closing_missing(applied.case)}
        actions.drop(by=by, application=applied, because="Sudah menerima lewat keluarga.")
        assert "application" not in {one.code for one in closing_missing(applied.case)}


def test_each_step_is_kept_and_said(cast, refused, asking):
    with asking(cast.ayu):
        assert list(refused.steps.order_by("made_at").values_list("verb", flat=True)) == [
            "consider", "tell", "apply", "refuse",
        ]  # fmt: skip
        names = set(Event.objects.filter(subject_id=refused.case.pk).values_list("name", flat=True))
    assert {"application.told", "application.applied", "application.refused"} <= names


def test_steps_and_answers_are_only_added(cast, refused, known, asking):
    with asking(cast.ayu), pytest.raises(ProgrammingError), transaction.atomic():
        Step.objects.filter(application=refused).update(on=TODAY)
    with asking(cast.ayu):
        known(dtsen="yes")
        with pytest.raises(ProgrammingError), transaction.atomic():
            queries.Known.objects.update(on=TODAY)


@pytest.mark.parametrize("who", ["budi", "candra", "dimas", "adi"])
def test_others_see_nothing_of_it(cast, refused, known, asking, who):
    with asking(getattr(cast, who)) as by:
        assert not Application.objects.exists()
        assert not Step.objects.exists()
        with pytest.raises((Http404, PermissionDenied)):
            actions.grant(by=by, application=refused, on=TODAY)


def test_what_was_asked_for_them_belongs_into_their_copy(cast, refused, known, asking):
    with asking(cast.ayu):
        known(dtsen="no")
        told = list(keeping.copy_of_applications(Whose((refused.case.person_id,))))
    words = str(told)
    for shown in ("Program Keluarga Harapan", "Kuota penuh", "12/CONTOH", "Mau, asal ditemani.", "DTSEN"):
        assert shown in words
