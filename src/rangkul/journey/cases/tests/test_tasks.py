"""Tasks and meetings keep the next date of the case, whoever ends them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.models import Event
from rangkul.commons.trust.actions import grant
from rangkul.journey.cases import actions
from rangkul.journey.cases.models import Appointment, Case, Task
from rangkul.journey.cases.states import APPOINTMENT, TASK, TaskKind


@pytest.fixture
def task(case, cast, asking):
    with asking(cast.ayu):
        day = days.today() + timedelta(days=2)
        return actions.add_task(by=cast.ayu.asker(), case=case, title="Urus surat", due=day, owner=cast.ayu, shown=True)


@pytest.fixture
def ticket(case, cast, asking):
    """The asker who holds the ticket of Wati's case."""
    asker = Asker("ticket", ticket_id=case.pk)
    with asking(cast.ayu):
        grant(by=cast.ayu.asker(), subject=("case", case.pk), grantee=("ticket", case.pk), basis="client")
    return asker


def test_the_earliest_date_is_the_next_date_of_the_case(task, case, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        assert clock.local(Case.objects.get().next_due_at).date() == task.due
        actions.add_appointment(by=by, case=case, at=clock.now() + timedelta(hours=3))
        assert Case.objects.get().next_due_at == Appointment.objects.get().at
        actions.settle_appointment(by=by, appointment=Appointment.objects.get(), verb="keep")
        actions.finish_task(by=by, task=task)
        assert Case.objects.get().next_due_at is None


def test_the_client_ends_their_own_task_and_no_other(task, case, cast, asking, ticket):
    with asking(cast.ayu):
        own = actions.add_task(by=cast.ayu.asker(), case=case, title="Bawa kartu keluarga", due=days.today())
    with asking(ticket):
        done = actions.finish_task(by=ticket, task=Task.objects.select_related("case", "key").get(pk=own.pk))
        assert (done.state, done.ended_by_id) == ("done", None)
        with pytest.raises(PermissionDenied):
            actions.finish_task(by=ticket, task=Task.objects.select_related("case", "key").get(pk=task.pk))
    with asking(cast.ayu):
        assert Event.objects.get(name="task.finished").by_kind == "ticket"
        assert clock.local(Case.objects.get().next_due_at).date() == task.due


def test_the_client_changes_nothing_of_the_case(case, asking, ticket):
    with asking(ticket):
        assert not Case.objects.update(level="hijau")


def test_a_day_that_is_over_is_refused(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused) as refused:
        actions.add_task(by=cast.ayu.asker(), case=case, title="x", due=days.today() - timedelta(days=1))
    assert refused.value.field == "due"


def test_a_stranger_gets_no_task(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused, match="tim"):
        actions.add_task(by=cast.ayu.asker(), case=case, title="x", due=days.today(), owner=cast.candra)


def test_a_duty_is_answered_and_never_dropped(case, cast, asking):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        duty = actions.add_task(
            by=by, case=case, title="Lapor dinas", due=days.today(), owner=cast.ayu, kind=TaskKind.DUTY
        )
        with pytest.raises(Refused, match="dijawab"):
            actions.drop_task(by=by, task=duty, outcome="Tidak perlu")


@pytest.mark.parametrize("verb", ["finish", "drop"])
@pytest.mark.parametrize("state", ["open", "done", "dropped"])
def test_every_step_of_a_task(task, cast, asking, verb, state):
    with asking(cast.ayu):
        Task.objects.update(state=state, ended_at=None if state == "open" else task.made_at)
        end = {"finish": actions.finish_task, "drop": actions.drop_task}[verb]
        if TASK.allows(verb, state):
            assert end(by=cast.ayu.asker(), task=task, outcome="Beres").state == TASK.steps[verb][1]
        else:
            with pytest.raises(Refused):
                end(by=cast.ayu.asker(), task=task, outcome="Beres")


@pytest.mark.parametrize("verb", APPOINTMENT.steps)
def test_every_end_of_a_meeting(case, cast, asking, verb):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        row = actions.add_appointment(by=by, case=case, at=clock.now() + timedelta(days=1), place="Rumah aman")
        assert actions.settle_appointment(by=by, appointment=row, verb=verb).state == APPOINTMENT.steps[verb][1]
        with pytest.raises(Refused):
            actions.settle_appointment(by=by, appointment=row, verb=verb)
