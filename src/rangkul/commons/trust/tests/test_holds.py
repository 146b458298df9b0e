"""A legal hold stops an erasure until it is ended or over."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction
from django.urls import reverse

from rangkul.base.actions import Refused
from rangkul.base.clock import local, now
from rangkul.base.models import Event
from rangkul.commons.people import actions as people
from rangkul.commons.trust import actions, erasure
from rangkul.commons.trust.models import LegalHold

WHY = "Perkara di pengadilan negeri."


@pytest.fixture
def person(cast, asking):
    with asking(cast.ayu) as ayu:
        return people.register(by=ayu, full_name="Wati Contoh")


def hold(asking, staff, person, **more):
    with asking(staff) as by:
        return actions.hold_person(by=by, person_id=person.pk, reason=WHY, **more)


def test_it_stops_an_erasure_until_it_is_ended(person, cast, asking):
    held = hold(asking, cast.putri, person)
    with asking(cast.putri) as putri, pytest.raises(Refused, match="pengadilan"):
        erasure.erase(by=putri, person_id=person.pk, reason="Diminta orangnya.")
    with asking(cast.putri) as putri:
        for _ in range(2):
            actions.end_hold(by=putri, hold=held)
        assert Event.objects.filter(name="hold.ended").count() == 1
        assert erasure.reasons_to_keep(person.pk) == []


def test_it_holds_every_registration(person, cast, asking):
    with asking(cast.ayu) as ayu:
        twin = people.register(by=ayu, full_name="Wati C.")
        people.merge(by=ayu, kept=person, absorbed=twin, reason="KTP-nya sama persis.")
    hold(asking, cast.putri, twin)
    with asking(cast.putri):
        assert erasure.reasons_to_keep(person.pk)


def test_it_is_over_after_its_last_day(person, cast, asking, time_machine):
    hold(asking, cast.putri, person, until=local(now()).date() + timedelta(days=2))
    with asking(cast.putri):
        assert erasure.reasons_to_keep(person.pk)
    time_machine.move_to(timedelta(days=4))
    with asking(cast.putri):
        assert erasure.reasons_to_keep(person.pk) == []


def test_the_same_duty_twice_is_one(person, cast, asking):
    assert hold(asking, cast.putri, person).pk == hold(asking, cast.putri, person).pk


@pytest.mark.parametrize("name", ["ayu", "sari", "adi", "rini", "agus"])
def test_only_the_data_officer_holds(person, cast, asking, name):
    with pytest.raises(PermissionDenied):
        hold(asking, getattr(cast, name), person)


def test_nobody_is_held_in_another_agency(cast, asking):
    with asking(cast.budi) as budi:
        other = people.register(by=budi, full_name="Orang Jakarta")
    with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        hold(asking, cast.putri, other)


def test_on_the_page_of_the_erasure(person, cast, asking, signed_in):
    with asking(cast.ayu) as ayu:
        wish = actions.ask_for_right(
            by=ayu, right="deletion", text="", subject=("person", person.pk), agency_id=ayu.agency_id,
            person_id=person.pk, worker_id=ayu.staff_id,
        )  # fmt: skip
    with asking(cast.putri) as putri:
        actions.grant_right(by=putri, wish=wish, answer="Baik.")
    putri, page = signed_in(cast.putri), reverse("trust:erase", args=[wish.pk])
    assert putri.post(reverse("trust:hold", args=[wish.pk]), {"tahan-reason": "x"}).status_code == 422
    assert putri.post(reverse("trust:hold", args=[wish.pk]), {"tahan-reason": WHY}).status_code == 302
    assert "Belum bisa dihapus" in putri.get(page).content.decode()
    with asking(cast.putri):
        held = LegalHold.objects.get()
    answer = putri.post(reverse("trust:end_hold", args=[held.pk]), {"wish": str(wish.pk)})
    assert answer.headers["Location"] == page
    assert "Belum bisa dihapus" not in putri.get(page).content.decode()
    assert signed_in(cast.ayu).post(reverse("trust:hold", args=[wish.pk]), {"tahan-reason": WHY}).status_code == 403
