"""The loaded tables hold what the decree counts, once, and keep what later disappears."""

from datetime import date

import pytest
from django.db import ProgrammingError, connections, transaction

from rangkul.base.wilayah import load, source
from rangkul.base.wilayah.models import Edition, Region, RegionStart
from rangkul.base.wilayah.states import RegionKind

pytestmark = pytest.mark.django_db


def test_every_place_of_the_decree_is_there():
    counts = {level: Region.objects.filter(level=level).count() for level in (1, 2, 3, 4)}
    assert counts == {1: 38, 2: 514, 3: 7_285, 4: 83_762}
    assert Region.objects.filter(kind=RegionKind.REGENCY).count() == 416
    assert Region.objects.filter(kind=RegionKind.CITY).count() == 98
    assert Region.objects.filter(kind=RegionKind.CUSTOMARY_VILLAGE).count() == 14


def test_every_place_lies_in_its_parent_and_can_be_found():
    assert not Region.objects.exclude(level=1).filter(parent=None).exists()
    assert not Region.objects.exclude(pk__in=RegionStart.objects.values("region")).exists()
    village = Region.objects.get(pk="32.77.01.1002")
    assert village.parent.parent.parent.name == "Jawa Barat"
    assert (village.postal_code, village.valid_from, village.valid_to) == ("40535", None, None)


@pytest.mark.django_db(databases=["default", "owner"])
def test_counts_that_differ_are_refused(monkeypatch):
    monkeypatch.setattr(source, "places", lambda: iter([source.Place("11", "Aceh", "")]))
    monkeypatch.setattr(source, "edition", lambda: "half")
    with pytest.raises(load.WrongCounts):
        load.load_regions(connections["owner"])


def test_the_application_may_read_regions_and_not_write_them():
    for table in (Region, RegionStart, Edition):
        assert table.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            table.objects.update(**{table._meta.fields[-1].attname: None})


@pytest.fixture
def small(monkeypatch):
    """Three places instead of ninety thousand; the tables are the real ones, put back afterwards."""
    places = [("99", "Uji", ""), ("99.01", "Kabupaten Lama", ""), ("99.01.01", "Satu", "")]
    monkeypatch.setattr(source, "COUNTS", {1: 1, 2: 1, 3: 1})
    monkeypatch.setattr(source, "REGENCIES", 1)
    monkeypatch.setattr(source, "CITIES", 0)

    def edition(name, *changed):
        monkeypatch.setattr(source, "edition", lambda: name)
        monkeypatch.setattr(source, "places", lambda: iter([source.Place(*place) for place in changed or places]))

    return edition


@pytest.mark.django_db(databases=["default", "owner"])
class TestEditions:
    # Rolled back after each test, like everything else.
    @pytest.fixture(autouse=True)
    def _empty(self, small):
        self.edition = small
        with connections["owner"].cursor() as cursor:
            cursor.execute("TRUNCATE wilayah_region, wilayah_edition CASCADE")

    def load(self, day):
        return load.load_regions(connections["owner"], today=day)

    def row(self, code):
        return Region.objects.using("owner").get(pk=code)

    def test_the_second_time_nothing_is_written(self):
        self.edition("first")
        assert (self.load(date(2026, 1, 1)), self.load(date(2026, 1, 2))) == (3, 0)
        assert Edition.objects.using("owner").count() == 1

    def test_a_vanished_place_ends_and_stays_and_a_new_one_begins(self):
        self.edition("first")
        self.load(date(2026, 1, 1))
        self.edition("second", ("99", "Uji", ""), ("99.01", "Kabupaten Lama", ""), ("99.01.02", "Dua", ""))
        assert self.load(date(2027, 1, 1)) == 1
        assert self.row("99.01.01").valid_to == date(2027, 1, 1)
        assert self.row("99.01.02").valid_from == date(2027, 1, 1)
        assert not RegionStart.objects.using("owner").filter(region="99.01.01").exists()

    def test_a_renamed_place_renames_the_paths_in_it(self):
        self.edition("first")
        self.load(date(2026, 1, 1))
        self.edition("second", ("99", "Uji", ""), ("99.01", "Kabupaten Baru", ""), ("99.01.01", "Satu", ""))
        assert self.load(date(2027, 1, 1)) == 2
        assert self.row("99.01.01").path == "Kec. Satu, Kab. Baru, Uji"

    def test_a_place_that_comes_back_is_valid_again(self):
        self.edition("first")
        self.load(date(2026, 1, 1))
        self.edition("second", ("99", "Uji", ""), ("99.01", "Kabupaten Lama", ""), ("99.01.02", "Dua", ""))
        self.load(date(2027, 1, 1))
        self.edition("third")
        self.load(date(2028, 1, 1))
        assert self.row("99.01.01").valid_to is None
