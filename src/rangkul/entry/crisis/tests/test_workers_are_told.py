"""What is red reaches whoever is on duty and whoever stands above them, at night and with no page open."""

from datetime import timedelta

import pytest
import time_machine

from rangkul.base.asking import PUBLIC, asking_as, job
from rangkul.base.clock import now
from rangkul.commons.people.actions import stop_staff_news
from rangkul.commons.people.models import Staff
from rangkul.commons.people.tests.telling import DAY, NIGHT, all_wish_it, told
from rangkul.entry.crisis import actions
from rangkul.entry.crisis.tests.test_danger import REPORTED
from rangkul.entry.crisis.tests.test_devices import BELL, alerts
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake import jobs as clocks
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.tests.situations import handed_in

pytestmark = pytest.mark.django_db
CLOCK = job("intake.clock")
ROTA = "/kerja/krisis/jaga/"


@pytest.fixture(autouse=True)
def _all_wish_it(cast, settings):
    all_wish_it(cast, settings)


def after(minutes):
    return NIGHT + timedelta(minutes=minutes)


def report(at=NIGHT):
    with time_machine.travel(at, tick=False), asking_as(PUBLIC) as by:
        return actions.report(by=by, given=REPORTED).request


def tick(at):
    with time_machine.travel(at, tick=False), asking_as(CLOCK):
        clocks.move_clocks()


def test_a_report_at_night_reaches_duty_and_supervisor_at_once_then_the_head_until_somebody_takes_it(cast, asking):
    made = report()
    told(NIGHT, cast.ayu, cast.sari)
    tick(after(14))
    told(after(14))
    tick(after(16))
    told(after(16), cast.rini)
    with asking(cast.rini) as by, time_machine.travel(after(40), tick=False):
        intake.acknowledge(by=by, request=Request.objects.get(pk=made.pk))
    tick(after(41))
    told(after(41))


def test_another_level_waits_for_the_day_and_then_tells_only_whom_it_rose_to(cast):
    with time_machine.travel(NIGHT, tick=False):
        handed_in(received_at=NIGHT - timedelta(days=30))
    tick(NIGHT)
    told(after(1))
    told(DAY, cast.sari)


@pytest.mark.parametrize("tied", [False, True])
def test_what_an_ended_shift_left_unanswered_reaches_whoever_is_on_duty_now_unless_they_are_tied(cast, asking, tied):
    made = report()
    told(NIGHT, cast.ayu, cast.sari)
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.candra.pk).update(unit=cast.ayu.unit)
        Staff.objects.filter(pk=cast.dimas.pk).update(on_duty=True)
        candra = Staff.objects.get(pk=cast.candra.pk)
    if tied:
        with asking(candra) as by:
            intake.state_conflict(by=by, request=made, kind="relative")
    told(after(1))
    with asking(cast.ayu) as by:
        intake.change_duty(by=by, staff=cast.ayu, on_duty=False)
    told(after(2), *([] if tied else [candra]))


def test_a_device_that_rings_and_a_contact_that_is_due_reach_their_owner_until_somebody_goes(cast, asking):
    with asking(cast.adi) as by:
        bell = actions.register_device(
            by=by, **BELL, unit=cast.ayu.unit, minutes=15, secret=alerts.made_up_secret()
        )  # fmt: skip
    with time_machine.travel(NIGHT, tick=False), asking_as(job("crisis.alerts")) as by:
        rung = actions.raise_alert(by=by, device=bell)
    told(NIGHT, cast.ayu)
    with asking(cast.ayu) as by:
        actions.take_alert(by=by, alert=rung)
    made = report(after(1))
    told(after(1), cast.ayu, cast.sari)
    with asking(cast.ayu) as by, time_machine.travel(after(2), tick=False):
        actions.plan_contact(by=by, request=made, due_at=after(60), how="telepon")
    told(after(59))
    told(after(60), cast.ayu)


def test_the_rota_says_who_cannot_be_told_and_shows_them_the_way(cast, asking, signed_in, settings):
    starts_at = now() + timedelta(hours=1)
    with asking(cast.sari) as by:
        times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=8)}
        actions.plan_shift(by=by, unit=cast.ayu.unit, staff=cast.ayu, **times)
    ayu, said = signed_in(cast.ayu), "belum bisa dikabari saat halaman tertutup"
    assert said not in ayu.get(ROTA).text
    with asking(cast.ayu) as by:
        stop_staff_news(by=by, way="mail")
    page = ayu.get(ROTA).text
    assert (page.count(said), "Nyalakan di Akun saya" in page) == (1, True)
    assert said in (page := signed_in(cast.sari).get(ROTA).text)
    assert "Nyalakan di Akun saya" not in page
    settings.NEWS_MAIL_FROM = settings.NEWS_PUSH_KEY = ""
    page = ayu.get(ROTA).text
    assert (page.count(said), "pemberitahuan belum dipasang di sini" in page) == (0, True)
