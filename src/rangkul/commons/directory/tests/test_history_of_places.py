"""A service that moves, and a place or a body that changes, stand in the history of the entry."""

import pytest
from django.urls import reverse

from rangkul.commons.directory import actions
from rangkul.commons.directory.actions import OrganizationDraft, PlaceDraft
from rangkul.commons.directory.tests import making

OLD = PlaceDraft(region_code="32.73.09", address="Jl. Contoh No. 5")
NEW = PlaceDraft(region_code="32.77", address="Jl. Baru No. 7")


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, places=[OLD, PlaceDraft(region_code="32.73", address="Jl. Tetap 1")], hours=[])


def history(signed_in, cast, service):
    return signed_in(cast.ayu).get(reverse("directory:history", args=[service.pk])).text


def change(cast, asking, service, *places):
    with asking(cast.ayu) as by:
        given = making.legal_aid(places=list(places), hours=[])
        actions.change_service(by=by, service=service, given=given)


def test_an_address_that_was_left_is_told_and_by_whom(signed_in, cast, asking, service):
    assert "Jl. Contoh No. 5" not in history(signed_in, cast, service), "what came with the entry is no change"
    change(cast, asking, service, NEW, PlaceDraft(region_code="32.73", address="Jl. Tetap 1"))
    page = history(signed_in, cast, service)
    assert "Tempat layanan" in page
    assert "alamat: Jl. Contoh No. 5" in page
    assert "dihapus" in page
    assert "Ayu Peksos" in page
    assert "Jl. Tetap 1" not in page


def test_what_changes_at_a_place_is_told(signed_in, cast, asking, service):
    told = PlaceDraft(region_code=OLD.region_code, address=OLD.address, directions="Lantai dua", accessibility=["ramp"])
    change(cast, asking, service, told, PlaceDraft(region_code="32.73", address="Jl. Tetap 1"))
    page = history(signed_in, cast, service)
    assert "petunjuk jalan: – → Lantai dua" in page
    assert "kemudahan: – → Jalur kursi roda" in page


def test_what_changes_of_the_body_is_told_of_its_entries(signed_in, cast, asking, service):
    given = OrganizationDraft(name="Yayasan Lain", legal_status="foundation", psks="PSKS-04")
    with asking(cast.ayu) as by:
        actions.change_organization(by=by, organization=service.organization, given=given)
        later = making.service(by, of=service.organization)
    page = history(signed_in, cast, service)
    for words in ("nama: Yayasan Teduh Contoh → Yayasan Lain", "bentuk lembaga: – → Yayasan",
                  "Lembaga kesejahteraan sosial (LKS)"):  # fmt: skip
        assert words in page
    assert "Yayasan Teduh" not in history(signed_in, cast, later), "from before the entry was there"
