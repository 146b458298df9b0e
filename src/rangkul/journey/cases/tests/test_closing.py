"""The end of a case: together, with a reason, not while something grave stands open."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.hooks import Answer
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Level
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Case, Decision, Task, TeamMember, Termination
from rangkul.journey.cases.states import Stage, TaskKind

GOOD = actions.Ending(
    reason="achieved",
    summary="Wati aman dan bekerja.",
    client_words="Anda sudah bisa berjalan sendiri. Pintu kami tetap terbuka.",
    client_informed=True,
    aftercare=(("Telepon menanyakan kabar", days.today() + timedelta(days=30)),),
    satisfaction=5,
)


@pytest.fixture
def at_the_end(case, cast, asking, agreed):
    with asking(cast.ayu):
        Case.objects.update(stage=Stage.TERMINATION)
    case.stage = Stage.TERMINATION
    return case


def end(staff, case, **more):
    return actions.terminate(by=staff.asker(), case=case, ending=replace(GOOD, **more))


def test_it_ends_with_aftercare_and_words_for_the_client(at_the_end, cast, asking):
    with asking(cast.ayu):
        ended = end(cast.ayu, at_the_end)
        assert (ended.state, ended.stage) == ("closed", Stage.AFTERCARE)
        assert Task.objects.get().kind == TaskKind.AFTERCARE
        assert "Pintu kami" in Decision.objects.select_related("key").get(kind="ended").text


def test_without_aftercare_it_stays_in_termination(at_the_end, cast, asking):
    with asking(cast.ayu):
        assert end(cast.ayu, at_the_end, aftercare=()).stage == Stage.TERMINATION


def test_it_ends_once(at_the_end, cast, asking):
    with asking(cast.ayu):
        end(cast.ayu, at_the_end)
        with pytest.raises(Refused):
            end(cast.ayu, at_the_end)


def test_it_does_not_end_from_an_earlier_stage(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="tahap terminasi"):
        end(cast.ayu, case)


def test_the_client_is_told_first(at_the_end, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        end(cast.ayu, at_the_end, client_informed=False)
    assert refused.value.field == "client_informed"


def test_who_cannot_be_told_is_not_in_the_way(at_the_end, cast, asking):
    with asking(cast.ayu):
        assert end(cast.ayu, at_the_end, reason="lost_contact", client_informed=False).state == "closed"


@pytest.fixture(params=["risk", "duty", "signature"])
def standing(request, at_the_end, cast, asking):
    """Something that stands open, and the code under which it is named."""
    with asking(cast.ayu):
        by = cast.ayu.asker()
        if request.param == "risk":
            actions.change_level(by=by, case=at_the_end, level="oranye", reason="Suami kembali")
            return "risk"
        if request.param == "duty":
            actions.add_task(by=by, case=at_the_end, title="Lapor", due=days.today(), owner=cast.ayu, kind="duty")
            return "duty"
        actions.ask_signature(by=by, case=at_the_end, subject_kind="plan")
        return "signature.waiting"


def test_it_is_blocked_and_says_why(at_the_end, cast, asking, standing):
    with asking(cast.ayu):
        assert [one.code for one in queries.closing_missing(queries.get(at_the_end.pk))] == [standing]
        with pytest.raises(Refused, match="Belum bisa diakhiri"):
            end(cast.ayu, at_the_end)
        with pytest.raises(Refused):
            end(cast.ayu, at_the_end, all_the_same="Saya rasa cukup")


def test_a_supervisor_ends_it_all_the_same_and_the_reason_stays(at_the_end, cast, asking, standing):
    with asking(cast.sari):
        end(cast.sari, at_the_end, all_the_same="Klien menolak dihubungi lagi")
        row = Termination.objects.select_related("key").get()
    assert (row.passed_over, row.passed_over_by_id) == ([standing], cast.sari.pk)
    assert row.passed_over_reason == "Klien menolak dihubungi lagi"


def test_a_juniors_ending_is_signed_first(juniors_case, cast, asking):
    with asking(cast.dimas):
        Case.objects.filter(pk=juniors_case.pk).update(stage=Stage.TERMINATION)
        with pytest.raises(Refused, match="Pengakhiran belum ditandatangani"):
            end(cast.dimas, juniors_case)


def test_another_worker_does_not_end_it(at_the_end, cast, asking):
    with asking(cast.dimas), pytest.raises(PermissionDenied):
        end(cast.dimas, at_the_end)


def test_it_opens_again_with_a_new_look_and_can_end_again(at_the_end, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        ended = end(cast.ayu, at_the_end)
        again = actions.reopen(by=by, case=ended, reason="Suami kembali memukul")
        assert (again.state, again.stage, again.closed_at) == ("open", Stage.ASSESSMENT, None)
        with pytest.raises(Refused):
            actions.reopen(by=by, case=again, reason="x")


def test_promises_of_the_service_end_with_it_and_duties_stay(at_the_end, cast, asking):
    with asking(cast.sari):
        by = cast.sari.asker()
        for kind in (TaskKind.TASK, TaskKind.DUTY):
            actions.add_task(by=by, case=at_the_end, title="Lapor", due=days.today(), kind=kind)
        meeting = actions.add_appointment(by=by, case=at_the_end, at=clock.now() + timedelta(days=3))
        end(cast.sari, at_the_end, all_the_same="Laporan dikirim menyusul.", aftercare=())
        assert {task.kind: task.state for task in Task.objects.all()} == {"task": "dropped", "duty": "open"}
        meeting.refresh_from_db()
        assert meeting.state == "cancelled"


def test_a_case_is_opened_again_in_other_hands_than_those_of_who_stepped_aside(
    at_the_end, cast, asking, signed_in, wati
):
    made = handed_in()
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=made.pk)
        intake.link_person(by=by, request=request, person=wati)
        intake.accept(by=by, request=request, text="Ya", running=Answer(join=at_the_end.pk), no_conflict=True)
        Case.objects.update(stage=Stage.TERMINATION, level=Level.HIJAU)
        Task.objects.update(state="dropped", ended_at=clock.now(), ended_by=cast.ayu)
        end(cast.ayu, Case.objects.get())
        intake.state_conflict(by=by, request=request, kind="relative")
    browser, page = signed_in(cast.sari), reverse("cases:reopen", args=[at_the_end.pk])
    assert browser.post(page, {"reason": "Datang lagi"}).status_code == 422
    with asking(cast.sari) as by:
        ended = Case.objects.get()
        with pytest.raises(Refused, match="Ayu punya hubungan pribadi"):
            actions.reopen(by=by, case=ended, reason="Datang lagi")
        with pytest.raises(IntegrityError, match="tied"), transaction.atomic():
            Case.objects.filter(pk=ended.pk).update(state="open", closed_at=None)
    assert browser.post(page, {"reason": "Datang lagi", "worker": str(cast.dimas.pk)}).status_code == 302
    with asking(cast.dimas):
        assert Case.objects.get().state == "open"
        assert not TeamMember.objects.filter(staff=cast.ayu, until=None).exists()
