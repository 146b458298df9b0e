"""Who stands around the client, and that nobody of them is told anything without leave (A22)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.models import DataKey, Event
from rangkul.commons.people.models import Person
from rangkul.journey.cases import actions
from rangkul.journey.cases.actions import Nearness
from rangkul.journey.cases.models import CasePerson

SISTER = Nearness(role="significant", relation="Kakak", influence="supports")


@pytest.fixture
def sister(case, cast, asking):
    """Wati's sister, named in the case; nobody asked yet whether she may be told."""
    with asking(cast.ayu):
        ayu = cast.ayu
        person = Person.objects.create(
            key=DataKey.make(), agency=ayu.agency, unit=ayu.unit, registered_by=ayu, full_name="Sri Contoh"
        )
        return actions.add_person(by=ayu.asker(), case=case, person=person, nearness=SISTER)


def describe(cast, row, **words):
    return actions.describe_person(by=cast.ayu.asker(), row=row, nearness=Nearness(role="significant", **words))


def test_what_she_is_to_the_client_is_kept_sealed(sister, cast, asking):
    with asking(cast.ayu):
        row = CasePerson.objects.select_related("key").get(pk=sister.pk)
        assert (row.relation, row.influence, row.contact) == ("Kakak", "supports", "unasked")


@pytest.mark.parametrize("contact", ["unasked", "refused"])
@pytest.mark.parametrize("told", ["in_emergency", "gets_news"])
def test_without_leave_she_is_neither_called_nor_told(sister, cast, asking, contact, told):
    with asking(cast.ayu):
        with pytest.raises(Refused) as refusal:
            describe(cast, sister, contact=contact, **{told: True})
        assert refusal.value.field == "contact"
        with pytest.raises(IntegrityError, match="cases_person_told_with_leave"), transaction.atomic():
            CasePerson.objects.filter(pk=sister.pk).update(contact=contact, **{told: True})


def test_with_leave_she_is_called_in_an_emergency_and_it_is_logged(sister, cast, asking):
    with asking(cast.ayu):
        row = describe(cast, sister, contact="allowed", contact_words="Hanya bila sakit", in_emergency=True)
        assert row.may_be_told
        assert Event.objects.get(name="person.described").payload["contact"] == "allowed"


def test_a_guardian_decides_only_with_a_reason_for_the_child(sister, cast, asking):
    with asking(cast.ayu):
        with pytest.raises(Refused) as refusal:
            describe(cast, sister, contact="guardian")
        assert refusal.value.field == "contact_words"
        assert describe(cast, sister, contact="guardian", contact_words="Anak tinggal bersamanya").may_be_told


def test_she_leaves_the_case_once_and_the_client_never(sister, case, cast, asking):
    with asking(cast.ayu):
        for _again in range(2):
            actions.end_person(by=cast.ayu.asker(), row=sister)
        assert Event.objects.filter(name="person.left_case").count() == 1
        with pytest.raises(Refused):
            actions.end_person(by=cast.ayu.asker(), row=case.people.get(role="client"))


def test_who_is_not_of_the_case_describes_nobody(sister, cast, asking):
    with asking(cast.candra), pytest.raises(PermissionDenied):
        actions.describe_person(by=cast.candra.asker(), row=sister, nearness=SISTER)


def test_the_page_shows_her_changes_her_and_refuses_get_for_leaving(sister, case, cast, signed_in):
    browser = signed_in(cast.ayu)
    change = reverse("cases:person_change", args=[case.pk, sister.pk])
    leave = reverse("cases:person_end", args=[case.pk, sister.pk])
    words = {"role": "significant", "relation": "Kakak kandung", "contact": "allowed", "gets_news": "on"}
    assert browser.post(change, words).status_code == 302
    page = browser.get(reverse("cases:team", args=[case.pk])).content.decode()
    assert "Kakak kandung" in page
    assert "boleh menerima kabar" in page
    assert browser.get(leave).status_code == 405
    assert signed_in(cast.budi).post(leave, {}).status_code == 404
    assert browser.post(leave, {}).status_code == 302
    assert "Kakak kandung" not in browser.get(reverse("cases:team", args=[case.pk])).content.decode()
