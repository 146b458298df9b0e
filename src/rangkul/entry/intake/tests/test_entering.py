"""What a worker writes down for somebody: hours that pass midnight."""

from datetime import time
from uuid import uuid4

import pytest
from django.urls import reverse

from rangkul.entry.intake.models import Contact
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
