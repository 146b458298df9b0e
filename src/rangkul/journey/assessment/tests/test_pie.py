"""PIE: coded with the client, kept with its round, carried on by a person; what others found keeps their name."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import Assessment, PieCoding, PieFinding
from rangkul.journey.assessment.pie import meanings, summary
from rangkul.journey.assessment.pie.codes import (
    GROUP_OF,
    PROBLEMS_OF,
    ROLES_OF,
    Coping,
    Duration,
    Problem,
    Profession,
    Role,
    Severity,
    System,
    Trouble,
)
from rangkul.journey.assessment.pie.compare import Moved, changes
from rangkul.journey.assessment.pie.values import Coded, Found

PARENT = {"factor": "1", "role": "parent", "trouble": "loss", "severity": 4, "duration": 3, "coping": 3}
SCHOOL = {"factor": "2", "system": "education", "problem": "school_cost", "severity": 3, "duration": 4}
FINDING = {
    "factor": "3",
    "finding": "Depresi sedang",
    "profession": "psychiatrist",
    "found_by": "dr. Rina",
    "via": "document",
    "document": "surat kontrol RSUD",
    "found_on": today(),
}


@pytest.fixture
def code(cast, case):
    def write(by=None, **given):
        return actions.code_pie(by=(by or cast.ayu).asker(), case=case, **given)

    return write


@pytest.fixture
def note(cast, case):
    def write(by=None, **given):
        return actions.note_finding(by=(by or cast.ayu).asker(), case=case, **(FINDING | given))

    return write


def test_every_code_has_a_meaning_of_our_own():
    assert set(meanings.ROLES) == set(Role) == set(GROUP_OF)
    assert set(meanings.TROUBLES) == set(Trouble)
    assert set(meanings.SYSTEMS) == set(System) == set(PROBLEMS_OF)
    assert set(meanings.PROBLEMS) == set(Problem)
    assert [set(meanings.SEVERITIES), set(meanings.DURATIONS), set(meanings.COPINGS)] == [
        set(Severity),
        set(Duration),
        set(Coping),
    ]


def test_the_structure_is_that_of_the_profession():
    assert [len(roles) for roles in ROLES_OF.values()] == [6, 5, 5, 9]
    assert (len(Trouble), len(System), len(Severity), len(Duration), len(Coping)) == (9, 6, 6, 6, 6)
    assert all(Problem.DISCRIMINATION in problems for problems in PROBLEMS_OF.values())


def test_both_factors_are_coded_and_told_in_one_line(case, cast, asking, code):
    with asking(cast.ayu):
        code(**PARENT, because="Anak meninggal bulan Juni")
        code(**SCHOOL)
        rows = queries.standing_codings(queries.newest_round(case))
        assert [row.factor for row in rows] == ["1", "2"]
        events = Event.objects.filter(name="pie.coded")
        assert events.count() == 2
        assert "Juni" not in json.dumps([event.payload for event in events])


@pytest.mark.parametrize(
    "wrong",
    [
        PARENT | {"trouble": ""},
        PARENT | {"coping": None},
        PARENT | {"factor": "3"},
        PARENT | {"factor": "4"},
        SCHOOL | {"problem": "food"},
        SCHOOL | {"system": "", "problem": ""},
        SCHOOL | {"problem": "discrimination"},
        SCHOOL | {"ground": "faith"},
        SCHOOL | {"problem": "other"},
        PARENT | {"trouble": "other"},
    ],
)
def test_what_does_not_fit_is_refused(cast, asking, code, wrong):
    with asking(cast.ayu), pytest.raises(Refused):
        code(**wrong)


def test_the_same_difficulty_is_coded_once_and_another_child_is_another(cast, asking, code):
    with asking(cast.ayu):
        code(**PARENT, named="Dinda")
        with pytest.raises(Refused, match="sudah ada"):
            code(**PARENT, named=" dinda ")
        code(**PARENT, named="Raka")


@pytest.mark.parametrize(
    ("table", "bad"),
    [
        (PARENT, {"factor": "3"}),
        (PARENT, {"severity": 7}),
        (PARENT, {"duration": 0}),
        (PARENT, {"system": "legal", "problem": "court"}),
        (SCHOOL, {"coping": 2}),
        (SCHOOL, {"problem": "court"}),
        (SCHOOL, {"problem": "discrimination"}),
        (SCHOOL, {"ground": "age"}),
        (SCHOOL, {"correction_reason": "tanpa yang dikoreksi"}),
    ],
)
def test_the_database_refuses_it_too(case, cast, asking, code, table, bad):
    with asking(cast.ayu):
        code(**table)
        round_ = Assessment.objects.get()
        words = {"case": case, "assessment": round_, "key": case.key, "coded_by_id": cast.ayu.pk, "named": "lain"}
        with pytest.raises(IntegrityError), transaction.atomic():
            PieCoding.objects.create(**words, **(table | bad))


def test_a_coding_is_corrected_by_appending_and_taken_back_with_a_reason(case, cast, asking, code):
    with asking(cast.ayu):
        first = code(**PARENT)
        words = {"severity": 2, "duration": 3, "coping": 2}
        second = actions.correct_pie(by=cast.ayu.asker(), case=case, coding=first, reason="Salah pilih", **words)
        assert [row.severity for row in queries.standing_codings(first.assessment)] == [2]
        with pytest.raises(Refused):
            actions.correct_pie(by=cast.ayu.asker(), case=case, coding=first, reason="Lagi", **words)
        actions.correct_pie(
            by=cast.ayu.asker(), case=case, coding=second, reason="Bukan beban", taken_back=True, **words
        )
        assert queries.standing_codings(first.assessment) == []
        assert PieCoding.objects.count() == 3


def sign(cast, case):
    actions.state_presenting(by=cast.ayu.asker(), case=case, words="Berat", source="client", said_on=today())
    actions.sign_round(by=cast.ayu.asker(), case=case)


def test_with_the_signature_the_codings_are_frozen(case, cast, asking, code, note):
    with asking(cast.ayu):
        first = code(**PARENT)
        sign(cast, case)
        with pytest.raises(Refused, match="sudah ditandatangani"):
            code(**SCHOOL)
        with pytest.raises(Refused):
            actions.correct_pie(
                by=cast.ayu.asker(), case=case, coding=first, reason="Lupa", severity=1, duration=1, coping=1
            )
        words = SCHOOL | {"case": case, "assessment": first.assessment, "key": case.key, "coded_by_id": cast.ayu.pk}
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            PieCoding.objects.create(**words)
        for change in ({"severity": 1}, {"taken_back": True}):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                PieCoding.objects.update(**change)


def test_a_new_round_begins_empty_and_a_person_carries_on_what_still_holds(case, cast, asking, code):
    with asking(cast.ayu):
        kept, left = code(**PARENT), code(**SCHOOL)
        sign(cast, case)
        actions.begin_reassessment(by=cast.ayu.asker(), case=case, why="Pindah rumah")
        round_ = queries.newest_round(case)
        assert queries.standing_codings(round_) == []
        actions.carry_pie(by=cast.ayu.asker(), case=case, codings=[kept])
        (row,) = queries.standing_codings(round_)
        assert (row.carried_from_id, row.severity) == (kept.pk, 4)
        with pytest.raises(Refused, match="sudah ada"):
            actions.carry_pie(by=cast.ayu.asker(), case=case, codings=[kept])
        with pytest.raises(Refused, match="asesmen sebelumnya"):
            actions.carry_pie(by=cast.ayu.asker(), case=case, codings=[row])
        with pytest.raises(Refused):
            actions.carry_pie(by=cast.ayu.asker(), case=case, codings=[])
        assert {left.pk, kept.pk} == {one.pk for one in queries.codings_by_round(case)[left.assessment_id]}


def test_what_was_found_keeps_finder_way_and_day(case, cast, asking, note):
    with asking(cast.ayu):
        note()
        (row,) = queries.findings(case)
        assert (row.found_by, row.get_profession_display()) == ("dr. Rina", "Dokter spesialis kedokteran jiwa")


@pytest.mark.parametrize(
    "wrong",
    [
        {"found_by": ""},
        {"found_by": "saya"},
        {"found_by": " Ayu  "},
        {"finding": " "},
        {"factor": "1"},
        {"document": ""},
        {"found_on": today() + timedelta(days=1)},
    ],
)
def test_a_worker_cannot_note_a_finding_of_their_own(cast, asking, note, wrong):
    with asking(cast.ayu), pytest.raises(Refused):
        note(**wrong)


@pytest.mark.parametrize(
    "bad",
    [
        {"found_by": ""},
        {"profession": ""},
        {"profession": "social_worker"},
        {"profession": "peksos"},
        {"via": ""},
        {"factor": "2"},
        {"finding": ""},
        {"document": ""},
    ],
)
def test_the_database_knows_no_diagnosis_without_another_who_made_it(case, cast, asking, note, bad):
    with asking(cast.ayu):
        note()
        round_ = Assessment.objects.get()
        words = {"case": case, "assessment": round_, "key": case.key, "noted_by_id": cast.ayu.pk}
        with pytest.raises(IntegrityError), transaction.atomic():
            PieFinding.objects.create(**words, **(FINDING | bad))


def test_no_social_worker_is_among_those_who_find_illness():
    named = " ".join(f"{one.value} {one.label}" for one in Profession).lower()
    assert not any(word in named for word in ("sosial", "social", "peksos", "pekerja"))


def test_a_finding_is_corrected_and_taken_back(case, cast, asking, note):
    with asking(cast.ayu):
        first = note()
        by, words = cast.ayu.asker(), {name: FINDING[name] for name in FINDING if name != "factor"}
        second = actions.correct_finding(
            by=by, case=case, row=first, reason="Salah baca", **(words | {"finding": "Gangguan cemas"})
        )
        assert [row.finding for row in queries.findings(case)] == ["Gangguan cemas"]
        with pytest.raises(Refused):
            actions.correct_finding(by=by, case=case, row=first, reason="Lagi", **words)
        actions.correct_finding(by=by, case=case, row=second, reason="Milik orang lain", taken_back=True, **words)
        assert queries.findings(case) == []


@pytest.mark.parametrize("name", ["sari", "budi", "candra"])
def test_only_the_team_codes(cast, asking, code, name):
    with asking(getattr(cast, name)), pytest.raises(Exception, match=r"pie\.coded|row-level"):
        code(by=getattr(cast, name), **PARENT)


@pytest.mark.parametrize("name", ["budi", "candra", "putri", "adi"])
def test_nobody_outside_sees_a_coding(cast, asking, code, note, name):
    with asking(cast.ayu):
        code(**PARENT)
        note()
    with asking(getattr(cast, name)):
        assert not PieCoding.objects.exists()
        assert not PieFinding.objects.exists()


ROLE = Coded("1", 4, 3, role="parent", trouble="loss", coping=3)
COST = Coded("2", 3, 4, system="education", problem="school_cost")


def test_the_line_says_it_in_plain_words_hardest_first():
    told = summary.line(
        [COST, ROLE],
        [Found("3", "Depresi sedang.", "psychiatrist", "dr. Rina", "document", date(2026, 10, 12), "surat RSUD")],
    )
    assert told == (
        "Sebagai orang tua: kehilangan (berat, 6 sampai 12 bulan, kemampuan menghadapi cukup); "
        "pendidikan dan pelatihan: biaya dan perlengkapan belajar (sedang, 1 sampai 6 bulan); "
        "kesehatan jiwa: menurut dr. Rina, dokter spesialis kedokteran jiwa, “Depresi sedang” "
        "(tertulis di surat RSUD, 12 Oktober 2026)."
    )
    assert summary.codes([COST, ROLE]) == "I 1.1.5 B4 L3 H3; II 2.3 B3 L4"
    assert summary.line([]) == ""


def test_what_the_lists_have_no_word_for_is_called_by_its_name():
    other = Coded("1", 2, 2, role="other_person", trouble="other", coping=2, named="mantan atasan")
    assert summary.place(other) == "sebagai mantan atasan: jenis lain"
    assert summary.place(Coded("2", 2, 2, system="legal", problem="other", named="sengketa tanah")).endswith(
        "sengketa tanah"
    )
    treated = Coded("2", 4, 1, system="education", problem="discrimination", ground="disability")
    assert summary.place(treated) == "pendidikan dan pelatihan: diskriminasi atas dasar disabilitas"
    assert treated.code == "II 2.5f B4 L1"
    assert (
        summary.place(Coded("1", 2, 2, role="friend", trouble="power", coping=2, named="Sri"))
        == "sebagai teman (Sri): kuasa"
    )


def harder(coded, **more):
    return Coded(**{**coded.__dict__, **more})


@pytest.mark.parametrize(
    ("before", "now", "moved"),
    [
        (ROLE, harder(ROLE, severity=2), Moved.BETTER),
        (ROLE, harder(ROLE, coping=1), Moved.BETTER),
        (ROLE, harder(ROLE, severity=5, coping=4), Moved.WORSE),
        (ROLE, harder(ROLE, severity=3, coping=5), Moved.MIXED),
        (ROLE, harder(ROLE, duration=1), Moved.SAME),
        (ROLE, harder(ROLE, severity=1), Moved.GONE),
        (COST, harder(COST, severity=2), Moved.BETTER),
        (ROLE, COST, None),
    ],
)
def test_two_rounds_are_compared_in_words(before, now, moved):
    told = changes([before], [now])
    if moved is None:
        assert [change.moved for change in told] == [Moved.NEW, Moved.WAITING]
    else:
        assert [change.moved for change in told] == [moved]
    assert all(change.sentence.endswith(".") for change in told)


def test_what_nobody_looked_at_again_is_not_called_gone():
    (change,) = changes([ROLE], [])
    assert change.moved == Moved.WAITING
    assert change.sentence == (
        "Sebagai orang tua: kehilangan; dulu berat, 6 sampai 12 bulan, kemampuan menghadapi cukup, belum dilihat lagi."
    )
