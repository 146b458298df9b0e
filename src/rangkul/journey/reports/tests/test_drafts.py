"""A draft says what the record says, from where, and nothing that this reader must not get."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.commons.people.actions import restrict
from rangkul.commons.trust.actions import record_consent
from rangkul.journey.assessment import actions as assessment
from rangkul.journey.cases.actions import (
    Agreement,
    Known,
    Stake,
    add_partner,
    add_task,
    agree_contract,
    attach_document,
    correct_note,
    draft_contract,
    write_note,
)
from rangkul.journey.plans.models import Goal
from rangkul.journey.reports import actions, queries
from rangkul.journey.reports.conftest import HIDDEN, somebody
from rangkul.journey.reports.models import Paper

VISIT = "Tanda visit"


def test_a_social_report_says_what_the_record_says(planned, mother, words):
    said = words(planned, "social_report", "court")
    for piece in (
        "Nama: Wati Contoh",
        "Lahir: 3 Maret 1990",
        "Menurut klien",
        "Saya takut pulang",
        "Anak berhenti sekolah sejak Januari",
        "Menurut ibu klien",
        "Suaminya pernah mengancam dengan pisau",
        "Pekerja sosial melihat atau mendengar sendiri",
        "Orang tua: Siti Contoh, menurut klien menguatkan klien.",
        "Tanda violence",
        "“Saya ingin Dinda sekolah lagi”",
        "Bertemu guru Dinda di rumah",
        "Skor T untuk 1 tujuan",
        "“Dinda lebih ceria”",
        "Kehadiran mulai teratur",
        "Menurut saya keselamatan anak perlu didahulukan",
    ):
        assert piece in said, piece


def test_what_nobody_asked_is_said_to_be_unexplored(told, words):
    said = words(told, "social_report", "court")
    assert "Tubuh dan kesehatan (bio)\nBelum digali." in said
    assert "Rencana bersama belum disepakati." in said
    assert "Rencana belum ditinjau bersama klien." in said


def test_every_sentence_of_the_record_knows_its_row_and_day(planned, start, passage, cast, asking):
    paper = start(planned)
    with asking(cast.ayu):
        lines = [line for one in queries.passages_of(paper) for line in one.part.lines if not line.gap]
    assert all(line.told for line in lines)
    told = {line.told for line in lines if line.row}
    assert {"catatan asesmen", "catatan kegiatan", "catatan risiko", "tinjauan", "rencana versi 1"} <= told
    assert str(today().year) in passage(paper, "presenting").part.lines[0].whence


def test_notes_about_the_safety_of_visits_stay_in_the_house(told, words):
    assert VISIT not in words(told, "social_report", "court")
    assert VISIT in words(told, "social_report", "house")


def test_a_client_does_not_read_what_others_said_in_confidence(planned, words):
    said = words(planned, "client_plan", "client")
    assert "pisau" not in said
    assert "Anda" in said
    assert "klien" not in said.lower()


def test_a_client_reads_on_paper_only_their_own_tasks_and_those_that_a_worker_shows(planned, words, cast, asking):
    with asking(cast.ayu) as by:
        goal = Goal.objects.get().thread
        for title, more in (
            ("Menemui guru", {}),
            ("Menelepon sekolah", {"owner": cast.ayu, "shown": True}),
            ("Tanya tetangga diam-diam", {"owner": cast.ayu, "goal_id": goal}),
            ("Cek laporan polisi", {"owner": cast.ayu}),
        ):
            add_task(by=by, case=planned, title=title, due=today(), **more)
    said = words(planned, "client_plan", "client")
    assert "Anda: Menemui guru" in said
    assert "Menelepon sekolah" in said
    assert "diam-diam" not in said
    assert "polisi" not in said


def test_the_whole_file_tells_everything_in_its_order(planned, words, cast, asking):
    with asking(cast.ayu) as by:
        record_consent(by=by, subject=("case", planned.pk), purpose="share", given=False, text_version="1")
        draft = draft_contract(by=by, case=planned)
        agree_contract(by=by, contract=draft, agreement=Agreement("spoken", "Wati Contoh", witness="Bu RT"))
        note = write_note(by=by, case=planned, text="Wati datang bersama Dinda")
        correct_note(by=by, note=note, text="Wati datang bersama Rafi")
        letter = b"Surat dari sekolah"
        attach_document(by=by, case=planned, file=BytesIO(letter), size=len(letter), name="surat.txt")
    said = words(planned, "case_file", "house")
    assert "mulai disusun" not in said
    assert "Disepakati" in said
    assert "saksi Bu RT" in said
    assert ": tidak." in said
    assert "surat.txt" in said
    story = said[said.index("Riwayat") :]
    assert story.index("Bertemu guru Dinda") < story.index("Wati datang bersama Dinda")
    assert "Koreksi" in story
    assert "bersama Rafi" in story
    assert VISIT in said, "it stays in the house, so nothing is left out"


def test_a_partner_gets_relations_without_names_and_no_story(planned, mother, words):
    said = words(planned, "social_report", "agency")
    assert "Siti" not in said
    assert "Orang tua" in said
    assert "Bertemu guru" not in said
    assert "Kunjungan rumah: 1 kali" in said


def test_who_helps_along_is_named_to_a_court_and_counted_for_an_agency(planned, words, cast, asking):
    with asking(cast.ayu) as by:
        for who, sector in ((Known("Puskesmas Contoh"), "government"), (Known("Pengajian Contoh"), "community")):
            add_partner(by=by, case=planned, who=who, stake=Stake(sector, "Menemani berobat"))
    assert "Puskesmas Contoh (pemerintah): Menemani berobat." in words(planned, "social_report", "court")
    told = words(planned, "social_report", "agency")
    assert "Masyarakat: 1 pihak." in told
    assert "Puskesmas Contoh" not in told


def test_a_referral_holds_as_little_as_possible(planned, words):
    said = words(planned, "referral", "agency")
    for piece in ("3 Maret 1990", "pisau", "Skor T", "Tanda violence", "Dinda"):
        assert piece not in said, piece


@pytest.mark.parametrize("reader", ["court", "agency", "house"])
def test_where_somebody_hides_never_appears(planned, hides, words, reader):
    hides(planned)
    said = words(planned, "social_report", reader)
    assert HIDDEN not in said
    assert "Bandung" not in said.split("Sumber data")[0].replace("Unit Bandung", "")


def test_a_restricted_relative_has_no_name(cast, asking, planned, mother, words):
    with asking(cast.ayu):
        restrict(by=cast.ayu.asker(), person=mother, reason="Dicari mantan suaminya")
    said = words(planned, "social_report", "court")
    assert "Orang tua, menurut klien menguatkan klien." in said
    assert "Siti" not in said


def test_a_child_is_named_as_protected(cast, asking, start):
    from rangkul.journey.cases.actions import open_case

    with asking(cast.ayu):
        born = today().replace(year=today().year - 12, day=1)
        child = somebody(cast.ayu, "Dinda Contoh", birth_date=born, birth_precision="year")
        case = open_case(by=cast.ayu.asker(), person=child, concern="Saksi")
    paper = start(case)
    with asking(cast.ayu):
        paper = queries.get(case, paper.pk)
        assert "UU 11/2012" in paper.opening
        assert "Pandangan anak" in [one.part.title for one in queries.passages_of(paper)]


def test_a_draft_is_indonesian_whatever_the_worker_reads(planned, start, passage):
    from django.utils import translation

    with translation.override("en"):
        paper = start(planned)
    assert "Menurut klien" in passage(paper, "sosial").now


def test_no_sentence_claims_a_cause_or_a_legal_label(planned, words):
    said = words(planned, "social_report", "court").lower()
    for word in ("akibat", "menyebabkan", "berkat", "keberhasilan", "gelandangan", "tuna susila"):
        assert word not in said


def test_the_same_kind_for_the_same_reader_is_begun_once(planned, start):
    assert start(planned) == start(planned)
    assert start(planned, reader="agency") != start(planned)


@pytest.mark.parametrize(
    ("kind", "reader", "why"),
    [
        ("client_plan", "client", "Belum ada rencana"),
        ("ending", "client", "belum diakhiri"),
        ("assessment_report", "house", "belum dimulai"),
        ("minutes", "house", "Belum ada pembahasan"),
        ("social_report", "client", "ditulis untuk"),
        ("lain", "client", "Pilih salah satu"),
    ],
)
def test_what_the_record_does_not_hold_is_no_document(case, start, kind, reader, why):
    with pytest.raises(Refused, match=why):
        start(case, kind, reader)


def test_a_draft_leaves_one_event_on_the_case(planned, start, cast, asking):
    from rangkul.base.models import Event

    paper = start(planned)
    start(planned)
    with asking(cast.ayu):
        event = Event.objects.get(name="document.drafted")
    assert (event.subject_id, event.payload["id"]) == (planned.pk, str(paper.pk))


def test_two_presses_at_once_wait_for_each_other_before_they_look(planned, start, cast, asking):
    with CaptureQueriesContext(connection) as asked:
        start(planned)
    said = [one["sql"] for one in asked]
    held = next(n for n, sql in enumerate(said) if '"cases_case"' in sql and "FOR UPDATE" in sql)
    assert held < next(n for n, sql in enumerate(said) if sql.startswith("SELECT") and '"reports_paper"' in sql)


def test_only_the_team_writes(planned, cast, asking):
    from django.core.exceptions import PermissionDenied

    with asking(cast.sari), pytest.raises(PermissionDenied):
        actions.start_paper(by=cast.sari.asker(), case=planned, kind="social_report", reader="court")


def test_budi_and_a_colleague_outside_the_team_see_no_document(signed, cast, asking):
    for stranger in (cast.budi, cast.dimas, cast.adi, cast.rini):
        with asking(stranger):
            assert not Paper.objects.exists()


def test_minutes_come_from_whoever_holds_conferences(planned, words, monkeypatch):
    from rangkul.journey.reports import hooks

    meeting = hooks.Meeting(
        planned.pk, today(), "Keselamatan Dinda", present=("Ayu Peksos",), discussed=("Jemputan sekolah",),
        decisions=(hooks.Decided("Guru menjemput Dinda", "Bu Guru", today()),), dissent=("Ayah tidak setuju",),
    )  # fmt: skip
    monkeypatch.setattr(hooks, "minutes", [lambda case: [meeting]])
    said = words(planned, "minutes", "house")
    decided = "Guru menjemput Dinda. Penanggung jawab: Bu Guru."
    for piece in ("Keselamatan Dinda", "Ayu Peksos.", decided, "Ayah tidak setuju."):
        assert piece in said


def test_facts_learned_later_stand_in_the_record_not_in_the_draft(planned, start, passage, cast, asking):
    paper = start(planned)
    with asking(cast.ayu):
        assessment.record_fact(
            by=cast.ayu.asker(), case=planned, domain="bio", kind="statement", source="client",
            text="Sulit tidur", source_date=today(),
        )  # fmt: skip
    assert "Sulit tidur" not in passage(paper, "bio").now
    with asking(cast.ayu):
        actions.renew_passage(by=cast.ayu.asker(), paper=paper, passage=passage(paper, "bio"))
    assert "Sulit tidur" in passage(paper, "bio").now


def test_a_round_that_has_just_begun_does_not_hide_the_client_s_words(cast, asking, told, words):
    by = cast.ayu.asker()
    with asking(cast.ayu):
        assessment.sign_round(by=by, case=told)
        assessment.begin_reassessment(by=by, case=told, why="Pindah rumah")
    said = words(told, "social_report", "court")
    assert "Saya takut pulang" in said
    assert "keselamatan anak perlu didahulukan" in said


@pytest.fixture
def ended(planned, cast, asking):
    from rangkul.journey.cases import actions as cases

    ending = cases.Ending(
        reason="moved", summary="Keluarga pindah ke Garut", client_words="Anda pindah, jadi layanan di sini berakhir.",
        client_informed=True, aftercare=(("Menelepon sekolah", today() + timedelta(days=30)),),
        satisfaction=4, satisfaction_words="Terbantu", all_the_same="Pindah mendadak, disepakati bersama",
    )  # fmt: skip
    with asking(cast.sari):
        by = cast.sari.asker()
        cases.terminate(by=by, case=cases.end_early(by=by, case=planned, reason="Pindah"), ending=ending)
    return planned


def test_an_ending_speaks_to_the_client(ended, words):
    said = words(ended, "ending", "client")
    assert "Anda pindah, jadi layanan di sini berakhir." in said
    assert "Garut" not in said
    assert "Skor T" not in said
    assert "klien" not in said.lower()
    assert "Menelepon sekolah" in said


def test_an_ending_tells_others_in_the_third_person(ended, words):
    said = words(ended, "ending", "house")
    assert "Keluarga pindah ke Garut." in said
    assert "Klien menilai layanan 4 dari 5." in said
    assert "Anda" not in said
