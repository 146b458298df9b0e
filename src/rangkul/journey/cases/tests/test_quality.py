"""The four flags (A31), and the timeline in order and by pages."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.base.models import Event
from rangkul.journey.cases import actions, hooks, queries
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries.timeline import Place
from rangkul.journey.cases.states import Stage


def codes(case) -> set[str]:
    case = queries.get(case.pk)
    return {flag.code for flag in queries.flags([case])[case.pk]}


def test_a_fresh_case_lacks_only_its_partner(case, cast, asking):
    with asking(cast.ayu):
        assert codes(case) == {"partner"}


@pytest.mark.parametrize("mend", ["partner", "member", "reason"])
def test_a_partner_a_colleague_or_a_reason_mends_it(case, cast, asking, mend):
    with asking(cast.ayu):
        by = cast.ayu.asker()
        if mend == "partner":
            actions.add_partner(by=by, case=case, who=actions.Known("LBH"), stake=actions.Stake("community"))
        elif mend == "member":
            actions.add_member(by=by, case=case, staff=cast.dimas)
        else:
            actions.say_why_alone(by=by, case=case, reason="Klien meminta hanya Ayu")
        assert codes(case) == set()


def test_a_long_silence_and_no_supervision_are_flagged(case, cast, asking):
    with asking(cast.ayu):
        Case.objects.update(opened_at=clock.now() - timedelta(days=100))
        assert codes(case) == {"partner", "contact", "supervision"}


def test_intervention_without_a_plan_is_flagged(case, cast, asking, monkeypatch):
    monkeypatch.setattr(hooks, "plan_checks", [lambda ids: set()])
    with asking(cast.ayu):
        Case.objects.update(stage=Stage.INTERVENTION)
        assert "plan" in codes(case)


def test_the_story_is_newest_first_and_pages_without_gap_or_repeat(case, cast, asking):
    with asking(cast.ayu):
        for number in range(7):
            actions.write_note(by=cast.ayu.asker(), case=case, text=f"Catatan {number}")
        seen, place = [], Place()
        while True:
            page = queries.story(case, place, limit=3)
            seen += [moment.entry.text or moment.entry.title for moment in page.moments]
            if page.next is None:
                break
            place = Place.read(str(page.next))
    assert seen[:7] == [f"Catatan {number}" for number in reversed(range(7))]
    assert len(seen) == 8


def test_what_was_written_down_later_stands_where_it_happened_across_pages(case, cast, asking):
    """A contact of two days ago that is written down today comes behind what happened since, on whichever page."""
    times = (9, 2, 1, 6, 6, 0)
    with asking(cast.ayu):
        moment = clock.now()
        Case.objects.update(opened_at=moment - timedelta(days=1))
        for days, hours in enumerate(times):
            with clock.pretending(moment + timedelta(days=days)):
                told = {"result": f"Kontak {days}", "at": moment + timedelta(days=days - hours)}
                actions.record_activity(by=cast.ayu.asker(), case=case, channel="visit", minutes=30, **told)
        place, seen = Place(), []
        while place:
            page = queries.story(case, place, limit=2)
            seen.append([moment.at for moment in page.moments])
            place = page.next
    told = [one for page in seen for one in page]
    assert len(seen) > 2
    assert len(told) == len(set(told)) == len(times) + 1
    assert told == sorted(told, reverse=True)


@pytest.mark.parametrize("words", ["", "x", "12.x", "9" * 30, "-4", "1.2.3" * 500])
def test_a_place_that_makes_no_sense_is_answered(case, cast, signed_in, words):
    assert signed_in(cast.ayu).get(f"/kerja/kasus/{case.pk}/linimasa/", {"sebelum": words}).status_code == 200


def test_readings_are_not_part_of_the_story(case, cast, asking, signed_in):
    signed_in(cast.sari).get(f"/kerja/kasus/{case.pk}/")
    with asking(cast.ayu):
        assert Event.objects.filter(name="file.opened").exists()
        assert [moment.entry.icon for moment in queries.timeline(case)] == ["folder-open"]
