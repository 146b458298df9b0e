"""A plan for staying or leaving behind the ticket: only where the person said that it is safe, only their own."""

import pytest

from rangkul.base.actions import Refused
from rangkul.commons.people.actions import register
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import first_pin
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.journey.protection import actions
from rangkul.journey.protection.models import SafetyPlan

pytestmark = pytest.mark.django_db
WORDS = "Tas biru ada di rumah Bu Yati"


def accepted(cast, asking, **more):
    made = handed_in(**more)
    with asking(cast.ayu) as by:
        person = register(by=by, full_name="Wati Contoh")
        intake.link_person(by=by, request=made, person=person)
        case = intake.accept(by=by, request=Request.objects.get(pk=made.pk), text="Kami dampingi.", no_conflict=True)
        plan = actions.write_plan(by=by, folder=case, situation="leave", answers={"bag": WORDS}, together=True)
    return made, plan


def give(cast, asking, plan, how, **more):
    with asking(cast.ayu) as by:
        actions.give_plan(by=by, plan=SafetyPlan.objects.get(pk=plan.pk), how=how, **more)


def page(visitor, request):
    visitor.post("/tiket/", {"ticket": request.ticket, "pin": first_pin(request)})
    return visitor.get("/tiket/permintaan/").content.decode()


def test_it_is_read_there_once_the_person_said_that_this_is_safe(cast, asking, visitor):
    made, plan = accepted(cast, asking)
    assert WORDS not in page(visitor, made)
    with pytest.raises(Refused, match="amankah"):
        give(cast, asking, plan, "ticket")
    give(cast, asking, plan, "ticket", said_safe=True)
    assert WORDS in page(visitor, made)


def test_given_otherwise_afterwards_it_is_gone_from_there(cast, asking, visitor):
    made, plan = accepted(cast, asking)
    give(cast, asking, plan, "ticket", said_safe=True)
    give(cast, asking, plan, "paper")
    assert WORDS not in page(visitor, made)


def test_whoever_asked_for_somebody_else_never_reads_it(cast, asking):
    _made, plan = accepted(cast, asking, for_whom="other")
    with pytest.raises(Refused, match="tidak dipegang klien"):
        give(cast, asking, plan, "ticket", said_safe=True)


def test_another_ticket_reads_nothing_of_it(cast, asking, visitor):
    _made, plan = accepted(cast, asking)
    give(cast, asking, plan, "ticket", said_safe=True)
    assert WORDS not in page(visitor, handed_in())
