"""The desk: late first, the next step named, partners by their answers, and small numbers hidden."""

import itertools
from dataclasses import replace
from datetime import timedelta
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import settings as thoroughly
from hypothesis import strategies as st

from rangkul.base import clock
from rangkul.base.asking import job
from rangkul.base.suppressing import ALL, hidden, with_totals
from rangkul.support.referral import actions, queries
from rangkul.support.referral.actions import Told
from rangkul.support.referral.models import Referral, UnmetNeed
from rangkul.support.referral.tests.conftest import RECEIVER

YES = Told(words="Silakan datang", by="Bu Contoh")


def test_late_stands_apart(cast, sent, asking):
    with asking(cast.ayu) as by:
        assert [one.pk for one in queries.board(by).waiting] == [sent.pk]
        Referral.objects.filter(pk=sent.pk).update(due_at=clock.now() - timedelta(hours=1))
        assert [one.pk for one in queries.board(by).late] == [sent.pk]
    with asking(cast.sari) as by:
        assert [one.pk for one in queries.board(by).late] == [sent.pk]


def test_a_no_asks_for_the_next_step(cast, sent, need, asking):
    with asking(cast.ayu) as by:
        actions.decline(by=by, referral=sent, why="full", told=YES)
        assert [one.pk for one in queries.board(by).next_step] == [need.pk]


def test_a_draft_that_was_forgotten_stands_there(cast, draft, asking, signed_in):
    with asking(cast.ayu) as by:
        assert queries.board(by).drafts == []
        with clock.pretending(clock.now() + timedelta(days=4)):
            assert [one.pk for one in queries.board(by).drafts] == [draft.pk]
        Referral.objects.filter(pk=draft.pk).update(made_at=clock.now() - timedelta(days=4))
    assert "Disiapkan, belum dikirim" in signed_in(cast.ayu).get("/kerja/rujukan/").text
    with asking(cast.ayu) as by:
        actions.discard(by=by, referral=draft)
        assert queries.board(by).drafts == []


def test_past_its_day_stands_apart(cast, sent, need, asking, signed_in):
    with asking(job("referral.expire")), clock.pretending(sent.valid_to + timedelta(minutes=1)):
        actions.expire(by=job("referral.expire"), referral=sent)
    with asking(cast.ayu) as by:
        board = queries.board(by)
        assert ([one.pk for one in board.expired], board.next_step) == ([need.pk], [])
        assert queries.partners()[0]["expired"] == 1
    assert "Lewat hari terakhir" in signed_in(cast.ayu).get("/kerja/rujukan/").text


@pytest.mark.parametrize("who", ["budi", "candra", "dimas"])
def test_nobody_else_has_it_on_their_desk(cast, sent, asking, who):
    with asking(getattr(cast, who)) as by:
        board = queries.board(by)
        assert not [*board.late, *board.waiting, *board.helping, *board.next_step]
        assert queries.partners() == []


def test_the_desk_costs_few_queries(signed_in, cast, sent, django_assert_max_num_queries):
    browser = signed_in(cast.ayu)
    browser.get("/kerja/rujukan/")
    with django_assert_max_num_queries(14):
        assert "Rumah Aman Contoh" in browser.get("/kerja/rujukan/").content.decode()


def test_a_partner_is_judged_by_its_answers(signed_in, cast, sent, asking):
    with asking(cast.ayu) as by:
        actions.accept(by=by, referral=sent, told=YES)
    page = signed_in(cast.ayu).get("/kerja/rujukan/mitra/", {"nama": "Rumah Aman Contoh"})
    assert "1 dari 1 dijawab tepat waktu" in page.content.decode()
    assert signed_in(cast.budi).get("/kerja/rujukan/mitra/", {"nama": "Rumah Aman Contoh"}).status_code == 404


def test_a_late_answer_is_late(cast, sent, asking):
    with asking(cast.ayu) as by, clock.pretending(clock.now() + timedelta(days=20)):
        actions.accept(by=by, referral=sent, told=YES)
        assert [one.on_time for one in queries.sent_to(receiver="Rumah Aman Contoh")] == [False]


def asked(cast, need, asking, n, receiver="Rumah Aman Contoh"):
    with asking(cast.ayu) as by:
        return [actions.prepare(by=by, need=need, receiver=replace(RECEIVER, name=receiver)) for _ in range(n)]


def test_what_does_not_fit_is_said_and_led_to(cast, sent, need, asking, signed_in, monkeypatch):
    """A forgotten draft has no clock, and still stands on the first page."""
    monkeypatch.setattr(import_module("rangkul.support.referral.queries.board"), "MOST", 2)
    drafts = asked(cast, need, asking, 3, "Dinas Contoh")
    with asking(cast.ayu) as by:
        for row in drafts:
            Referral.objects.filter(pk=row.pk).update(made_at=clock.now() - timedelta(days=4))
        first, second = queries.board(by), queries.board(by, page=2)
        assert ([one.pk for one in first.waiting], len(first.drafts), first.more) == ([sent.pk], 2, 1)
        assert (second.waiting, len(second.drafts), second.more) == ([], 1, 0)
        assert not {one.pk for one in first.drafts} & {one.pk for one in second.drafts}
    browser = signed_in(cast.ayu)
    page = browser.get("/kerja/rujukan/").text
    assert "Masih ada 1 lagi." in page
    assert 'href="?halaman=2"' in page
    later = browser.get("/kerja/rujukan/", {"halaman": "2"}).text
    assert "Masih ada" not in later
    assert 'href="?halaman=1"' in later
    assert browser.get("/kerja/rujukan/", {"halaman": "x"}).status_code == 200


def test_how_a_partner_answers_is_counted_over_all_of_them(cast, need, asking, signed_in, monkeypatch):
    """As each row is judged by itself: by the hour, by working days, still within its time, taken back."""
    now, hour = clock.now(), timedelta(hours=1)
    rows = asked(cast, need, asking, 9)
    said = [
        (24, 30, 20, "accepted"), (24, 90, 30, "accepted"), (24, 10, None, "seen"), (24, 90, None, "seen"),
        (None, 400, 71, "accepted"), (None, 2000, 1000, "declined"), (None, 400, 100, "accepted"),
        (None, 60, None, "sent"), (None, 900, None, "expired"),
    ]  # fmt: skip
    with asking(cast.ayu):
        for row, (hours, ago, took, state) in zip(rows, said, strict=True):
            row.sent_at, row.answers_within, row.state = now - ago * hour, hours, state
            row.answered_at = None if took is None else row.sent_at + took * hour
            row.ended_at = now if state in ("declined", "expired") else None
            row.refusal = "full" if state == "declined" else ""
            row.due_at, row.valid_to, row.code = now, now + 900 * hour, f"UJI{row.place:05d}"
            row.asked, row.ground, row.ground_words = "Tempat tidur.", "law", "Pasal contoh"
            row.save()
        shown = queries.sent_to(receiver="Rumah Aman Contoh")
        record = queries.record_of(receiver="Rumah Aman Contoh")
        judged = [one.on_time for one in shown if one.on_time is not None]
        assert (record.asked, record.judged, record.on_time) == (9, len(judged), sum(judged))
        assert record.judged == 7
    for name in ("queries.answered", "pages.board"):
        monkeypatch.setattr(import_module(f"rangkul.support.referral.{name}"), "MOST", 4)
    browser = signed_in(cast.ayu)
    page = browser.get("/kerja/rujukan/mitra/", {"nama": "Rumah Aman Contoh"}).text
    assert "9 rujukan dikirim." in page
    assert f"{record.on_time} dari 7 dijawab tepat waktu." in page
    assert "Masih ada 5 lagi." in page
    last = browser.get("/kerja/rujukan/mitra/", {"nama": "Rumah Aman Contoh", "halaman": "3"})
    assert "Masih ada" not in last.text
    assert browser.get("/kerja/rujukan/mitra/", {"nama": "Rumah Aman Contoh", "halaman": "4"}).status_code == 404


def test_the_head_reads_numbers_and_no_file(signed_in, cast, sent, asking):
    with asking(cast.ayu):
        for _ in range(7):
            UnmetNeed.objects.create(agency=cast.ayu.agency, region_code="32.73.01", kind="shelter", why="none")
        for _ in range(2):
            UnmetNeed.objects.create(agency=cast.ayu.agency, region_code="32.77.01", kind="food", why="far")
    browser = signed_in(cast.rini)
    page = browser.get("/kerja/rujukan/belum-terpenuhi/").content.decode()
    assert "disembunyikan" in page
    board = browser.get("/kerja/rujukan/").content.decode()
    assert "Rumah Aman Contoh" not in board
    assert "Rujukan dikerjakan oleh petugas" in board
    assert signed_in(cast.adi).get("/kerja/rujukan/belum-terpenuhi/").status_code == 403


def tables():
    side = st.lists(st.integers(0, 12), min_size=1, max_size=4)
    return st.integers(1, 4).flatmap(
        lambda width: st.lists(side.map(lambda row: (row * 4)[:width]), min_size=1, max_size=4)
    )


@thoroughly(max_examples=150, deadline=None)
@given(tables())
def test_a_small_number_that_is_hidden_may_as_well_be_large(numbers):
    """Another table reads the same, adds up, has nothing below zero, and has five or more there."""
    full = with_totals({(f"r{r}", f"c{c}"): n for r, row in enumerate(numbers) for c, n in enumerate(row)})
    out = hidden(full)
    assert not [entry for entry, n in full.items() if 0 < n < 5 and entry not in out]
    for entry in (one for one in out if 0 < full[one] < 5):
        other = _another(full, out, entry)
        assert other[entry] >= 5, (entry, full, out)
        assert all(other[one] == n for one, n in full.items() if one not in out)
        assert with_totals({one: n for one, n in other.items() if "*" not in one}) == other
        assert min(other.values()) >= 0


def _another(full, out, entry):
    """Moves one after another around a circle that a deep search finds, as long as it finds one."""
    table = dict(full)
    for _ in range(5 - full[entry]):
        circle = _circle_through(table, out, entry)
        for one, change in circle:
            table[one] += change
    return table


def _circle_through(table, out, entry):
    total = {one: -1 if one.count("*") == 1 else 1 for one in out}
    seen = set()

    def on_from(side, name, goal):
        if (side, name) == goal:
            return []
        seen.add((side, name))
        for one in out - {entry}:
            if one[side] != name or (1 - side, one[1 - side]) in seen:
                continue
            change = total[one] * (1 if side == 0 else -1)
            if change < 0 and table[one] == 0:
                continue
            rest = on_from(1 - side, one[1 - side], goal)
            if rest is not None:
                return [(one, change), *rest]
        return None

    row, column = (0, entry[0]), (1, entry[1])
    start, goal = (column, row) if total[entry] > 0 else (row, column)
    found = on_from(*start, goal)
    return [] if found is None else [(entry, 1), *found]


def test_two_small_ones_are_not_told_by_what_they_are_together():
    """3, 0 and 10 of 13, with the zero hidden beside the three, would say that both are three together."""
    counts = {("A", "x"): 3, ("A", "y"): 0, ("A", "z"): 10, ("B", "x"): 10, ("B", "y"): 10, ("B", "z"): 10}
    out = hidden(with_totals(counts))
    assert {("A", "x"), ("A", "z")} <= out
    assert ("A", "y") not in out


def test_what_is_large_is_shown():
    counts = dict.fromkeys(itertools.product("ab", "xy"), 20)
    assert not hidden(with_totals(counts))
    assert with_totals(counts)[ALL, ALL] == 80
