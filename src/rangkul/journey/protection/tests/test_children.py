"""Each child in a matter walks the steps of every part they have; what was noted can be corrected, and ends."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.base.seen import Overtaken, marks
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Escalation, Reminder
from rangkul.journey.protection import actions, queries
from rangkul.journey.protection.laws import LAWS
from rangkul.journey.protection.models import Child, ChildStep, LegalClock
from rangkul.journey.protection.pathways import PATHWAYS, STEPS, steps_of
from rangkul.journey.protection.states import CHILD_STEP, ChildRole, StepState
from rangkul.journey.protection.tests.conftest import CLOCK, tick

WORDS = {"called": "N", "role": "victim", "needs": "Teman di sekolah", "companion": "Bu Rina", "also": []}


@pytest.fixture
def child(case, cast, asking):
    with asking(cast.ayu) as by:
        return actions.note_child(by=by, folder=case, **WORDS)


def begin(by, child, step="heard", **more):
    words = {"verb": "begin", "owner_id": by.staff_id, "due": today() + timedelta(days=2), **more}
    return actions.move_step(by=by, child=child, step=step, **words)


# --- the table


def test_every_part_has_steps_and_every_clock_of_a_step_is_a_law():
    assert set(PATHWAYS) == set(ChildRole.values)
    for step in STEPS.values():
        assert step.source
        assert not step.law or step.law in LAWS


def test_a_step_that_several_parts_share_is_the_same_step():
    for steps in PATHWAYS.values():
        assert len({one.code for one in steps}) == len(steps)
        assert all(STEPS[one.code] is one for one in steps)


@pytest.mark.parametrize("role", ChildRole.values)
def test_every_child_is_heard_accompanied_and_not_named(role):
    assert {"heard", "accompanied", "hidden", "school"} <= {one.code for one in PATHWAYS[role]}


def test_who_hurt_somebody_and_was_hurt_walks_both_ways_once():
    codes = [one.code for one in steps_of(["law", "victim"])]
    assert len(set(codes)) == len(codes)
    assert {"diversion", "litmas", "apart", "restitution", "safe"} <= set(codes)
    assert codes[0] == "safe"


@pytest.mark.parametrize("verb", CHILD_STEP.steps)
@pytest.mark.parametrize("state", StepState.values)
def test_every_step_of_the_states(verb, state):
    row = ChildStep(state=state)
    if CHILD_STEP.allows(verb, state):
        CHILD_STEP.step(row, verb)
        assert row.state == CHILD_STEP.steps[verb][1]
    else:
        with pytest.raises(Refused):
            CHILD_STEP.step(row, verb)


# --- walking


def test_nothing_was_done_until_somebody_does_it(case, child, cast, asking):
    with asking(cast.ayu):
        (pathway,) = queries.children_of(case)
        assert pathway.over == 0
        assert pathway.next.step.code == "safe"
        assert {one.state for one in pathway.walked} == {StepState.TODO}


def test_what_runs_has_an_owner_and_a_day_and_stands_on_the_day_of_the_worker(case, child, cast, asking):
    with asking(cast.ayu) as by:
        row = begin(by, child)
        kept = Reminder.objects.get()
        assert (kept.kind, kept.matter, kept.due) == ("child_step", row.pk, today() + timedelta(days=2))
        assert queries.pathway_of(child).next.step.code == "heard"
        for wrong in ({"owner_id": None}, {"owner_id": cast.budi.pk}, {"due": None}, {"due": today() - timedelta(1)}):
            with pytest.raises(Refused):
                begin(by, child, **wrong)
        assert queries.pathway_of(child).by_urgency[0].step.code == "heard"
        actions.move_step(by=by, child=child, step="heard", verb="finish", words="Ia ingin tetap di kelasnya")
        assert Reminder.objects.get().due is None
        assert queries.pathway_of(child).over == 1
        assert queries.pathway_of(child).by_urgency[-1].step.code == "heard"


def test_a_day_that_has_passed_is_told_above(child, cast, asking):
    with asking(cast.ayu) as by:
        begin(by, child)
        Reminder.objects.update(due=today() - timedelta(days=3), climbs_on=today() - timedelta(days=1))
    tick()
    with asking(CLOCK):
        assert Escalation.objects.get().told_id == cast.sari.pk


def test_what_is_not_needed_says_why_and_can_be_opened_again(child, cast, asking):
    with asking(cast.ayu) as by:
        for verb in ("skip", "finish"):
            with pytest.raises(Refused) as refused:
                actions.move_step(by=by, child=child, step="police", verb=verb, words="  ")
            assert refused.value.field == "words"
        actions.move_step(by=by, child=child, step="police", verb="skip", words="Bukan kekerasan seksual")
        with pytest.raises(Refused):
            begin(by, child, "police")
        assert begin(by, child, "police", verb="again").state == StepState.DOING
        with pytest.raises(Http404):
            begin(by, child, "unknown")


# --- correcting


def test_a_correction_keeps_what_stood_before(child, cast, asking):
    with asking(cast.ayu) as by:
        actions.change_child(by=by, child=child, words={"role": "law", "also": ["victim", "law"], "needs": "Didengar"})
        row = queries.child_of(child.case, child.pk)
        assert (row.role, row.also, row.needs, row.called) == ("law", ["victim"], "Didengar", "N")
        (earlier,) = queries.history_of(row)
        assert (earlier.who, earlier.child.role, earlier.child.needs) == (cast.ayu.full_name, "victim", WORDS["needs"])


def test_a_correction_that_changes_nothing_says_nothing(child, cast, asking):
    with asking(cast.ayu) as by:
        actions.change_child(by=by, child=child, words=WORDS)
        assert not queries.history_of(child)
    with asking(CLOCK):
        assert not Event.objects.filter(name="child.changed").exists()


def test_two_who_correct_write_over_nothing_of_each_other(child, cast, asking):
    seen = marks(actions.stands(child))
    with asking(cast.sari) as by:
        actions.change_child(by=by, child=child, words={"needs": "Pindah kelas"})
    with asking(cast.ayu) as by:
        with pytest.raises(Overtaken) as refused:
            actions.change_child(by=by, child=child, words=WORDS | {"needs": "Tetap di kelas"}, seen=seen)
        assert refused.value.field == "needs"
        actions.change_child(by=by, child=child, words=WORDS | {"companion": "Bu Tin"}, seen=seen)
        row = queries.child_of(child.case, child.pk)
        assert (row.needs, row.companion) == ("Pindah kelas", "Bu Tin")


@pytest.mark.parametrize("words", [{"role": "x"}, {"also": ["x"]}, {"called": " "}, {"needs": ""}])
def test_a_correction_is_as_whole_as_a_note(child, cast, asking, words):
    with asking(cast.ayu) as by, pytest.raises(Refused):
        actions.change_child(by=by, child=child, words=words)


def test_steps_of_a_part_that_the_child_no_longer_has_stay_to_be_read(child, cast, asking):
    with asking(cast.ayu) as by:
        actions.move_step(by=by, child=child, step="restitution", verb="finish", words="Diajukan")
        actions.change_child(by=by, child=child, words={"role": "involved"})
        codes = [one.step.code for one in queries.pathway_of(queries.child_of(child.case, child.pk)).walked]
        assert "restitution" in codes
        assert "safe" not in codes


# --- ending


def test_who_has_no_part_any_more_is_ended_and_can_be_taken_up_again(child, cast, asking):
    with asking(cast.ayu) as by:
        row = begin(by, child)
        actions.end_child(by=by, child=child, because="Ternyata tidak ada di tempat itu")
        assert Reminder.objects.get().due is None
        for verb in (lambda: actions.end_child(by=by, child=child, because="x"), lambda: begin(by, child)):
            with pytest.raises(Refused):
                verb()
        for _ in range(2):
            actions.resume_child(by=by, child=child)
        assert Reminder.objects.get().due == row.due
    with asking(CLOCK):
        assert Event.objects.filter(name="child.resumed").count() == 1


def test_a_running_step_is_held_until_somebody_else_has_it(child, cast, asking):
    with asking(cast.ayu) as by:
        begin(by, child)
        assert queries.steps_held_by(cast.ayu) == 1
        actions.move_step(by=by, child=child, step="heard", verb="finish", words="Didengar")
        assert queries.steps_held_by(cast.ayu) == 0


def test_what_runs_follows_to_the_new_worker_and_from_whoever_leaves_the_team(case, child, cast, asking):
    with asking(cast.ayu) as by:
        cases.add_member(by=by, case=case, staff=cast.dimas)
        done = actions.start_clock(by=by, folder=case, law="tpks_police_72h", because="Lapor", began_at=clock.now())
        begin(by, child, owner_id=cast.dimas.pk)
        LegalClock.objects.filter(pk=done.pk).update(owner_id=cast.dimas.pk)
        cases.end_member(by=by, member=case.team.get(staff=cast.dimas))
        assert {LegalClock.objects.get().owner_id, ChildStep.objects.get().owner_id} == {cast.ayu.pk}
        cases.transfer(by=by, case=case, worker=cast.dimas, reason="Ayu cuti", stay=True)
        assert {LegalClock.objects.get().owner_id, ChildStep.objects.get().owner_id} == {cast.dimas.pk}
        handed = Event.objects.filter(name="protection.handed_over", subject_id=case.pk)
        assert [one.payload["running"] for one in handed] == [2, 2]


# --- the database, and who may


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("runs_with_owner_and_day", {"state": "doing"}),
        ("ends_with_words", {"state": "done"}),
        ("runs_with_owner_and_day", {"state": "todo", "due": today()}),
    ],
)
def test_the_database_holds_the_steps(child, cast, asking, name, values):
    whose = {"case_id": child.case_id, "key": child.key, "child": child, "by_id": cast.ayu.pk}
    with asking(cast.ayu), pytest.raises(IntegrityError, match=name), transaction.atomic():
        ChildStep.objects.create(step="heard", changed_at=clock.now(), **whose, **values)


def test_the_database_ends_no_child_without_why(child, cast, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError, match="ended_by_somebody"), transaction.atomic():
        Child.objects.update(ended_at=clock.now())


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_sees_no_step(child, cast, asking, who):
    with asking(cast.ayu) as by:
        begin(by, child)
    with asking(getattr(cast, who)) as by:
        assert not ChildStep.objects.exists()
        with pytest.raises(PermissionDenied):
            actions.end_child(by=by, child=child, because="x")


def test_no_machine_moves_a_step(child, asking):
    with asking(CLOCK), pytest.raises(PermissionDenied):
        actions.move_step(by=CLOCK, child=child, step="heard", verb="finish", words="x")


# --- pages


def test_a_child_is_corrected_walked_and_ended_on_one_page(child, cast, signed_in, asking):
    browser, here = signed_in(cast.ayu), reverse("protection:child", args=[child.case_id, child.pk])
    page = browser.get(here).content.decode()
    for words in ("Pastikan anak aman malam ini", "perlu diperiksa", "UU 11/2012 Pasal 68", "jenis=tpks_police_72h"):
        assert words in page
    step = reverse("protection:child_step", args=[child.case_id, child.pk, "heard"])
    assert browser.post(step, {"once": str(uuid4()), "verb": "finish"}).status_code == 422
    for words in (
        {"verb": "begin", "owner_id": str(cast.ayu.pk), "due": str(today())},
        {"verb": "finish", "words": "Ia ingin tetap di kelasnya"},
    ):
        once = str(uuid4())
        for _ in range(2):
            assert browser.post(step, {"once": once, **words}).status_code == 302
    wrong = browser.post(here, {"once": str(uuid4()), **WORDS, "called": ""})
    assert wrong.status_code == 422
    changed = {**WORDS, "role": "law", "also": ["victim"]}
    assert browser.post(here, {"once": str(uuid4()), **changed}).status_code == 302
    end = reverse("protection:child_end", args=[child.case_id, child.pk])
    assert browser.post(end, {"once": str(uuid4())}).status_code == 422
    assert browser.post(end, {"once": str(uuid4()), "because": "Pindah kota"}).status_code == 302
    page = browser.get(here).content.decode()
    for words in ("Pindah kota", "Ia ingin tetap di kelasnya", "Anak yang berkonflik dengan hukum", "Lanjutkan lagi"):
        assert words in page
    assert "Yang tercatat sebelumnya" in page
    resume = reverse("protection:child_resume", args=[child.case_id, child.pk])
    assert browser.post(resume, {"once": str(uuid4())}).status_code == 302
    for name in ("of_case", "online"):
        page = browser.get(reverse(f"protection:{name}", args=[child.case_id])).content.decode()
        assert "Berikutnya:" in page


def test_the_clock_of_a_step_is_shown_where_it_runs(child, cast, signed_in, asking):
    with asking(cast.ayu) as by:
        actions.start_clock(by=by, folder=child.case, law="tpks_police_72h", began_at=clock.now(), because="Melapor")
    page = signed_in(cast.ayu).get(reverse("protection:child", args=[child.case_id, child.pk])).content.decode()
    assert "Batas waktunya berjalan:" in page
    assert "jenis=tpks_police_72h" not in page


def test_pages_of_a_child_refuse_get_strangers_and_odd_names(child, cast, signed_in):
    posts = {"child_step": ["heard"], "child_end": [], "child_resume": []}
    for name, more in posts.items():
        address = reverse(f"protection:{name}", args=[child.case_id, child.pk, *more])
        assert signed_in(cast.ayu).get(address).status_code == 405
        assert signed_in(cast.budi).post(address, {"once": str(uuid4())}).status_code == 404
    browser = signed_in(cast.ayu)
    assert browser.get(reverse("protection:child", args=[child.case_id, uuid4()])).status_code == 404
    odd = reverse("protection:child_step", args=[child.case_id, child.pk, "odd"])
    assert browser.post(odd, {"once": str(uuid4())}).status_code == 404


def test_the_timeline_tells_it(child, cast, signed_in, asking):
    with asking(cast.ayu) as by:
        actions.move_step(by=by, child=child, step="heard", verb="finish", words="Ia didengar")
        actions.change_child(by=by, child=child, words={"role": "witness"})
        actions.end_child(by=by, child=child, because="Pindah kota")
    page = signed_in(cast.ayu).get(reverse("cases:case", args=[child.case_id])).content.decode()
    for words in ("Anak dicatat: Anak korban", "Catatan anak diperbaiki: Anak saksi", "Catatan anak diakhiri"):
        assert words in page
