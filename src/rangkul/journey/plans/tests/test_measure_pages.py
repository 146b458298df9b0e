"""Pages of measures and of the working together: they write once, keep what was typed, are closed to others."""

from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.plans import actions, series
from rangkul.journey.plans.actions import Counted
from rangkul.journey.plans.models import AllianceRating, Measure, MeasurePhase, MeasurePoint

DAY = today()
ABSENT = {"name": "Hari tidak masuk sekolah", "unit": "hari per minggu", "direction": "lower", "counted_by": "school"}


def address(name, case, *more):
    return reverse(f"plans:{name}", args=[case.pk, *more])


def ago(days):
    return DAY - timedelta(days=days)


@pytest.fixture
def measure(cast, asking, case):
    """An A-B series of eight weeks: five points before, three while the learning group runs."""
    by = cast.ayu.asker()
    with asking(cast.ayu):
        row = actions.begin_measure(by=by, case=case, **ABSENT)
        points = [Counted(ago(63 - 7 * place), Decimal(value)) for place, value in enumerate((4, 5, 4, 5, 4, 2, 1, 1))]
        actions.add_points(by=by, case=case, measure=row, points=points)
        for letter, on, name in (("A", ago(63), "Sebelum"), ("B", ago(28), "Kelompok belajar")):
            actions.begin_phase(by=by, case=case, measure=row, letter=letter, starts_on=on, name=name)
    return row


def test_a_measure_is_begun_once_and_opens_its_page(case, cast, asking, signed_in):
    browser, words = signed_in(cast.ayu), ABSENT | {"once": str(uuid4()), "most": "6,5"}
    first = browser.post(address("new_measure", case), words)
    again = browser.post(address("new_measure", case), words)
    assert (first.status_code, again.status_code) == (302, 302)
    with asking(cast.ayu):
        row = Measure.objects.get()
        assert row.most == Decimal("6.5")
        assert Event.objects.filter(name="measure.begun").count() == 1
    assert first.headers["Location"] == address("measure", case, row.pk)
    page = browser.get(first.headers["Location"]).content.decode()
    assert "belum ada titik" in page
    assert "TIDAK ADA:" not in page


@pytest.mark.parametrize("bad", [{"unit": ""}, {"direction": ""}, {"most": "banyak"}, {"least": "5", "most": "2"}])
def test_a_measure_that_does_not_fit_comes_back_with_its_words(case, cast, asking, signed_in, bad):
    answer = signed_in(cast.ayu).post(address("new_measure", case), ABSENT | bad)
    assert answer.status_code == 422
    assert "Hari tidak masuk sekolah" in answer.content.decode()
    with asking(cast.ayu):
        assert not Measure.objects.exists()


def test_the_page_shows_finding_phases_cautions_and_table(case, cast, signed_in, measure):
    page = signed_in(cast.ayu).get(address("measure", case, measure.pk)).content.decode()
    assert "Hari tidak masuk sekolah berubah mencolok ke arah yang diharapkan: 3 dari 3 titik B di luar pita." in page
    assert "Kelompok belajar" in page
    assert "Kemiripan titik yang berdekatan belum bisa diperiksa." in page
    assert page.count('<td data-label="Fase">') == 8
    assert "Sumber: dihitung oleh Sekolah atau tempat kerja." in page
    assert "TIDAK ADA:" not in page


def test_points_are_added_one_by_one_and_many_at_once(case, cast, asking, signed_in, measure):
    browser, once = signed_in(cast.ayu), str(uuid4())
    one = {"on": DAY.isoformat(), "value": "0,5", "note": "Libur satu hari", "once": once}
    for _ in range(2):
        assert browser.post(address("count", case, measure.pk), one).status_code == 302
    lines = f"{ago(2):%d-%m-%Y} 1\n\n{ago(3).isoformat()} 2,5\n"
    assert browser.post(address("count_many", case, measure.pk), {"lines": lines, "recalled": "on"}).status_code == 302
    with asking(cast.ayu):
        assert MeasurePoint.objects.count() == 11
        assert MeasurePoint.objects.filter(recalled=True).count() == 2
    page = browser.get(address("measure", case, measure.pk)).content.decode()
    assert "Libur satu hari" in page
    assert "diingat kembali" in page


@pytest.mark.parametrize(
    "lines", ["kemarin 3", "12-10-2026", "31-02-2026 4", "12-10-2026 tiga", "12-10-2026 3 lagi", "12-10-2026 inf"]
)
def test_a_line_that_cannot_be_read_is_named_and_kept(case, cast, signed_in, measure, lines):
    answer = signed_in(cast.ayu).post(address("count_many", case, measure.pk), {"lines": lines})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "belum bisa dibaca" in page
    assert lines in page


def test_a_day_with_a_point_is_not_counted_twice(case, cast, asking, signed_in, measure):
    words = {"on": ago(63).isoformat(), "value": "3", "note": "Tetap tertulis"}
    answer = signed_in(cast.ayu).post(address("count", case, measure.pk), words)
    assert answer.status_code == 422
    assert "sudah ada titiknya" in answer.content.decode()
    assert "Tetap tertulis" in answer.content.decode()


def test_a_point_and_a_phase_are_corrected_with_a_reason(case, cast, asking, signed_in, measure):
    browser = signed_in(cast.ayu)
    with asking(cast.ayu):
        point = MeasurePoint.objects.filter(measure=measure).order_by("on").first()
        phase = MeasurePhase.objects.get(measure=measure, letter="B")
    place = address("correct_point", case, point.pk)
    assert "hari per minggu" in browser.get(place).content.decode()
    changed = {"on": point.on.isoformat(), "value": "3"}
    assert browser.post(place, changed).status_code == 422
    assert browser.post(place, changed | {"reason": "Salah baca"}).status_code == 302
    place = address("correct_phase", case, phase.pk)
    assert "Kelompok belajar" in browser.get(place).content.decode()
    words = {"starts_on": ago(29).isoformat(), "name": "Kelompok belajar sore", "reason": "Namanya berganti"}
    assert browser.post(place, words).status_code == 302
    page = browser.get(address("measure", case, measure.pk)).content.decode()
    assert "Kelompok belajar sore" in page
    assert "dikoreksi: Salah baca" in page


def test_a_phase_out_of_turn_is_refused(case, cast, signed_in, measure):
    words = {"letter": "B", "starts_on": ago(7).isoformat(), "name": "Lagi"}
    answer = signed_in(cast.ayu).post(address("phase", case, measure.pk), words)
    assert answer.status_code == 422
    assert "Sesudah fase A datang fase B" in answer.content.decode()
    assert signed_in(cast.ayu).post(address("phase", case, measure.pk), words | {"letter": "A"}).status_code == 302


def test_it_is_tied_to_goal_and_hypothesis_and_ended(case, cast, asking, signed_in, agreed, measure):
    plan = agreed()
    browser = signed_in(cast.ayu)
    with asking(cast.ayu):
        thread = str(plan.goals.get().thread)
    assert browser.post(address("belong", case, measure.pk), {"thread": thread}).status_code == 302
    assert "Dinda kembali bersekolah" in browser.get(address("measure", case, measure.pk)).content.decode()
    assert browser.post(address("belong", case, measure.pk), {"thread": str(uuid4())}).status_code == 422
    assert browser.post(address("end_measure", case, measure.pk), {"reason": ""}).status_code == 422
    assert browser.post(address("end_measure", case, measure.pk), {"reason": "Tujuan tercapai"}).status_code == 302
    page = browser.get(address("measure", case, measure.pk)).content.decode()
    assert "Tujuan tercapai" in page
    assert "Tambah titik" not in page
    assert "1 pengukuran yang sudah dihentikan" in browser.get(address("evaluation", case)).content.decode()


def test_the_evaluation_shows_every_series_and_no_number_of_success(case, cast, asking, signed_in, measure):
    page = signed_in(cast.ayu).get(address("evaluation", case)).content.decode()
    assert "berubah mencolok" in page
    assert "Belum ada rencana yang disepakati" in page
    assert "Mengapa, dibicarakan bersama klien." in page
    assert "TIDAK ADA:" not in page


def test_series_that_begin_in_turn_stand_under_each_other(case, cast, asking, signed_in, measure):
    by = cast.ayu.asker()
    with asking(cast.ayu):
        other = actions.begin_measure(by=by, case=case, **ABSENT | {"name": "Hari terlambat", "unit": "hari"})
        points = [Counted(ago(63 - 7 * place), Decimal(value)) for place, value in enumerate((3, 3, 4, 3, 3, 4, 1, 0))]
        actions.add_points(by=by, case=case, measure=other, points=points)
        for letter, on in (("A", ago(63)), ("B", ago(21))):
            actions.begin_phase(by=by, case=case, measure=other, letter=letter, starts_on=on, name="Diantar")
    page = signed_in(cast.ayu).get(address("evaluation", case)).content.decode()
    assert "Beberapa ukuran, fase B mulai bergantian" in page
    assert "2 dari 2 ukuran" in page


SCORES = SimpleNamespace(
    key="phq9",
    name="PHQ-9",
    direction="higher_is_worse",
    minimal_change=Decimal(5),
    grave=False,
    points=[(ago(60), Decimal(18), "1"), (ago(30), Decimal(14), "2"), (ago(2), Decimal(8), "2")],
)


def test_an_instrument_is_shown_without_phases_and_followed_with_them(case, cast, asking, signed_in, monkeypatch):
    monkeypatch.setattr(series, "of_instruments", lambda case: [SCORES])
    browser = signed_in(cast.ayu)
    page = browser.get(address("evaluation", case)).content.decode()
    assert "PHQ-9: 14 pada titik pertama, 8 pada titik ke-2." in page
    assert "Titik berongga" in page
    assert "berubah 6, tidak kurang dari yang berarti (5)." in page
    assert browser.get(address("follow", case, "phq9")).status_code == 200
    assert browser.get(address("follow", case, "lain")).status_code == 404
    assert browser.post(address("follow", case, "phq9"), {"direction": "lower"}).status_code == 302
    with asking(cast.ayu):
        row = Measure.objects.get()
    assert browser.get(address("follow", case, "phq9")).status_code == 404
    page = browser.get(address("measure", case, row.pk)).content.decode()
    assert "Sumber: isian alat ukur." in page
    assert "Tambah titik" not in page


@pytest.mark.parametrize("name", ["count", "count_many", "phase", "belong", "end_measure"])
def test_writing_addresses_refuse_get_and_strangers(case, cast, signed_in, measure, name):
    assert signed_in(cast.ayu).get(address(name, case, measure.pk)).status_code == 405
    assert signed_in(cast.budi).post(address(name, case, measure.pk), {}).status_code == 404


def test_the_supervisor_reads_and_is_offered_nothing_to_write(case, cast, signed_in, measure):
    page = signed_in(cast.sari).get(address("measure", case, measure.pk)).content.decode()
    assert "berubah mencolok" in page
    assert "Tambah titik" not in page
    words = {"on": DAY.isoformat(), "value": "1"}
    assert signed_in(cast.sari).post(address("count", case, measure.pk), words).status_code == 403


@pytest.mark.parametrize("who", ["budi", "candra", "adi"])
def test_who_does_not_see_the_case_finds_nothing(case, cast, signed_in, measure, who):
    browser = signed_in(getattr(cast, who))
    for place in (address("measure", case, measure.pk), address("new_measure", case), address("alliance", case)):
        assert browser.get(place).status_code == 404


def test_a_measure_of_another_case_is_not_found(case, cast, asking, signed_in, measure):
    assert signed_in(cast.ayu).get(address("measure", case, uuid4())).status_code == 404


def test_the_client_answers_on_the_device_once(case, cast, asking, signed_in):
    browser, words = signed_in(cast.ayu), {"heard": "8", "free": "", "words": "Enak", "once": str(uuid4())}
    page = browser.get(address("alliance", case)).content.decode()
    assert "Wati" not in page.partition("<main")[2]
    for _ in range(2):
        answer = browser.post(address("alliance", case), words)
        assert answer.headers["Location"] == address("alliance_thanks", case)
    with asking(cast.ayu):
        assert AllianceRating.objects.count() == 1
    assert "kembalikan perangkat" in browser.get(address("alliance_thanks", case)).content.decode()
    assert "Enak" in browser.get(address("evaluation", case)).content.decode()


@pytest.mark.parametrize("words", [{}, {"heard": "11"}, {"heard": "x"}])
def test_no_answer_is_said_kindly(case, cast, signed_in, words):
    answer = signed_in(cast.ayu).post(address("alliance", case), words | {"words": "Tetap tertulis"})
    assert answer.status_code == 422
    assert "Tetap tertulis" in answer.content.decode()


def test_a_fall_is_suggested_to_the_worker_and_not_to_the_supervisor(case, cast, asking, signed_in):
    for value in ("9", "5"):
        signed_in(cast.ayu).post(address("alliance", case), {"heard": value, "words": "Kata-kata saya"})
    page = signed_in(cast.ayu).get(address("evaluation", case)).content.decode()
    assert "Ajak klien bicara" in page
    page = signed_in(cast.sari).get(address("evaluation", case)).content.decode()
    assert "Ajak klien bicara" not in page
    assert "Kata-kata saya" not in page
    assert 'data-label="Didengarkan">5' in page


def test_the_supervisor_does_not_answer_for_the_client(case, cast, signed_in):
    assert signed_in(cast.sari).post(address("alliance", case), {"heard": "10"}).status_code == 403


def test_the_timeline_tells_that_it_was_counted_and_rated_never_what_was_rated(case, cast, asking, signed_in, measure):
    browser = signed_in(cast.ayu)
    browser.post(address("count", case, measure.pk), {"on": DAY.isoformat(), "value": "1"})
    browser.post(address("alliance", case), {"heard": "3", "words": "Rahasia kita"})
    page = browser.get(reverse("cases:case", args=[case.pk])).content.decode()
    assert "Hari tidak masuk sekolah: 1 hari per minggu" in page
    assert "8 titik ditambahkan: Hari tidak masuk sekolah" in page
    assert "Fase B dimulai: Kelompok belajar" in page
    assert "Klien menilai kerja sama" in page
    assert "Rahasia kita" not in page


def test_however_many_points_there_are_the_questions_stay_the_same(case, cast, asking, signed_in, measure):
    browser, counts = signed_in(cast.ayu), []
    for place in (address("evaluation", case), address("measure", case, measure.pk)):
        browser.get(place)
        for _round in range(2):
            with CaptureQueriesContext(connection) as asked:
                browser.get(place)
            counts.append(len(asked))
            with asking(cast.ayu):
                on = ago(len(counts))
                point = [Counted(on, Decimal(2))]
                actions.add_points(by=cast.ayu.asker(), case=case, measure=measure, points=point)
                actions.rate_alliance(by=cast.ayu.asker(), case=case, answers={"heard": 5})
    # The first rating brings one question: whether who reads belongs to the team.
    assert counts[1] <= counts[0] + 1
    assert counts[2] == counts[3]
    assert max(counts) <= 28, counts
