"""What goes out as HSDS comes back as the same entry: as one service in JSON, and as the data package."""

import json
from datetime import date
from decimal import Decimal

import pytest

from rangkul.commons.directory import actions, importing
from rangkul.commons.directory.actions import ContactDraft, HoursDraft, PaperDraft, PlaceDraft, RuleDraft
from rangkul.commons.directory.importing import conditions
from rangkul.commons.directory.models import Contact, Organization, Service
from rangkul.commons.directory.tests import making

_RULES = [
    RuleDraft("age", age_from=18),
    RuleDraft("sex", sex="P", text="Anak laki-laki di bawah 12 tahun boleh ikut"),
    RuleDraft("category", codes=["PPKS-13", "PPKS-17"]),
    RuleDraft("category", codes=["PPKS-02"], preferred=True),
    RuleDraft("area", codes=["32.73"]),
    RuleDraft("document", codes=["ktp", "kk"]),
    RuleDraft("dtsen", codes=["registered", "proposed"]),
    RuleDraft("other", text="Datang bersama pendamping. Bawa baju ganti"),
]

_AT = ("Jl. Contoh No. 5", "32.73.09")
_HOURS = [
    HoursDraft("Mo-Fr 08:00-16:00; PH off"), HoursDraft("Mo-Th 08:00-14:00", season="ramadan", notes="Tanpa istirahat"),
    HoursDraft("Sa 09:00-12:00", at=_AT),
    HoursDraft("off", valid_from=date(2027, 3, 9), valid_to=date(2027, 3, 12), notes="Idulfitri"),
    HoursDraft("Mo-Su 09:00-10:00", valid_from=date(2027, 3, 10), valid_to=date(2027, 3, 10), notes="Piket", at=_AT),
]  # fmt: skip


@pytest.fixture
def shelter(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(
            by,
            name="Rumah Aman Contoh",
            helps=["shelter"],
            rules=_RULES,
            hours=_HOURS,
            cost="free",
            fees_description="Makan ikut ditanggung",
            ways=["come", "whatsapp"],
            application_process="Tekan bel. Sebut nama panggilan.",
            papers=[PaperDraft("ktp", needed=False), PaperDraft("other", "Surat tugas")],
            contacts=[ContactDraft("whatsapp", "0812 3456 789"), ContactDraft("email", "aman@contoh.example")],
        )


def asked(rules):
    return sorted((str(r.rule), r.age_from, r.age_to, r.sex, sorted(r.codes), r.text, r.preferred) for r in rules)


def same(line, shelter):
    assert not line.faults
    assert (line.organization.name, line.service.name) == (shelter.organization.name, shelter.name)
    assert asked(line.service.rules) == asked(_RULES)
    assert [(one.paper, one.document, one.needed) for one in line.service.papers] == [
        ("ktp", "", False), ("other", "Surat tugas", True),
    ]  # fmt: skip
    assert {(one.channel, one.value) for one in line.service.contacts} == {
        ("whatsapp", "+628123456789"), ("email", "aman@contoh.example"),
    }  # fmt: skip
    assert [one.region_code for one in line.service.places] == ["32.73.09"]
    assert (line.service.helps, line.service.areas, line.service.cost) == (["shelter"], ["32.73"], "free")
    assert line.service.fees_description == "Makan ikut ditanggung"
    assert line.service.ways == ["come", "whatsapp"]
    assert line.service.application_process == "Tekan bel. Sebut nama panggilan."
    assert sorted(line.service.hours, key=str) == sorted(_HOURS, key=str)
    assert line.assured == shelter.assured_date


def test_one_service_comes_back_as_it_was(visitor, shelter):
    (line,) = importing.read(visitor.get(f"/hsds/services/{shelter.pk}").content, "layanan.json")
    same(line, shelter)


def test_the_package_comes_back_as_it_was(packed, shelter):
    (line,) = importing.read(packed(), "hsds.zip")
    same(line, shelter)


@pytest.fixture
def whole(cast, asking):
    """Everything that the list holds and everybody may read."""
    with asking(cast.sari) as by:
        body = making.organization(
            by, name="Yayasan Lengkap Contoh", alternate_name="YLC", description="Menemani keluarga.",
            legal_status="foundation", psks="PSKS-04", website="https://ylc.example/",
        )  # fmt: skip
        Contact.objects.create(
            organization=body, channel="email", value="kantor@ylc.example", name="Tata usaha", public=True
        )
        Contact.objects.create(organization=body, channel="phone", value="+62224200777", extension="9")
        row = making.service(
            by, of=body, name="Tempat Singgah Lengkap", alternate_name="Singgah", helps=["shelter", "care"],
            atensi=["living", "family"], languages=["ind", "sun"], wait_time="Dua hari", rules=_RULES, hours=_HOURS,
            url="https://ylc.example/singgah", cost="means", amount=5_000, fees_description="Seikhlasnya",
            ways=["come"], application_process="Tekan bel.", papers=[PaperDraft("ktp", needed=False)],
            places=[
                PlaceDraft(
                    "32.73.09", "Jl. Contoh No. 5", name="Gedung A", postal_code="40111", directions="Angkot 05",
                    latitude=Decimal("-6.914744"), longitude=Decimal("107.60981"), accessibility=["ramp", "private"],
                    accessibility_note="Pintu samping tanpa tangga",
                ),
                PlaceDraft("32.73.01", "Jl. Kedua No. 2"),
            ],
            contacts=[
                ContactDraft("phone", "022 4200 123", name="Meja depan", extension="12"),
                ContactDraft("email", "singgah@ylc.example", name="Meja pengaduan"),
                ContactDraft("email", "kedua@ylc.example"),
            ],
        )  # fmt: skip
        second = making.service(by, of=body, name="Dapur Lengkap", helps=["food"], contacts=[])
        for unit, free, most, note in (("bed", 3, 12, "Perempuan dan anak"), ("package", 0, None, "")):
            actions.count_room(by=by, service=row, unit=unit, available=free, maximum=most, note=note)
        actions.suggest(by=by, service=second, topic="moved")
    return body


def bare(value):
    """Without keys of rows and the day of writing, in one order."""
    if isinstance(value, list):
        return sorted((bare(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    if isinstance(value, dict):
        return {k: bare(v) for k, v in value.items() if k != "id" and not k.endswith("_id") and k != "last_modified"}
    return value


def told(visitor):
    kinds = ("services?full=true&format=ndjson", "organizations?full=true&format=ndjson")
    return [bare([json.loads(one) for one in visitor.get(f"/hsds/{kind}").getvalue().splitlines()]) for kind in kinds]


@pytest.mark.parametrize("as_package", [False, True])
def test_an_empty_house_that_reads_it_says_the_same(visitor, packed, whole, cast, asking, as_package):
    before = told(visitor)
    lines = visitor.get("/hsds/services?full=true&format=ndjson").getvalue()
    data = (packed(), "hsds.zip") if as_package else (lines, "hsds.ndjson")
    with asking(cast.sari) as by:
        Service.objects.filter(organization=whole).update(name="Lama", public=False)
        Organization.objects.filter(pk=whole.pk).update(name="Lembaga lama", public=False)
        report = importing.examine(importing.read(*data))
        assert (report.faults, report.notes, report.twins, report.good) == ([], [], [], 2)
        actions.import_lines(by=by, lines=report.lines)
        again = importing.examine(importing.read(*data))
        assert (again.same, again.changed, again.lines) == (2, [], [])
    assert bare(told(visitor)) == bare(before)


def test_a_house_that_writes_conditions_otherwise_loses_none(db):
    given = {
        "name": "Shelter", "organization": {"name": "Yayasan"}, "application_process": "Call us. We listen.",
        "fees_description": "Free, always", "status": "active", "minimum_age": 18,
        "eligibility_description": "Women only; no pets. " + "Please ask first. " * 30,
    }  # fmt: skip
    (line,) = importing.read(json.dumps(given).encode(), "a.json")
    assert (line.service.application_process, line.service.ways) == ("Call us. We listen.", [])
    assert line.service.fees_description == "Free, always"
    age, *others = line.service.rules
    assert (age.rule, age.age_from) == ("age", 18)
    assert {one.rule for one in others} == {"other"}
    words = " ".join(one.text for one in others)
    assert words.startswith("Women only; no pets.")
    assert words.count("Please ask first.") == 30


@pytest.mark.parametrize("text", ["Umur 60–18 tahun", "Umur 200 tahun ke atas", "Untuk: ", "Warga Antah Berantah", ""])
def test_what_means_nothing_stays_words(db, text):
    assert [(one.rule, one.text) for one in conditions.read(text)] == ([("other", text)] if text else [])


@pytest.mark.parametrize("broken", [b"PK\x03\x04", b"PK\x03\x04datapackage.json"])
def test_a_broken_zip_is_refused_in_words(db, broken):
    with pytest.raises(importing.Unreadable):
        list(importing.read(broken, "hsds.zip"))
