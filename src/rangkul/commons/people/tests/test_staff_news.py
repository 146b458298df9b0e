""" "Ada kabar untuk Anda" for workers: by their own wish, urgent things at once, without a word of content."""

from contextlib import nullcontext
from datetime import timedelta
from http.client import BadStatusLine
from itertools import count
from urllib.error import HTTPError
from uuid import uuid4

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.asking import NOBODY, PUBLIC, asking_as
from rangkul.base.events import Event
from rangkul.base.models import DataKey
from rangkul.base.news import sending, wishes
from rangkul.commons.people import actions, hooks, jobs, queries
from rangkul.commons.people.hooks import Waiting
from rangkul.commons.people.models import Staff, StaffNews
from rangkul.commons.people.tests.telling import DAY, JOB, NIGHT, PUSHED, address, rows, set_up, tell, wish


@pytest.fixture(autouse=True)
def _ways(settings, db):
    set_up(settings)


@pytest.fixture
def waits(monkeypatch, cast):
    """`waits()`: one more thing waits for Ayu; `waits.found` is all of it."""

    def more(**how) -> Waiting:
        more.found.append(Waiting(cast.ayu.pk, uuid4(), **how))
        return more.found[-1]

    more.found = []
    monkeypatch.setattr(hooks, "waits", [lambda ids: [one for one in more.found if one.staff_id in ids]])
    return more


def test_what_waits_is_told_once_in_one_sentence_and_nothing_else(cast, waits):
    wish(cast.ayu)
    assert tell() == []
    waits()
    assert tell() == [address(cast.ayu)]
    assert tell(DAY + timedelta(hours=3)) == []
    (one,) = mail.outbox
    assert (one.subject, one.from_email) == ("Ada kabar untuk Anda", "kabar@contoh.id")
    for never in ("Ayu", "Rangkul", cast.ayu.unit.name, "permintaan", "merah", "http"):
        assert never not in one.body
    with asking_as(JOB):
        event = Event.objects.get(name="staff_news.told")
    assert (event.subject_id, event.payload) == (cast.ayu.pk, {"way": "mail", "lost": False})


def test_other_things_rest_an_hour_and_wait_for_the_day_and_urgent_ones_for_neither(cast, waits):
    wish(cast.ayu)
    letter, told = waits(), [address(cast.ayu)]
    assert tell(NIGHT) == []
    assert tell(DAY) == told
    waits()
    assert tell(DAY + timedelta(minutes=30)) == []
    assert tell(DAY + timedelta(minutes=61)) == told
    night = NIGHT + timedelta(days=1)
    waits.found[0] = Waiting(letter.staff_id, letter.id, urgent=True)
    assert tell(night) == told, "what becomes urgent is told anew"
    waits(urgent=True)
    assert tell(night + timedelta(minutes=1)) == told
    assert tell(night + timedelta(hours=9)) == []


def test_the_day_is_that_of_the_workers_region(cast, waits, asking):
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.ayu.pk).update(areas=["94"])
    wish(cast.ayu)
    waits()
    assert tell(DAY.replace(hour=20)) == [], "two hours later in the east"


def test_what_was_seen_to_before_is_not_told(cast, waits):
    wish(cast.ayu)
    waits()
    tell(NIGHT)
    waits.found.clear()
    assert tell(DAY) == []
    assert (rows()[0].due_at, rows()[0].to_tell) == (None, [])


def answered(status: int) -> HTTPError:
    return HTTPError(PUSHED, status, "", None, None)


@pytest.fixture
def pushes(monkeypatch):
    """Every push that goes out; whoever puts a fault into `pushes.faults` is answered with it."""

    def urlopen(asked, timeout):
        pushes.went.append(asked)
        if pushes.faults:
            raise pushes.faults.pop()
        return nullcontext()

    def pushes():
        return [(one.get_header("Urgency"), one.data) for one in pushes.went]

    pushes.went, pushes.faults = [], []
    monkeypatch.setattr(sending.urllib.request, "urlopen", urlopen)
    return pushes


def test_an_urgent_push_wakes_the_device_and_one_that_fails_is_tried_again(cast, waits, pushes):
    wish(cast.ayu, "push", PUSHED)
    waits(urgent=True)
    pushes.faults.append(answered(500))
    tell(NIGHT)
    tell(NIGHT + timedelta(minutes=1))
    assert pushes() == [("high", b"")], "two minutes between the tries"
    waits(urgent=True)
    tell(NIGHT + timedelta(minutes=1))
    assert pushes() == [("high", b"")] * 2, "what is new does not wait for what failed"
    waits()
    tell(DAY)
    assert pushes()[2:] == [("normal", b"")]


def test_a_way_that_is_gone_is_said_on_my_account_and_tells_what_still_waits_once_it_is_set_up_again(
    cast, waits, pushes, signed_in
):
    wish(cast.ayu, "push", PUSHED)
    waits()
    pushes.faults.append(answered(410))
    tell(DAY)
    (row,) = rows()
    assert (row.reach_at, row.due_at, row.lost_at is None) == ("", None, False)
    assert "Pesan ke sini tidak sampai" in signed_in(cast.ayu).get(reverse("accounts:mine")).content.decode()
    wish(cast.ayu, "push", PUSHED)
    tell(DAY + timedelta(minutes=1))
    assert len(pushes()) == 2


def test_a_night_without_a_mail_server_loses_nothing(cast, waits, monkeypatch):
    wish(cast.ayu)
    waits(urgent=True)
    with monkeypatch.context() as away:
        away.setattr(sending.EmailMessage, "send", lambda self: (_ for _ in ()).throw(ConnectionRefusedError()))
        for minutes in (0, 2, 6, 14):
            tell(NIGHT + timedelta(minutes=minutes))
    assert (rows()[0].tries, rows()[0].told_of) == (4, [])
    assert tell(DAY) == [address(cast.ayu)]
    assert tell(DAY + timedelta(minutes=1)) == []


@pytest.mark.parametrize("fault", [BadStatusLine("?"), TimeoutError(), ValueError("label too long")])
def test_what_one_service_does_keeps_no_other_worker_from_being_told(cast, waits, pushes, fault):
    wish(cast.ayu, "push", PUSHED)
    wish(cast.ayu)
    waits(urgent=True)
    pushes.faults.append(fault)
    assert tell() == [address(cast.ayu)]
    assert [(row.way, row.tries) for row in rows()] == [("mail", 0), ("push", 1)]


def test_a_service_that_does_not_answer_holds_up_the_clocks_for_seconds_and_the_urgent_go_first(
    cast, waits, monkeypatch
):
    for staff in (cast.ayu, cast.sari, cast.rini, cast.dimas):
        wish(staff)
        waits.found.append(Waiting(staff.pk, uuid4(), urgent=staff is cast.dimas))
    slowly = count(0, 15)
    with monkeypatch.context() as clock:
        clock.setattr(wishes, "monotonic", lambda: next(slowly))
        assert tell() == [address(cast.dimas)]
    assert len(tell()) == 3


def test_workers_for_whom_nothing_waits_cost_no_statement_in_any_package(cast):
    def cost() -> int:
        with asking_as(JOB), CaptureQueriesContext(connection) as asked:
            jobs.tell_the_staff()
        return len(asked)

    assert cost() == 1
    wish(cast.ayu)
    of_one = cost()
    for staff in (cast.sari, cast.dimas, cast.rini, cast.budi, cast.candra):
        wish(staff)
    assert 1 + len(hooks.waits) < of_one == cost() < 16


def test_nobody_else_sees_or_touches_where_a_worker_is_reached(cast, asking):
    wish(cast.ayu)
    for who in (cast.sari, cast.adi, cast.budi, PUBLIC, NOBODY):
        with asking(who):
            assert not StaffNews.objects.exists()
            assert StaffNews.objects.update(tries=1) == 0
            assert StaffNews.objects.all().delete()[0] == 0
    with asking(cast.sari) as by:
        actions.stop_staff_news(by=by, way="mail")
        assert queries.cannot_be_told([cast.ayu.pk, cast.dimas.pk]) == {cast.dimas.pk}
    assert [row.reach_at for row in rows()] == [address(cast.ayu)]


def test_my_account_turns_it_on_keeps_what_was_typed_and_turns_it_off_with_its_key(cast, signed_in, settings):
    ayu, typed = signed_in(cast.ayu), address(cast.ayu)
    assert sending.public_key() in ayu.get(reverse("accounts:mine")).content.decode()
    refused = ayu.post(reverse("accounts:news_mail"), {"reach_at": "bukan surel"})
    assert (refused.status_code, "bukan surel" in refused.content.decode()) == (422, True)
    assert ayu.post(reverse("accounts:news_mail"), {"reach_at": typed}).status_code == 302
    assert ayu.post(reverse("accounts:news_push"), {"reach_at": "https://jahat.contoh.id/"}).status_code == 409
    assert ayu.post(reverse("accounts:news_push"), {"reach_at": PUSHED}).status_code == 302
    assert [(row.way, row.reach_at) for row in rows()] == [("mail", typed), ("push", PUSHED)]
    page = ayu.get(reverse("accounts:mine")).content.decode()
    assert (typed in page, "data-news-off" in page) == (False, True)
    mail_row, push_row = rows()
    assert ayu.get(reverse("accounts:news_stop", args=["mail"])).status_code == 405
    assert ayu.post(reverse("accounts:news_stop", args=["mail"])).status_code == 302
    assert rows() == [push_row]
    with asking_as(JOB):
        assert DataKey.objects.get(pk=mail_row.key_id).wrapped is None
    settings.NEWS_MAIL_FROM = settings.NEWS_PUSH_KEY = ""
    assert "Pemberitahuan belum dipasang" in ayu.get(reverse("accounts:mine")).content.decode()
    with asking_as(cast.ayu.asker()) as by, pytest.raises(Refused):
        actions.wish_staff_news(by=by, way="mail", reach_at=typed)
