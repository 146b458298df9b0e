"""What somebody says in a request about reaching them reaches the person, however it became known who they are."""

from datetime import time
from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Person, Phone, SafeContact
from rangkul.entry.intake import actions
from rangkul.entry.intake.actions import Asked, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in

pytestmark = pytest.mark.django_db
ONLY_TICKET = SafeWays(channels=("ticket",))
NUMBER = "+6281234567890"


@pytest.fixture
def wati(cast, asking):
    with asking(cast.ayu) as by:
        return people.register(by=by, full_name="Wati Contoh")


@pytest.fixture
def called(cast, asking, wati):
    """Two years ago she said: call me, any day, and leave a message."""
    with asking(cast.ayu) as by:
        people.set_safe_contact(
            by=by, person=wati, channels=["call", "whatsapp"], never_leave_message=False, code_word="melati",
            note="Suaminya pulang sore.",
        )  # fmt: skip


def link(cast, asking, wati, **changes):
    made = handed_in(**changes)
    with asking(cast.ayu) as by:
        actions.link_person(by=by, request=made, person=Person.objects.get(pk=wati.pk))
        return made, SafeContact.objects.select_related("key").get(person=wati)


def test_who_had_no_rules_has_those_of_the_request(cast, asking, wati):
    ways = SafeWays(channels=("call",), days=(1, 3), from_time=time(9), to_time=time(11), phone=NUMBER, note="Bisik")
    _made, rules = link(cast, asking, wati, ways=ways)
    assert (rules.channels, rules.days, rules.from_time, rules.note) == (["call"], [1, 3], time(9), "Bisik")
    with asking(cast.ayu):
        assert Phone.objects.select_related("key").get(person=wati).number == NUMBER


def test_only_by_ticket_holds_for_who_once_let_herself_be_called_and_both_are_told(cast, asking, wati, called):
    made, rules = link(cast, asking, wati, ways=ONLY_TICKET)
    assert (rules.channels, rules.never_leave_message, rules.code_word) == (["ticket"], True, "melati")
    assert "telepon, whatsapp" in rules.note
    assert made.ticket_words in rules.note
    assert rules.note.endswith("Suaminya pulang sore.")


def test_what_is_newly_allowed_waits_until_a_worker_has_asked(cast, asking, wati):
    with asking(cast.ayu) as by:
        people.set_safe_contact(by=by, person=wati, channels=["ticket"])
    made, rules = link(cast, asking, wati, ways=SafeWays(channels=("call", "visit"), phone=NUMBER))
    assert rules.channels == ["ticket"]
    assert made.ticket_words in rules.note
    assert "bertemu langsung" in rules.note


def test_days_and_hours_are_those_that_suit_both(cast, asking, wati, called):
    ways = SafeWays(channels=("call",), days=(1,), from_time=time(9), to_time=time(10), never_leave_message=False)
    _made, rules = link(cast, asking, wati, ways=ways)
    assert (rules.channels, rules.days, rules.from_time, rules.to_time) == (["call"], [1], time(9), time(10))
    assert rules.never_leave_message is False


def test_a_new_code_word_is_the_one_and_the_earlier_stays_readable(cast, asking, wati, called):
    ways = SafeWays(channels=("call", "whatsapp"), never_leave_message=False, code_word="kenanga")
    _made, rules = link(cast, asking, wati, ways=ways)
    assert rules.code_word == "kenanga"
    assert rules.note == "Kata rahasia sebelumnya: melati. Suaminya pulang sore."


def test_the_same_again_changes_nothing(cast, asking, wati, called):
    made, rules = link(cast, asking, wati, ways=ONLY_TICKET)
    with asking(cast.ayu) as by:
        for person in (None, wati):
            actions.link_person(by=by, request=Request.objects.get(pk=made.pk), person=person)
        assert SafeContact.objects.select_related("key").get().note == rules.note
        assert Event.objects.filter(name="safe_contact.set", subject_id=wati.pk).count() == 2


def test_what_agrees_is_left_as_it_is(cast, asking, wati):
    with asking(cast.ayu) as by:
        people.set_safe_contact(by=by, person=wati, channels=["call", "ticket"], note="Sore")
    _made, rules = link(cast, asking, wati, ways=SafeWays(channels=("call",)))
    assert (rules.channels, rules.note) == (["call", "ticket"], "Sore")


def test_how_somebody_else_is_reached_is_not_hers(cast, asking, wati, called):
    asked = Asked(name="Tetangga", about_name="Wati Contoh")
    _made, rules = link(cast, asking, wati, for_whom="other", asked=asked, ways=ONLY_TICKET)
    assert rules.channels == ["call", "whatsapp"]


@pytest.mark.parametrize("way", ["link", "accept"])
def test_from_each_page_on_which_she_is_recognised(cast, asking, wati, called, signed_in, way):
    made, browser = handed_in(ways=ONLY_TICKET), signed_in(cast.ayu)
    if way == "link":
        browser.post(reverse("intake:link", args=[made.pk]), {"person": str(wati.pk)})
    else:
        given = {"text": "Ya.", "once": uuid4(), "who": str(wati.pk), "new_name": "", "client_kind": "person"}
        given["no_conflict"] = "on"
        assert browser.post(reverse("intake:decide", args=[made.pk, "terima"]), given).status_code == 302
    with asking(cast.ayu):
        assert SafeContact.objects.get(person=wati).channels == ["ticket"]
