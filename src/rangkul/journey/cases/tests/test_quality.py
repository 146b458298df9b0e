"""The four flags (A31), and the timeline in order and by pages."""

from datetime import timedelta

import pytest

from rangkul.base import clock
from rangkul.base.models import Event
from rangkul.journey.cases import actions, hooks, queries
from rangkul.journey.cases.models import Case
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
            actions.add_partner(by=by, case=case, name="LBH")
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
        seen, before = [], None
        while True:
            page = queries.story(case, before, limit=3)
            seen += [moment.entry.text or moment.entry.title for moment in page.moments]
            if page.next is None:
                break
            before = page.next
    assert seen[:7] == [f"Catatan {number}" for number in reversed(range(7))]
    assert len(seen) == 8


def test_readings_are_not_part_of_the_story(case, cast, asking, signed_in):
    signed_in(cast.sari).get(f"/kerja/kasus/{case.pk}/")
    with asking(cast.ayu):
        assert Event.objects.filter(name="file.opened").exists()
        assert [moment.entry.icon for moment in queries.timeline(case)] == ["folder-open"]
