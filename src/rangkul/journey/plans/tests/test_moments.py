"""What the plan puts on the timeline: agreements and reviews without judgements, and each value on its day."""

from datetime import timedelta
from decimal import Decimal

from rangkul.base.days import today
from rangkul.journey.pictures import hooks
from rangkul.journey.plans import actions, moments
from rangkul.journey.plans.actions import Counted


def test_the_picture_asks_the_plan():
    assert moments.of_case in hooks.moments
    assert moments.counted in hooks.values


def test_agreement_review_and_the_next_one_stand_on_their_days(agreed, look_back, cast, asking):
    plan = agreed()
    soon = today() + timedelta(days=30)
    with asking(cast.ayu):
        look_back(plan, next_on=soon)
        found = [(one.start, one.label, one.tone) for one in moments.of_case(plan.case) if one.lane == "plan"]
    assert found == [
        (today(), "Rencana disepakati", ""), (today(), "Tinjauan", ""), (soon, "Tinjauan berikutnya", "planned"),
    ]  # fmt: skip


def test_no_judgement_stands_on_the_picture(agreed, look_back, cast, asking):
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan)
        said = " ".join(
            f"{one.label} {one.words}" for one in (*moments.of_case(plan.case), *moments.counted(plan.case))
        )
    for words in ("Dinda", "lebih baik", "Kehadiran"):
        assert words not in said


def test_each_value_stands_on_its_day_as_it_was_corrected(case, cast, asking):
    by = cast.ayu.asker()
    with asking(cast.ayu):
        measure = actions.begin_measure(
            by=by, case=case, name="Hari tidak masuk sekolah", unit="hari", direction="lower", counted_by="school",
            least=Decimal(0), most=Decimal(6),
        )  # fmt: skip
        days = [today() - timedelta(days=ago) for ago in (14, 7)]
        point = actions.add_points(by=by, case=case, measure=measure, points=[Counted(days[0], Decimal(4))])
        actions.add_points(by=by, case=case, measure=measure, points=[Counted(days[1], Decimal("2.5"))])
        actions.correct_point(by=by, case=case, point=point, on=days[0], value=Decimal(5), reason="Salah baca")
        found = [(one.start, one.words) for one in moments.counted(case)]
    assert found == [
        (days[0], "Hari tidak masuk sekolah: 5 hari"), (days[1], "Hari tidak masuk sekolah: 2,5 hari"),
    ]  # fmt: skip
