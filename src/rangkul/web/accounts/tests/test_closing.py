"""Closing an account: what it holds goes to a named person in the same transaction, or the account stays open."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction
from django.urls import reverse
from tests.support.cases import opened

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.people.hooks import LEAVING
from rangkul.commons.people.models import Staff
from rangkul.commons.people.tests import telling
from rangkul.entry.intake import jobs as clocks
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Appointment, Task
from rangkul.journey.conferences import actions as conferences
from rangkul.journey.conferences.models import Invitation
from rangkul.sustain.workforce import actions as workforce
from rangkul.sustain.workforce.models import Contract, FollowUp, Practicum, Session, StudyCase
from rangkul.web.accounts.leaving import close_account, held_by

WHY = "Akun Sari ditutup."


def close(cast, asking, who, to=None):
    with asking(cast.adi) as adi:
        return close_account(by=adi, staff=Staff.objects.get(pk=who.pk), successor=to)


def words(cast, asking, who):
    with asking(cast.adi):
        return " | ".join(one.words for one in held_by(who))


@pytest.fixture
def contract(cast, asking):
    with asking(cast.sari) as sari:
        draft = workforce.draft_contract(by=sari, supervisor=cast.sari, worker=cast.ayu)
    for who in (cast.sari, cast.ayu):
        with asking(who) as by:
            signed = workforce.sign_contract(by=by, contract=draft)
    return signed


@pytest.fixture
def held(cast, asking, contract):
    """Written down and signed by nobody; Sari owes a promise; the next session is planned."""
    with asking(cast.sari) as sari:
        session = workforce.plan_session(by=sari, contract=contract, at=clock.now() + timedelta(hours=1))
        workforce.add_follow_up(by=sari, session=session, text="Cari pelatihan", owner=cast.sari, due=today())
        return workforce.record_session(
            by=sari, session=session, summary="Beban", supportive=30, next_at=clock.now() + timedelta(weeks=4)
        )


def test_who_holds_nothing_is_closed_signed_out_and_told_of_nothing_more(cast, asking, signed_in, settings):
    telling.set_up(settings)
    telling.wish(cast.putri)
    browser = signed_in(cast.putri)
    close(cast, asking, cast.putri)
    close(cast, asking, cast.putri)
    with asking(cast.adi):
        assert not Staff.objects.get(pk=cast.putri.pk).is_active
    with asking_as(LEAVING):
        assert Event.objects.filter(name="staff.account_closed").count() == 1
    assert browser.get("/kerja/").status_code == 302
    assert telling.rows() == []


@pytest.mark.parametrize("who", ["ayu", "sari", "rini"])
def test_only_an_admin_closes(cast, asking, who):
    with asking(getattr(cast, who)) as by, pytest.raises(PermissionDenied):
        close_account(by=by, staff=cast.dimas)


def test_nobody_closes_their_own(cast, asking):
    with pytest.raises(Refused, match="sendiri"):
        close(cast, asking, cast.adi)


def test_a_worker_with_running_cases_is_not_closed(cast, asking):
    with asking(cast.ayu):
        opened(cast.ayu)
    assert "1 kasus berjalan" in words(cast, asking, cast.ayu)
    with pytest.raises(Refused, match="1 kasus berjalan"):
        close(cast, asking, cast.ayu, cast.sari)
    with asking(cast.adi):
        assert Staff.objects.get(pk=cast.ayu.pk).is_active


def test_a_supervisor_is_closed_only_with_somebody_who_goes_on(cast, asking, held):
    assert "supervisi bagi 1 pekerja sosial" in words(cast, asking, cast.sari)
    with pytest.raises(Refused, match="Pilih siapa yang meneruskan") as refused:
        close(cast, asking, cast.sari)
    assert refused.value.field == "successor"
    with pytest.raises(Refused, match="harus supervisor"):
        close(cast, asking, cast.sari, cast.candra)
    with asking(cast.sari):
        assert Contract.objects.get().state == "in_force"


def test_supervision_ends_with_its_reason_and_the_worker_is_not_alone(cast, asking, held):
    close(cast, asking, cast.sari, cast.dewi)
    with asking(cast.ayu):
        rows = Contract.objects.select_related("key").order_by("made_at")
        before, after = rows
        assert (before.state, before.why_ended, before.ended_by_id) == ("ended", WHY, cast.adi.pk)
        assert (after.state, after.supervisor_id, after.worker_id) == ("draft", cast.dewi.pk, cast.ayu.pk)
        assert Staff.objects.get(pk=cast.ayu.pk).supervisor_id == cast.dewi.pk
    with asking(cast.dewi):
        assert Contract.objects.get().state == "draft"
        assert not Session.objects.exists()


def test_what_was_not_signed_stays_as_it_was_written(cast, asking, held):
    close(cast, asking, cast.sari, cast.dewi)
    with asking(cast.ayu) as ayu:
        states = {row.state: row for row in Session.objects.select_related("key")}
        assert set(states) == {"left", "cancelled"}
        left = states["left"]
        assert (left.summary, left.supervisor_signed_at) == ("Beban", None)
        assert states["cancelled"].why_cancelled == WHY
        with pytest.raises(Refused):
            workforce.sign_session(by=ayu, session=left)
        with pytest.raises(Refused):
            workforce.record_session(by=ayu, session=left, summary="Lain", supportive=5, why_no_next="x")
        workforce.correct_session(by=ayu, session=left, text="Supervisor tidak sempat menandatangani")


def test_a_promise_goes_to_the_other_of_the_two(cast, asking, held):
    close(cast, asking, cast.sari, cast.dewi)
    with asking(cast.ayu):
        row = FollowUp.objects.get()
        assert (row.owner_id, row.state) == (cast.ayu.pk, "open")


def test_nobody_puts_a_promise_in_the_name_of_another(cast, asking, held):
    with asking(cast.sari), pytest.raises(ProgrammingError, match="in the name of another"), transaction.atomic():
        FollowUp.objects.update(owner=cast.ayu)


def test_who_leaves_as_the_supervised_only_ends_it(cast, asking, held):
    close(cast, asking, cast.ayu)
    with asking(cast.sari):
        assert Contract.objects.get().state == "ended"
        assert {row.state for row in Session.objects.all()} == {"left", "cancelled"}


@pytest.fixture
def practicum(cast, asking):
    tono = Staff(username="tono", full_name="Tono", called_name="Tono", roles=["praktikan"], agency=cast.adi.agency)
    with asking(cast.adi):
        tono.save(force_insert=True)
    with asking(cast.candra) as candra:
        row = workforce.begin_practicum(
            by=candra, student=tono, school="Poltekesos", begins=today(), ends=today() + timedelta(days=60)
        )
        case = opened(cast.candra)
        study = workforce.draft_study(by=candra, practicum=row, case=case, mode="spoken", witness="Bu RT")
        workforce.give_study(by=candra, study=study, picture="Seorang ibu mencari tempat aman.")
    with asking(cast.dewi) as dewi:
        cases.transfer(by=dewi, case=case, worker=cast.dewi, reason="Pindah")
    return row


def test_a_practicum_gets_another_instructor_and_its_cases_are_taken_back(cast, asking, practicum):
    assert "pembimbing 1 praktikum" in words(cast, asking, cast.candra)
    with pytest.raises(Refused, match="Pilih siapa yang meneruskan"):
        close(cast, asking, cast.candra)
    close(cast, asking, cast.candra, cast.ayu)
    with asking(cast.ayu):
        assert Practicum.objects.get().instructor_id == cast.ayu.pk
    with asking_as(LEAVING):
        assert StudyCase.objects.get().state == "withdrawn"


def test_a_students_account_ends_the_practicum(cast, asking, practicum):
    with asking(cast.adi):
        tono = Staff.objects.get(username="tono")
    close(cast, asking, tono)
    with asking(cast.candra):
        assert Practicum.objects.get().state == "ended"


def test_seats_end_and_what_stands_beside_a_case_goes_to_its_worker(cast, asking):
    with asking(cast.ayu) as ayu:
        case = opened(cast.ayu)
        cases.add_member(by=ayu, case=case, staff=cast.dimas)
        cases.add_task(by=ayu, case=case, title="Antar obat", due=today(), owner=cast.dimas)
        called = conferences.Called(at=clock.now() + timedelta(days=3), place="A", question="B", brief="C")
        conference = conferences.call_conference(by=ayu, case=case, called=called)
        conferences.invite_colleague(by=ayu, conference=conference, staff=cast.dimas)
    assert "1 undangan pembahasan kasus" in words(cast, asking, cast.dimas)
    close(cast, asking, cast.dimas)
    with asking(cast.ayu):
        assert Invitation.objects.get().ended_at is not None
        assert Task.objects.get().owner_id == cast.ayu.pk
        assert not case.team.filter(staff=cast.dimas, until=None).exists()
        assert not Appointment.objects.exists()


def test_the_page_says_what_is_held_and_closes_once(cast, asking, held, signed_in):
    adi = signed_in(cast.adi)
    page = adi.get(reverse("accounts:staff_edit", args=[cast.sari.pk])).content.decode()
    assert "supervisi bagi 1 pekerja sosial" in page
    assert "Beban" not in page
    where = reverse("accounts:close", args=[cast.sari.pk])
    assert adi.get(where).status_code == 405
    assert signed_in(cast.rini).post(where, {"once": str(uuid4())}).status_code == 403
    empty = adi.post(where, {"once": str(uuid4())})
    assert empty.status_code == 422
    assert "Pilih siapa yang meneruskan" in empty.content.decode()
    given = {"once": str(uuid4()), "successor": str(cast.dewi.pk)}
    for _ in range(2):
        assert adi.post(where, given).status_code == 302
    assert "ditutup" in adi.get(reverse("accounts:staff")).content.decode()


def test_requests_are_given_on_by_the_rule(cast, asking):
    made = handed_in()
    assert made.owner_id == cast.ayu.pk
    assert "1 permintaan; diteruskan menurut aturan" in words(cast, asking, cast.ayu)
    close(cast, asking, cast.ayu)
    with asking_as(job("intake.clock")):
        clocks.move_clocks()
        assert Request.objects.get().owner_id == cast.sari.pk
