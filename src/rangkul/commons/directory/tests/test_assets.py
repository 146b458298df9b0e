"""What a neighbourhood has: persons only with their consent, gone the moment they take it back, known to one agency."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, job
from rangkul.base.models import Event, Version
from rangkul.commons.directory import actions, queries
from rangkul.commons.directory.actions import AssetDraft, PlaceDraft
from rangkul.commons.directory.models import Asset
from rangkul.commons.directory.tests import making

COBLONG = "32.73.02"
HALL = AssetDraft("place", "Balai RW Contoh", COBLONG, "Aula untuk 40 orang")
ADDRESS = "/kerja/layanan/potensi/"
WORDS = {
    "kind": "person", "name": "Bu Sri Contoh", "psks": "PSKS-02", "place": COBLONG, "region_code": COBLONG,
    "offers": "Mengantar ke puskesmas", "contact": "Rumah RT 3",
}  # fmt: skip


def agreed(**fields):
    given = {"agreed_on": days.today(), "agreed_how": "spoken", "psks": "PSKS-02"}
    return AssetDraft("person", "Bu Sri Contoh", COBLONG, "Mengantar ke puskesmas", **(given | fields))


@pytest.fixture
def sri(cast, asking):
    with asking(cast.ayu) as by:
        return actions.add_asset(by=by, given=agreed())


@pytest.mark.parametrize(
    ("given", "at"),
    [
        (agreed(agreed_on=None), "agreed_on"),
        (agreed(agreed_how=""), "agreed_how"),
        # Two days: one is today where the tests run past midnight.
        (agreed(agreed_on=days.today() + timedelta(days=2)), "agreed_on"),
        (agreed(psks="PSKS-99"), "psks"),
        (AssetDraft("place", "Balai", "32.73", "Aula"), None),
        (AssetDraft("place", "", COBLONG, "Aula"), None),
    ],
)
def test_what_is_not_whole_is_refused_in_words(cast, asking, given, at):
    with asking(cast.ayu) as by, pytest.raises(Refused) as refused:
        actions.add_asset(by=by, given=given)
    assert refused.value.field == at


def test_the_database_knows_no_person_without_consent(cast, asking):
    row = {"agency": cast.ayu.agency, "added_by": cast.ayu, "name": "Bu Sri", "region_code": COBLONG, "offers": "x"}
    with asking(cast.ayu):
        with pytest.raises(IntegrityError, match="person_agreed"), transaction.atomic():
            Asset.objects.create(**row, kind="person")
        there = Asset.objects.create(**row, kind="place")
        with pytest.raises(IntegrityError, match="off_says_nothing"), transaction.atomic():
            Asset.objects.filter(pk=there.pk).update(off_at=there.made_at, off_by=cast.ayu, off_because="gone")


def test_who_takes_it_back_is_gone_with_every_word(sri, cast, asking):
    with asking(cast.candra) as by:
        actions.take_off_asset(by=by, asset=sri, because="withdrawn")
        actions.take_off_asset(by=by, asset=sri, because="mistake")
        assert queries.assets_in(by, "32").kinds == []
        row = Asset.objects.get(pk=sri.pk)
        assert (row.name, row.offers, row.contact, row.off_because) == ("", "", "", "withdrawn")
    with asking(job("tests")):
        assert not Version.objects.filter(row_id=sri.pk).exists()
    with asking(cast.agus):
        told = Event.objects.filter(subject_id=sri.pk).order_by("at", "id")
        assert sorted(one.name for one in told) == ["asset.added", "asset.taken_off"]
        assert not [one for one in told if "Sri" in str(one.payload)]


def test_nobody_else_sees_it(sri, cast, asking):
    for stranger in (PUBLIC, cast.budi.asker(), cast.adi.asker(), cast.agus.asker(), job("hsds.pack")):
        with asking(stranger) as by:
            assert not Asset.objects.exists()
            with pytest.raises(PermissionDenied):
                actions.take_off_asset(by=by, asset=sri, because="gone")
    with asking(cast.adi) as by, pytest.raises(PermissionDenied):
        actions.add_asset(by=by, given=HALL)


def test_the_map_counts_areas_and_kinds_with_the_organisations_of_the_list(sri, cast, asking):
    with asking(cast.ayu) as by:
        actions.add_asset(by=by, given=HALL)
        house = making.organization(by, "LKS Contoh", psks="PSKS-04")
        making.service(by, of=house, places=[PlaceDraft(region_code="32.73.09", address="Jl. Contoh No. 5")])
        alone = making.organization(by, "Pak Tono Contoh", psks="PSKS-09", legal_status="person", public=False)
        making.service(by, of=alone, public=False, places=[PlaceDraft(region_code=COBLONG, address="Jl. No. 6")])
        found = queries.assets_in(by, "32.73")
    assert [(code, n) for code, _name, n in found.areas] == [(COBLONG, 2), ("32.73.09", 1)]
    assert [[one.name for one in rows] for _kind, rows in found.kinds] == [
        ["Bu Sri Contoh"], ["LKS Contoh"], ["Balai RW Contoh"],
    ]  # fmt: skip


def test_by_name_a_case_finds_bodies_and_groups_and_no_private_person(sri, cast, asking):
    def found(who, asked="contoh"):
        rows = queries.organizations_called(asked, agency_id=who.agency_id, most=20)
        return [(one.source, one.name, one.is_state) for one in rows]

    with asking(cast.ayu) as by:
        actions.add_asset(by=by, given=HALL)
        making.organization(by, "Dinas Contoh", legal_status="state")
        making.organization(by, "Pak Tono Contoh", legal_status="person", public=False)
        office, hall = ("organization", "Dinas Contoh", True), ("asset", "Balai RW Contoh", False)
        assert found(by) == [office, hall]
        assert found(by, "dinas") == [office]
    with asking(cast.budi) as by:
        assert found(by) == [office]


def test_a_worker_writes_one_down_finds_it_and_takes_it_off(cast, signed_in):
    browser = signed_in(cast.ayu)
    assert "Belum ada yang tercatat" in browser.get(ADDRESS).text
    lacks = browser.post(f"{ADDRESS}baru/", WORDS)
    assert (lacks.status_code, "Mengantar ke puskesmas" in lacks.text) == (422, True)
    assert "Orang hanya dicatat sesudah ia sendiri setuju" in lacks.text
    wide = browser.post(f"{ADDRESS}baru/", {**WORDS, "place": "32.73", "region_code": ""})
    assert (wide.status_code, "Pilih desa, kelurahan, atau kecamatan." in wide.text) == (422, True)
    day = days.today().isoformat()
    there = browser.post(f"{ADDRESS}baru/", {**WORDS, "agreed_on": day, "agreed_how": "written"}, follow=True)
    assert "Bu Sri Contoh" in there.text
    off = there.text.split(f'href="{ADDRESS}')[-1].split('"')[0]
    assert "turunkan" in off
    assert signed_in(cast.budi).get(ADDRESS + off).status_code == 404
    assert signed_in(cast.adi).get(ADDRESS).status_code == 403
    way = f'href="{ADDRESS}"'
    shown = [way in signed_in(who).get("/kerja/layanan/").content.decode() for who in (cast.ayu, cast.adi)]
    assert shown == [True, False]
    assert browser.post(ADDRESS + off, {"because": ""}).status_code == 422
    gone = browser.post(ADDRESS + off, {"because": "withdrawn"}, follow=True)
    assert "Bu Sri Contoh" not in gone.text
    assert browser.get(ADDRESS + off).status_code == 404
    assert browser.get(ADDRESS, {"wilayah": "%00"}).status_code == 200
    assert browser.get(ADDRESS, {"tempat": "99.99"}).status_code == 422
