"""What a worker finds in the list by themself is taken into the referral, with what speaks against it said."""

import pytest
from django.urls import reverse

from rangkul.commons.directory.actions import RuleDraft
from rangkul.commons.directory.tests import making
from rangkul.support.referral import actions, choosing
from rangkul.support.referral.models import Need, Referral
from rangkul.support.referral.tests.test_matching import SHELTER

SEARCH = "/kerja/layanan/"


@pytest.fixture
def kitchen(cast, asking):
    """It gives food, to men; nobody would offer it for a bed."""
    with asking(cast.sari) as by:
        rules = [RuleDraft("sex", sex="L")]
        return making.service(by, **SHELTER | {"name": "Dapur Contoh", "helps": ["food"], "rules": rules})


def search(need, **more):
    return {"untuk": str(need.pk), **more}


def choose_of(case, need, service) -> str:
    return reverse("referrals:choose_receiver", args=[case.pk, need.pk, service.pk])


def test_the_need_leads_to_the_search_with_what_is_known(signed_in, cast, case, need):
    page = signed_in(cast.ayu).get(reverse("referrals:need", args=[case.pk, need.pk])).text
    with_need = f"{SEARCH}?untuk={need.pk}&amp;butuh=shelter&amp;tempat="
    assert with_need in page


def test_the_search_says_for_what_and_each_line_may_be_chosen(signed_in, cast, case, need, kitchen):
    browser = signed_in(cast.ayu)
    page = browser.get(SEARCH, search(need, butuh="food")).text
    assert f"Anda mencari penerima untuk: <b>{need.get_kind_display()} · Wati" in page
    assert choose_of(case, need, kitchen) in page
    assert f'name="untuk" value="{need.pk}"' in page
    entry = browser.get(reverse("directory:show", args=[kitchen.pk]), search(need)).text
    assert choose_of(case, need, kitchen) in entry


def test_what_does_not_fit_is_asked_with_a_reason_only(signed_in, cast, case, need, kitchen, asking):
    browser, address = signed_in(cast.ayu), choose_of(case, need, kitchen)
    page = browser.get(address).text
    assert "Menurut daftar: tidak menyebut bantuan" in page
    words = {"name": "Dapur Contoh", "contact": "terima@teduh.example", "link_by": "email", "code_by": "phone"}
    assert browser.post(address, words).status_code == 422
    assert browser.post(address, {**words, "because": "Mereka punya kamar tamu"}).status_code == 302
    with asking(cast.ayu):
        row = Referral.objects.get()
        assert row.service_id == kitchen.pk
        assert "unfit" in row.doubts.split()


def test_a_search_of_the_list_alone_offers_nothing_to_choose(signed_in, cast, case, need, kitchen):
    page = signed_in(cast.ayu).get(SEARCH, {"butuh": "food"}).text
    assert "Dapur Contoh" in page
    assert "Pilih untuk rujukan ini" not in page


@pytest.mark.parametrize("who", ["budi", "hana", "adi", "rini"])
def test_nobody_else_learns_for_whom_is_sought(signed_in, cast, case, need, kitchen, who):
    page = signed_in(getattr(cast, who)).get(SEARCH, search(need, butuh="food"))
    assert "Wati" not in page.text
    assert "Pilih untuk rujukan ini" not in page.text


@pytest.mark.parametrize("wanted", ["", "x", "0" * 32, "<script>", "a" * 5_000])
def test_a_made_up_need_is_no_need(signed_in, cast, kitchen, wanted):
    page = signed_in(cast.ayu).get(SEARCH, {"untuk": wanted, "butuh": "food"})
    assert page.status_code == 200
    assert "Pilih untuk rujukan ini" not in page.text


def test_for_a_need_that_is_closed_nothing_is_chosen(signed_in, cast, need, kitchen, asking):
    with asking(cast.ayu) as by:
        actions.drop_need(
            by=by, need=Need.objects.select_related("key", "case").get(pk=need.pk), why="client", because="Sudah pulang"
        )
    page = signed_in(cast.ayu).get(SEARCH, search(need, butuh="food")).text
    assert "Pilih untuk rujukan ini" not in page


def test_a_service_that_the_list_does_not_hold_is_nothing(signed_in, cast, case, need):
    address = reverse("referrals:choose_receiver", args=[case.pk, need.pk, need.pk])
    assert signed_in(cast.ayu).get(address).status_code == 404


def test_a_place_that_was_meant_otherwise_keeps_the_need(signed_in, cast, need, kitchen):
    page = signed_in(cast.ayu).get(SEARCH, search(need, tempat="Sukajadi")).text
    assert "Maksud Anda tempat lain?" in page
    assert f"untuk={need.pk}" in page.split("Maksud Anda tempat lain?")[1].split("</p>")[0]


def test_the_address_of_the_search_names_nobody(cast, case, need, asking):
    with asking(cast.ayu):
        assert "Wati" not in choosing.search_address(case, need)
