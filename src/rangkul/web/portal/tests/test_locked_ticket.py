"""Somebody else guesses at the PIN: after ten wrong ones the ticket is locked, and its owner has a way back."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base.asking import PUBLIC, Asker, asking_as, job
from rangkul.base.days import today
from rangkul.base.models import DataKey, Event
from rangkul.commons.people.models import Person
from rangkul.entry.intake import actions
from rangkul.entry.intake.actions import MOST_WRONG, door
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in
from rangkul.entry.intake.tickets import pin_of
from rangkul.journey.cases.actions import open_case
from rangkul.journey.cases.models import Reminder
from rangkul.web.portal.tests.test_door import REQUEST, WRONG, knock, wrong_pin

pytestmark = pytest.mark.django_db
CLOCK = job("cases.clock")


@pytest.fixture
def made(cast, monkeypatch):
    """Guessed at over many days: the count of a day holds nobody up here."""
    monkeypatch.setattr(door, "WINDOWS", ())
    return handed_in()


def guess(made, times):
    return [knock(Client(), made.ticket, wrong_pin(made)) for _ in range(times)][-1]


def steps(ticket, pin):
    """The statements of one knock, without what stands in them."""
    with asking_as(PUBLIC) as by, CaptureQueriesContext(connection) as seen:
        door.open_door(by=by, ticket=ticket, pin=pin, address="198.51.100.7")
    return [re.sub(r"'[^']*'|\b\d+\b", "?", one["sql"]) for one in seen]


def fresh(made, asking):
    with asking(CLOCK):
        return Request.objects.get(pk=made.pk)


def test_a_wrong_pin_takes_the_same_statements_as_a_ticket_that_never_was(cast, asking):
    made = handed_in()
    there = steps(made.ticket, wrong_pin(made))
    assert there == steps("BCDFGHJK", "123456")
    assert any(one.startswith("UPDATE") and "wrong_codes" in one for one in there)
    assert fresh(made, asking).wrong_codes == 1


def test_nine_wrong_ones_lock_nothing_and_the_right_one_begins_anew(made, asking):
    guess(made, MOST_WRONG - 1)
    assert knock(Client(), made.ticket, actions.first_pin(made)).headers["Location"] == REQUEST
    assert fresh(made, asking).wrong_codes == 0
    guess(made, MOST_WRONG - 1)
    assert fresh(made, asking).locked_at is None


def test_after_ten_the_right_one_opens_nothing_and_reads_as_a_ticket_that_never_was(made, asking):
    guess(made, MOST_WRONG)
    locked = knock(Client(), made.ticket, actions.first_pin(made))
    never = knock(Client(), "BCDF-GHJK", "123456")
    assert locked.status_code == never.status_code == 422
    for page in (locked, never):
        words = page.content.decode()
        assert WRONG in words
        assert "petugas memberi PIN baru" in words
    guess(made, 3)
    assert fresh(made, asking).wrong_codes == MOST_WRONG
    with asking(CLOCK):
        assert Event.objects.filter(name="request.door_locked", subject_id=made.pk).count() == 1


def test_who_is_inside_stays_inside(made):
    browser = Client()
    knock(browser, made.ticket, actions.first_pin(made))
    guess(made, MOST_WRONG)
    assert browser.get(REQUEST).status_code == 200


def test_the_worker_sees_it_and_a_new_pin_opens_again(made, cast, signed_in, asking):
    page = reverse("intake:request", args=[made.pk])
    browser = signed_in(cast.ayu)
    assert "Pintu tiket terkunci" not in browser.get(page).content.decode()
    assert "Tiket terkunci" not in browser.get(reverse("intake:queue")).content.decode()
    guess(made, MOST_WRONG)
    assert "Pintu tiket terkunci" in browser.get(page).content.decode()
    assert "Tiket terkunci" in browser.get(reverse("intake:queue")).content.decode()
    assert browser.post(reverse("intake:pin", args=[made.pk])).status_code == 200
    assert "Pintu tiket terkunci" not in browser.get(page).content.decode()
    row = fresh(made, asking)
    assert (row.wrong_codes, row.locked_at) == (0, None)
    assert knock(Client(), made.ticket, actions.first_pin(made)).status_code == 422
    assert knock(Client(), made.ticket, pin_of(row.pk, row.pin_generation)).headers["Location"] == REQUEST


def test_the_worker_of_the_case_is_reminded_today_until_there_is_a_new_pin(made, cast, asking):
    with asking(cast.ayu) as by:
        client = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu, full_name="Wati"
        )
        case = open_case(by=by, person=client, request=Request.objects.get(pk=made.pk))
    guess(made, MOST_WRONG)
    with asking(cast.ayu) as by:
        row = Reminder.objects.get(kind="ticket_door")
        assert (row.case_id, row.due) == (case.pk, today(case.region_code))
        actions.renew_pin(by=by, request=Request.objects.get(pk=made.pk))
        assert Reminder.objects.get(kind="ticket_door").due is None


@pytest.mark.parametrize("who", ["staff", "ticket", "public"])
def test_nobody_but_the_house_locks_a_ticket(made, cast, asking, who):
    askers = {"staff": cast.ayu.asker(), "ticket": Asker("ticket", ticket_id=made.pk), "public": Asker("public")}
    with asking(askers[who]) as by, pytest.raises(PermissionDenied):
        actions.lock_door(by=by, request=made)
