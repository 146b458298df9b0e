"""A device called and nobody went to look: it climbs at the pace of red, until somebody has."""

from datetime import timedelta

import pytest
import time_machine

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.entry.crisis import actions
from rangkul.entry.crisis.queries import alerts
from rangkul.journey.cases.actions.late_between import escalate_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import late_matters
from rangkul.web.desks.device_alerts import KIND

JOB, CLOCK = job("crisis.alerts"), job("cases.clock")


@pytest.fixture
def alert(cast, asking):
    with asking(cast.adi) as by:
        device = actions.register_device(
            by=by, unit=cast.ayu.unit, kind="bell", name="Bel kamar 3", place="Panti, lantai dua",
            purpose="Penghuni memanggil petugas", secret=alerts.made_up_secret(), minutes=15,
        )  # fmt: skip
    with asking_as(JOB) as by:
        return actions.raise_alert(by=by, device=device)


def tell():
    with asking_as(CLOCK) as by:
        for matter in [one for one in late_matters(now(), 100) if one.kind == KIND]:
            escalate_between(by=by, matter=matter)


def told():
    with asking_as(CLOCK):
        return [one.told_id for one in Escalation.objects.filter(kind=KIND).order_by("step")]


def after(alert, minutes):
    return time_machine.travel(alert.due_at + timedelta(minutes=minutes), tick=False)


def test_within_its_time_nobody_above_is_told(alert):
    tell()
    assert told() == []


def test_where_nobody_looks_in_time_it_climbs_at_the_pace_of_red(alert, cast, signed_in):
    with after(alert, 1):
        tell()
        text = signed_in(cast.sari).get("/kerja/naik/").text
        assert "Alat memanggil, belum ada yang melihat" in text
        assert "Bel kamar 3, Panti, lantai dua" in text
        assert "Alat memanggil" in signed_in(cast.sari).get("/kerja/").text
    with after(alert, 17):
        tell()
    assert told() == [cast.sari.pk, cast.rini.pk]


def test_once_somebody_looks_it_climbs_no_further(alert, cast, asking, signed_in):
    with after(alert, 1):
        tell()
        with asking(cast.sari) as by:
            actions.take_alert(by=by, alert=alert)
    with after(alert, 40):
        tell()
        assert "Tidak ada yang naik kepada Anda" in signed_in(cast.sari).get("/kerja/naik/").text
    assert told() == [cast.sari.pk]
