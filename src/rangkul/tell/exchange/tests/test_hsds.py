"""Other systems read the public list as HSDS 3.1; every answer is held against the schemas of the specification."""

import csv
import io
import json
import os
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import jsonschema_rs
import pytest
from django.urls import reverse

from rangkul.commons.directory import actions
from rangkul.commons.directory.actions import ContactDraft, HoursDraft, PaperDraft, PlaceDraft, RuleDraft
from rangkul.commons.directory.models import Contact, Location, ServiceAtLocation
from rangkul.commons.directory.tests import making
from rangkul.tell.exchange.hsds import limiting, packing, views
from rangkul.tell.exchange.hsds.vocabulary import ATENSI, HELP, terms

# The specification's own files, where somebody laid them beside the project.
_SCHEMAS = next(
    (found for up in Path(__file__).resolve().parents if (found := up / "shared" / "hsds" / "schema").is_dir()),
    Path(os.environ.get("RANGKUL_HSDS_SCHEMAS", "tidak-ada")),
)
_OFFICE = "Mo-Th 08:00-12:00,13:00-16:00; PH off"
_LISTS = (
    "services?full=true", "organizations?full_service=true", "service_at_locations", "services?format=ndjson",
    "services?format=ndjson&full=true",
)  # fmt: skip


@pytest.fixture(scope="module")
def schema():
    if not _SCHEMAS.is_dir():
        pytest.skip("the schemas of HSDS are not here")
    files = {path.name: json.loads(path.read_text()) for path in _SCHEMAS.glob("*.json")}

    def check(name, answer):
        validator = jsonschema_rs.Draft202012Validator(
            files[f"{name}.json"] | {"$id": f"hsds:///{name}.json"},
            retriever=lambda uri: files[uri.rsplit("/", 1)[-1]],
            validate_formats=True,
        )
        assert not [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(answer)]

    return check


@pytest.fixture(scope="module")
def parts():
    """`parts(pointer, answer)` holds an answer against a part of the specification's description of the interface."""
    if not _SCHEMAS.is_dir():
        pytest.skip("the schemas of HSDS are not here")
    whole = json.loads((_SCHEMAS / "openapi.json").read_text())

    def check(pointer, answer):
        validator = jsonschema_rs.Draft202012Validator(
            {"$ref": f"hsds:///openapi.json#{pointer}"}, retriever=lambda uri: whole, validate_formats=True
        )
        assert not [f"{error.instance_path}: {error.message}" for error in validator.iter_errors(answer)]

    return check


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        row = making.service(
            by,
            atensi=["aid"],
            languages=["ind", "sun"],
            cost="paid",
            amount=20_000,
            fees_description="sekali datang",
            url="https://contoh.example/hukum",
            places=[
                PlaceDraft("32.73.09.1001", "Jl. Contoh No. 5", postal_code="40111", accessibility=["ramp"]),
                PlaceDraft(region_code="32.73", address="Jl. Rahasia", public=False),
            ],
            hours=[HoursDraft(_OFFICE), HoursDraft("Mo-Th 08:00-14:00", season="ramadan")],
            rules=[RuleDraft("age", age_from=18, age_to=60), RuleDraft("sex", sex="P", preferred=True)],
            papers=[PaperDraft("ktp"), PaperDraft("kk", needed=False)],
            contacts=[
                ContactDraft("phone", "022 4200 123", extension="12"),
                ContactDraft("email", "hukum@contoh.example"),
                ContactDraft("phone", "0811 1234 567", personal=True, public=False),
            ],
        )
        actions.count_room(by=by, service=row, unit="session", available=0, maximum=20)
    return row


def get(visitor, address, **asked):
    return visitor.get(f"/hsds/{address}", asked).json()


def test_the_base_says_what_this_is(visitor, db):
    found = get(visitor, "")
    assert found["version"] == "3.1"
    assert visitor.get(found["profile"]).status_code == 200
    assert set(visitor.get(found["openapi_url"]).json()["paths"]) >= {"/", "/services", "/services/{id}"}


def test_the_profile_names_what_is_ours_and_every_address_that_it_says_answers(visitor, service):
    page = visitor.get(reverse("hsds:profile")).content.decode()
    for taxonomy in get(visitor, "taxonomies")["contents"]:
        assert taxonomy["id"] in page
    for ours in (
        "service_area.extent", "location.external_identifier", "schedule.valid_from", "service.eligibility_description",
        "service.assured_date", "service.alert", "service_at_location.schedules",
    ):  # fmt: skip
        assert ours in page, ours
    addresses = re.findall(r"<code>(/hsds/[^<]+)</code>", page)
    assert len(addresses) >= 4
    assert [visitor.get(one).status_code for one in addresses] == [200] * len(addresses)


def test_one_service_is_whole_and_valid(visitor, service, schema):
    found = get(visitor, f"services/{service.pk}")
    schema("service", found)
    assert (found["minimum_age"], found["maximum_age"], found["capacities"][0]["available"]) == (18, 60, 0)
    assert [row["byday"] for row in found["schedules"]] == ["MO,TU,WE,TH"] * 3
    assert {row["taxonomy_term"]["code"] for row in found["attributes"]} == {"PPKS-17", "legal", "aid"}


@pytest.mark.parametrize("asked", [{}, {"full": "true"}, {"minimal": "true"}, {"search": "hukum"}])
def test_a_page_of_services_is_valid(visitor, service, schema, asked):
    page = get(visitor, "services", **asked)
    assert (page["total_items"], page["total_pages"], page["size"], page["empty"]) == (1, 1, 1, False)
    for row in page["contents"]:
        schema("service", row)


@pytest.mark.parametrize("asked", [{}, {"full": "true"}, {"full_service": "true"}])
def test_organizations_are_valid(visitor, service, schema, asked):
    (row,) = get(visitor, "organizations", **asked)["contents"]
    schema("organization", row)
    schema("organization", get(visitor, f"organizations/{row['id']}"))
    assert bool(row.get("services")) is ("full_service" in asked)


def test_places_and_words_are_valid(visitor, service, schema):
    (place,) = get(visitor, "service_at_locations", postcode="40111")["contents"]
    schema("service_at_location", place)
    schema("service_at_location", get(visitor, f"service_at_locations/{place['id']}"))
    for row in get(visitor, "taxonomies")["contents"]:
        schema("taxonomy", row)
        schema("taxonomy", get(visitor, f"taxonomies/{row['id']}"))
    for row in get(visitor, "taxonomy_terms", per_page=100)["contents"]:
        schema("taxonomy_term", row)


def test_what_is_not_public_never_goes_out(visitor, signed_in, cast, service, asking):
    with asking(cast.ayu) as by:
        hidden = making.service(by, of=service.organization, name="Rumah aman", public=False)
        secret = ServiceAtLocation.objects.get(service=service, location__public=False)
    for browser in (visitor, signed_in(cast.ayu)):
        for address in _LISTS:
            answer = browser.get(f"/hsds/{address}")
            words = answer.getvalue().decode()
            assert str(service.pk) in words
            assert not [secret for secret in ("Rahasia", "Rumah aman", "8111234567") if secret in words]
        assert browser.get(f"/hsds/services/{hidden.pk}").status_code == 404
        assert browser.get(f"/hsds/service_at_locations/{secret.pk}").status_code == 404


def term(taxonomy, code):
    return terms().by_code[taxonomy, code]


def test_filters_add_up(visitor, service):
    asked = {"taxonomy_term_id": term(HELP, "legal")["id"], "organization_id": str(service.organization_id)}
    assert get(visitor, "services", **asked)["total_items"] == 1
    assert get(visitor, "services", **(asked | {"search": "dapur"}))["total_items"] == 0
    assert get(visitor, "services", taxonomy_term_id=term(HELP, "food")["id"])["empty"] is True
    assert get(visitor, "services", modified_after="2100-01-01T00:00:00")["total_items"] == 0


@pytest.mark.parametrize("address", ["services", "organizations"])
def test_a_code_of_two_taxonomies_is_asked_for_in_one(visitor, cast, asking, address):
    def found(**asked):
        return [row["name"] for row in get(visitor, address, **asked)["contents"]]

    with asking(cast.ayu) as by:
        making.service(by, of=making.organization(by, "Panti"), name="Panti", helps=["care"])
        making.service(by, of=making.organization(by, "Sentra"), name="Sentra", helps=["food"], atensi=["care"])
    help_, atensi = term(HELP, "care"), term(ATENSI, "care")
    assert (found(taxonomy_term_id=help_["id"]), found(taxonomy_term_id=atensi["id"])) == (["Panti"], ["Sentra"])
    assert found(taxonomy_id=atensi["taxonomy_id"]) == ["Sentra"]
    assert found(taxonomy_id=help_["taxonomy_id"], taxonomy_term_id=atensi["id"]) == []


@pytest.mark.parametrize(
    "asked",
    [{"page": "0"}, {"page": "x" * 400}, {"per_page": "-1"}, {"format": "xml"}, {"organization_id": "1"},
     {"modified_after": "kemarin"}, {"taxonomy_term_id": "'; --"}],
)  # fmt: skip
def test_what_means_nothing_is_said_so(visitor, db, asked):
    answer = visitor.get("/hsds/services", asked)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\ud800", "%", "\\", "'" * 5_000, "((("])
def test_no_letter_breaks_a_search(visitor, service, text):
    for address, name in (("services", "search"), ("organizations", "search"), ("service_at_locations", "postcode")):
        asked = json.dumps({name: text})
        assert visitor.post(f"/hsds/{address}", asked, content_type="application/json").status_code == 200
    if text.isascii():
        assert visitor.get("/hsds/services", {"search": text}).status_code == 200
    deep = visitor.post("/hsds/services", "[" * 50_000, content_type="application/json")
    assert deep.status_code == 400


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_the_ends_of_time_are_asked_too(visitor, service, moment):
    assert visitor.get("/hsds/services", {"modified_after": moment}).status_code == 200


def test_a_post_asks_the_same(visitor, service):
    answer = visitor.post("/hsds/services", json.dumps({"search": "hukum"}), content_type="application/json")
    assert answer.json()["total_items"] == 1


def test_lines_come_one_a_row(visitor, service, cast, asking):
    with asking(cast.ayu) as by:
        making.service(by, of=service.organization, name="Kedua")
    lines = visitor.get("/hsds/services", {"format": "ndjson", "full": "true"}).getvalue().decode().splitlines()
    assert [json.loads(line)["name"] for line in lines] == [service.name, "Kedua"]


def test_the_package_holds_a_table_a_file(packed, service):
    archive = zipfile.ZipFile(io.BytesIO(packed()))
    about = json.loads(archive.read("datapackage.json"))
    named = {row["path"] for row in about["resources"]}
    assert named == set(archive.namelist()) - {"datapackage.json"}
    (row,) = csv.DictReader(io.StringIO(archive.read("service.csv").decode()))
    (where,) = csv.DictReader(io.StringIO(archive.read("location.csv").decode()))
    assert row["name"] == service.name
    assert where["external_identifier"] == "32.73.09.1001"
    assert "Rahasia" not in archive.read("address.csv").decode()


def test_a_page_costs_few_statements(visitor, service, cast, asking, django_assert_max_num_queries):
    with asking(cast.ayu) as by:
        for n in range(5):
            making.service(by, of=service.organization, name=f"Layanan {n}")
    terms()
    # The keys of a page are one statement more than its rows.
    with django_assert_max_num_queries(21):
        assert len(get(visitor, "services", full="true")["contents"]) == 6


def test_a_page_never_makes_the_package(packed, visitor, service, monkeypatch):
    monkeypatch.setattr(packing, "build", None)
    answer = visitor.get("/hsds/paket.zip")
    assert (answer.status_code, answer["Retry-After"]) == (202, "300")
    assert "error" in answer.json()


def status(visitor) -> int:
    answer = visitor.get("/hsds/paket.zip")
    # Read to its end the file is closed.
    answer.getvalue()
    return answer.status_code


def test_what_was_hidden_is_handed_over_no_more(packed, visitor, service, cast, asking):
    assert packed()
    assert status(visitor) == 200
    with asking(cast.ayu) as by:
        actions.change_service(by=by, service=service, given=making.legal_aid(public=False))
    assert status(visitor) == 202
    assert service.name.encode() not in zipfile.ZipFile(io.BytesIO(packed())).read("taxonomy.csv")
    assert "service.csv" not in zipfile.ZipFile(io.BytesIO(packed())).namelist()


def test_the_package_is_made_anew_only_when_something_changed(packed, service, monkeypatch):
    made = []
    build = packing.build
    monkeypatch.setattr(packing, "build", lambda path: made.append(path) or build(path))
    packed(), packed()
    assert len(made) == 1
    monkeypatch.setattr(packing, "_FRESH", timedelta(days=-1))
    packed()
    assert len(made) == 1, "nothing changed since"


def test_one_address_fetches_the_whole_list_a_few_times_a_minute(packed, visitor, service, monkeypatch):
    packed()
    monkeypatch.setattr(limiting, "is_known", lambda address: True)
    codes = [status(visitor) for _again in range(limiting.MOST + 1)]
    assert codes == [200] * limiting.MOST + [429]


def test_organizations_with_services_are_bounded(visitor, service, cast, asking, monkeypatch):
    monkeypatch.setattr(views, "SERVICES_OF_ONE", 2)
    monkeypatch.setattr(views, "WITH_SERVICES", 1)
    with asking(cast.ayu) as by:
        for n in range(3):
            making.service(by, of=service.organization, name=f"Layanan {n}")
        making.service(by, of=making.organization(by, "Lembaga lain"))
    page = get(visitor, "organizations", full_service="true", per_page="50")
    assert (page["size"], page["total_pages"], len(page["contents"][0]["services"])) == (1, 2, 2)
    lines = visitor.get("/hsds/organizations", {"format": "ndjson", "full_service": "true"}).getvalue().splitlines()
    assert [len(json.loads(line)["services"]) for line in lines] == [2, 1]


def test_a_strange_extension_breaks_nothing(visitor, service, asking, cast):
    with asking(cast.ayu):
        Contact.objects.filter(service=service, channel="phone").update(extension="\u00b2")
    assert "extension" not in get(visitor, f"services/{service.pk}")["phones"][0]


@pytest.mark.parametrize(
    "asked",
    [
        {"proximity": "5"}, {"proximity": "-5", "postcode": "40111"}, {"proximity": "0,0"}, {"proximity": "nan,1,2"},
        {"proximity": "91,107,500"}, {"proximity": "-6,181,500"}, {"proximity": "-6,107,1000001"},
        {"proximity": "\u0661,107,5"}, {"proximity": "500", "postcode": "00000"}, {"proximity": "1e3,2,3"},
    ],
)  # fmt: skip
def test_nearness_that_means_nothing_is_refused_in_words(visitor, service, asked):
    answer = visitor.get("/hsds/service_at_locations", asked)
    assert (answer.status_code, answer.json()["error"].split(":")[0]) == (400, "proximity")


def test_places_are_found_by_nearness_to_their_own_point(visitor, service, asking, cast):
    def found(**asked):
        return get(visitor, "service_at_locations", **asked)["total_items"]

    # A place without a point of its own stands nowhere, although its city has a centre.
    with asking(cast.ayu):
        Location.objects.update(latitude=None, longitude=None)
    assert found(proximity="-6.92,107.60,900000") == 0
    with asking(cast.ayu):
        Location.objects.update(latitude="-6.920000", longitude="107.610000")
    # 0.01 degrees of longitude are 1,104 metres there.
    assert [found(proximity=f"-6.92,107.60,{metres}") for metres in (1_100, 1_110)] == [0, 1]
    # By the specification: metres around the centre of a postcode of the city of Bandung.
    assert [found(proximity=metres, postcode="40111") for metres in ("20", "20000")] == [0, 1]
    assert found(proximity="-6.92,107.60,5000", search="tidakada") == 0
    place = get(visitor, "service_at_locations", proximity="-6.92,107.60,5000")["contents"][0]["location"]
    assert (place["latitude"], place["longitude"]) == (-6.92, 107.61)


_PAGE = (
    "total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty",
)  # fmt: skip


@pytest.mark.parametrize(
    "address", ["services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"]
)
@pytest.mark.parametrize("asked", [{}, {"page": "99"}, {"per_page": "1"}])
def test_the_frame_of_every_list_is_valid(visitor, service, parts, address, asked):
    page = get(visitor, address, **asked)
    assert set(_PAGE) | {"contents"} == set(page)
    parts("/components/schemas/Page", page)
    assert page["size"] == len(page["contents"])
    assert page["empty"] is (not page["contents"])


def test_the_base_is_valid(visitor, db, parts):
    found = get(visitor, "")
    assert set(found) == {"version", "profile", "openapi_url"}
    parts("/paths/~1/get/responses/200/content/application~1json/schema", found)


@pytest.mark.parametrize(
    ("address", "name"),
    [("services", "service"), ("organizations", "organization"), ("service_at_locations", "service_at_location"),
     ("taxonomies", "taxonomy"), ("taxonomy_terms", "taxonomy_term")],
)  # fmt: skip
@pytest.mark.parametrize("asked", [{}, {"full": "true"}, {"full_service": "true"}])
def test_every_line_of_a_whole_list_is_valid(visitor, service, schema, address, name, asked):
    lines = visitor.get(f"/hsds/{address}", {"format": "ndjson", **asked}).getvalue().decode().splitlines()
    assert lines
    for line in lines:
        schema(name, json.loads(line))


def test_places_are_whole_when_asked_whole(visitor, service, schema):
    (place,) = get(visitor, "service_at_locations", full="true")["contents"]
    schema("service_at_location", place)
    assert place["location"]["addresses"][0]["postal_code"] == "40111"


_NUMBERS = {"minimum_age", "maximum_age", "amount", "latitude", "longitude", "extension", "available", "maximum",
            "minimum", "timezone", "interval"}  # fmt: skip


def test_every_row_of_the_package_is_valid(packed, service, schema):
    archive = zipfile.ZipFile(io.BytesIO(packed()))
    about = json.loads(archive.read("datapackage.json"))
    tables = {one["name"]: [one, _table(archive, one["path"])] for one in about["resources"]}
    units = {row["id"]: _told(row) for row in tables["unit"][1]}
    for name, (resource, rows) in tables.items():
        assert rows, name
        for row in rows:
            assert list(row) == [field["name"] for field in resource["schema"]["fields"]]
            # The one row that must hold another: in a table it points there.
            schema(name, _told(row) | ({"unit": units[row["unit_id"]]} if name == "service_capacity" else {}))


def _table(archive: zipfile.ZipFile, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.read(path).decode())))


def _told(row: dict[str, str]) -> dict:
    return {name: _value(name, text) for name, text in row.items() if text or name in _MAY_BE_EMPTY}


# What the specification requires of an address, also where nobody wrote it down.
_MAY_BE_EMPTY = {"address_1", "city", "state_province", "postal_code"}


def _value(name: str, text: str):
    return float(text) if name in _NUMBERS else text
