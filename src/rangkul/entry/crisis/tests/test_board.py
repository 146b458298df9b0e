"""The crisis board: what nobody has taken on stands first, and it costs the same for many."""

from datetime import timedelta

import pytest
import time_machine

from rangkul.base.asking import PUBLIC, asking_as, job
from rangkul.entry.crisis import actions, queries
from rangkul.entry.crisis.tests.test_danger import REPORTED
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.tests.situations import IN_DANGER, handed_in

pytestmark = pytest.mark.django_db
AT = "/kerja/krisis/"


def reported():
    with asking_as(PUBLIC):
        return actions.report(by=PUBLIC, given=REPORTED).request


def test_a_report_stands_there_at_once_and_waits(cast, signed_in):
    reported()
    text = signed_in(cast.sari).get(AT).content.decode()
    assert "Dia menulis mau pamit" in text
    assert "Laporan tentang orang lain" in text
    assert "Belum ada yang menyatakan menangani" in text
    assert 'data-rangkul-waiting="1"' in text
    assert "Saya tangani" in text


def test_who_acknowledged_stands_there_and_it_no_longer_waits(cast, signed_in, asking):
    made = reported()
    with asking(cast.sari) as by:
        intake.acknowledge(by=by, request=made)
    text = signed_in(cast.ayu).get(AT).content.decode()
    assert "Sari menangani" in text
    assert 'data-rangkul-waiting="0"' in text


def test_what_waits_comes_before_what_is_taken_on(cast, asking):
    first, second = reported(), handed_in(IN_DANGER)
    with asking(cast.sari) as by:
        intake.acknowledge(by=by, request=first)
        assert [row.request.pk for row in queries.board(by)] == [second.pk, first.pk]


def test_a_calm_request_is_not_there_and_another_agency_sees_nothing(cast, asking):
    handed_in()
    reported()
    with asking(cast.ayu) as by:
        assert len(queries.board(by)) == 1
    with asking(cast.budi) as by:
        assert queries.board(by) == []


def test_it_costs_the_same_for_many(cast, asking, django_assert_max_num_queries):
    for _one in range(4):
        reported()
    with asking(cast.sari) as by, django_assert_max_num_queries(8):
        rows = queries.board(by)
        assert len(rows) == 4
        assert queries.waiting(rows) == 4


def test_the_fragment_is_what_the_page_shows(cast, signed_in):
    reported()
    text = signed_in(cast.sari).get(f"{AT}papan/").content.decode()
    assert text.startswith('<div id="papan-krisis"')


def test_empty_says_so(cast, signed_in):
    assert "Tidak ada yang merah sekarang" in signed_in(cast.ayu).get(AT).content.decode()


def test_who_does_not_practise_has_no_board(cast, signed_in):
    assert signed_in(cast.adi).get(AT).status_code == 403


def test_what_rose_to_the_head_stays_there_after_the_head_took_it_on(cast, asking):
    made = reported()
    with asking(cast.rini) as by:
        assert queries.board(by) == []
    with time_machine.travel(made.due_at + timedelta(minutes=1), tick=False), asking_as(job("intake.clock")) as by:
        intake.escalate(by=by, request=made)
    with asking(cast.rini) as by:
        assert [row.waits for row in queries.board(by)] == [True]
        intake.acknowledge(by=by, request=made)
        assert [row.waits for row in queries.board(by)] == [False]
