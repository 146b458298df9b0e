"""How far a service is: in a straight line, where it is known, and never a hint at a place that protects people."""

from datetime import date

import pytest
from django.db import connection, connections

from rangkul.base import clock
from rangkul.base.wilayah.distance import km
from rangkul.base.wilayah.models import Edition
from rangkul.commons.directory import load, queries
from rangkul.commons.directory.actions import PlaceDraft
from rangkul.commons.directory.models import Location, Organization, Service, ServiceAtLocation, Sought
from rangkul.commons.directory.queries import Candidate
from rangkul.commons.directory.tests import making

BANDUNG, CIMAHI, BOGOR, CIREBON, JAKARTA = "32.73", "32.77", "32.71", "32.74", "31.71"
# Belitung has no centre that is known.
SERANG, JAYAPURA, BELITUNG = "36.73", "91.71", "19.02"


@pytest.fixture
def by_ayu(cast, asking):
    with asking(cast.ayu) as by:
        yield by


def at(by, of, name, code, **place):
    return making.service(by, of=of, name=name, areas=[""], places=[PlaceDraft(region_code=code, **place)])


def found(area: str) -> dict[str, Candidate]:
    return {row.service.name: row for row in queries.candidates(need="legal", area=area)}


def test_the_nearest_stand_first_and_say_how_far(by_ayu):
    of = making.organization(by_ayu)
    for name, code in (
        ("Jauh", JAYAPURA), ("Tak tentu", BELITUNG), ("Cirebon", CIREBON), ("Bogor", BOGOR), ("Cimahi", CIMAHI),
        ("Sekota", "32.73.09"), ("Serang", SERANG),
    ):  # fmt: skip
        at(by_ayu, of, name, code)
    at(by_ayu, of, "Gang Contoh", CIMAHI, address="Gang Contoh 3", latitude="-6.950000", longitude="107.400000")
    rows = found(BANDUNG)
    # In the city itself, then the province by distance, then the others by distance, then what is not known.
    assert list(rows) == ["Sekota", "Cimahi", "Gang Contoh", "Bogor", "Cirebon", "Serang", "Jauh", "Tak tentu"]
    assert rows["Bogor"].far == "± 97 km garis lurus antara pusat wilayah"
    assert rows["Gang Contoh"].far == "± 23 km garis lurus dari pusat wilayah Anda"
    assert rows["Tak tentu"].far == rows["Tak tentu"].near == ""
    # A province has no middle, and one centre is not nothing away from itself.
    assert {row.km for row in found("32").values()} == {None}
    assert found(CIMAHI)["Cimahi"].km is None


def test_over_a_border_is_near_too(by_ayu):
    of = making.organization(by_ayu)
    at(by_ayu, of, "Cirebon", CIREBON)
    at(by_ayu, of, "Jakarta", JAKARTA)
    # From Bogor the capital of the next province is nearer than the far end of its own.
    assert list(found(BOGOR)) == ["Jakarta", "Cirebon"]


def test_of_several_places_the_nearest_is_shown(by_ayu):
    places = [PlaceDraft(region_code=code, address=code) for code in (JAYAPURA, BOGOR, CIREBON, JAKARTA)]
    making.service(by_ayu, areas=[""], places=places)
    (row,) = queries.candidates(need="legal", area=SERANG)
    assert (row.location.address, round(row.km)) == (JAKARTA, 77)


def test_a_hidden_place_is_betrayed_by_nothing(by_ayu, asking):
    of = making.organization(by_ayu)
    hidden = {"address": "Jl. Rahasia 1", "public": False, "latitude": "-6.900000", "longitude": "107.600000"}
    at(by_ayu, of, "Rumah teduh", "32.73.09.1001", **hidden)
    making.service(by_ayu, of=of, name="Rumah singgah", areas=[], places=[PlaceDraft(region_code=CIMAHI, **hidden)])
    at(by_ayu, of, "Kantor", BOGOR)
    assert next(iter(found("32.73.09.1001"))) == "Rumah teduh"
    with asking(None):
        for area in ("32.73.09.1001", "32.73.09", BANDUNG, CIMAHI, BOGOR):
            rows = found(area)
            # Wherever one asks from, it stands behind what is shown and says nothing.
            assert next(iter(rows)) == "Kantor"
            told = {(row.step, row.km, row.near, row.far) for name, row in rows.items() if name != "Kantor"}
            assert (set(rows), told) == ({"Kantor", "Rumah teduh", "Rumah singgah"}, {(99, None, "", "")})


@pytest.mark.django_db(databases=["default", "owner"])
def test_what_was_sought_before_is_placed_when_other_centres_come_and_only_then():
    owner = connections["owner"]
    of = Organization.objects.using("owner").create(name="Yayasan Contoh", changed_at=clock.now())
    service = Service.objects.using("owner").create(organization=of, name="Bantuan", changed_at=clock.now())
    for code, public in ((BOGOR, True), (CIMAHI, False)):
        place = Location(organization=of, region_code=code, public=public, changed_at=clock.now())
        place.save(using="owner")
        ServiceAtLocation.objects.using("owner").create(service=service, location=place)
    before = {"places": ["32", BOGOR, CIMAHI], "reach": ["=32", f"<{BOGOR}", f"<{CIMAHI}", "<"]}
    Sought.objects.using("owner").create(service=service, public=True, offered=True, **before)
    assert [load.load(owner) for _time in range(2)] == [1, 0]
    row = Sought.objects.using("owner").get()
    assert (set(row.shown), set(row.places)) == ({"32", BOGOR}, {"32", BOGOR, CIMAHI})
    assert (set(row.reach), len(row.latitudes)) == ({"=32", f"<{BOGOR}", "<"}, 1)
    Edition.objects.using("owner").create(source="lain", loaded_on=date(2026, 1, 1))
    assert [load.load(owner) for _time in range(2)] == [1, 0]
    with owner.cursor() as cursor:
        cursor.execute("SELECT set_config('rangkul.kind', 'job', true)")
        cursor.execute("SELECT directory_seek(ARRAY[%s], ARRAY['bantuan'])", [service.pk])
    assert load.load(owner) == 0, "whoever writes an entry places it at once"


@pytest.mark.django_db
def test_database_and_pages_agree_on_a_distance():
    with connection.cursor() as cursor:
        for point in ((-6.2146, 106.8451, -6.9222, 107.6069), (5.89, 95.32, -8.5, 140.4), (-6.9, 107.6, -6.9, 107.6)):
            cursor.execute("SELECT wilayah_km(%s, %s, %s, %s)", point)
            assert cursor.fetchone()[0] == pytest.approx(km(*point), abs=0.001)
