"""Other systems read the public list as HSDS 3.1; every answer is held against the schemas of the specification."""

import csv
import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from rangkul.commons.directory import actions
from rangkul.commons.directory.actions import ContactDraft, HoursDraft, PaperDraft, PlaceDraft, RuleDraft
from rangkul.commons.directory.models import ServiceAtLocation
from rangkul.commons.directory.tests import making
from rangkul.tell.exchange.hsds.vocabulary import terms

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
    rust = pytest.importorskip("jsonschema_rs")
    files = {path.name: json.loads(path.read_text()) for path in _SCHEMAS.glob("*.json")}

    def check(name, answer):
        validator = rust.Draft202012Validator(
            files[f"{name}.json"] | {"$id": f"hsds:///{name}.json"},
            retriever=lambda uri: files[uri.rsplit("/", 1)[-1]],
            validate_formats=True,
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


def test_filters_add_up(visitor, service):
    by_code = {row["code"]: row["id"] for row in terms().rows}
    asked = {"taxonomy_term_id": by_code["legal"], "organization_id": str(service.organization_id)}
    assert get(visitor, "services", **asked)["total_items"] == 1
    assert get(visitor, "services", **(asked | {"search": "dapur"}))["total_items"] == 0
    assert get(visitor, "services", taxonomy_term_id=by_code["food"])["empty"] is True
    assert get(visitor, "services", modified_after="2100-01-01T00:00:00")["total_items"] == 0


@pytest.mark.parametrize(
    "asked",
    [{"page": "0"}, {"page": "x" * 400}, {"per_page": "-1"}, {"format": "xml"}, {"organization_id": "1"},
     {"modified_after": "kemarin"}, {"taxonomy_term_id": "'; --"}],
)  # fmt: skip
def test_what_means_nothing_is_said_so(visitor, db, asked):
    answer = visitor.get("/hsds/services", asked)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_post_asks_the_same(visitor, service):
    answer = visitor.post("/hsds/services", json.dumps({"search": "hukum"}), content_type="application/json")
    assert answer.json()["total_items"] == 1


def test_lines_come_one_a_row(visitor, service, cast, asking):
    with asking(cast.ayu) as by:
        making.service(by, of=service.organization, name="Kedua")
    lines = visitor.get("/hsds/services", {"format": "ndjson", "full": "true"}).getvalue().decode().splitlines()
    assert [json.loads(line)["name"] for line in lines] == [service.name, "Kedua"]


def test_the_package_holds_a_table_a_file(visitor, service):
    archive = zipfile.ZipFile(io.BytesIO(visitor.get("/hsds/paket.zip").content))
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
