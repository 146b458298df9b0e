"""Whoever asked for help and was never registered can be erased too, by the same rules."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.people.models import Person
from rangkul.commons.trust import actions as trust
from rangkul.commons.trust import erasure
from rangkul.commons.trust.models import Erasure, RightsRequest
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Contact, Request

REASON = "Permintaan tertulis lewat tiket."


@pytest.fixture
def handed_in(cast, asking):
    told = HandedIn(
        narrative="Suami saya memukul.", region_code="32.73.01", asked=Asked(name="Wati Contoh"),
        ways=SafeWays(phone="+6281234567890"), agreed=Agreed({"service": True}, text_version="1"),
    )  # fmt: skip
    with asking(None) as public:
        return intake.submit(by=public, given=told)


@pytest.fixture
def wish(handed_in, cast, asking):
    """Wati asked through her ticket that everything goes, and Putri said yes."""
    with asking(cast.ayu) as ayu:
        asked = trust.ask_for_right(
            by=ayu, right="deletion", text="Hapus semuanya.", subject=("request", handed_in.pk),
            agency_id=cast.ayu.agency_id,
        )  # fmt: skip
    with asking(cast.putri) as putri:
        return trust.grant_right(by=putri, wish=asked, answer="Baik, kami hapus.")


def close(cast, asking, request):
    with asking(cast.ayu) as ayu:
        intake.decline(
            by=ayu, request=request, reason="other", text="Kami tidak bisa membantu di sana.", no_conflict=True
        )


def test_an_unanswered_request_is_kept(wish, cast, asking):
    with asking(cast.putri) as putri, pytest.raises(Refused, match="belum dijawab"):
        erasure.erase_as_granted(by=putri, wish=wish, reason=REASON)


def test_after_the_answer_it_goes_with_the_wish_itself(wish, handed_in, cast, asking):
    close(cast, asking, handed_in)
    with asking(cast.putri) as putri:
        erasure.erase_as_granted(by=putri, wish=wish, reason=REASON)
    with asking(cast.putri):
        kept = RightsRequest.objects.select_related("key").get()
        assert (kept.state, kept.key.wrapped) == ("done", None)
        assert Erasure.objects.get().done_at
        assert Event.objects.filter(name="person.erased").count() == 1
    with asking(cast.ayu):
        request = Request.objects.select_related("key").get()
        assert request.key.wrapped is None
        assert Contact.objects.get().phone_blind is None
    with asking(None):
        assert not Person.objects.exists()


def test_the_page_says_what_goes_and_does_it_once(wish, handed_in, cast, asking, signed_in):
    page, putri = reverse("trust:erase", args=[wish.pk]), signed_in(cast.putri)
    assert "belum dijawab" in putri.get(page).content.decode()
    close(cast, asking, handed_in)
    assert "tidak pernah didaftarkan" in putri.get(page).content.decode()
    assert signed_in(cast.ayu).get(page).status_code == 403
    assert putri.post(page, {"reason": REASON, "sure": "on"}).status_code == 302
    assert putri.post(page, {"reason": REASON, "sure": "on"}).status_code == 404


def test_a_request_that_was_linked_meanwhile_takes_its_person_along(wish, handed_in, cast, asking):
    with asking(cast.ayu) as ayu:
        person = people.register(by=ayu, full_name="Wati Contoh")
        intake.link_person(by=ayu, request=handed_in, person=person)
    close(cast, asking, handed_in)
    with asking(cast.putri) as putri:
        erasure.erase_as_granted(by=putri, wish=wish, reason=REASON)
        assert Erasure.objects.get().person_id == person.pk


def test_nobody_but_the_data_officer(wish, handed_in, cast, asking):
    close(cast, asking, handed_in)
    with asking(cast.sari) as sari, pytest.raises(PermissionDenied):
        erasure.erase_as_granted(by=sari, wish=wish, reason=REASON)
