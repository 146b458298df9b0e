"""Conditions of an entry, written one by one: in the words of the public, contradictions refused, the history kept, and
the same rows as from a file."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.directory import actions, importing, queries
from rangkul.commons.directory.actions import RuleDraft
from rangkul.commons.directory.models import Eligibility
from rangkul.commons.directory.tests import making


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, rules=[])


def address(name, service, *more):
    return reverse(f"directory:{name}", args=[service.pk, *more])


WRITTEN = [
    ("age", {"age_from": "12", "age_to": "17"}, "Umur 12–17 tahun", "umur belum diketahui, syaratnya 12–17 tahun"),
    ("sex", {"sex": "P"}, "Untuk perempuan", "hanya untuk perempuan, jenis kelamin belum diketahui"),
    ("category", {"groups": ["PPKS-17"]}, "Untuk: ", "khusus untuk: "),
    ("area", {"places": "kec. coblong"}, "Warga Kec. Coblong", "hanya untuk warga Kec. Coblong"),
    ("document", {"papers": ["ktp", "kk"]}, "Punya KTP atau Kartu Keluarga", "perlu punya Kartu Keluarga atau KTP; "),
    ("dtsen", {"dtsen": ["registered"]}, "Status DTSEN: terdaftar", "yang belum dapat diusulkan"),
    ("other", {"text": "Datang bersama wali"}, "Datang bersama wali", "ada syarat lain: Datang bersama wali"),
]


@pytest.mark.parametrize(("kind", "typed", "words", "unsure"), WRITTEN)
def test_each_kind_is_read_first_then_written_changed_and_removed(
    signed_in, visitor, cast, asking, service, kind, typed, words, unsure
):
    browser, new = signed_in(cast.ayu), address("rule_new", service, kind)
    look = browser.post(new, typed | {"lihat": "1"}).text
    assert words in look
    assert unsure in look
    with asking(cast.ayu):
        assert not Eligibility.objects.filter(service=service).exists(), "to look writes nothing"
    assert browser.post(new, typed).status_code == 302
    with asking(cast.ayu):
        row = Eligibility.objects.get(service=service)
        assert Event.objects.filter(name="service.rule_added", subject_id=service.pk).count() == 1
    page = browser.get(address("rules", service)).text
    assert words in page
    assert unsure in page
    assert words in visitor.get(f"/layanan/{service.pk}/").text
    assert browser.post(new, typed).status_code == 422, "the same again is no second condition"
    change = address("rule", service, row.pk)
    shown = browser.get(change).context["form"].initial
    shown = {name: value for name, value in shown.items() if value not in (None, False)}
    assert browser.post(change, shown).status_code == 302
    with asking(cast.ayu):
        assert not Event.objects.filter(name="service.rule_changed").exists(), "nothing was different"
    assert browser.post(change, shown | {"preferred": "on"}).status_code == 302
    assert "didahulukan, bukan keharusan" in browser.get(address("rules", service)).text
    remove = address("rule_remove", service, row.pk)
    assert browser.get(remove).status_code == 405
    for _again in range(2):
        assert browser.post(remove).status_code == 302
    with asking(cast.ayu):
        assert not Eligibility.objects.filter(service=service).exists()
        assert Event.objects.filter(name="service.rule_removed", subject_id=service.pk).count() == 1
    history = browser.get(address("history", service)).text
    assert "ditambah" in history
    assert "dihapus" in history
    assert "Ayu Peksos" in history


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("age", {"age_from": "60", "age_to": "18"}, "lebih muda"),
        ("age", {"text": ""}, "Isi umur termuda"),
        ("dtsen", {"dtsen": ["registered", "not_registered"]}, "tidak menyaring siapa pun"),
        ("dtsen", {"dtsen": ["4"]}, "Pilih salah satu"),
        ("area", {"places": "kota surabaya"}, "hanya melayani warga"),
        ("area", {"places": "indonesia"}, "tidak diperlukan"),
        ("area", {"places": "zzxqw vvwwx"}, "tidak ditemukan"),
        ("category", {"groups": ["PPKS-99"]}, "Pilih salah satu"),
        ("other", {"text": ""}, "belum diisi"),
    ],
)
def test_what_contradicts_itself_is_refused_at_its_field(signed_in, cast, asking, service, kind, typed, words):
    answer = signed_in(cast.ayu).post(address("rule_new", service, kind), typed)
    assert answer.status_code == 422
    assert words in answer.text
    with asking(cast.ayu):
        assert not Eligibility.objects.filter(service=service).exists()


def test_a_condition_is_matched_at_once(cast, asking, service):
    with asking(cast.ayu) as by:
        actions.add_rule(by=by, service=service, given=RuleDraft("category", codes=["PPKS-17"]))
        actions.add_rule(by=by, service=service, given=RuleDraft("age", age_from=60))
        facts = {"age": 70, "categories": ["PPKS-17"]}
        assert [one.service.pk for one in queries.candidates(need="legal", facts=facts)] == [service.pk]
        assert not queries.candidates(need="legal", facts={"age": 20})
        assert not queries.candidates(need="legal", facts={"categories": ["PPKS-01"]})


def test_for_both_sexes_is_for_nobody_in_particular(cast, asking, service):
    with asking(cast.ayu) as by:
        actions.add_rule(by=by, service=service, given=RuleDraft("sex", sex="P"))
        with pytest.raises(Refused, match="tidak menyaring"):
            actions.add_rule(by=by, service=service, given=RuleDraft("sex", sex="L"))


@pytest.mark.parametrize("kind", ["decile", "desil", "AGE"])
def test_no_other_kind_can_be_written(signed_in, cast, service, kind):
    assert signed_in(cast.ayu).post(address("rule_new", service, kind), {"text": "4"}).status_code == 404


def test_only_who_keeps_the_entry_writes_them(signed_in, visitor, cast, asking):
    with asking(cast.ayu) as by:
        own = actions.add_organization(by=by, given=actions.OrganizationDraft(name="Harapan"), own=True)
        service = making.service(by, of=own)
        row = service.eligibilities.get()
    for staff in (cast.budi, cast.agus):
        browser = signed_in(staff)
        assert browser.get(address("rules", service)).status_code == 403
        assert browser.post(address("rule_new", service, "sex"), {"sex": "P"}).status_code == 403
        assert browser.post(address("rule_remove", service, row.pk)).status_code == 403
    assert visitor.get(address("rules", service)).status_code in (302, 404)


def test_a_condition_of_another_entry_is_not_reached(signed_in, cast, asking, service):
    with asking(cast.ayu) as by:
        other = making.service(by, of=service.organization, name="Lain")
        row = other.eligibilities.get()
    browser = signed_in(cast.ayu)
    assert browser.post(address("rule", service, row.pk), {"age_from": "3"}).status_code == 404
    browser.post(address("rule_remove", service, row.pk))
    with asking(cast.ayu):
        assert Eligibility.objects.filter(pk=row.pk).exists()


def test_the_form_of_the_whole_entry_keeps_what_a_condition_says_beyond_it(signed_in, cast, asking, service):
    kept = [
        RuleDraft("sex", sex="P", text="Anak boleh ikut"), RuleDraft("dtsen", codes=["proposed"], preferred=True),
        RuleDraft("area", codes=["32.73.09"]), RuleDraft("document", codes=["ktp"]),
    ]  # fmt: skip
    with asking(cast.ayu) as by:
        actions.change_service(by=by, service=service, given=making.legal_aid(rules=kept))
    browser, change = signed_in(cast.ayu), address("change", service)
    form = {k: v for k, v in browser.get(change).context["form"].initial.items() if v not in (None, False)}
    assert browser.post(change, form | {"name": "Nama lain"}).status_code == 302
    with asking(cast.ayu):
        rows = {(r.rule, r.sex, tuple(r.codes), r.text, r.preferred) for r in queries.entry(service.pk).rules}
    assert rows == {(r.rule, r.sex, tuple(r.codes), r.text, r.preferred) for r in kept}


TABLE = (
    "Lembaga;Layanan;Melayani;Umur dari;Syarat kelompok;Syarat wilayah;Syarat surat;Syarat dtsen\n"
    'Yayasan Satu;Dapur;32.73;60;PPKS-17;32.73.09;"ktp; kk";registered\n'
)


def test_a_table_writes_the_same_rows_as_the_forms(signed_in, cast, asking, service):
    browser = signed_in(cast.ayu)
    for kind, typed, *_words in WRITTEN:
        if kind in ("category", "document", "dtsen"):
            browser.post(address("rule_new", service, kind), typed)
    browser.post(address("rule_new", service, "age"), {"age_from": "60"})
    browser.post(address("rule_new", service, "area"), {"places": "32.73.09"})
    with asking(cast.sari) as by:
        actions.import_lines(by=by, lines=importing.examine(importing.read(TABLE.encode(), "a.csv")).lines)
        brought = queries.entry(Eligibility.objects.exclude(service=service).first().service_id)
        mine = queries.entry(service.pk)
    told = [sorted((r.rule, r.age_from, tuple(r.codes), r.text) for r in one.rules) for one in (brought, mine)]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("Syarat dtsen", "registered; not_registered", "tidak menyaring"), ("Syarat dtsen", "4", "tidak dikenal"),
        ("Syarat wilayah", "35.78", "hanya melayani warga"), ("Syarat kelompok", "PPKS-99", "tidak dikenal"),
        ("Wilayah", "Kota Entah", "Wilayah “Kota Entah” tidak ditemukan"),
    ],
)  # fmt: skip
def test_a_contradiction_in_a_file_is_said_at_its_row(cast, asking, column, cell, words):
    text = f'Lembaga;Layanan;Melayani;{column}\nYayasan;Dapur;32.73;"{cell}"\n'
    with asking(cast.sari):
        report = importing.examine(importing.read(text.encode(), "a.csv"))
    assert not report.lines
    assert words in report.faults[0].words
    assert report.faults[0].row == 2


def test_ages_the_wrong_way_round_in_hsds_are_said_too(signed_in, cast):
    given = {
        "id": "1", "name": "Rumah", "status": "active", "organization": {"name": "Yayasan"},
        "eligibility_description": "Untuk perempuan; Untuk laki-laki",
    }  # fmt: skip
    file = SimpleUploadedFile("a.json", json.dumps(given).encode())
    page = signed_in(cast.sari).post(reverse("directory:import"), {"file": file}).text
    assert "tidak menyaring siapa pun" in page
