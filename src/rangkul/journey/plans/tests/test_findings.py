"""What a series shows: the finding in one sentence, and what makes it weak beside it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rangkul.journey.plans import findings
from rangkul.journey.plans.design import Phase, Point, split, staggered
from rangkul.journey.plans.linechart import HEIGHT, LEFT, RIGHT, TOP, WIDTH, common_span, draw, steps
from rangkul.journey.plans.pages.series_view import SeriesView
from rangkul.journey.plans.series import Series

START = date(2026, 8, 3)


def series(*values, start=START, every=7, **more):
    return [Point(start + timedelta(days=every * place), value, **more) for place, value in enumerate(values)]


def ab(baseline, later, direction="lower", **more):
    """A-B with weekly points; B begins with the first later point."""
    began = START + timedelta(days=7 * len(baseline))
    phases = [Phase("A", START, "Sebelum"), Phase("B", began, "Kelompok belajar")]
    return split(series(*baseline, *later), phases, direction, **more)


@pytest.mark.parametrize(
    ("design", "told"),
    [
        (split([], [], "lower"), "Absen: belum ada titik."),
        (split(series(4), [], "lower"), "Absen: 4 pada titik pertama."),
        (split(series(4, 3, 2.5), [], "lower"), "Absen: 4 pada titik pertama, 2,5 pada titik ke-3."),
        (split(series(4, 3, 5), [Phase("A", START, "x")], "lower"), "Absen: rata-rata 4 selama fase A."),
        (ab([4, 5], [1, 1]), "Absen: rata-rata 4,5 di fase A, 1 di fase B."),
        (
            ab([4, 5, 4, 5, 4], [1, 1, 4]),
            "Absen berubah mencolok ke arah yang diharapkan: 2 dari 3 titik B di luar pita.",
        ),
        (
            ab([4, 5, 4, 5, 4], [1, 1], "higher"),
            "Absen berubah mencolok ke arah sebaliknya: 2 dari 2 titik B di luar pita.",
        ),
        (ab([4, 5, 4, 5, 4], [1, 4, 1]), "Absen: ada titik fase B di luar pita, belum dua berturut-turut."),
        (ab([4, 5, 4, 5, 4], [4, 5]), "Absen: semua titik fase B masih di dalam pita fase A."),
    ],
)
def test_the_title_is_the_finding_in_one_sentence(design, told):
    assert findings.title("Absen", design) == told


def test_the_numbers_stand_behind_the_title():
    told = " ".join(findings.details(ab([6, 8, 7, 9, 5], [3, 2, 3, 2, 1]).compared[0]))
    assert "Pita dua simpangan baku fase A: 3,8 sampai 10,2." in told
    assert "100 persen titik fase B melampaui titik terbaik fase A." in told
    assert "5 dari 5 titik fase B berada di sisi baik garis arah fase A" in told


def test_too_few_points_are_said_to_be_too_few():
    told = findings.details(ab([4, 5, 3, 4], [1, 2]).compared[0])
    assert any("belum cukup" in one for one in told)
    assert findings.cautions(ab([4, 5], [1, 2]))[0] == "Fase A kurang dari tiga titik: belum ada pita."
    assert "Fase A pendek (3 titik)" in findings.cautions(ab([4, 5, 4], [1, 2]))[0]


@pytest.mark.parametrize(
    ("design", "words"),
    [
        (ab([7, 5, 5, 3, 4, 2], [1, 1]), "ke arah yang diharapkan sebelum fase B"),
        (ab([2, 4, 3, 5, 5, 7], [8, 9]), "ke arah sebaliknya sebelum fase B"),
        (ab([1, 1, 1, 1, 1, 9, 9, 9, 9, 9], [1, 1]), "mirip satu sama lain (r = "),
        (ab([4, 5, 4], [1, 2]), "belum bisa diperiksa"),
        (ab([0, 0, 1, 0], [0, 0], least=0.0), "Fase A sudah di ujung baik skala"),
        (ab([4, 5, 4, 5, 4], [0, 0, 1], least=0.0), "Banyak titik fase B sudah di ujung skala"),
    ],
)
def test_what_makes_the_picture_weak_is_said(design, words):
    assert any(words in one for one in findings.cautions(design)), findings.cautions(design)


def test_remembered_points_are_named():
    design = split(series(4, 5, recalled=True), [], "lower")
    assert "2 titik diingat kembali, bukan dicatat saat itu." in findings.cautions(design)


def test_only_equal_versions_are_one_line():
    points = [*series(14, 13, version="1"), *series(9, 8, 7, start=START + timedelta(days=60), version="2")]
    design = split(points, [], "lower")
    assert [point.value for point in design.points] == [9, 8, 7]
    assert [point.value for point in design.others] == [14, 13]
    assert "Titik berongga" in " ".join(findings.cautions(design))
    chart = draw(design)
    assert (len(chart.dots), len(chart.hollow), len(chart.lines)) == (3, 2, 1)


def test_after_a_withdrawal_the_second_baseline_is_compared_with_the_first():
    days = [START + timedelta(days=7 * place) for place in (0, 4, 8)]
    phases = [Phase(letter, on, letter) for letter, on in zip("ABA", days, strict=True)]
    design = split(series(4, 5, 4, 5, 1, 1, 2, 1, 4, 9), phases, "lower")
    assert design.letters == "A-B-A"
    assert findings.returned(design) == ["Di fase A berikutnya 1 dari 2 titik berada di dalam pita fase A sebelumnya."]


def test_a_b_a_b_compares_each_b_with_the_a_before_it():
    days = [START + timedelta(days=7 * place) for place in (0, 3, 6, 9)]
    phases = [Phase(letter, on, letter) for letter, on in zip("ABAB", days, strict=True)]
    design = split(series(4, 5, 4, 1, 1, 1, 4, 4, 5, 0, 0, 0), phases, "lower")
    assert [pair.before.values for pair in design.compared] == [[4, 5, 4], [4, 4, 5]]


def test_series_that_begin_on_different_days_stand_on_one_axis():
    first = ab([4, 5, 4, 5], [1, 1])
    second = ab([4, 5, 4, 5, 4, 5], [1, 1])
    assert staggered([first, second])
    assert not staggered([first, first])
    assert not staggered([first])
    assert "2 dari 2 ukuran" in findings.together([first, second])
    charts = [draw(one, common_span([first, second])) for one in (first, second)]
    assert charts[0].days == charts[1].days
    assert charts[0].marks[1].x < charts[1].marks[1].x


def test_the_smallest_change_that_counts_is_named_beside_the_change():
    design = split(series(14, 12), [], "lower")
    assert "berubah 2; perubahan yang berarti mulai dari 5." in findings.smallest(design, 5)
    assert "berubah 2, tidak kurang dari yang berarti (2)." in findings.smallest(design, 2)
    assert findings.smallest(design, None) == ""


def test_everything_stands_inside_the_picture():
    chart = draw(ab([40, 52, 44, 51, 47], [12, 9, 3, 110], least=0.0))
    for dot in chart.dots:
        assert LEFT <= dot.x <= WIDTH - RIGHT
        assert TOP <= dot.y <= HEIGHT
    assert all(LEFT <= mark.x <= WIDTH - RIGHT for mark in chart.marks)
    assert all(box.height >= 0 and box.width >= 0 for box in chart.boxes)


@pytest.mark.parametrize(("low", "high"), [(0, 5), (0, 0), (2.5, 2.6), (-3, 12), (0, 1234)])
def test_the_axis_has_round_steps_that_span_the_values(low, high):
    marks = steps(low, high)
    assert marks[0] <= low
    assert marks[-1] >= high
    assert marks == sorted(set(marks))
    assert 2 <= len(marks) <= 8


def test_nothing_counted_draws_nothing():
    assert draw(split([], [], "lower")) is None


def test_a_grave_answer_is_said_before_anything_else():
    view = SeriesView(Series("phq9", "PHQ-9", ab([14, 13, 12], [3, 2]), grave=True))
    assert "Nilai totalnya tidak menunjukkan itu" in view.cautions[0]
    assert not any("tindakan" in one for one in replace(view, series=replace(view.series, grave=False)).cautions)
