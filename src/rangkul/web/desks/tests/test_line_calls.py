"""The monthly test call of each help line: somebody's own, by a day, told of before, and climbing until it is done."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.commons.people.models import Staff
from rangkul.entry.crisis import actions, queries
from rangkul.entry.crisis.models import Hotline
from rangkul.entry.crisis.queries import calling
from rangkul.journey.cases.actions.late_between import escalate_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import late_matters
from rangkul.web.desks.line_calls import KIND

CLOCK = job("cases.clock")
DAY = "/kerja/"
SAYS = "menunggu telepon uji Anda"
RISEN = "/kerja/naik/"


def on(day, month=11):
    return time_machine.travel(datetime(2027, month, day, 3, tzinfo=UTC), tick=False)


@pytest.fixture(autouse=True)
def _fresh():
    calling.forget_kept()
    yield
    queries.forget_kept()
    calling.forget_kept()


@pytest.fixture
def ayu_calls(cast, asking):
    with on(1), asking(cast.sari) as by:
        actions.name_keeper(by=by, staff=cast.ayu, due_day=12)


def call_all(cast, asking, but=0):
    with asking(cast.ayu) as by:
        lines = list(Hotline.objects.exclude(status="closed").order_by("key"))
        for line in lines[but:]:
            actions.check_line(by=by, line=line, answered=True)


def found():
    with asking_as(CLOCK):
        return {one.owner_id: one for one in late_matters(now(), 100) if one.kind == KIND}


def tell():
    with asking_as(CLOCK) as by:
        for one in [one for one in late_matters(now(), 100) if one.kind == KIND]:
            escalate_between(by=by, matter=one)


def told(cast):
    with asking_as(CLOCK):
        rows = Escalation.objects.filter(kind=KIND, owner_id=cast.ayu.pk).order_by("step")
        return [row.told_id for row in rows]


def page(browser, address=DAY):
    calling.forget_kept()
    return browser.get(address).text


def test_the_caller_reads_it_from_three_days_before_the_day_on(ayu_calls, cast, signed_in):
    with on(8):
        assert SAYS not in page(signed_in(cast.ayu))
    with on(9):
        text = page(signed_in(cast.ayu))
        assert SAYS in text
        assert "12 November" in text
        assert SAYS not in page(signed_in(cast.sari))


def test_the_first_page_asks_nothing_for_it_within_a_minute(ayu_calls, cast, asking, django_assert_num_queries):
    with on(9), asking(cast.ayu) as by:
        queries.calls_for(by)
        with django_assert_num_queries(0):
            assert queries.calls_for(by).open > 10


def test_what_is_not_done_by_its_day_climbs_to_the_supervisor_then_to_the_head(ayu_calls, cast, asking):
    with on(12):
        assert cast.ayu.pk not in found()
    with on(13):
        assert cast.ayu.pk in found()
        tell()
        assert told(cast) == [cast.sari.pk]
        tell()
        assert told(cast) == [cast.sari.pk]
    with on(25):
        tell()
        assert told(cast) == [cast.sari.pk, cast.rini.pk]


def test_it_stops_when_each_line_was_called_whatever_came_of_it(ayu_calls, cast, asking):
    with on(13):
        tell()
        call_all(cast, asking, but=1)
        last = Hotline.objects.exclude(status="closed").order_by("key").first()
        with asking_as(CLOCK):
            assert calling.stands(calling.due_at(cast.ayu.agency, now()))
        with asking(cast.ayu) as by:
            actions.check_line(by=by, line=last, answered=False)
        with asking_as(CLOCK):
            assert not calling.stands(calling.due_at(cast.ayu.agency, now()))
        assert cast.ayu.pk not in found()
    with on(25):
        tell()
        assert told(cast) == [cast.sari.pk]


def test_a_new_month_forgives_nothing(ayu_calls, cast, asking):
    with on(13):
        tell()
        due = calling.due_at(cast.ayu.agency, now())
    with on(2, month=12), asking_as(CLOCK):
        assert calling.stands(due)


def test_the_supervisor_sees_which_lines_and_takes_care(ayu_calls, cast, asking, signed_in):
    with on(13):
        call_all(cast, asking, but=2)
        tell()
        browser = signed_in(cast.sari)
        text = browser.get(RISEN).text
        assert "Telepon uji nomor bantuan belum selesai" in text
        assert "Ayu Peksos" in text
        open_lines = Hotline.objects.exclude(status="closed").order_by("key")
        assert str(open_lines[0]) in text
        assert str(open_lines[5]) not in text
        assert "Telepon uji nomor bantuan" in browser.get(DAY).text
        with asking_as(CLOCK):
            row = Escalation.objects.get(kind=KIND, owner_id=cast.ayu.pk)
        assert signed_in(cast.ayu).post(RISEN, {"hal": str(row.pk)}).status_code == 404
        assert browser.post(RISEN, {"hal": "bukan-id"}).status_code == 404
        assert browser.post(RISEN, {"hal": str(row.pk)}).status_code == 302
        assert "Tidak ada yang naik kepada Anda" in browser.get(RISEN).text


def test_where_nobody_was_named_it_is_the_heads_and_nobody_stands_above(cast, asking, signed_in):
    with on(11):
        assert not found()
        assert "menunggu Anda telepon" in page(signed_in(cast.rini), "/kerja/krisis/")


def test_where_the_named_person_left_the_supervisor_learns_of_it(ayu_calls, cast, asking, signed_in):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.ayu.pk).update(is_active=False)
    with on(13):
        tell()
        assert told(cast) == [cast.sari.pk]
        assert "menunggu Anda telepon" in page(signed_in(cast.rini), "/kerja/krisis/")


def test_who_belongs_to_no_unit_and_has_nobody_above_stops_no_clock(cast, asking):
    """The admin is told what is late and whose."""
    with asking(cast.adi) as by:
        Staff.objects.filter(pk=cast.rini.pk).update(unit=None)
        actions.name_keeper(by=by, staff=cast.rini)
    with on(11):
        tell()
        with asking_as(CLOCK):
            assert Escalation.objects.get(kind=KIND).told_id == cast.adi.pk


@pytest.mark.parametrize("day", ["0", "29", "x", "²"])
def test_a_day_that_not_every_month_has_is_refused_or_the_usual_one(cast, signed_in, asking, day):
    signed_in(cast.sari).post(reverse("lines:keeper"), {"petugas": str(cast.ayu.pk), "tanggal": day})
    with asking(cast.sari):
        held = queries.keeper_of(cast.sari.agency_id)
        assert held is None or held.due_day == 10
