"""Two people's eyes are never mixed, a goal nobody placed is not counted, and no sentence names a cause."""

from datetime import date
from uuid import uuid4

import pytest

from rangkul.journey.plans.evaluation import CLIENT, WORKER, GoalRoad, Placed, outcome

START, FIRST, SECOND = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)
CAUSES = ("karena", "berkat", "akibat", "sebab", "disebabkan", "berhasil", "sukses", "gagal", "sehingga")


def road(*placed, baseline=-1, weight=1):
    return GoalRoad(uuid4(), 1, "Kembali sekolah", weight, baseline, START, placed)


def test_the_newest_level_of_each_person_counts():
    one = road(Placed(FIRST, 0, -1), Placed(SECOND, None, 1))
    assert one.last(CLIENT) == 0
    assert one.last(WORKER) == 1


def test_each_person_has_a_score_of_their_own():
    roads = [road(Placed(FIRST, 1, 0))]
    assert outcome(roads, CLIENT).score == pytest.approx(60)
    assert outcome(roads, WORKER).score == pytest.approx(50)


def test_a_goal_that_nobody_placed_is_named_and_not_counted():
    roads = [road(Placed(FIRST, 1, None)), road()]
    told = outcome(roads, CLIENT)
    assert told.score == pytest.approx(60)
    assert told.sentences[-1] == "1 tujuan belum dinilai dan tidak ikut dihitung."


def test_without_any_level_there_is_no_score():
    told = outcome([road()], WORKER)
    assert told.score is None
    assert told.sentences == ["Belum ada tujuan yang dinilai."]


def test_the_beginning_is_compared_over_the_same_goals():
    assert "dari 40,0 menjadi 60,0" in outcome([road(Placed(FIRST, 1, 1)), road()], CLIENT).sentences[1]


def test_a_goal_without_a_review_has_no_chart():
    assert road().chart() is None
    assert [row.client for row in road(Placed(FIRST, 0, 1)).chart().rows] == [-1, 0]


@pytest.mark.parametrize(
    ("placed", "words"),
    [
        ((), "Belum ditinjau."),
        ((Placed(FIRST, 0, 0),), "Klien dan pekerja sosial: sesuai harapan."),
        ((Placed(FIRST, 1, -1),), "Klien: di atas harapan. Pekerja sosial: di bawah harapan."),
        ((Placed(FIRST, None, 2),), "Klien: belum bisa menilai. Pekerja sosial: jauh di atas harapan."),
    ],
)
def test_the_finding_says_where_the_goal_stands(placed, words):
    assert road(*placed).finding() == words


@pytest.mark.parametrize("levels", [(a, b) for a in (-2, 0, 2) for b in (-2, -1, 1)])
def test_no_sentence_names_a_cause_or_calls_it_success(levels):
    one = road(Placed(FIRST, *levels), baseline=-2)
    told = " ".join([*outcome([one], CLIENT).sentences, *outcome([one], WORKER).sentences, one.finding()]).lower()
    assert not [cause for cause in CAUSES if cause in told]
