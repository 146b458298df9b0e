"""The client's copy holds what belongs to the client, and what the worker thinks stays the team's."""

from decimal import Decimal

from rangkul.base.days import today
from rangkul.commons.trust.hooks import Whose
from rangkul.journey.plans import actions
from rangkul.journey.plans.actions import Counted
from rangkul.journey.plans.keeping import copy_of_plans


def test_the_copy_holds_goals_own_words_counts_and_ratings(case, cast, asking, agreed, look_back):
    plan, by = agreed(), cast.ayu.asker()
    with asking(cast.ayu):
        look_back(plan)
        measure = actions.begin_measure(
            by=by, case=case, name="Hari tidak masuk", unit="hari", direction="lower", counted_by="school"
        )
        actions.add_points(by=by, case=case, measure=measure, points=[Counted(today(), Decimal("2.5"))])
        actions.rate_alliance(by=by, case=case, answers={"heard": 8}, words="Enak diajak bicara")
        (section,) = copy_of_plans(Whose((case.person_id,)))
    told = " ".join(f"{name} {value}" for name, value in section.rows)
    for words in ("Dinda kembali bersekolah", "Saya ingin Dinda sekolah lagi", "Dinda lebih ceria", "2,5",
                  "Didengarkan 8", "Enak diajak bicara"):  # fmt: skip
        assert words in told
    assert "Kehadiran mulai teratur" not in told


def test_without_anything_there_is_no_section(case, cast, asking):
    with asking(cast.ayu):
        assert list(copy_of_plans(Whose((case.person_id,)))) == []
