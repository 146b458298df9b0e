"""What is counted again and again: appended, corrected by a further row, in phases that take turns."""

import json
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.trust.actions import grant
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.actions import Counted
from rangkul.journey.plans.conftest import SPOKEN
from rangkul.journey.plans.models import Hypothesis, Measure, MeasurePhase, MeasurePoint

DAY = today()


def ago(days):
    return DAY - timedelta(days=days)


ABSENT = {
    "name": "Hari tidak masuk sekolah",
    "unit": "hari per minggu",
    "direction": "lower",
    "counted_by": "school",
    "least": Decimal(0),
    "most": Decimal(6),
}


@pytest.fixture
def begin(cast, case):
    def write(by=None, **given):
        return actions.begin_measure(by=(by or cast.ayu).asker(), case=case, **(ABSENT | given))

    return write


@pytest.fixture
def count(cast, case):
    def write(measure, *values, by=None):
        points = [Counted(on, Decimal(value)) for on, value in values]
        return actions.add_points(by=(by or cast.ayu).asker(), case=case, measure=measure, points=points)

    return write


@pytest.fixture
def phase(cast, case):
    def write(measure, letter, on, name="Kelompok belajar"):
        return actions.begin_phase(
            by=cast.ayu.asker(), case=case, measure=measure, letter=letter, starts_on=on, name=name
        )

    return write


def test_values_are_appended_and_read_in_the_order_of_their_days(case, cast, asking, begin, count):
    with asking(cast.ayu):
        measure = begin()
        count(measure, (ago(7), 4))
        count(measure, (ago(21), 5), (ago(14), "4.5"))
        rows = queries.points_of(case)[measure.pk]
        assert [float(row.value) for row in rows] == [5, 4.5, 4]
        events = Event.objects.filter(name="measure.counted")
        assert [event.payload["count"] for event in events.order_by("at")] == [1, 2]
        assert "4.5" not in json.dumps([event.payload for event in events])


@pytest.mark.parametrize(
    ("values", "code"),
    [
        # Two days: one is today where the tests run past midnight.
        ([(DAY + timedelta(days=2), 3)], "ahead"),
        ([(DAY, 7)], "scale"),
        ([(DAY, -1)], "scale"),
        ([(DAY, 3), (DAY, 4)], "there"),
        ([], "empty"),
        ([(DAY, "1e12")], "large"),
        ([(DAY, "NaN")], "large"),
    ],
)
def test_what_cannot_be_counted_is_refused(cast, asking, begin, count, values, code):
    with asking(cast.ayu):
        measure = begin()
        with pytest.raises(Refused) as refusal:
            count(measure, *values)
        assert refusal.value.code == code
        assert not MeasurePoint.objects.exists()


def test_a_day_has_one_value_and_a_correction_takes_its_place(case, cast, asking, begin, count):
    with asking(cast.ayu):
        measure = begin()
        first = count(measure, (ago(7), 4))
        with pytest.raises(Refused):
            count(measure, (ago(7), 2))
        words = {"by": cast.ayu.asker(), "case": case, "reason": "Salah baca daftar hadir"}
        second = actions.correct_point(point=first, on=ago(7), value=Decimal(2), **words)
        assert [row.value for row in queries.points_of(case)[measure.pk]] == [2]
        with pytest.raises(Refused):
            actions.correct_point(point=first, on=ago(7), value=Decimal(1), **words)
        actions.correct_point(point=second, on=ago(7), value=Decimal(2), taken_back=True, **words)
        assert queries.points_of(case) == {}
        count(measure, (ago(7), 3))
        assert MeasurePoint.objects.count() == 4


def test_nothing_that_was_counted_is_changed(cast, asking, begin, count, phase):
    with asking(cast.ayu):
        measure = begin()
        count(measure, (ago(7), 4))
        phase(measure, "A", ago(30))
        for model, change in (
            (MeasurePoint, {"value": 0}),
            (MeasurePhase, {"starts_on": DAY}),
            (Measure, {"direction": "higher"}),
        ):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                model.objects.update(**change)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            MeasurePoint.objects.all().delete()


def test_phases_take_turns(case, cast, asking, begin, phase):
    with asking(cast.ayu):
        measure = begin()
        phase(measure, "A", ago(60))
        phase(measure, "B", ago(30))
        for letter, on in (("B", ago(10)), ("A", ago(30)), ("A", ago(70)), ("A", ago(40))):
            with pytest.raises(Refused):
                phase(measure, letter, on)
        phase(measure, "A", ago(10), "Libur")
        assert [row.letter for row in queries.phases_of(case)[measure.pk]] == ["A", "B", "A"]


def test_a_phase_is_corrected_and_not_out_of_turn(case, cast, asking, begin, phase):
    with asking(cast.ayu):
        measure = begin()
        phase(measure, "A", ago(60))
        second = phase(measure, "B", ago(30))
        words = {"by": cast.ayu.asker(), "case": case, "reason": "Mulainya lebih lambat", "name": "Kelompok belajar"}
        moved = actions.correct_phase(phase=second, starts_on=ago(20), **words)
        assert [row.starts_on for row in queries.phases_of(case)[measure.pk]] == [ago(60), ago(20)]
        phase(measure, "A", ago(5))
        with pytest.raises(Refused):
            actions.correct_phase(phase=moved, starts_on=ago(20), taken_back=True, **words)
        with pytest.raises(Refused):
            actions.correct_phase(phase=second, starts_on=ago(25), **words)


@pytest.mark.parametrize("wrong", [{"name": ""}, {"unit": " "}, {"least": Decimal(6), "most": Decimal(6)}])
def test_a_measure_that_says_too_little_is_refused(cast, asking, begin, wrong):
    with asking(cast.ayu), pytest.raises(Refused):
        begin(**wrong)


@pytest.mark.parametrize("bad", [{"name": ""}, {"least": 5, "most": 5}, {"ended_on": DAY}])
def test_the_database_refuses_it_too(case, cast, asking, bad):
    words = {"case": case, "key": case.key, "direction": "lower", "counted_by": "client", "begun_by_id": cast.ayu.pk}
    with asking(cast.ayu), pytest.raises(IntegrityError):
        Measure.objects.create(**words, **({"name": "Marah", "unit": "kali"} | bad))


def test_it_belongs_to_a_goal_and_a_hypothesis_through_the_versions(case, cast, asking, agreed, begin):
    plan = agreed()
    by = cast.ayu.asker()
    with asking(cast.ayu):
        actions.new_version(by=by, case=case, reason="Menambah dugaan")
        actions.suppose(by=by, case=case, condition="diantar", expectation="masuk", because="jalannya gelap")
        strand = Hypothesis.objects.get().strand
        measure = begin(thread=plan.goals.get().thread, strand=strand)
        assert (measure.thread, measure.strand) == (plan.goals.get().thread, strand)
        actions.attach_measure(by=by, case=case, measure=measure)
        assert Measure.objects.get().strand is None
        for wrong in ({"thread": uuid4()}, {"strand": uuid4()}):
            with pytest.raises(Refused):
                actions.attach_measure(by=by, case=case, measure=measure, **wrong)


def test_a_new_version_keeps_the_strand(case, cast, asking, draft):
    by = cast.ayu.asker()
    draft()
    with asking(cast.ayu):
        actions.suppose(by=by, case=case, condition="diantar", expectation="masuk", because="jalannya gelap")
        actions.agree_plan(by=by, case=case, agreement=SPOKEN, client_words="Setuju")
        actions.new_version(by=by, case=case, reason="Pindah")
        assert len(set(Hypothesis.objects.values_list("strand", flat=True))) == 1
        assert Hypothesis.objects.count() == 2


def test_it_ends_with_a_reason_and_then_takes_no_more(case, cast, asking, begin, count, phase):
    with asking(cast.ayu):
        measure = begin()
        actions.end_measure(by=cast.ayu.asker(), case=case, measure=measure, reason="Lulus")
        for write in (lambda: count(measure, (DAY, 1)), lambda: phase(measure, "A", DAY)):
            with pytest.raises(Refused):
                write()
        with pytest.raises(Refused):
            actions.end_measure(by=cast.ayu.asker(), case=case, measure=measure, reason="Lagi")


def test_an_instrument_is_followed_once_and_its_points_stay_there(cast, asking, begin, count):
    with asking(cast.ayu):
        measure = begin(series="phq9", name="", unit="")
        with pytest.raises(Refused):
            begin(series="phq9", name="", unit="")
        with pytest.raises(Refused):
            count(measure, (DAY, 3))


def test_there_is_an_end_to_how_much_is_followed(cast, asking, begin):
    with asking(cast.ayu):
        for number in range(12):
            begin(name=f"Ukuran {number}")
        with pytest.raises(Refused, match="12"):
            begin(name="Satu lagi")


@pytest.mark.parametrize("name", ["sari", "budi", "candra"])
def test_only_the_team_counts(case, cast, asking, begin, name):
    with asking(cast.ayu):
        measure = begin()
    other = getattr(cast, name)
    with asking(other), pytest.raises(PermissionDenied):
        actions.add_points(by=other.asker(), case=case, measure=measure, points=[Counted(DAY, Decimal(1))])


def test_the_client_sees_the_line_and_the_others_do_not(case, cast, asking, begin, count, phase):
    with asking(cast.ayu):
        measure = begin()
        count(measure, (ago(7), 4))
        phase(measure, "A", ago(30))
        grant(by=cast.ayu.asker(), subject=("case", case.pk), grantee=("ticket", case.pk), basis="client")
    models = (Measure, MeasurePoint, MeasurePhase)
    with asking(Asker("ticket", ticket_id=case.pk)):
        assert all(model.objects.exists() for model in models)
    for name in ("budi", "candra", "putri", "adi"):
        with asking(getattr(cast, name)):
            assert not any(model.objects.exists() for model in models)
