"""Whoever takes a red request back may have been made to: people still look once, and it climbs until they have."""

from datetime import timedelta

import pytest
import time_machine

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.entry.crisis import actions
from rangkul.entry.crisis.jobs import look_after_contacts
from rangkul.entry.crisis.models import NextContact
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in, holder

pytestmark = pytest.mark.django_db


def withdraw(request, text="", **more):
    with asking_as(holder(request)):
        return intake.withdraw(by=holder(request), request=request, text=text, **more)


def contacts(asking, staff, request):
    with asking(staff):
        return list(NextContact.objects.select_related("key").filter(request=request))


def test_a_red_one_is_looked_at_once_more(cast, asking):
    made = handed_in(IN_DANGER)
    for _again in range(2):
        withdraw(made)
    (contact,) = contacts(asking, cast.ayu, made)
    assert (contact.due_at <= now(), contact.done_at, contact.told_id) == (True, None, cast.sari.pk)
    assert "dibatalkan" in contact.how
    with asking(cast.ayu) as by:
        actions.record_contact(by=by, contact=contact, outcome="Ia aman di rumah kakaknya.")
        assert Request.objects.get(pk=made.pk).state == "withdrawn"


def test_it_climbs_until_somebody_has_looked(cast, asking):
    made = handed_in(IN_DANGER)
    withdraw(made)
    with time_machine.travel(now() + timedelta(minutes=20)), asking_as(job("crisis.contacts")):
        look_after_contacts()
    (contact,) = contacts(asking, cast.ayu, made)
    assert contact.steps > 1


def test_danger_in_the_words_is_heard(cast, asking):
    made = handed_in()
    withdraw(made, "Tidak ada gunanya, saya mau bunuh diri")
    with asking(cast.ayu):
        assert Request.objects.get(pk=made.pk).level == "merah"
    assert len(contacts(asking, cast.ayu, made)) == 1


@pytest.mark.parametrize("text", ["", "Sudah dibantu tetangga, terima kasih."])
def test_of_any_other_nobody_is_told(cast, asking, text):
    made = handed_in()
    withdraw(made, text)
    with asking(cast.ayu):
        assert Request.objects.get(pk=made.pk).state == "withdrawn"
    assert contacts(asking, cast.ayu, made) == []


def test_what_another_house_cares_for_calls_nobody_here(cast, asking):
    made = handed_in(IN_DANGER)
    withdraw(made, cared_for=True)
    assert contacts(asking, cast.ayu, made) == []
