"""Lists: what is due first, by pages, by stage, within their budget."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base import days
from rangkul.journey.cases import actions, queries
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.pages import lists
from rangkul.journey.cases.queries.lists import NEVER
from rangkul.journey.cases.states import Stage

# What every page costs around its view: identity, session, account, emergency access, the note that a file was read.
AROUND = 15


@pytest.fixture
def five(cast, asking, wati):
    """Five of Ayu's cases: three with dates, two without."""
    with asking(cast.ayu):
        by = cast.ayu.asker()
        cases = [actions.open_case(by=by, person=wati, concern=f"Kasus {number}") for number in range(5)]
        for number in (2, 0, 4):
            due = days.today() + timedelta(days=number)
            actions.add_task(by=by, case=cases[number], title="x", due=due, owner=cast.ayu)
    return cases


def test_what_is_due_first_stands_first_and_pages_do_not_overlap(five, cast, asking):
    with asking(cast.ayu):
        asker = cast.ayu.asker()
        whole = [case.pk for case in queries.mine(asker)]
        assert whole == [five[number].pk for number in (0, 2, 4, 1, 3)]
        paged, after = [], None
        while page := queries.mine(asker, after=after, limit=2):
            paged += [case.pk for case in page]
            after = (page[-1].due, page[-1].pk)
        assert paged == whole


def test_filters_and_counts_agree(five, cast, asking):
    with asking(cast.ayu):
        Case.objects.filter(pk=five[0].pk).update(stage=Stage.PLANNING, level="oranye")
        asker = cast.ayu.asker()
        assert [case.pk for case in queries.mine(asker, stage=Stage.PLANNING)] == [five[0].pk]
        assert [case.pk for case in queries.mine(asker, level="oranye")] == [five[0].pk]
        assert queries.stage_counts(asker) == {Stage.ENGAGEMENT: 4, Stage.PLANNING: 1}


def test_a_supervisor_sees_the_unit_and_a_worker_their_own(five, juniors_case, cast, asking):
    with asking(cast.sari):
        assert len(queries.of_unit(cast.sari.asker())) == 6
        assert queries.mine(cast.sari.asker()) == []
    with asking(cast.ayu):
        assert len(queries.of_unit(cast.ayu.asker())) == 5


def test_the_load_of_a_worker_is_a_number_for_everybody_who_asks(five, cast, asking):
    with asking(None):
        assert queries.of_staff_load([cast.ayu.pk, cast.budi.pk]) == {cast.ayu.pk: 5}


def test_the_four_qualities_say_all_is_well_only_after_every_case_was_looked_at(
    five, cast, asking, signed_in, monkeypatch
):
    monkeypatch.setattr(lists, "_LOOKED_AT", 4)
    with asking(cast.ayu) as ayu:
        for number in (0, 2, 4, 1):
            actions.say_why_alone(by=ayu, case=five[number], reason="Klien meminta hanya Ayu")
    browser, address = signed_in(cast.ayu), reverse("cases:quality")
    first = browser.get(address)
    assert "di halaman ini" in first.content.decode()
    assert "Keempatnya terjaga" not in first.content.decode()
    second = browser.get(address + first.context["older"])
    assert [row["case"].pk for row in second.context["rows"]] == [five[3].pk]
    assert (second.context["older"], second.context["newer"]) == ("", "?")
    with asking(cast.ayu) as ayu:
        actions.say_why_alone(by=ayu, case=five[3], reason="Klien meminta hanya Ayu")
    monkeypatch.setattr(lists, "_LOOKED_AT", 5)
    assert "Keempatnya terjaga" in browser.get(address).content.decode()


@pytest.mark.parametrize("cursor", ["x", "2026-01-01~x", "2026-01-01T00:00:00~" + "0" * 32, "~", "9" * 400])
def test_a_broken_cursor_begins_at_the_start(five, cast, signed_in, cursor):
    answer = signed_in(cast.ayu).get(reverse("cases:mine"), {"sesudah": cursor})
    assert answer.status_code == 200
    assert len(answer.context["cases"]) == 5


def test_the_list_keeps_its_budget(five, cast, signed_in):
    browser = signed_in(cast.ayu)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        browser.get(reverse("cases:mine"))
    assert len(counted) <= AROUND + 3


@pytest.fixture
def busy(case, cast, asking, agreed):
    """A case on whose timeline every kind of row stands."""
    from rangkul.base import clock

    with asking(cast.ayu):
        by = cast.ayu.asker()
        for number in range(6):
            note = actions.write_note(by=by, case=case, text=f"Catatan {number}")
        actions.correct_note(by=by, note=note, text="Koreksi")
        actions.record_activity(by=by, case=case, channel="visit", minutes=30, result="Bertemu")
        actions.add_task(by=by, case=case, title="Tugas", due=days.today(), owner=cast.ayu)
        actions.add_appointment(by=by, case=case, at=clock.now() + timedelta(days=1))
        actions.advance(by=by, case=case)
        actions.add_partner(by=by, case=case, who=actions.Known("Puskesmas"), stake=actions.Stake("government"))
    return case


def test_the_case_keeps_its_budget(busy, cast, signed_in):
    browser = signed_in(cast.ayu)
    browser.get(reverse("cases:case", args=[busy.pk]))
    with CaptureQueriesContext(connection) as counted:
        browser.get(reverse("cases:case", args=[busy.pk]))
    assert len(counted) <= AROUND + 14, "\n".join(one["sql"][:150] for one in counted)


def test_never_sorts_after_every_date(five, cast, asking):
    with asking(cast.ayu):
        assert queries.mine(cast.ayu.asker())[-1].due == NEVER
