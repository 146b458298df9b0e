"""What another list says, kindly or not: read, named where it finds no place, refused in words."""

import json
import struct
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.utils.translation import override

from rangkul.commons.directory import actions, importing, queries
from rangkul.commons.directory.importing import Unreadable
from rangkul.commons.directory.importing.meanings import Wrong, coded
from rangkul.commons.directory.models import Capacity, Service
from rangkul.commons.directory.states import Help

FOREIGN = {
    "id": "7c3e", "name": "Night shelter", "status": "active", "licenses": "Dinas 12/2025", "url": "www.contoh.example",
    "organization": {"id": "o1", "name": "Shelter Network", "tax_id": "99.8", "programs": [{"name": "Winter"}]},
    "organization_id": "o1", "wait_time": "x" * 130,
    "alert": "Closed for renovation until May", "languages": [{"code": "id"}, {"code": "xx"}],
    "attributes": [
        {"taxonomy_term": {"code": "BH-1800", "name": "Homeless shelter"}},
        {"taxonomy_term": {"code": "health", "name": "Clinic", "taxonomy": "Theirs"}, "label": "Bantuan"},
        {"taxonomy_term": {"code": "PPKS-17"}}, {"value": "food"}, {"value": "care", "label": "ATENSI"},
    ],
    "phones": [
        {"number": "022 4200 123", "type": "voice", "description": "Front desk", "extension": 12},
        {"number": "022 4200 124", "type": "fax"},
        {"number": "022 4200 125", "organization_id": "o1"},
    ],
    "contacts": [
        {"id": "c1", "name": "Bu Contoh", "email": "ibu@contoh.example"},
        {"id": "c2", "name": "Pak Contoh", "title": "Intake", "phones": [{"number": "0812 3456 789", "type": "text"}]},
    ],
    "schedules": [
        {"freq": "MONTHLY", "byday": "MO", "opens_at": "09:00", "closes_at": "12:00"},
        {"freq": "WEEKLY", "byday": "TU", "opens_at": "18:00", "closes_at": "23:00", "until": "2027-01-01"},
    ],
    "service_at_locations": [
        {
            "location": {
                "organization_id": "o2", "latitude": -6.9147444, "longitude": 107.6098111, "phones": [{"number": "1"}],
                "accessibility": [{"description": "Ramp on the left"}],
                "addresses": [{"address_1": "Jl. Contoh 5", "city": "Kota Bandung", "state_province": "Jawa Barat"}],
            }
        },
        {"location": {"addresses": [{"address_1": "12 Elm", "city": "Springfield", "postal_code": "12345-678"}]}},
        {"location": {"addresses": [{"address_1": "12 Elm", "city": "Springfield"}]}},
    ],
    "capacities": [
        {"unit": {"name": "tempat tidur"}, "available": 4, "maximum": 10, "updated": "2026-05-02T00:00:00+07:00"},
        {"unit": {"name": "tempat tidur"}, "available": 9, "updated": "2026-05-01"},
        {"unit": {"name": "kayaks"}, "available": 2, "updated": "2026-05-02"},
    ],
    "cost_options": [{"option": "Fee", "amount": 5, "currency": "USD", "amount_description": "per night"}],
}  # fmt: skip


def read(given, name="a.json"):
    data = given if isinstance(given, bytes) else json.dumps(given).encode()
    return list(importing.read(data, name))


def test_what_a_foreign_list_says_is_taken_or_named(cast, asking):
    (line,) = read(FOREIGN)
    given = line.service
    assert not line.faults
    assert [(p.region_code, p.address, p.accessibility_note) for p in given.places] == [
        ("32.73", "Jl. Contoh 5", "Ramp on the left"), ("", "12 Elm, Springfield", ""),
    ]  # fmt: skip
    assert (given.places[0].latitude, given.places[0].longitude) == (Decimal("-6.914744"), Decimal("107.609811"))
    assert [(r.unit, r.available, r.maximum, r.counted_on) for r in given.rooms] == [("bed", 4, 10, date(2026, 5, 2))]
    assert [(h.opening_hours) for h in given.hours] == ["Tu 18:00-23:00"]
    assert {(c.value, c.name, c.extension, c.public) for c in given.contacts} == {
        ("+62224200123", "Front desk", "12", True), ("ibu@contoh.example", "Bu Contoh", "", False),
        ("+628123456789", "Intake", "", True),
    }  # fmt: skip
    assert [c.value for c in line.shared] == ["+62224200125"]
    assert (given.languages, given.fees_description) == (["ind"], "per night; Fee")
    assert (given.categories, given.helps, given.atensi) == ([], [], ["care"])
    unkept = [note.words for note in line.notes if note.column == "attributes"]
    for words, said in zip(unkept, ("Homeless shelter", "Clinic", "PPKS-17", "food"), strict=True):
        assert f"“{said}”" in words
    named = {note.column for note in line.notes}
    assert named >= {
        "licenses", "url", "wait_time",
        "organization.tax_id", "organization.programs", "languages", "attributes", "phones",
        "contacts.name", "schedules", "schedules.until", "service_at_locations.location",
        "service_at_locations.location.phones", "capacities", "cost_options.amount", "addresses.postal_code",
    }  # fmt: skip
    assert not named & {"name", "id", "alert", "organization_id", "service_at_locations.location.latitude"}
    with asking(cast.sari) as by:
        actions.import_lines(by=by, lines=importing.examine([line]).lines)
        row = Service.objects.get()
        (said,) = queries.waiting_of(row)
        assert (said.topic, said.text, row.doubt) == ("other", "Closed for renovation until May", "")
        assert {c.value: c.service_id for c in queries.entry(row.pk).contacts}["+62224200125"] is None
        later = FOREIGN | {"capacities": [{**FOREIGN["capacities"][0], "available": 1, "updated": "2026-06-01"}]}
        (changed,) = importing.examine(read(later)).changed
        assert [part.name for part in changed.differences] == ["tempat yang tersedia"]
        actions.apply_changes(by=by, changes=[changed])
        assert Capacity.objects.count() == 2, "the older count stays as history"
        assert importing.examine(read(FOREIGN)).same == 1, "an earlier count says nothing"


@pytest.mark.parametrize(
    ("part", "column"),
    [
        ({"service_at_locations": [{"location": {"latitude": 91, "longitude": 1}}]}, "service_at_locations"),
        ({"service_at_locations": [{"location": {"latitude": 9, "longitude": float("nan")}}]}, "service_at_locations"),
        ({"service_at_locations": [{"location": {"latitude": 9}}]}, "service_at_locations"),
        ({"capacities": [{"unit": {"name": "paket"}, "available": -1, "updated": "2026-01-01"}]}, "capacities"),
        (
            {"capacities": [{"unit": {"name": "paket"}, "available": 2, "maximum": 1, "updated": "2026-01-01"}]},
            "capacities",
        ),
        ({"capacities": [{"unit": {"name": "paket"}, "available": 2, "updated": "2999-01-01"}]}, "capacities"),
        ({"service_areas": [{"extent": "99.99"}]}, "service_areas"),
        ({"service_areas": [{"extent": "POLYGON((1 1))", "name": "Atlantis Raya"}]}, "service_areas"),
        ({"schedules": [{"valid_from": "2027-02-01", "valid_to": "2027-01-01"}]}, "schedules"),
        ({"phones": [{"number": "\u0000"}]}, "phones"), ({"status": ["active"]}, "status"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_in_its_row(db, part, column):
    (line,) = read({"name": "A", "status": "active", "organization": {"name": "B"}} | part)
    assert [fault.column for fault in line.faults] == [column]


STRANGE = (None, 7, "x", [], {}, [[]], [None], {"id": {}}, [{"id": [], "number": {}}], "\ud800", 1e308, True)
PARTS = (
    "organization", "phones", "contacts", "schedules", "service_at_locations", "capacities", "attributes", "languages",
    "cost_options", "required_documents", "service_areas", "name", "alert", "minimum_age", "eligibility_description",
    "email", "assured_date", "id", "url",
)  # fmt: skip


def test_whatever_stands_where_something_else_is_expected(db):
    plain = {"name": "A", "status": "active", "organization": {"name": "B"}}
    given = [plain | {part: value} for part in PARTS for value in STRANGE]
    lines = read(given)
    assert len(lines) == len(given)
    report = importing.examine(lines)
    assert report.good + report.refused + len(report.twins) == len(given)


def test_one_key_is_one_service_and_one_place_is_one(cast, asking):
    row = {"id": "k1", "name": "A", "status": "active", "organization": {"name": "B"}}
    report = importing.examine(read([row, row | {"name": "Lain sama sekali"}, row | {"id": "k2", "name": "C"}]))
    assert (report.good, [(fault.row, fault.column) for fault in report.faults]) == (2, [(2, "kunci")])
    with asking(cast.sari) as by:
        at = actions.PlaceDraft("32.73", "Jl. Contoh 5")
        twice = actions.ServiceDraft("D", places=[at, at])
        body = actions.add_organization(by=by, given=actions.OrganizationDraft("B"))
        assert len(queries.entry(actions.add_service(by=by, organization=body, given=twice).pk).places) == 1


def test_a_private_person_stays_with_workers(cast, asking):
    text = "lembaga;layanan;bentuk\nPak Contoh;Pijat;person\n"
    with asking(cast.sari) as by:
        report = importing.examine(read(text.encode(), "a.csv"))
        assert "Perorangan" in report.notes[0].words
        actions.import_lines(by=by, lines=report.lines)
        assert not Service.objects.get().public


TABLE = (
    "lembaga;layanan;nama_tempat;alamat;lintang;bujur;akses;tersedia;kontak;telepon;bahasa;psks;situs_lembaga;desil\n"
    "A;B;Gedung A;Jl. Contoh 5;-6,914744;107,609811;ramp;3 dari 12 tempat tidur, 2026-05-02;Meja depan;022 4200 123;"
    "sun;PSKS-04;https://a.example/;4\n"
    "=cmd|' /C calc'!A0;@SUM(1);Gedung B;;;12;lift;banyak;Meja;;klingon;PSKS-99;a.example;9\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_says_as_much(db, encoding):
    good, bad = read(TABLE.encode(encoding), "a.csv")
    (place,), (room,), (contact,) = good.service.places, good.service.rooms, good.service.contacts
    assert (place.name, place.latitude, place.accessibility) == ("Gedung A", Decimal("-6.914744"), ["ramp"])
    assert (room.unit, room.available, room.maximum) == ("bed", 3, 12)
    assert (contact.name, good.service.languages, good.organization.psks) == ("Meja depan", ["sun"], "PSKS-04")
    assert [(note.row, note.column) for note in good.notes] == [(1, "desil")]
    assert bad.organization.name.startswith("=cmd"), "kept as words, and made words again where it goes out"
    assert {fault.column for fault in bad.faults} == {
        "bujur", "akses", "tersedia", "kontak", "bahasa", "psks", "situs_lembaga", "alamat",
    }  # fmt: skip


def bomb(name: str, size: int) -> bytes:
    """A zip that says its part is short and unpacks to much more."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr(name, b"a" * size)
    data = bytearray(out.getvalue())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"lembaga;layanan\n" + b"a" * (60 * 1024 * 1024), "panjang.csv"),
        (b'lembaga;layanan\nA;"' + b"a" * 100_000, "kutip.csv"), (b'{"a":' * 100_000, "dalam.json"),
        (b'[{"name": ' + b"9" * 5_000 + b"}]", "angka.json"), (b"\xff\xfe\x00", "putus.csv"),
        (bomb("service.csv", 161 * 1024 * 1024), "bom.zip"), (bomb("service.csv", 5_000), "bohong.zip"),
    ],
)  # fmt: skip
def test_a_file_that_means_harm_is_refused_whole(db, data, name):
    with pytest.raises(Unreadable):
        read(data, name)


def test_a_label_means_its_code_in_whatever_language_the_file_says_it():
    with override("id"):
        ours = str(Help.LEGAL.label)
    with override("en"):
        theirs = str(Help.LEGAL.label)
    assert ours != theirs
    for language in ("id", "en"):
        with override(language):
            assert [coded(Help, words) for words in ("legal", ours.upper(), f" {theirs} ")] == ["legal"] * 3
            with pytest.raises(Wrong):
                coded(Help, "sulap")
