"""The agency's own scoring sheet: what it says is counted by the same rules as ours; what is wrong has its place."""

from datetime import timedelta

import pytest

from rangkul.base.days import today
from rangkul.journey.assessment.models import Risk
from rangkul.journey.cases.models import Case, Task
from rangkul.journey.instruments import actions, queries, reading
from rangkul.journey.instruments.models import Instrument
from rangkul.journey.instruments.parcel import Parcel
from rangkul.journey.instruments.receiving import Faulty, received
from rangkul.journey.instruments.scoring import Rules, change, score
from rangkul.journey.instruments.scoring.rules import BadRules

BOOK = """
| survey | | | | | |
| | type | name | label::Indonesia (id) | label::English (en) | parameters |
| | select_one seberapa | tidur | Sulit tidur? | Trouble sleeping? | |
| | select_one seberapa | makan | Sulit makan? | Trouble eating? | |
| | select_one yatidak | aman | Aman di rumah? | Safe at home? | |
| | range | beban | Seberapa berat? | How heavy? | start=0 end=4 step=1 |
| | text | catatan | Catatan | Note | |
| choices | | | | | |
| | list_name | name | label::Indonesia (id) | label::English (en) | points |
| | seberapa | jarang | Jarang | Rarely | 0 |
| | seberapa | kadang | Kadang | Sometimes | 1 |
| | seberapa | sering | Sering | Often | 2 |
| | seberapa | tak_tahu | Tidak tahu | Not known | |
| | yatidak | 1 | Ya | Yes | |
| | yatidak | 0 | Tidak | No | |
| scoring | | | | | | | | | | | | | | |
| | type | name | of | items | reverse | from | to | label::id | label::en | says | level |unanswered | days | missing |
| | score | | | tidur makan aman beban | aman | | | | | | | | 30 | |
| | part | badan | | tidur, makan | | | | Badan | Body | | | | | |
| | band | ringan | | | | 0 | 3 | Ringan | Light | Dengarkan. | | | | |
| | band | sedang | | | | 4 | 6 | Sedang | Some | Bicarakan. | kuning | | | |
| | band | berat | | | | 7 | 9 | Berat | Heavy | Temui. | oranye | | | |
| | band | lelah | badan | | | 0 | | Cukup | Fine | | | | | |
| | band | letih | badan | | | 3 | | Letih | Tired | | | | | |
| | critical | | | aman | | 1 | | | | Ia tidak merasa aman. | merah | oranye | | |
| settings | | | |
| | form_id | form_title | version |
| | beban_asuh | Beban pengasuh | 2026 |
"""
CALM = {"tidur": "jarang", "makan": "jarang", "aman": "1", "beban": 0}


def rules_of(text=BOOK):
    return Rules.load(received(Parcel("beban.md", text.encode()), "Disusun sendiri").rules)


def faults(text):
    with pytest.raises(Faulty) as faulty:
        received(Parcel("beban.md", text.encode()), "Disusun sendiri")
    return [str(fault) for fault in faulty.value.checked.faults]


def changed(old, new):
    assert old in BOOK
    return BOOK.replace(old, new)


@pytest.mark.parametrize(
    ("answers", "total", "band", "level"),
    [
        ({}, 0, "ringan", ""),
        ({"tidur": "sering", "beban": "1"}, 3, "ringan", ""),
        ({"tidur": "sering", "beban": "2"}, 4, "sedang", "kuning"),
        ({"tidur": "sering", "makan": "sering", "beban": "3"}, 7, "berat", "oranye"),
        ({"aman": "0"}, 1, "ringan", "merah"),
    ],
)
def test_it_is_counted_as_the_sheet_says(answers, total, band, level):
    scored = score(rules_of(), CALM | answers)
    assert (scored.total, scored.out_of, scored.band.key, scored.level) == (total, 9, band, level)


def test_a_part_has_its_own_total_and_bands():
    part = score(rules_of(), CALM | {"tidur": "sering", "makan": "kadang"}).part("badan")
    assert (part.total, part.out_of, part.band.words.id) == (3, 4, "Letih")


def test_an_answer_without_points_is_not_known_and_never_low():
    scored = score(rules_of(), CALM | {"tidur": "tak_tahu"})
    assert (scored.total, scored.band, scored.missing) == (None, None, ("tidur",))


def test_an_open_critical_question_asks_for_a_person():
    (finding,) = score(rules_of(), CALM | {"aman": ""}).findings
    assert (finding.level, finding.known) == ("oranye", False)


def test_both_languages_travel_with_the_rules():
    band = rules_of().bands[2]
    assert (band.words.id, band.words.en, band.says.en) == ("Berat", "Heavy", "Temui.")


def test_points_are_the_names_of_choices_where_those_are_numbers():
    assert rules_of().answers["aman"].most == 1


def test_two_fillings_of_one_version_are_compared():
    rules = rules_of()
    moved = change(rules, score(rules, CALM | {"beban": "4"}), score(rules, CALM))
    assert (moved.by, moved.direction, moved.counts) == (-4, "better", None)


def test_a_form_without_the_sheet_is_not_scored():
    text = BOOK[: BOOK.index("| scoring |")] + BOOK[BOOK.index("| settings |") :]
    assert received(Parcel("beban.md", text.encode()), "x").rules is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("tidur makan aman beban |", "tidur mkan aman beban |", "baris 2, kolom items: Tidak ada pertanyaan bernama"),
        ("tidur makan aman beban |", "tidur tidur aman beban |", "baris 2, kolom items: “tidur” disebut dua kali."),
        (
            "tidur makan aman beban |",
            "tidur makan aman catatan |",
            "baris 2, kolom items: “catatan” bukan pilihan tunggal",
        ),
        (
            "| aman | | | | | | | | 30",
            "| catatan | | | | | | | | 30",
            "baris 2, kolom reverse: “catatan” tidak termasuk",
        ),
        ("| 30 | |", "| besok | |", "baris 2, kolom days: Isi dengan angka 1 sampai 730."),
        ("| 30 | |", "| 30 | 1 |", "baris 2, kolom source: Kolom ini perlu diisi."),
        ("| 30 | |", "| 30 | 4 |", "baris 2, kolom missing: Isi dengan angka 0 sampai 3."),
        ("| tidur, makan |", "| tidur, beben |", "baris 3, kolom items: “beben” tidak termasuk"),
        ("| part | badan |", "| part | bagian badan |", "baris 3, kolom name: Pakai huruf"),
        ("| ringan | | | | 0 |", "| ringan | | | | 1 |", "baris 4, kolom from: Kelompok pertama harus mulai dari 0"),
        ("| 0 | 3 |", "| 0 | 4 |", "baris 4, kolom to: Kelompok ini harus berakhir pada 3"),
        ("| 4 | 6 |", "| empat | 6 |", "baris 5, kolom from: Isi dengan angka."),
        ("| kuning |", "| ungu |", "baris 5, kolom level: “ungu” tidak dikenal."),
        ("| 7 | 9 |", "| 12 | |", "baris 6, kolom from: Kelompok ini tidak mencakup nilai apa pun"),
        ("| band | berat |", "| band | sedang |", "baris 6, kolom name: Nama “sedang” sudah dipakai"),
        ("| lelah | badan |", "| lelah | jiwa |", "baris 7, kolom of: Tidak ada bagian bernama “jiwa”."),
        ("| critical | | | aman | | 1 |", "| critical | | | aman | | |", "baris 9, kolom from: Tulis mulai dari nilai"),
        ("| critical | | | aman |", "| critical | | | catatan |", "baris 9, kolom items: “catatan” tidak termasuk"),
        ("| Ia tidak merasa aman. |", "| |", "baris 9, kolom says: Kolom ini perlu diisi."),
        ("| critical |", "| gawatt |", "baris 9, kolom type: Jenis “gawatt” tidak dikenal."),
        ("| score |", "| band |", "Perlu satu baris berjenis score."),
        (
            "| Sering | Often | 2 |",
            "| Sering | Often | dua |",
            "baris 2, kolom items: Pilihan pada “tidur” belum punya nilai",
        ),
        ("|unanswered |", "| kosong |", "baris 1, kolom kosong: Kolom ini tidak dikenal."),
        ("| Dengarkan. |", "| =cmd() |", "baris 4, kolom says: Teks ini akan dijalankan sebagai rumus"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(old, new, told):
    found = faults(changed(old, new))
    assert any(told in fault for fault in found), found
    assert all(fault.startswith("Lembar scoring") for fault in found), found


def test_several_things_are_told_at_once():
    text = changed("| kuning |", "| ungu |").replace("| 0 | 3 |", "| 0 | 2 |").replace("| 30 | |", "| besok | |")
    assert len(faults(text)) == 3


def test_rules_of_our_own_are_not_replaced_by_a_sheet():
    text = changed("| beban_asuh |", "| phq9 |")
    assert "instrumen bawaan" in faults_anywhere(text)


def faults_anywhere(text):
    with pytest.raises(Faulty) as faulty:
        received(Parcel("beban.md", text.encode()), "x")
    return " ".join(map(str, faulty.value.checked.faults))


@pytest.fixture
def version(cast, asking):
    with asking(cast.adi) as adi:
        ready = received(Parcel("beban.md", BOOK.encode()), "Disusun sendiri")
        kept = actions.keep_upload(by=adi, ready=ready)
        actions.publish_version(by=adi, version=kept)
    with asking(cast.ayu):
        return queries.newest_version(Instrument.objects.get(key="beban_asuh"))


@pytest.fixture
def answered(cast, case, version):
    def write(**answers):
        xml = reading.form_of(version).answer_from(CALM | answers)
        given = actions.Given(answer=xml, person=case.person)
        return actions.record(by=cast.ayu.asker(), case=case, version=version, given=given)

    return write


def test_an_own_form_is_scored_like_ours(cast, asking, case, answered):
    with asking(cast.ayu):
        answered(tidur="sering", beban=3)
        (found,) = queries.results(case)
        assert (found.scored.total, found.band_words) == (5, "Sedang")
        measures = {measure.key.partition(":")[0] for measure in queries.series(case)}
        assert measures == {"beban_asuh", "beban_asuh.badan"}


def test_a_critical_answer_of_an_own_form_raises_the_red_task(cast, asking, case, answered):
    with asking(cast.ayu):
        answered(aman="0")
        assert Case.objects.get(pk=case.pk).level == "merah"
        assert Risk.objects.get(case=case).level == "merah"
        assert Task.objects.get(case=case, kind="duty").owner == cast.ayu


def test_it_is_due_again_when_the_sheet_says(cast, signed_in, case, version):
    page = signed_in(cast.ayu).get(f"/kerja/instrumen/kasus/{case.pk}/isi/{version.pk}/").content.decode()
    assert f'value="{today(case.region_code) + timedelta(days=30)}"' in page


def test_the_result_says_that_nobody_has_tested_it(cast, signed_in, case, answered, asking):
    with asking(cast.ayu):
        row = answered()
    page = signed_in(cast.ayu).get(f"/kerja/instrumen/kasus/{case.pk}/hasil/{row.pk}/").content.decode()
    assert "belum diuji secara ilmiah" in page


def test_rules_that_a_sheet_made_are_read_by_the_same_reader():
    with pytest.raises(BadRules):
        Rules.load({**received(Parcel("beban.md", BOOK.encode()), "x").rules, "rahasia": 1})
