"""Who follows the list learns of news, of what still holds, of room, and of who offers nothing public yet."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest

from rangkul.base import clock, days
from rangkul.commons.directory import actions
from rangkul.commons.directory.models import Contact, Location
from rangkul.commons.directory.tests import making
from rangkul.tell.exchange.hsds import packing


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, assured=days.today() - timedelta(days=200))


def since(visitor, moment):
    asked = {"modified_after": moment.isoformat(), "full": "true"}
    return visitor.get("/hsds/services", asked).json()["contents"]


def news(by, service):
    return actions.suggest(by=by, service=service, topic="closed", text="Pintunya terkunci.")


def test_news_of_a_closed_door_reaches_who_follows(visitor, service, cast, asking):
    visited = clock.now()
    assert since(visitor, visited) == []
    with asking(cast.budi) as by:
        news(by, service)
    (row,) = since(visitor, visited)
    assert "sudah tutup" in row["alert"]
    assert row["last_modified"] > visited.isoformat()


def test_news_that_was_wrong_is_taken_back_there_too(visitor, service, cast, asking):
    with asking(cast.budi) as by:
        said = news(by, service)
    visited = clock.now()
    with asking(cast.ayu) as by:
        actions.refuse_suggestion(by=by, suggestion=said, reason="Saya telepon, tetap buka.")
    (row,) = since(visitor, visited)
    assert "alert" not in row


def test_that_it_still_holds_reaches_who_follows(visitor, service, cast, asking):
    visited = clock.now()
    with asking(cast.ayu) as by:
        actions.confirm_service(by=by, service=service)
    (row,) = since(visitor, visited)
    assert row["assured_date"] == days.today().isoformat()
    again = clock.now()
    with asking(cast.ayu) as by:
        actions.confirm_service(by=by, service=service)
    assert since(visitor, again) == [], "the second press changes nothing"


def test_room_reaches_who_follows(visitor, service, cast, asking):
    visited = clock.now()
    with asking(cast.ayu) as by:
        actions.count_room(by=by, service=service, unit="bed", available=3)
    (row,) = since(visitor, visited)
    assert row["capacities"][0]["available"] == 3


def test_the_package_is_made_anew_for_news(packed, service, cast, asking, monkeypatch):
    packed()
    monkeypatch.setattr(packing, "_FRESH", timedelta(days=-1))
    with asking(cast.budi) as by:
        news(by, service)
    (row,) = csv.DictReader(io.StringIO(zipfile.ZipFile(io.BytesIO(packed())).read("service.csv").decode()))
    assert "sudah tutup" in row["alert"]


def test_the_package_holds_who_offers_nothing_public_too(packed, service, cast, asking):
    with asking(cast.ayu) as by:
        lone = making.organization(by, "Pusat Contoh", psks="PSKS-04")
        making.organization(by, "Rumah Aman Contoh", public=False)
        at = clock.now()
        Location.objects.create(organization=lone, address="Jl. Pusat 1", region_code="32.73", changed_at=at)
        Location.objects.create(organization=lone, address="Jl. Aman 9", public=False, changed_at=at)
        Contact.objects.create(organization=lone, channel="phone", value="+62224200555")
        Contact.objects.create(organization=lone, channel="email", value="aman@contoh.example", public=False)
    archive = zipfile.ZipFile(io.BytesIO(packed()))
    told = {name: archive.read(name).decode() for name in archive.namelist()}
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO(told["organization.csv"]))}
    assert set(rows) == {service.organization.name, "Pusat Contoh"}
    (place,) = [row for row in csv.DictReader(io.StringIO(told["address.csv"])) if row["address_1"] == "Jl. Pusat 1"]
    assert place["city"] == "Kota Bandung"
    (phone,) = [row for row in csv.DictReader(io.StringIO(told["phone.csv"])) if row["number"] == "+62224200555"]
    assert phone["organization_id"] == rows["Pusat Contoh"]["id"]
    assert not [name for name, text in told.items() if "Jl. Aman" in text or "aman@contoh" in text]
