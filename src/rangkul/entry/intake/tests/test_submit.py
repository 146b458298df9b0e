"""Handing in a request."""

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.asking import job
from rangkul.base.events import Event
from rangkul.commons.people.models import Staff
from rangkul.commons.trust.models import AccessGrant, Consent
from rangkul.entry.intake import actions
from rangkul.entry.intake.models import Contact, Request, Ruling
from rangkul.entry.intake.tests.situations import HUNGRY, IN_DANGER, handed_in, holder

pytestmark = pytest.mark.django_db


def test_it_gets_a_ticket_an_owner_and_a_clock(cast, asking):
    made = handed_in()
    with asking(cast.ayu):
        request = Request.objects.select_related("key").get()
    assert len(request.ticket) == 8
    assert request.unit_id == cast.ayu.unit_id
    assert request.owner_id == cast.ayu.pk
    assert request.level == "kuning"
    assert request.escalate_at == request.due_at > request.received_at
    assert request.narrative == HUNGRY.narrative
    assert request.gist.startswith("Suami saya")
    assert made.pk == request.pk


def test_what_was_written_is_sealed(cast, asking):
    handed_in()
    with asking(cast.ayu):
        raw = Request.objects.values_list("narrative", flat=True).get()
        assert b"Suami" not in bytes(raw)
        assert Contact.objects.select_related("key").get().name == "Wati Contoh"


def test_the_rules_say_why(cast, asking):
    handed_in()
    with asking(cast.ayu):
        kept = {ruling.rule: ruling.decision for ruling in Ruling.objects.all()}
    assert kept["triage"].value["level"] == "kuning"
    assert kept["triage"].reasons[0].sentence
    assert kept["routing"].facts["area"] == "32.73.02.1001"
    assert "Suami" not in str(kept["triage"].facts)


def test_danger_is_red_and_never_a_juniors(cast, asking):
    handed_in(IN_DANGER)
    with asking(cast.sari):
        request = Request.objects.get()
    assert request.level == "merah"
    assert request.owner_id == cast.ayu.pk


def test_the_routing_knows_who_is_trained_for_violence(cast, asking):
    """Nobody is: the supervisor must stand by, and the reason says so. Ayu is: the reason says that."""

    def codes() -> set[str]:
        made = handed_in(IN_DANGER)
        with asking(cast.sari):
            return {reason.code for reason in Ruling.objects.get(request=made, rule="routing").decision.reasons}

    assert "trained_missing" in codes()
    with asking(cast.adi):
        Staff.objects.filter(pk=cast.ayu.pk).update(trained_violence=True)
    assert "trained" in codes()


def test_consents_are_kept_by_purpose(cast, asking):
    made = handed_in()
    with asking(holder(made)):
        assert dict(Consent.objects.values_list("purpose", "given")) == {"service": True, "share": False}


def test_it_logs_without_a_personal_word(cast, asking):
    made = handed_in()
    with asking(cast.ayu):
        event = Event.objects.get(name="request.submitted")
    assert event.subject_id == made.pk
    assert event.unit_id == cast.ayu.unit_id
    assert "Wati" not in str(event.payload)


def test_the_public_reads_nothing_back(cast, asking):
    handed_in()
    with asking(None):
        assert not Request.objects.exists()
        assert not Contact.objects.exists()


@pytest.mark.parametrize("name", ["adi", "putri", "agus", "rini"])
def test_who_does_not_practise_may_not_enter_one(cast, asking, name):
    staff = getattr(cast, name)
    with asking(staff), pytest.raises(PermissionDenied):
        actions.submit(by=staff.asker(), given=HUNGRY)


def test_the_one_complained_about_neither_owns_nor_sees_it(cast, asking):
    made = handed_in(by=cast.dimas.asker(), against_id=cast.ayu.pk)
    assert made.owner_id != cast.ayu.pk
    with asking(cast.ayu):
        assert not Request.objects.exists()
    with asking(cast.sari):
        assert Request.objects.exists()


def test_a_head_who_must_own_it_is_let_in_by_a_grant(cast, asking):
    with asking(job("test")):
        Staff.objects.filter(pk=cast.ayu.pk).update(on_duty=False)
    made = handed_in(by=cast.dimas.asker(), against_id=cast.sari.pk)
    assert made.owner_id == cast.rini.pk
    with asking(cast.rini):
        assert Request.objects.filter(pk=made.pk).exists()
        assert AccessGrant.objects.get().basis == "owner"
    with asking(cast.candra):
        assert not Request.objects.exists()


def test_another_agency_sees_nothing(cast, asking):
    handed_in()
    with asking(cast.budi):
        assert not Request.objects.exists()
        assert not Contact.objects.exists()
