"""Centres of regions lie where Indonesia does, and as far apart as everybody knows."""

import csv
from importlib import resources

import pytest
from django.db import IntegrityError, connections, transaction

from rangkul.base.wilayah import centres, queries
from rangkul.base.wilayah.distance import km
from rangkul.base.wilayah.models import Region


def far(one, other):
    points = queries.centres([one, other])
    return km(points[one].latitude, points[one].longitude, points[other].latitude, points[other].longitude)


@pytest.mark.django_db
def test_known_distances():
    for one, other, low, high in (
        ("31.71", "32.73", 110, 120),  # Jakarta Pusat and Bandung
        ("35.78", "35.73", 75, 85),  # Surabaya and Malang
        ("12.71", "73.71", 2_480, 2_520),  # Medan and Makassar
        ("91.71", "91.03", 15, 35),  # the city and the regency of Jayapura
    ):
        assert low < far(one, other) < high, (one, other)


@pytest.mark.django_db
def test_most_regions_have_a_centre_and_it_lies_among_its_neighbours():
    rows = {row.code: row for row in Region.objects.exclude(centre="")}
    levels = [sum(row.level == level for row in rows.values()) for level in (1, 2, 3)]
    assert (levels[0] >= 37, levels[1] >= 490, levels[2] >= 700) == (True, True, True)
    for row in rows.values():
        assert -11.1 < row.latitude < 6.1
        assert 94.9 < row.longitude < 141.1
        if row.level == 3 and row.parent_id in rows:
            around = rows[row.parent_id]
            # Sapeken, a kecamatan of islands, lies farthest.
            assert km(row.latitude, row.longitude, around.latitude, around.longitude) < 210, row.path


@pytest.mark.django_db
def test_the_smallest_known_centre_answers_and_a_province_has_none():
    found = queries.centres(["32", "32.73", "32.73.99.1001", "19.02", "32.01.01.1001", ""])
    assert set(found) == {"32.73", "32.73.99.1001", "32.01.01.1001"}
    assert found["32.73.99.1001"] == found["32.73"]
    assert found["32.01.01.1001"] != found["32.73"]


@pytest.mark.django_db(databases=["default", "owner"])
def test_half_a_point_is_refused():
    with pytest.raises(IntegrityError, match="wilayah_region_centre_is_whole"), transaction.atomic("owner"):
        connections["owner"].cursor().execute("UPDATE wilayah_region SET longitude = NULL WHERE code = '32.73'")


def known(name, latitude, longitude, kind="PPLA4", regency="3204"):
    return centres.Known(name, latitude, longitude, kind, "30", regency, 0)


def test_a_namesake_far_away_and_too_few_places_make_no_centre():
    named = {"32": "Jawa Barat", "32.04": "Kabupaten Bandung", "32.04.01": "Baleendah", "32.04.02": "Majalaya"}
    named |= {f"32.04.01.200{n}": name for n, name in enumerate(("Satu", "Dua", "Tiga"))}
    places = [known("Soreang", -7.03, 107.52, "PPLA2"), known("Majalaya", -7.05, 107.75, "PPLA3")]
    villages = [known(name, -7.0, 107.6 + n / 100) for n, name in enumerate(("Satu", "Dua", "Tiga"))]
    rows = {row.code: row for row in centres.found([*places, *villages], named, {"3204": "32.04"})}
    assert {code: (row.centre, row.place) for code, row in rows.items()} == {
        "32.04": ("seat", "Soreang"), "32.04.01": ("middle", ""), "32.04.02": ("seat", "Majalaya"),
    }  # fmt: skip
    lost = [known("Soreang", -1.0, 101.0, "PPLA2"), *villages[:2], known("Baleendah", 4.0, 97.0, "PPLA3")]
    assert list(centres.found(lost, named, {"3204": "32.04"}))[1:] == []


def test_the_list_is_written_as_it_is_read():
    text = resources.files("rangkul.base.wilayah").joinpath("data", "centres.csv").read_text(encoding="utf-8")
    codes = [row["code"] for row in csv.DictReader(text.splitlines())]
    assert codes == sorted(set(codes))
