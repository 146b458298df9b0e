"""What a worker writes down for somebody: hours that pass midnight, and when it came."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from rangkul.base.clock import local, now
from rangkul.entry.intake.models import Contact, Request
from rangkul.entry.intake.tests.situations import HUNGRY

pytestmark = pytest.mark.django_db


def entered(browser, **more):
    given = {
        "via": "phone", "safe_now": "yes", "for_whom": "self", "narrative": HUNGRY.narrative, "place": "x",
        "region_code": "32.73.02.1001", "phone_owner": "unknown", "witness": "Ayu Peksos", "once": uuid4(), **more,
    }  # fmt: skip
    return browser.post(reverse("intake:enter"), given)


def test_safe_hours_may_pass_midnight(cast, signed_in, asking):
    assert entered(signed_in(cast.ayu), from_time="22:00", to_time="02:00").status_code == 302
    with asking(cast.ayu):
        contact = Contact.objects.get()
    assert (contact.from_time, contact.to_time) == (time(22), time(2))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ({"from_time": "22:00"}, "kosongkan keduanya"),
        ({"to_time": "00:00"}, "kosongkan keduanya"),
        ({"from_time": "00:00", "to_time": "00:00"}, "Jam mulai dan jam selesai sama"),
    ],
)
def test_hours_that_say_nothing_are_refused_beside_the_field(cast, signed_in, hours, said):
    answer = entered(signed_in(cast.ayu), **hours)
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors["to_time"])


# In Bandung it is 15.00 on the 24th of November.
AFTERNOON = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
def in_the_afternoon(cast, signed_in):
    """Signed in, and it stays 15.00."""
    with time_machine.travel(AFTERNOON, tick=False):
        yield signed_in(cast.ayu)


def received(asking, cast):
    with asking(cast.ayu):
        made = Request.objects.get()
    return local(made.received_at, made.region_code)


@pytest.mark.parametrize("day", ["", "2026-11-24"])
def test_an_hour_alone_is_one_of_today(in_the_afternoon, cast, asking, day):
    gone = entered(in_the_afternoon, received_on=day, received_time="09:30")
    assert gone.status_code == 302
    at = received(asking, cast)
    assert (at.date(), at.time()) == (date(2026, 11, 24), time(9, 30))


def test_an_hour_that_is_still_to_come_is_refused_beside_the_field(in_the_afternoon):
    answer = entered(in_the_afternoon, received_time="21:00")
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["received_time"]


def test_neither_is_now(in_the_afternoon, cast, asking):
    entered(in_the_afternoon)
    assert received(asking, cast) == now()
