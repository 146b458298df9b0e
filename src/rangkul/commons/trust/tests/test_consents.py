"""Consent: each purpose on its own; taking it back ends at once what rested on it."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.base.asking import PUBLIC, Asker
from rangkul.base.models import Event
from rangkul.commons.people.models import Person
from rangkul.commons.trust import actions, queries
from rangkul.commons.trust.models import Consent


def record(by, subject, purpose="share", given=True, **more):
    return actions.record_consent(by=by, subject=subject, purpose=purpose, given=given, text_version="1", **more)


def test_a_partner_sees_nothing_from_the_statement_after_the_withdrawal(wati, cast, asking):
    subject = ("person", wati.pk)
    with asking(cast.ayu) as ayu:
        consent = record(ayu, subject)
        actions.grant(by=ayu, subject=subject, grantee=("staff", cast.budi.pk), basis="referral", consent=consent)
    with asking(cast.budi):
        assert Person.objects.exists()
    with asking(cast.ayu) as ayu:
        actions.withdraw_consent(by=ayu, consent=consent)
    with asking(cast.budi):
        assert not Person.objects.exists()


def test_the_holder_of_the_ticket_takes_it_back(cast, asking):
    request = uuid4()
    with asking(None):
        record(PUBLIC, ("request", request), agency_id=cast.ayu.agency_id)
    holder = Asker("ticket", ticket_id=request)
    with asking(holder):
        consent = Consent.objects.get()
        assert actions.withdraw_consent(by=holder, consent=consent).withdrawn_at
        assert not queries.agreed(("request", request), "share")


def test_taking_it_back_twice_is_logged_once(cast, asking):
    with asking(cast.ayu) as ayu:
        consent = record(ayu, ("case", uuid4()))
        actions.withdraw_consent(by=ayu, consent=consent)
        actions.withdraw_consent(by=ayu, consent=consent)
        assert Event.objects.filter(name="consent.withdrawn").count() == 1


def test_a_no_is_kept_and_is_no_consent(cast, asking):
    subject = ("case", uuid4())
    with asking(cast.ayu) as ayu:
        record(ayu, subject)
        assert queries.agreed(subject, "share")
        record(ayu, subject, given=False)
        assert not queries.agreed(subject, "share")


def test_spoken_consent_has_a_witness(cast, asking):
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        record(ayu, ("case", uuid4()), mode="spoken")


def test_the_clock_stops_when_the_data_officer_confirms(cast, asking):
    with asking(cast.ayu) as ayu:
        consent = record(ayu, ("case", uuid4()))
        actions.withdraw_consent(by=ayu, consent=consent)
        with pytest.raises(PermissionDenied):
            actions.confirm_stopped(by=ayu, consent=consent)
    with asking(cast.putri) as putri:
        assert actions.confirm_stopped(by=putri, consent=consent).stopped_by_id == cast.putri.pk


@pytest.mark.parametrize("name", ["budi", "hana", "adi", "rini"])
def test_is_seen_only_where_it_was_given(cast, asking, name):
    with asking(cast.ayu) as ayu:
        record(ayu, ("case", uuid4()))
    with asking(getattr(cast, name)):
        assert not Consent.objects.exists()
