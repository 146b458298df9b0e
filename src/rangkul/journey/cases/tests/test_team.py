"""Who joins sees the case; who leaves does not, at once."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as
from rangkul.base.models import Event
from rangkul.commons.trust.actions import grant
from rangkul.commons.trust.models import AccessGrant
from rangkul.commons.trust.states import Basis
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake import rights
from rangkul.entry.intake.hooks import Answer
from rangkul.entry.intake.models import Conflict, Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Case, Decision, Signature, TeamMember
from rangkul.journey.cases.states import SignatureSubject


def sees(asking, staff) -> bool:
    with asking(staff):
        return Case.objects.exists()


@pytest.fixture
def joined(case, cast, asking):
    with asking(cast.ayu):
        return actions.add_member(by=cast.ayu.asker(), case=case, staff=cast.candra)


def test_a_member_sees_the_case_and_its_person(joined, cast, asking, wati):
    assert sees(asking, cast.candra)


def test_adding_twice_is_once(joined, case, cast, asking):
    with asking(cast.ayu):
        assert actions.add_member(by=cast.ayu.asker(), case=case, staff=cast.candra).pk == joined.pk


def test_ending_the_membership_ends_the_right(joined, cast, asking):
    with asking(cast.ayu):
        actions.end_member(by=cast.ayu.asker(), member=joined)
        assert not AccessGrant.objects.filter(grantee_id=cast.candra.pk, valid_to=None).exists()
    assert not sees(asking, cast.candra)


def test_one_may_leave_oneself(joined, cast, asking):
    with asking(cast.candra):
        actions.end_member(by=cast.candra.asker(), member=TeamMember.objects.select_related("case").get(pk=joined.pk))
        assert not Case.objects.exists()


def test_the_responsible_worker_does_not_just_leave(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="Pindahkan"):
        actions.end_member(by=cast.ayu.asker(), member=case.team.select_related("case").get())


def test_a_co_worker_does_not_lead(joined, case, cast, asking):
    with asking(cast.candra), pytest.raises(PermissionDenied):
        actions.add_member(by=cast.candra.asker(), case=case, staff=cast.dimas)


def test_who_does_not_practise_is_not_let_in(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="pekerja sosial"):
        actions.add_member(by=cast.ayu.asker(), case=case, staff=cast.adi)


def test_a_transfer_gives_the_case_and_takes_it(case, cast, asking):
    with asking(cast.ayu):
        moved = actions.transfer(by=cast.ayu.asker(), case=case, worker=cast.dimas, reason="Ayu cuti")
        assert moved.worker_id == cast.dimas.pk
    assert sees(asking, cast.dimas)
    assert not sees(asking, cast.ayu)
    with asking(cast.dimas):
        assert Decision.objects.filter(kind="worker").exists()
        assert TeamMember.objects.filter(until=None).count() == 1


def test_the_former_worker_may_stay(case, cast, asking):
    with asking(cast.ayu):
        actions.transfer(by=cast.ayu.asker(), case=case, worker=cast.dimas, reason="Ayu cuti", stay=True)
    assert sees(asking, cast.ayu)


def test_a_supervisor_hands_it_to_another_unit(case, cast, asking):
    with asking(cast.sari):
        actions.transfer(by=cast.sari.asker(), case=case, worker=cast.candra, reason="Klien pindah ke Cimahi")
    assert sees(asking, cast.candra)
    assert sees(asking, cast.dewi)
    assert not sees(asking, cast.sari)
    assert not sees(asking, cast.ayu)


def test_it_does_not_leave_the_agency(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="rujukan"):
        actions.transfer(by=cast.ayu.asker(), case=case, worker=cast.budi, reason="x")


def test_who_is_tied_to_the_person_of_the_request_holds_no_case_of_it_and_signs_nothing(cast, asking, wati):
    """Candra and the supervisor Sari said so while it was a request."""
    made = handed_in()
    for who in (cast.candra, cast.sari):
        with asking_as(rights.JOB):
            rights.let_in(made, who.pk, "supervision", "membantu")
        with asking(who) as by:
            intake.state_conflict(by=by, request=made, kind="relative")
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=made.pk)
        with pytest.raises(Refused, match="Candra punya hubungan pribadi"):
            actions.open_case(by=by, person=wati, request=request, worker=cast.candra)
        case = actions.open_case(by=by, person=wati, request=request)
        signature = actions.ask_signature(by=by, case=case, subject_kind=SignatureSubject.ASSESSMENT)
        with pytest.raises(Refused, match="Candra punya hubungan pribadi"):
            actions.transfer(by=by, case=case, worker=cast.candra, reason="Pindah rumah")
        with pytest.raises(IntegrityError, match="tied"), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(worker=cast.candra)
        with pytest.raises(IntegrityError, match="tied"), transaction.atomic():
            Signature.objects.filter(pk=signature.pk).update(
                state="signed", decided_by=cast.sari, decided_at=signature.asked_at
            )
    with asking(cast.sari):
        assert not Signature.objects.exists()
        assert not Event.objects.filter(subject_id__in=[case.pk, made.pk]).exists()
    assert not sees(asking, cast.sari)


def let_ayu_look(cast, case):
    with asking_as(rights.JOB):
        grant(by=rights.JOB, subject=("case", case.pk), grantee=("staff", cast.ayu.pk), basis=Basis.CONSENT)


def test_who_works_on_the_case_hands_it_over_before_they_step_aside_and_reads_it_no_more(cast, asking, wati):
    made = handed_in()
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=made.pk)
        intake.link_person(by=by, request=request, person=wati)
        case = intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
        with pytest.raises(Refused, match=f"masih bekerja di kasus {case.number}"):
            intake.state_conflict(by=by, request=request, kind="relative")
        with pytest.raises(IntegrityError, match="works on the case first"), transaction.atomic():
            Conflict.objects.create(request=request, key=request.key, staff=cast.ayu, kind="relative")
        actions.transfer(by=by, case=case, worker=cast.dimas, reason="Saudara saya")
    let_ayu_look(cast, case)
    assert sees(asking, cast.ayu)
    with asking(cast.ayu) as by:
        intake.state_conflict(by=by, request=request, kind="relative")
    assert not sees(asking, cast.ayu)
    assert sees(asking, cast.dimas)


def test_so_it_is_where_the_request_joined_the_case(case, cast, asking, wati):
    made = handed_in()
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=made.pk)
        intake.link_person(by=by, request=request, person=wati)
        intake.accept(by=by, request=request, text="Ya", running=Answer(join=case.pk), no_conflict=True)
        with pytest.raises(Refused, match=f"masih bekerja di kasus {case.number}"):
            intake.state_conflict(by=by, request=request, kind="relative")
        with pytest.raises(IntegrityError, match="works on the case first"), transaction.atomic():
            Conflict.objects.create(request=request, key=request.key, staff=cast.ayu, kind="relative")
        actions.transfer(by=by, case=case, worker=cast.dimas, reason="Saudara saya")
    let_ayu_look(cast, case)
    assert sees(asking, cast.ayu)
    with asking(cast.ayu) as by:
        intake.state_conflict(by=by, request=request, kind="relative")
        assert not Event.objects.filter(subject_id=case.pk).exists()
    assert not sees(asking, cast.ayu)
    assert sees(asking, cast.dimas)
    with asking(cast.dimas) as by:
        signature = actions.ask_signature(by=by, case=case, subject_kind=SignatureSubject.ASSESSMENT)
        with pytest.raises(Refused, match="Ayu punya hubungan pribadi"):
            actions.add_member(by=by, case=Case.objects.get(), staff=cast.ayu)
        with pytest.raises(Refused, match="Ayu punya hubungan pribadi"):
            actions.transfer(by=by, case=Case.objects.get(), worker=cast.ayu, reason="Kembali")
        for write in (
            lambda: TeamMember.objects.create(case=case, staff=cast.ayu, role="co_worker"),
            lambda: Case.objects.filter(pk=case.pk).update(worker=cast.ayu),
            lambda: Signature.objects.filter(pk=signature.pk).update(
                state="signed", decided_by=cast.ayu, decided_at=signature.asked_at
            ),
        ):
            with pytest.raises(IntegrityError, match="tied"), transaction.atomic():
                write()


def test_an_ended_case_keeps_nobody_from_stepping_aside(cast, asking, wati):
    made = handed_in()
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=made.pk)
        intake.link_person(by=by, request=request, person=wati)
        case = intake.accept(by=by, request=request, text="Kami dampingi.", no_conflict=True)
        Case.objects.filter(pk=case.pk).update(state="closed", closed_at=case.opened_at, contract_due_at=None)
        intake.state_conflict(by=by, request=request, kind="relative")
        assert not Event.objects.filter(subject_id=case.pk).exists()
    assert not sees(asking, cast.ayu)
