"""A file that comes a second time: what is the same is said, what differs is shown and approved entry by entry."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.directory import actions, importing, queries
from rangkul.commons.directory.importing import Twin
from rangkul.commons.directory.models import Distinction, Organization, Service
from rangkul.commons.directory.redrafting import differences, draft_of
from rangkul.commons.directory.tests import making

HEAD = "lembaga;layanan;bantuan;wilayah;alamat;jam_buka;telepon;kunci\n"
FIRST = HEAD + (
    "Yayasan Satu;Dapur umum;food;32.73;Jl. Contoh 1;Senin-Jumat 08.00-16.00;022 4200 123;A1\n"
    "Yayasan Satu;Kelas menjahit;work;32.73;Jl. Contoh 1;;022 4200 123;A2\n"
)
SECOND = FIRST.replace("022 4200 123;A1", "022 4200 999;A1").replace("08.00-16.00", "09.00-15.00")


def bring(browser, text, **more):
    file = SimpleUploadedFile("layanan.csv", text.encode())
    return browser.post(reverse("directory:import"), {"file": file, **more}).text


@pytest.fixture
def sari(signed_in, cast):
    browser = signed_in(cast.sari)
    assert "2 layanan dimuat" in bring(browser, FIRST)
    return browser


def test_what_is_the_same_changes_nothing(sari, cast, asking):
    page = bring(sari, FIRST, only_check="on")
    assert "2 layanan dari berkas ini sudah ada dan isinya sama" in page
    with asking(cast.sari):
        assert not importing.examine(importing.read(FIRST.encode(), "layanan.csv")).changed


def test_what_differs_is_shown_before_and_after(sari):
    page = bring(sari, SECOND, only_check="on")
    for words in ("isinya berbeda", "Dapur umum", "Senin–Jumat 08.00–16.00", "Senin–Jumat 09.00–15.00"):
        assert words in page, words
    assert page.count('name="ubah"') == 1


def test_it_says_what_the_file_would_do(sari):
    page = bring(sari, SECOND + "Yayasan Dua;Klinik;health;32.73;;;;B1\n;Dapur;food;32.73;;;;B2\n", only_check="on")
    for words in (
        "Belum ada yang disimpan", "1 layanan baru", "1 layanan sudah ada dan isinya berbeda",
        "1 layanan dari berkas ini sudah ada dan isinya sama", "1 baris ditolak",
    ):  # fmt: skip
        assert words in page, words
    only = bring(sari, SECOND, only_check="on")
    assert "layanan baru</li>" not in only
    assert "Perubahan hanya diterapkan pada yang Anda centang" in only


def test_what_another_agency_keeps_is_counted_and_left(sari, signed_in, cast, asking):
    with asking(cast.sari):
        Organization.objects.update(agency=cast.sari.agency)
    page = bring(signed_in(cast.hana), SECOND, only_check="on")
    assert 'name="ubah"' not in page
    assert "1 layanan dijaga lembaga lain" in page


TWINS = "lembaga;layanan;wilayah;kunci\nYayasan Satoe;Dapoer umum;32.73;X1\nYayasan Satoe;Kelas menjahit;32.73;\n"


def test_what_only_looks_the_same_is_answered_once(sari, signed_in, cast, asking):
    page = bring(sari, TWINS, only_check="on")
    assert page.count('name="beda"') == 2
    assert "2 baris mungkin sama" in page
    page = bring(sari, TWINS, only_check="on", beda=["2", "3"])
    for words in ("2 layanan baru", "2 kemiripan Anda nyatakan", 'type="hidden" name="beda" value="3"'):
        assert words in page, words
    with asking(cast.sari):
        first = Service.objects.get(source_key="A1")
        row = Distinction.objects.get()
        assert (row.service_id, row.source_key, row.by_id) == (first.pk, "X1", cast.sari.pk)
        assert Event.objects.filter(name="service.told_apart", subject_id=first.pk).count() == 1
        assert Service.objects.count() == 2, "looked through and answered, nothing is written yet"
    page = bring(sari, TWINS, only_check="on")
    assert "1 layanan baru" in page, "what has a key is not asked about again"
    assert page.count('name="beda"') == 1
    history = sari.get(reverse("directory:history", args=[first.pk])).text
    for words in ("Dinyatakan bukan layanan yang sama", "Dapoer umum", "X1", cast.sari.full_name):
        assert words in history, words
    assert "2 layanan dimuat" in bring(sari, TWINS, beda=["3", "7", "x", "9" * 30])
    with asking(cast.sari) as by:
        assert Service.objects.count() == 4
        actions.tell_apart(by=by, twin=Twin(2, "Dapoer umum", first.pk, "berkas", "X1"))
        assert Distinction.objects.count() == 1, "nothing the second time"


def test_not_the_same_is_taken_back_by_an_editor_and_asked_again(sari, signed_in, cast, asking):
    bring(sari, TWINS, only_check="on", beda="2")
    with asking(cast.sari):
        row = Distinction.objects.select_related("service__organization").get()
        Organization.objects.update(agency=cast.sari.agency)
    service, where = row.service, reverse("directory:apart_back", args=[row.service_id, row.pk])
    assert signed_in(cast.hana).post(where).status_code == 403, "another agency keeps it"
    with asking(cast.hana):
        assert Distinction.objects.filter(pk=row.pk).delete()[0] == 0
    editor, history = signed_in(cast.ayu), reverse("directory:history", args=[service.pk])
    assert "Tarik kembali" in editor.get(history).text
    for _time in range(2):
        assert editor.post(where).status_code == 302
    page = editor.get(history).text
    assert "Tarik kembali" not in page
    for words in ("Dinyatakan bukan layanan yang sama", "dihapus", "Dapoer umum", cast.ayu.full_name):
        assert words in page, words
    with asking(cast.sari):
        assert Event.objects.filter(name="service.apart_taken_back", subject_id=service.pk).count() == 1
    assert bring(sari, TWINS, only_check="on").count('name="beda"') == 2, "proposed again"


def test_another_entry_that_looks_like_it_is_asked_about(sari, cast, asking):
    bring(sari, TWINS, only_check="on", beda="2")
    with asking(cast.sari) as by:
        of = Organization.objects.get()
        making.service(by, of=of, name="Dapur umum", places=[actions.PlaceDraft("32.73", "Jl. Lain 2")])
    assert "1 layanan baru" not in bring(sari, TWINS, only_check="on")


def test_who_brings_no_files_tells_nothing_apart(sari, signed_in, cast, asking):
    with asking(cast.ayu) as by, pytest.raises(PermissionDenied):
        actions.tell_apart(by=by, twin=Twin(2, "Dapur", Service.objects.first().pk, "berkas", "X1"))
    assert signed_in(cast.ayu).post(reverse("directory:import"), {"beda": "2"}).status_code == 403
    with asking(cast.sari) as by, pytest.raises(Refused):
        actions.tell_apart(by=by, twin=Twin(2, "Dapur", Service.objects.first().pk, "berkas", ""))
    with asking(cast.hana), pytest.raises(DatabaseError), transaction.atomic():
        Distinction.objects.create(
            service=Service.objects.first(), source="berkas", source_key="X1", said_name="Dapur", by=cast.sari
        )
    with asking(None):
        assert not Distinction.objects.exists()


def test_nothing_is_applied_that_nobody_ticked(sari, cast, asking):
    bring(sari, SECOND, only_check="on", ubah="2")
    page = bring(sari, SECOND)
    assert "belum ada perubahan yang Anda centang" in page
    with asking(cast.sari):
        entry = queries.entry(Service.objects.get(source_key="A1").pk)
        assert entry.schedules[0].opening_hours == "Mo-Fr 08:00-16:00"


def test_what_was_ticked_is_applied_and_the_rest_stays(sari, cast, asking):
    assert "1 perubahan diterapkan" in bring(sari, SECOND, ubah="2")
    with asking(cast.sari):
        entry = queries.entry(Service.objects.get(source_key="A1").pk)
        assert entry.schedules[0].opening_hours == "Mo-Fr 09:00-15:00"
        assert [one.value for one in entry.contacts] == ["+62224200999"]
        assert entry.locations[0].address == "Jl. Contoh 1"
        assert Service.objects.count() == 2
        assert queries.history_of(entry.service)
    assert "2 layanan dari berkas ini sudah ada" in bring(sari, SECOND, only_check="on")


def test_it_says_what_was_added_and_what_was_changed(sari):
    both = SECOND.replace("Kelas menjahit", "Kelas menjahit malam") + "Yayasan Dua;Klinik;health;32.73;;;;B1\n"
    page = bring(sari, both, ubah="2")
    for words in (
        "1 perubahan diterapkan",
        "Dapur umum</a>: jam buka, kontak",
        "1 layanan dimuat",
        "Klinik, Yayasan Dua",
    ):
        assert words in page, words
    assert "1 layanan yang isinya berbeda tidak diubah" in page


def test_a_file_takes_nothing_away_by_saying_nothing(sari):
    silent = FIRST.replace("Senin-Jumat 08.00-16.00", "").replace("022 4200 123;A1", ";A1")
    assert "2 layanan dari berkas ini sudah ada" in bring(sari, silent, only_check="on")


def test_a_point_belongs_to_its_address_and_lies_near_its_region(signed_in, cast, asking):
    browser, head = signed_in(cast.sari), "lembaga;layanan;wilayah;alamat;lintang;bujur;kunci\n"
    near, papua = "-6,914744;107,609810", "-2,533333;140,716667"
    page = bring(browser, f"{head}A;Satu;32.73;Jl. Contoh 1;{near};P1\nB;Dua;32.73;Jl. Contoh 2;{papua};P2\n")
    assert "2 layanan dimuat" in page
    assert "km dari pusat Kota Bandung, Jawa Barat, jadi tidak ikut disimpan" in page

    def point(key):
        with asking(cast.sari):
            found = queries.entry(Service.objects.get(source_key=key).pk).locations[0]
            return found.region_code, found.latitude and float(found.latitude)

    assert (point("P1"), point("P2")) == (("32.73", -6.914744), ("32.73", None))
    # Told more exactly it is still there; at another address nothing is known of its point, and the preview says so.
    bring(browser, f"{head}A;Satu;32.73.09;Jl. Contoh 1;;;P1\n", ubah="2")
    assert point("P1") == ("32.73.09", -6.914744)
    moved = f"{head}A;Satu;32.73.09;Jl. Lain 9;;;P1\n"
    assert "titik peta yang lama tidak ikut" in bring(browser, moved, only_check="on")
    bring(browser, moved, ubah="2")
    assert point("P1") == ("32.73.09", None)
    # A row that names no region is held against that of the one place there is.
    page = bring(browser, f"{head}A;Satu;;Jl. Lain 9;{papua};P1\n", only_check="on")
    assert "jadi tidak ikut disimpan" in page


def test_what_is_wrong_is_said_in_the_words_of_people(db):
    row = {"name": "A", "status": "open", "organization": {"name": "B"}}
    location = {"latitude": 91, "longitude": 1}
    given = json.dumps(row | {"service_at_locations": [{"location": location}]}).encode()
    faults = {one.where: one.words for one in importing.examine(importing.read(given, "a.json")).faults}
    assert set(faults) == {"keadaan (status)", "tempat (service_at_locations)"}
    assert "Tulis salah satu: active (Buka), temporarily closed (Tutup sementara)" in faults["keadaan (status)"]


def test_who_receives_referrals_is_said_by_a_column(cast, asking):
    head = "lembaga;layanan;telepon;whatsapp;surel;terima_rujukan\n"
    rows = "A;Satu;022 4200 123;0812 3456 789;a@contoh.example;ya\nB;Dua;022 4200 124;0812 3456 780;;Ya\n"
    rows += "C;Tiga;022 4200 125;;c@contoh.example;\nD;Empat;022 4200 126;;;ya\nE;Lima;;;e@contoh.example;mungkin\n"
    with asking(cast.sari):
        lines = list(importing.read((head + rows).encode(), "layanan.csv"))
    said = [[one.channel for one in line.service.contacts if one.receives_referrals] for line in lines]
    assert said == [["email"], ["whatsapp"], [], [], []]
    assert [[fault.column for fault in line.faults] for line in lines[3:]] == [["terima_rujukan"], ["terima_rujukan"]]


def test_a_later_word_about_referrals_is_shown_as_a_change(sari, cast, asking):
    later = FIRST.replace(";kunci", ";kunci;surel;terima_rujukan").replace(";A1", ";A1;satu@contoh.example;ya")
    assert "satu@contoh.example (menerima rujukan)" in bring(sari, later, only_check="on")
    assert "1 perubahan diterapkan" in bring(sari, later, ubah="2")
    with asking(cast.sari):
        (contact,) = queries.receivers_of(Service.objects.get(source_key="A1"))
        assert contact.value == "satu@contoh.example"


DATED = FIRST.replace(";kunci", ";kunci;dipastikan").replace(";A1", ";A1;2025-05-01").replace(";A2", ";A2;2026-08-01")


@pytest.fixture
def dated(signed_in, cast):
    browser = signed_in(cast.sari)
    assert "2 layanan dimuat" in bring(browser, DATED)
    return browser


def first(cast, asking):
    with asking(cast.sari):
        return Service.objects.get(source_key="A1")


def test_an_entry_is_as_sure_as_the_file_says(dated, cast, asking):
    other = DATED.replace("022 4200 123;A1", "022 4200 999;A1").replace("2025-05-01", "2025-06-01")
    assert "1 perubahan diterapkan" in bring(dated, other, ubah="2")
    assert first(cast, asking).assured_date == date(2025, 6, 1)
    silent = other.replace("022 4200 999;A1", "022 4200 777;A1").replace("2025-06-01", "")
    assert "1 perubahan diterapkan" in bring(dated, silent, ubah="2")
    assert first(cast, asking).assured_date == date(2025, 6, 1), "an earlier day, or none, says nothing"


def test_a_file_settles_no_news(dated, cast, asking):
    with asking(cast.budi) as by:
        actions.suggest(by=by, service=first(cast, asking), topic="closed", text="Pintunya terkunci.")
    later = DATED.replace("022 4200 123;A1", "022 4200 999;A1").replace("2025-05-01", days.today().isoformat())
    assert "1 perubahan diterapkan" in bring(dated, later, ubah="2")
    service = first(cast, asking)
    assert (service.doubt, service.assured_date) == ("closed", days.today())


def test_a_feed_that_only_makes_sure_again_is_a_change(dated, cast, asking):
    again = DATED.replace("2025-05-01", "2026-07-02")
    page = bring(dated, again, only_check="on")
    for words in ("1 layanan sudah ada dan isinya berbeda", "dipastikan", "1 Mei 2025", "2 Juli 2026"):
        assert words in page, words
    assert "1 perubahan diterapkan" in bring(dated, again, ubah="2")
    assert first(cast, asking).assured_date == date(2026, 7, 2)
    assert "2 layanan dari berkas ini sudah ada" in bring(dated, again, only_check="on")
    assert "2 layanan dari berkas ini sudah ada" in bring(dated, DATED, only_check="on"), "an earlier day is no change"


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [("atensi", ["aid"], "Bantuan dan asistensi sosial"), ("languages", ["sun"], "Sunda"),
     ("alternate_name", "Dapur", "Dapur")],
)  # fmt: skip
def test_what_only_another_system_says_is_compared_too(sari, cast, asking, name, value, shown):
    with asking(cast.sari):
        entry = queries.entry(Service.objects.get(source_key="A1").pk)
        given, (found,) = differences(entry, replace(draft_of(entry), **{name: value}))
    assert found.after == shown
    assert getattr(given, name) == value
