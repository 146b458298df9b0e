"""Somebody else guesses at a guest's PIN: after ten wrong ones the link is locked, and the team gives a new one."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.entry.intake.actions import MOST_WRONG, guest_door
from rangkul.journey.cases.models import Reminder
from rangkul.journey.conferences import actions, locking
from rangkul.journey.conferences.door import pin_of
from rangkul.journey.conferences.models import Invitation


@pytest.fixture(autouse=True)
def over_many_days(monkeypatch):
    """The count of a day holds nobody up here."""
    monkeypatch.setattr(guest_door, "_WINDOWS", ())


def knock(code, pin):
    return Client().post(reverse("guests:door", args=[code]), {"once": str(uuid4()), "pin": pin})


def guess(seat, times=MOST_WRONG):
    return [knock(seat.code, "1") for _ in range(times)][-1]


def test_nine_wrong_ones_lock_nothing(seat):
    guess(seat, MOST_WRONG - 1)
    assert knock(seat.code, pin_of(seat.pk)).status_code == 302


def test_after_ten_the_right_one_opens_nothing_and_reads_as_a_link_that_never_was(seat, cast, asking):
    guess(seat, MOST_WRONG + 2)
    locked, never = knock(seat.code, pin_of(seat.pk)), knock("BCDFGHJK", "1")
    assert locked.status_code == never.status_code == 422
    for page in (locked, never):
        assert "minta tautan baru" in page.content.decode()
    with asking(cast.ayu):
        assert Invitation.objects.get().wrong_codes == MOST_WRONG
        assert Event.objects.filter(name="conference.door_locked").count() == 1


def test_the_team_hears_today_and_a_new_link_lets_the_guest_in(seat, called, cast, signed_in, asking):
    guess(seat)
    browser, page = signed_in(cast.ayu), reverse("conferences:conference", args=[called.case_id, called.pk])
    words = browser.get(page).content.decode()
    assert "Terkunci sesudah sepuluh PIN yang salah" in words
    assert seat.code not in words
    with asking(cast.ayu):
        row = Reminder.objects.get(kind="guest_door")
        assert (row.matter, row.due) == (seat.pk, today(called.case.region_code))
    renew = reverse("conferences:renew_link", args=[called.case_id, called.pk, seat.pk])
    assert browser.get(renew).status_code == 405
    assert signed_in(cast.budi).post(renew, {"once": str(uuid4())}).status_code == 404
    once = str(uuid4())
    for _ in range(2):
        assert browser.post(renew, {"once": once}).status_code == 302
    with asking(cast.ayu):
        fresh = Invitation.objects.get()
        assert (fresh.wrong_codes, fresh.locked_at) == (0, None)
        assert Reminder.objects.get(kind="guest_door").due is None
        assert Event.objects.filter(name="conference.link_renewed").count() == 1
    assert knock(seat.code, pin_of(seat.pk)).status_code == 422
    assert knock(fresh.code, pin_of(seat.pk)).status_code == 302
    timeline = browser.get(reverse("cases:case", args=[called.case_id])).content.decode()
    assert "terkunci sesudah sepuluh PIN yang salah" in timeline


def test_a_seat_that_is_withdrawn_is_reminded_of_no_more(seat, cast, asking):
    guess(seat)
    with asking(cast.ayu) as by:
        actions.end_seat(by=by, invitation=Invitation.objects.get())
        assert Reminder.objects.get(kind="guest_door").due is None
        with pytest.raises(Refused):
            locking.renew_link(by=by, invitation=Invitation.objects.get())


def test_nobody_but_the_house_locks_a_door(seat, cast, doctor, asking):
    for who in (cast.ayu, doctor):
        with asking(who) as by, pytest.raises(PermissionDenied):
            locking.lock_door(by=by, invitation=seat)
