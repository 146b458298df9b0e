"""What workers do with the list: search, write, change, make sure, hear news, decide, bring files."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.directory import actions, queries
from rangkul.commons.directory.actions import RuleDraft
from rangkul.commons.directory.models import Service, Suggestion
from rangkul.commons.directory.tests import making

LONG_AGO = days.today() - timedelta(days=200)


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, assured=LONG_AGO)


def body(answer):
    return answer.content.decode()


def again(service):
    return Service.objects.select_related("keeper").get(pk=service.pk)


FORM = {
    "organization": "Yayasan Baru Contoh", "name": "Kelas menjahit", "status": "active", "helps": ["work"],
    "ways": ["come"], "areas": "kota bandung\n32.77", "place": "Kota Bandung, Jawa Barat", "region_code": "32.73",
    "address": "Jl. Contoh 9", "hours": "Senin–Jumat 08.00–16.00; libur tutup", "age_from": "17", "cost": "free",
    "phone": "022 4200 123", "public": "on", "dtsen": "on", "once": "019ab000-0000-7000-8000-000000000009",
}  # fmt: skip


def test_a_worker_searches_by_group_and_place(signed_in, cast, service):
    page = body(signed_in(cast.ayu).get(reverse("directory:search"), {"kelompok": "PPKS-17", "tempat": "kota bandung"}))
    assert service.name in page


def test_a_service_is_written_once_and_found_at_once(signed_in, cast, asking):
    browser = signed_in(cast.ayu)
    for _again in range(2):
        assert browser.post(reverse("directory:new"), FORM).status_code == 302
    with asking(cast.ayu):
        (found,) = queries.candidates(need="work", area="32.73")
        entry = queries.entry(found.service.pk)
    assert entry.schedules[0].opening_hours == "Mo-Fr 08:00-16:00; PH off"
    assert {row.region_code for row in entry.areas} == {"32.73", "32.77"}
    assert {(row.rule, row.preferred) for row in entry.rules} == {("age", False), ("dtsen", True)}
    assert entry.service.keeper_id == cast.ayu.pk


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("hours", "Senin 08.00-12.00, 11.00-15.00", "saling menimpa"),
        ("hours", "kapan saja", "belum bisa dibaca"),
        ("areas", "qqqqqqq", "tidak ditemukan"),
        ("areas", "99.99", "tidak dikenal"),
        ("age_to", "5", "lebih muda"),
        ("phone", "123456", "nomor"),
        ("amount", "5000", "gratis"),
        ("legal_status", "person", "setuju"),
    ],
)
def test_what_cannot_be_is_said_at_its_field(signed_in, cast, field, value, words):
    answer = signed_in(cast.ayu).post(reverse("directory:new"), FORM | {field: value})
    assert answer.status_code == 422
    assert words in body(answer).lower()


def test_changing_keeps_what_the_form_does_not_show_and_shows_in_the_history(signed_in, cast, asking, service):
    with asking(cast.ayu) as by:
        kept = [RuleDraft("age", age_from=18), RuleDraft("category", codes=["PPKS-17"])]
        actions.change_service(by=by, service=service, given=making.legal_aid(rules=kept))
    browser = signed_in(cast.ayu)
    address = reverse("directory:change", args=[service.pk])
    form = browser.get(address).context["form"].initial
    form = {name: value for name, value in form.items() if value not in (None, False)}
    assert browser.post(address, form | {"name": "Bantuan hukum cuma-cuma", "age_from": "21"}).status_code == 302
    with asking(cast.ayu):
        entry = queries.entry(service.pk)
        assert entry.service.name == "Bantuan hukum cuma-cuma"
        assert {(row.rule, row.age_from) for row in entry.rules} == {("age", 21), ("category", None)}
        assert entry.contacts[0].receives_referrals
    page = body(browser.get(reverse("directory:history", args=[service.pk])))
    assert "Bantuan Hukum Gratis → Bantuan hukum cuma-cuma" in page
    assert "Ayu Peksos" in page


def test_other_names_papers_and_a_word_on_the_room_are_told_to_everybody(signed_in, visitor, cast, asking, service):
    browser, address = signed_in(cast.ayu), reverse("directory:change", args=[service.pk])
    told = FORM | {
        "once": "", "organization": "Yayasan Teduh Contoh", "alternate_name": "LBH Teduh",
        "papers": ["ktp"], "welcome": ["kk"], "other_paper": "Foto rumah", "other_welcome": "on",
    }  # fmt: skip
    assert "dicentang dua kali" in browser.post(address, told | {"welcome": ["kk", "ktp"]}).text
    assert browser.post(address, told).status_code == 302
    shown = browser.get(address).context["form"].initial
    assert (shown["papers"], shown["welcome"], shown["other_welcome"]) == (["ktp"], ["kk"], True)
    room = {"unit": "bed", "available": "2", "note": "Hanya ibu dan bayi"}
    for note in ("", room["note"]):
        assert browser.post(reverse("directory:room", args=[service.pk]), room | {"note": note}).status_code == 302
    sent = visitor.get(f"/hsds/services/{service.pk}").json()
    assert (sent["alternate_name"], sent["capacities"][0]["description"]) == ("LBH Teduh", "Hanya ibu dan bayi")
    papers = {one["document"] for one in sent["required_documents"]}
    assert papers == {"KTP", "Kartu Keluarga (bila ada)", "Foto rumah (bila ada)"}
    assert browser.post(address, told | {"welcome": [], "papers": ["ktp", "kk"]}).status_code == 302
    public, history = (browser.get(where).text for where in (
        f"/layanan/{service.pk}/", reverse("directory:history", args=[service.pk])
    ))  # fmt: skip
    for words in ("LBH Teduh", "Hanya ibu dan bayi"):
        assert words in public
        assert words in history
    assert "harus dibawa: tidak" in history
    with asking(cast.ayu):
        assert [row.service.name for row in queries.candidates(text="lbh teduh")] == ["Kelas menjahit"]


def test_still_true_is_one_press_and_nothing_the_second_time(signed_in, cast, asking, service):
    browser = signed_in(cast.ayu)
    assert service.name in body(browser.get(reverse("directory:kept")))
    for _again in range(2):
        browser.post(reverse("directory:confirm", args=[service.pk]), {"dari": "dijaga"})
    assert service.name not in body(browser.get(reverse("directory:kept")))
    with asking(cast.ayu):
        assert again(service).assured_date == days.today()
        assert Event.objects.filter(name="service.confirmed", subject_id=service.pk).count() <= 1


def test_news_by_a_worker_of_another_agency_marks_the_entry(signed_in, cast, asking, service):
    signed_in(cast.budi).post(reverse("directory:news", args=[service.pk]), {"topic": "moved", "text": "Kata warga."})
    with asking(cast.ayu):
        assert (again(service).doubt, again(service).doubted_on) == ("moved", days.today())
        (row,) = queries.candidates(need="legal")
        assert not row.fresh


@pytest.mark.parametrize(
    ("verdict", "status", "doubt"), [("take", "active", "closed"), ("close", "defunct", ""), ("refuse", "active", "")]
)
def test_an_editor_decides_with_a_reason_once(signed_in, cast, asking, service, verdict, status, doubt):
    with asking(cast.budi) as by:
        row = actions.suggest(by=by, service=service, topic="closed", text="Pintunya terkunci.")
    browser, address = signed_in(cast.ayu), reverse("directory:decide", args=[row.pk])
    assert browser.post(address, {"verdict": verdict, "reason": ""}).status_code == 422
    assert browser.post(address, {"verdict": verdict, "reason": "Saya telepon."}).status_code == 302
    assert browser.post(address, {"verdict": "refuse", "reason": "Lagi."}).status_code == 422
    with asking(cast.ayu):
        assert (again(service).status, again(service).doubt) == (status, doubt)
        assert Suggestion.objects.get(pk=row.pk).decided_by_id == cast.ayu.pk


def test_who_only_looks_on_changes_nothing(signed_in, cast, asking, service):
    browser = signed_in(cast.agus)
    assert browser.get(reverse("directory:show", args=[service.pk])).status_code == 200
    for name in ("change", "confirm", "room"):
        answer = browser.post(reverse(f"directory:{name}", args=[service.pk]), {"unit": "bed", "available": "1"})
        assert answer.status_code == 403
    assert browser.get(reverse("directory:new")).status_code == 403


def test_an_entry_of_an_agency_is_changed_by_its_own_people(signed_in, cast, asking):
    with asking(cast.ayu) as by:
        own = actions.add_organization(by=by, given=actions.OrganizationDraft(name="Harapan"), own=True)
        row = making.service(by, of=own)
    assert signed_in(cast.budi).post(reverse("directory:confirm", args=[row.pk])).status_code == 403
    with asking(cast.budi):
        assert Service.objects.filter(pk=row.pk).update(name="Diambil alih") == 0


CSV = "Lembaga;Layanan;Bantuan;Wilayah;Jam buka;Umur dari;Telepon\n"


def bring(browser, text, name="layanan.csv", **more):
    data = text if isinstance(text, bytes) else text.encode()
    return browser.post(reverse("directory:import"), {"file": SimpleUploadedFile(name, data), **more})


def test_a_table_is_looked_through_and_then_written(signed_in, cast, asking):
    browser = signed_in(cast.sari)
    text = (
        CSV
        + "Yayasan Satu;Dapur;food;32.73;Senin-Sabtu 10.00-14.00;;\nYayasan Dua;Klinik;health;32.73;;0;022 4200 123\n"
    )
    page = body(bring(browser, text, only_check="on"))
    assert "2 layanan baru" in page
    with asking(cast.sari):
        assert not Service.objects.exists()
    assert "2 layanan dimuat" in body(bring(browser, text))
    with asking(cast.sari):
        (row,) = queries.candidates(need="food", area="32.73")
        assert not row.fresh, "a file that names no day was assured by nobody"
    # The same again, and spelled otherwise, is proposed as a twin and not written.
    page = body(bring(browser, text.replace("Yayasan Satu", "YAYASAN  satoe")))
    assert "Mungkin sudah ada" in page
    with asking(cast.sari):
        assert Service.objects.count() == 2


def test_what_is_wrong_names_its_row_and_column(signed_in, cast, asking):
    text = CSV + ";Dapur;food;32.73;;;\nYayasan;Klinik;sulap;99.99;kapan saja;200;12\n"
    page = body(bring(signed_in(cast.sari), text))
    for words in (
        "lembaga",
        "bantuan",
        "“sulap” tidak dikenal",
        "Kode wilayah 99.99 tidak dikenal",
        "jam_buka",
        "umur_dari",
        "telepon",
    ):
        assert words in page


def test_a_spreadsheet_is_read_too(signed_in, cast):
    book, out = Workbook(), BytesIO()
    book.active.append(["Lembaga", "Layanan", "Bantuan", "Umur dari"])
    book.active.append(["Yayasan Tiga", "Panti", "care; shelter", 12])
    book.save(out)
    assert "1 layanan dimuat" in body(bring(signed_in(cast.sari), out.getvalue(), "layanan.xlsx"))


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "kosong.csv"), (b"\x00\x01\x02" * 50, "biner.csv"), (b"PK\x03\x04rusak", "rusak.xlsx"),
        (b"a,b\n1,2\n", "lain.csv"), (b"[" * 100_000, "dalam.json"), (b"{", "putus.json"), (b"[1, 2]", "angka.json"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "lama.xls"), (b'lembaga,layanan\n"' + b"x" * 200_000, "kutip.csv"),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_in_words(signed_in, cast, data, name):
    answer = bring(signed_in(cast.sari), data, name)
    assert answer.status_code == 422, body(answer)


def test_only_who_answers_for_a_team_brings_files(signed_in, cast):
    assert signed_in(cast.ayu).get(reverse("directory:import")).status_code == 403


def test_what_we_send_as_hsds_comes_back_the_same(signed_in, visitor, cast, asking, service):
    sent = visitor.get("/hsds/services", {"full": "true", "format": "ndjson"}).getvalue()
    with asking(cast.ayu):
        before = queries.entry(service.pk)
        Service.objects.filter(pk=service.pk).update(name="Nama lain sama sekali")
    assert "1 layanan dimuat" in body(bring(signed_in(cast.sari), sent, "hsds.ndjson"))
    with asking(cast.ayu):
        after = queries.entry(Service.objects.exclude(pk=service.pk).get().pk)
    same = ("name", "description", "helps", "categories", "cost", "assured_date", "status")
    assert [getattr(after.service, name) for name in same] == [getattr(before.service, name) for name in same]
    assert after.schedules[0].opening_hours == before.schedules[0].opening_hours
    assert after.locations[0].region_code == before.locations[0].region_code
    assert [(c.channel, c.value) for c in after.contacts] == [(c.channel, c.value) for c in before.contacts]


def test_no_decile_can_be_asked_for(cast, asking):
    with asking(cast.ayu) as by, pytest.raises(Refused, match="Desil"):
        making.service(by, rules=[RuleDraft("dtsen", codes=["4"])])


def test_nothing_that_was_searched_is_kept(signed_in, visitor, cast, asking, service):
    signed_in(cast.ayu).get(reverse("directory:search"), {"cari": "Wati Rahasia", "umur": "33"})
    visitor.get("/layanan/", {"cari": "Wati Rahasia"})
    with asking(cast.sari):
        assert not [
            event
            for event in Event.objects.all()
            for said in map(str, event.payload.values())
            if "Wati" in said or said == "33"
        ]


def test_further_places_are_written_and_changed_on_the_page(signed_in, cast, asking):
    browser = signed_in(cast.ayu)
    further = "Jl. Kedua 2; kota bandung\nRumah singgah; 32.77; rahasia"
    assert browser.post(reverse("directory:new"), FORM | {"further": further}).status_code == 302
    with asking(cast.ayu):
        (found,) = queries.candidates(need="work", area="32.73")
        places = {(one.address, one.region_code, one.public) for one in queries.entry(found.service.pk).locations}
    assert places == {
        ("Jl. Contoh 9", "32.73", True), ("Jl. Kedua 2", "32.73", True), ("Rumah singgah", "32.77", False)
    }  # fmt: skip
    page = browser.get(reverse("directory:change", args=[found.service.pk])).text
    assert "Rumah singgah; 32.77" in page
    fewer = FORM | {"further": "Jl. Kedua 2; kota bandung", "once": "019ab000-0000-7000-8000-000000000010"}
    assert browser.post(reverse("directory:change", args=[found.service.pk]), fewer).status_code == 302
    with asking(cast.ayu):
        assert len(queries.entry(found.service.pk).locations) == 2


def test_a_further_place_that_is_nowhere_is_refused(signed_in, cast):
    answer = signed_in(cast.ayu).post(reverse("directory:new"), FORM | {"further": "Jl. Kedua; zzxqw vvwwx"})
    assert answer.status_code == 422
    assert "tidak ditemukan" in answer.text
