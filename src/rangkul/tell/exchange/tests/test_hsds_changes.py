"""Who follows the list by what changed since their last visit learns of news, of what still holds, and of room."""

import csv
import io
import zipfile
from datetime import timedelta

import pytest

from rangkul.base import clock, days
from rangkul.commons.directory import actions
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
