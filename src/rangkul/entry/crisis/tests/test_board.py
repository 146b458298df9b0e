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


def test_it_is_looked_at_again_each_minute_because_nothing_tells_that_something_became_late(cast, signed_in):
    assert "data-rangkul-live-minutes" in signed_in(cast.sari).get(AT).text
    assert "data-rangkul-live-minutes" in signed_in(cast.sari).get(f"{AT}papan/").text


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


def test_with_more_than_fit_the_board_says_how_many_stand_below_and_leads_there(cast, signed_in, monkeypatch, asking):
    monkeypatch.setattr(queries, "MOST", 2)
    made = [reported() for _one in range(5)]
    with asking(cast.sari) as by:
        for one in made:
            intake.acknowledge(by=by, request=one)
    browser = signed_in(cast.sari)
    text = browser.get(AT).content.decode()
    assert text.count("todo-title") == 2
    assert "Masih ada 3 hal merah di bawah ini." in text
    assert f"{AT}?sampai=4" in text
    # What the page fetches when something happens shows as many as the page did.
    further = browser.get(f"{AT}?sampai=4").content.decode()
    assert f"{AT}papan/?sampai=4" in further
    assert "Masih ada 1 hal merah di bawah ini." in further
    assert "Masih ada" not in browser.get(f"{AT}papan/?sampai=6").content.decode()


def test_what_came_last_and_waits_stands_there_however_many_came_before(cast, signed_in, monkeypatch, asking):
    monkeypatch.setattr(queries, "MOST", 2)
    before = [reported() for _one in range(4)]
    with asking(cast.sari) as by:
        for one in before:
            intake.acknowledge(by=by, request=one)
    last = reported()
    text = signed_in(cast.sari).get(AT).content.decode()
    assert text.index(f"krisis-{last.pk}") < text.index(f"krisis-{before[0].pk}")
    assert "Masih ada 2 hal merah di bawah ini." in text


def test_the_last_stands_there_also_where_nobody_took_any(cast, signed_in, monkeypatch):
    monkeypatch.setattr(queries, "MOST", 2)
    made = [reported() for _one in range(5)]
    text = signed_in(cast.sari).get(AT).content.decode()
    assert [f"krisis-{one.pk}" in text for one in made] == [True, True, False, True, True]
    assert "Masih ada 1 hal merah di bawah ini." in text


@pytest.mark.parametrize("sent", ["abc", "-4", "0", "999999", "²", "12.5"])
def test_a_made_up_number_of_rows_is_answered_with_the_board(cast, signed_in, sent):
    reported()
    assert signed_in(cast.sari).get(AT, {"sampai": sent}).status_code == 200


def test_the_sound_is_each_workers_own_and_says_what_it_waits_for(cast, signed_in):
    text = signed_in(cast.sari).get(AT).content.decode()
    assert f'data-rangkul-sound="{cast.sari.pk}"' in text
    assert 'aria-pressed="false"' in text
    assert "Bunyi berulang setiap 15 detik" in text
