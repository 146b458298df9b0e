"""What stands open after its time is told to a named person above, and on upward until one takes care of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.journey.cases import actions, jobs, queries
from rangkul.journey.cases.models import Appointment, Case, Escalation, Signature, Task
from rangkul.journey.cases.states import TICKET_DOOR, MatterKind, SignatureSubject

CLOCK = job("cases.clock")
WEEK = timedelta(days=7)


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()


def run_out():
    """The next person's time has passed too."""
    with asking_as(CLOCK):
        Escalation.objects.filter(next_at__isnull=False).update(next_at=clock.now() - timedelta(seconds=1))


def told(asking):
    with asking(CLOCK):
        return list(Escalation.objects.order_by("step").values_list("told_id", flat=True))


@pytest.fixture
def helped(case, cast, asking):
    """Help came before the contract, eight days ago."""
    with asking(cast.ayu):
        actions.give_emergency_help(by=cast.ayu.asker(), case=case, help_given="Makanan", reason="Belum makan")
        Case.objects.filter(pk=case.pk).update(contract_due_at=clock.now() - timedelta(days=1))
    return case


def agree(cast, case):
    by = cast.ayu.asker()
    draft = actions.draft_contract(by=by, case=case)
    spoken = actions.Agreement("spoken", "Wati", witness="Bu RT")
    return actions.agree_contract(by=by, contract=draft, agreement=spoken)


def test_a_contract_within_its_days_is_left_alone(case, cast, asking):
    with asking(cast.ayu):
        actions.give_emergency_help(by=cast.ayu.asker(), case=case, help_given="Makanan", reason="Belum makan")
    tick()
    assert told(asking) == []


def test_an_overdue_contract_climbs_to_the_supervisor_then_the_head(helped, cast, asking):
    tick()
    assert told(asking) == [cast.sari.pk]
    tick()
    assert told(asking) == [cast.sari.pk]
    run_out()
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]
    with asking(cast.rini):
        assert [row.case_id for row in queries.risen_to(cast.rini.asker())] == [helped.pk]
        assert queries.get(helped.pk).client_name == "Wati Contoh"


def test_the_step_is_explained_and_logged(helped, cast, asking):
    tick()
    with asking(cast.sari):
        row = Escalation.objects.get()
        assert (row.kind, row.number, row.decided["reasons"][0]["code"]) == ("contract", helped.number, "overdue")
        event = Event.objects.get(name="case.escalated")
        assert event.payload["to"] == str(cast.sari.pk)
        assert any("Sari" in moment.entry.title for moment in queries.timeline(helped))


def test_taking_care_stops_the_climb_once_and_for_a_day(helped, cast, asking):
    tick()
    with asking(cast.sari):
        actions.acknowledge(by=cast.sari.asker(), case=helped)
        actions.acknowledge(by=cast.sari.asker(), case=helped)
        assert Event.objects.filter(name="case.acknowledged").count() == 1
        assert queries.risen_to(cast.sari.asker()) == []
    tick()
    assert told(asking) == [cast.sari.pk]
    run_out()
    tick()
    assert told(asking) == [cast.sari.pk, cast.rini.pk]


def test_what_climbs_waits_for_whoever_was_told_and_is_urgent_on_a_red_case(
    helped, cast, asking, django_assert_num_queries
):
    tick()
    for level, urgent in (("kuning", False), ("merah", True)):
        with asking(CLOCK):
            Case.objects.filter(pk=helped.pk).update(level=level)
            with django_assert_num_queries(1):
                (one,) = queries.waits([cast.sari.pk, cast.rini.pk])
        assert (one.staff_id, one.urgent) == (cast.sari.pk, urgent)
    with asking(cast.sari) as by:
        actions.acknowledge(by=by, case=helped)
    with asking(CLOCK):
        assert list(queries.waits([cast.sari.pk, cast.rini.pk])) == []


def test_the_owner_cannot_take_it_from_the_supervisor(helped, cast, asking):
    tick()
    with asking(cast.ayu), pytest.raises(PermissionDenied):
        actions.acknowledge(by=cast.ayu.asker(), case=helped)


def test_nothing_late_is_nothing_to_take(case, cast, asking):
    with asking(cast.sari), pytest.raises(Refused):
        actions.acknowledge(by=cast.sari.asker(), case=case)


def test_what_is_mended_stops_climbing_and_the_head_goes_out_again(helped, cast, asking):
    tick()
    run_out()
    tick()
    with asking(cast.ayu):
        agree(cast, helped)
    with asking(cast.rini):
        assert not Case.objects.exists()
    with asking(CLOCK):
        assert not Escalation.objects.filter(settled_at=None).exists()
        assert not Escalation.objects.exclude(next_at=None).exists()


def test_the_one_complained_about_is_never_told(helped, cast, asking):
    with asking(CLOCK):
        Case.objects.filter(pk=helped.pk).update(against=cast.sari)
    for _step in range(2):
        tick()
        run_out()
    assert cast.sari.pk not in told(asking)
    assert told(asking)[0] == cast.rini.pk


def test_where_nobody_may_be_told_the_admin_learns_the_number_alone(helped, cast, asking, signed_in):
    with asking(cast.adi):
        type(cast.rini).objects.filter(pk=cast.rini.pk).update(is_active=False)
    with asking(CLOCK):
        Case.objects.filter(pk=helped.pk).update(against=cast.sari)
    tick()
    with asking(cast.adi):
        assert Escalation.objects.get(told_id=cast.adi.pk).number == helped.number
        assert not Case.objects.exists()
    page = signed_in(cast.adi).get(reverse("accounts:staff")).content.decode()
    assert helped.number in page
    assert "Kontrak layanan belum disepakati" in page
    assert "Wati" not in page
    with asking(cast.adi):
        type(cast.rini).objects.filter(pk=cast.rini.pk).update(is_active=True)
    run_out()
    tick()
    assert helped.number not in signed_in(cast.adi).get(reverse("accounts:staff")).content.decode()


@pytest.mark.parametrize(("kind", "late", "climbs"), [("duty", 1, True), ("task", 1, False), ("task", 5, True)])
def test_a_duty_climbs_at_once_an_ordinary_task_after_three_days(case, cast, asking, kind, late, climbs):
    with asking(cast.ayu):
        task = actions.add_task(by=cast.ayu.asker(), case=case, title="Lapor", due=days.today(), kind=kind)
        Task.objects.filter(pk=task.pk).update(due=days.today() - timedelta(days=late))
    tick()
    assert bool(told(asking)) is climbs


def test_the_clients_own_hand_ends_the_climb(case, cast, asking):
    with asking(cast.ayu):
        task = actions.add_task(by=cast.ayu.asker(), case=case, title="Mengurus surat", due=days.today())
        Task.objects.filter(pk=task.pk).update(due=days.today() - WEEK)
    tick()
    with asking(cast.ayu):
        actions.finish_task(by=cast.ayu.asker(), task=task)
    with asking(CLOCK):
        assert Escalation.objects.get().settled_at


def test_a_meeting_without_a_record_climbs_after_a_day(case, cast, asking):
    with asking(cast.ayu):
        row = actions.add_appointment(by=cast.ayu.asker(), case=case, at=clock.now() + WEEK)
        Appointment.objects.filter(pk=row.pk).update(at=clock.now() - timedelta(days=2))
    tick()
    with asking(cast.sari):
        assert [one.kind for one in queries.climbs_of(case)] == [MatterKind.APPOINTMENT]


def test_a_signature_under_a_red_case_waits_an_hour_another_two_days(juniors_case, cast, asking):
    with asking(cast.dimas):
        by = cast.dimas.asker()
        for kind in (SignatureSubject.RISK, SignatureSubject.ASSESSMENT):
            actions.ask_signature(by=by, case=juniors_case, subject_kind=kind)
        Signature.objects.update(asked_at=clock.now() - timedelta(hours=2))
    tick()
    with asking(cast.sari):
        late = Escalation.objects.values_list("matter", flat=True)
        assert list(Signature.objects.filter(pk__in=late).values_list("subject_kind", flat=True)) == ["risk"]


def test_the_page_tells_it_and_takes_it(helped, cast, asking, signed_in):
    tick()
    page = reverse("cases:tasks", args=[helped.pk])
    take = reverse("cases:acknowledge", args=[helped.pk])
    assert "Saya tangani" not in signed_in(cast.ayu).get(page).content.decode()
    sari = signed_in(cast.sari)
    assert "Saya tangani" in sari.get(page).content.decode()
    assert sari.get(take).status_code == 405
    assert sari.post(take, {}).status_code == 302
    assert "Ditangani Sari" in sari.get(page).content.decode()
    assert signed_in(cast.budi).post(take, {}).status_code == 404


def test_two_kinds_that_count_by_one_id_do_not_hide_each_other(helped, cast, asking):
    """The contract counts by the id of its case; a door of the same id is another matter."""
    tick()
    with asking(cast.ayu):
        actions.remind(helped, TICKET_DOOR, helped.pk, days.today() - WEEK, grace=0)
    tick()
    with asking(cast.sari):
        assert {row.kind for row in queries.climbs_of(helped)} == {MatterKind.CONTRACT, TICKET_DOOR}
    with asking(cast.ayu):
        agree(cast, helped)
    with asking(cast.sari):
        assert [row.kind for row in queries.climbs_of(helped)] == [TICKET_DOOR]
