"""Ten wrong codes lock the door, over however many days; the owner hears of it and gives a new one."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base import clock
from rangkul.base.asking import job
from rangkul.base.models import Event
from rangkul.entry.intake.actions import MOST_WRONG
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.models import Escalation, Reminder
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions.locking import lock_door
from rangkul.support.referral.door import DOOR
from rangkul.support.referral.states import LATE_ANSWER
from rangkul.support.referral.tests.conftest import fresh
from rangkul.support.referral.tests.test_by_link import wrong


def try_wrongly(asking, row, times: int) -> None:
    with asking():
        for n in range(times):
            assert DOOR.open(row.code, wrong(DOOR.pin_of(row.door)), f"10.0.{n}.1") is None


@pytest.fixture
def _patient(monkeypatch):
    """As if days lay between the attempts: the counts of a quarter of an hour and of a day are another rule."""
    monkeypatch.setattr("rangkul.entry.intake.actions.guest_door._WINDOWS", ())


@pytest.mark.usefixtures("_patient")
class TestTenWrongCodes:
    def test_nine_are_not_enough(self, cast, sent, asking):
        try_wrongly(asking, sent, MOST_WRONG - 1)
        with asking():
            assert DOOR.open(sent.code, DOOR.pin_of(sent.door), "10.0.0.9") == sent.door

    def test_then_the_right_one_opens_nothing(self, cast, sent, asking, visitor):
        try_wrongly(asking, sent, MOST_WRONG + 3)
        with asking():
            assert DOOR.open(sent.code, DOOR.pin_of(sent.door), "10.0.0.9") is None
        answer = visitor.post(f"/rujukan/{sent.code}/", {"pin": DOOR.pin_of(sent.door)})
        assert answer.status_code == 422
        assert "Tanyakan kepada pengirimnya" in answer.text
        with asking(cast.ayu):
            assert fresh(sent).locked_at is not None
            assert Event.objects.filter(name="referral.door_locked").count() == 1

    def test_the_owner_hears_of_it_today(self, cast, sent, asking, signed_in):
        try_wrongly(asking, sent, MOST_WRONG)
        with asking(cast.ayu) as by:
            assert Reminder.objects.get(matter=sent.pk).due == clock.local(clock.now(), "32").date()
            board = queries.board(by)
            assert [one.pk for one in board.locked] == [sent.pk]
            assert board.waiting == []
        browser = signed_in(cast.ayu)
        assert "Tautan terkunci" in browser.get("/kerja/rujukan/").text
        assert "Tautan ini terkunci" in browser.get(f"/kerja/rujukan/kasus/{sent.case_id}/{sent.pk}/").text
        with asking(job("cases.clock")), clock.pretending(clock.now() + timedelta(days=2)):
            move_clocks()
        with asking(cast.sari):
            assert Escalation.objects.get(kind=LATE_ANSWER).told_id == cast.sari.pk

    def test_a_new_code_opens_again(self, cast, sent, asking):
        try_wrongly(asking, sent, MOST_WRONG)
        with asking(cast.ayu) as by:
            row = actions.renew_link(by=by, referral=fresh(sent))
            assert (row.wrong_codes, row.locked_at) == (0, None)
            assert Reminder.objects.get(matter=sent.pk).due == clock.local(row.due_at, "32").date()
        with asking():
            assert DOOR.open(row.code, DOOR.pin_of(row.door), "10.0.0.9") == row.door

    def test_a_stop_waits_behind_the_new_door(self, cast, sent, asking, visitor):
        with asking(cast.ayu) as by:
            actions.cancel(by=by, referral=sent, because="Klien ragu")
            row = fresh(sent)
            due = Reminder.objects.get(matter=row.door).due
        try_wrongly(asking, row, MOST_WRONG)
        with asking(cast.ayu) as by:
            again = actions.renew_link(by=by, referral=row)
            assert (Reminder.objects.get(matter=sent.door).due, Reminder.objects.get(matter=again.door).due) == (
                None, due,
            )  # fmt: skip
        visitor.post(f"/rujukan/{again.code}/", {"pin": DOOR.pin_of(again.door)})
        assert "Rujukan ini ditarik" in visitor.get("/rujukan/").text

    def test_codes_that_never_were_lock_nothing(self, cast, sent, asking):
        with asking():
            for n in range(MOST_WRONG + 1):
                DOOR.open(DOOR.new_code(), "123456", f"10.0.{n}.1")
        with asking(cast.ayu):
            assert fresh(sent).wrong_codes == 0


def test_nobody_locks_it_by_hand(cast, sent, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        lock_door(by=by, referral=sent)
