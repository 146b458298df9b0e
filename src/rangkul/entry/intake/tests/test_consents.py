"""What a letter or a call that broke off could not answer is asked later on the page of the request."""

import pytest
from django.urls import reverse

from rangkul.base.models import Event
from rangkul.commons.trust.models import Consent
from rangkul.entry.intake.handed_in import Agreed
from rangkul.entry.intake.tests.situations import HUNGRY, handed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def unasked(cast):
    """As a letter comes in: nobody could be asked."""
    return handed_in(HUNGRY, by=cast.ayu.asker(), agreed=Agreed(), via="letter")


def page_of(request):
    return reverse("intake:consents", args=[request.pk])


def test_it_is_asked_and_taken_back_on_the_page_of_the_request(unasked, cast, signed_in, asking):
    browser = signed_in(cast.ayu)
    assert page_of(unasked) in browser.get(reverse("intake:request", args=[unasked.pk])).content.decode()
    assert browser.get(page_of(unasked)).content.decode().count("belum ditanyakan") == 3
    given = {"mode": "spoken", "witness": "Bu RT", "answer_service": "yes"}
    assert browser.post(page_of(unasked), given).status_code == 302
    with asking(cast.ayu):
        consent = Consent.objects.get(subject_id=unasked.pk)
        assert (consent.given, consent.asked_by_id) == (True, cast.ayu.pk)
        assert Event.objects.filter(name="request.consents_asked", subject_id=unasked.pk).count() == 1
    back = reverse("intake:consent_withdraw", args=[unasked.pk, consent.pk])
    assert "Pendampingan bisa berhenti" in browser.get(back).content.decode()
    assert browser.post(back).status_code == 302
    assert "harus berhenti paling lambat" in browser.get(page_of(unasked)).content.decode()


@pytest.mark.parametrize("who", ["candra", "budi", "adi", "putri"])
def test_for_who_does_not_see_the_request_there_is_no_such_page(unasked, cast, signed_in, who):
    browser = signed_in(getattr(cast, who))
    assert (browser.get(page_of(unasked)).status_code, browser.post(page_of(unasked)).status_code) == (404, 404)


def test_a_consent_of_another_request_is_not_taken_back_here(unasked, cast, signed_in, asking):
    other = handed_in(HUNGRY, by=cast.ayu.asker(), agreed=Agreed({"share": True}, "spoken", "1", "id", "Bu RT"))
    with asking(cast.ayu):
        consent = Consent.objects.get(subject_id=other.pk)
    address = reverse("intake:consent_withdraw", args=[unasked.pk, consent.pk])
    assert signed_in(cast.ayu).post(address).status_code == 404
