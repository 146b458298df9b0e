"""What leaving the assessment needs: each missing thing is named, leads to its page, and can be passed over."""

import pytest

from rangkul.base.days import today
from rangkul.base.taxonomy.queries import current
from rangkul.journey.assessment import actions, gates, queries
from rangkul.journey.cases.actions import return_to_assessment
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import Stage


def codes(missing):
    return {one.code.removeprefix("assessment.") for one in missing}


EVERYTHING = {
    "presenting",
    "domain_bio",
    "domain_psiko",
    "domain_sosial",
    "functioning",
    "risk",
    "category",
    "signed",
}


def test_at_the_beginning_everything_is_missing(case, cast, asking):
    with asking(cast.ayu):
        found = gates.needed(case)
        assert codes(found) == EVERYTHING
        assert all(one.url.startswith("/kerja/asesmen/") for one in found)
        assert not any(one.firm for one in found)


def test_only_the_stage_itself_is_asked(case, cast, asking):
    with asking(cast.ayu):
        assert gates.criteria(case) == []
        case.stage = Stage.ASSESSMENT
        assert codes(gates.criteria(case)) == EVERYTHING


def test_a_full_round_lacks_only_the_signature(case, cast, asking, fill):
    fill()
    with asking(cast.ayu):
        assert codes(gates.needed(case)) == {"signed"}
        actions.sign_round(by=cast.ayu.asker(), case=case)
        assert gates.needed(case) == []


def test_the_spiritual_domain_is_never_asked_for(case, cast, asking):
    with asking(cast.ayu):
        assert "domain_spiritual" not in codes(gates.needed(case))


def test_a_fact_that_was_taken_back_tells_nothing(case, cast, asking, record):
    with asking(cast.ayu):
        fact = record()
        assert "domain_bio" not in codes(gates.needed(case))
        actions.correct_fact(by=cast.ayu.asker(), case=case, fact=fact, reason="Tertukar orang")
        assert "domain_bio" in codes(gates.needed(case))


@pytest.mark.parametrize(("gap", "code"), [("functioning_gap", "functioning"), ("category_gap", "category")])
def test_a_reason_stands_for_what_could_not_be_asked(case, cast, asking, gap, code):
    with asking(cast.ayu):
        actions.explain_gap(by=cast.ayu.asker(), case=case, gap=gap, why="Klien belum bisa bicara")
        assert code not in codes(gates.needed(case))


def test_one_view_of_functioning_is_not_both(case, cast, asking):
    with asking(cast.ayu):
        levels = {"needs": (2, ""), "roles": (2, ""), "coping": (2, "")}
        given = {"case": case, "moment": "baseline", "seen_on": today(), "levels": levels}
        actions.record_functioning(by=cast.ayu.asker(), view="worker", **given)
        assert len(queries.missing_views(queries.profile(case))) == 3
        actions.record_functioning(by=cast.ayu.asker(), view="client", **given)
        assert "functioning" not in codes(gates.needed(case))


def test_in_a_reassessment_risks_are_asked_about_anew(case, cast, asking, fill, rate):
    fill()
    with asking(cast.ayu):
        actions.sign_round(by=cast.ayu.asker(), case=case)
        actions.begin_reassessment(by=cast.ayu.asker(), case=case, why="Suami kembali")
        assert "risk" in codes(gates.needed(case))
        rate(kind="violence", level="kuning")
        assert "risk" not in codes(gates.needed(case))


def test_an_ended_group_does_not_count(case, cast, asking):
    by = cast.ayu.asker()
    with asking(cast.ayu):
        group = actions.add_category(by=by, case=case, code=current("ppks").first().code)
        assert "category" not in codes(gates.needed(case))
        actions.end_category(by=by, case=case, category=group, reason="Tidak lagi")
        assert "category" in codes(gates.needed(case))


def test_a_case_that_came_back_is_assessed_again(case, cast, asking, fill):
    fill()
    by = cast.ayu.asker()
    with asking(cast.ayu):
        actions.sign_round(by=by, case=case)
        Case.objects.filter(pk=case.pk).update(stage=Stage.INTERVENTION)
        back = return_to_assessment(by=by, case=case, reason="Suami kembali")
        assert codes(gates.criteria(back)) == {"again"}
        actions.begin_reassessment(by=by, case=back, why="Suami kembali")
        assert "again" not in codes(gates.criteria(back))
