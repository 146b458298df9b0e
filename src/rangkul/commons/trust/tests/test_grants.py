"""A right is given and ended by a verb; the database shows what it opens."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.utils import DatabaseError, ProgrammingError

from rangkul.base.asking import PUBLIC
from rangkul.base.models import Event
from rangkul.commons.people.models import Person
from rangkul.commons.trust import actions, queries
from rangkul.commons.trust.models import AccessGrant


@pytest.fixture
def subject(wati):
    return "person", wati.pk


def to(staff):
    return "staff", staff.pk


def test_opens_a_restricted_file_at_once_and_closes_it_at_once(wati, subject, cast, asking):
    with asking(cast.ayu):
        Person.objects.update(restricted=True)
    with asking(cast.sari) as sari:
        actions.grant(by=sari, subject=subject, grantee=to(cast.candra), basis="team")
    with asking(cast.candra):
        assert Person.objects.exists()
    with asking(cast.sari) as sari:
        assert actions.end_grant(by=sari, subject=subject, grantee=to(cast.candra)) == 1
    with asking(cast.candra):
        assert not Person.objects.exists()


def test_is_not_doubled(subject, cast, asking):
    with asking(cast.ayu) as ayu:
        first = actions.grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team")
        again = actions.grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team")
        assert first.pk == again.pk
        assert Event.objects.filter(name="access.granted", subject_id=subject[1]).count() == 1


def test_ending_twice_ends_once(subject, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team")
        assert actions.end_grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team") == 1
        assert actions.end_grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team") == 0


@pytest.mark.parametrize("name", ["adi", "agus", "rini", "putri"])
def test_who_does_not_practise_gives_no_right(subject, cast, asking, name):
    staff = getattr(cast, name)
    with asking(staff) as asker, pytest.raises(PermissionDenied):
        actions.grant(by=asker, subject=subject, grantee=to(staff), basis="team")


def test_the_public_gives_a_right_only_to_a_ticket(subject, cast, asking):
    with asking(None), pytest.raises(PermissionDenied):
        actions.grant(by=PUBLIC, subject=subject, grantee=to(cast.budi), basis="team")
    ticket = uuid4()
    with asking(None):
        actions.grant(by=PUBLIC, subject=("request", ticket), grantee=("ticket", ticket), basis="client")


def test_the_database_gives_nobody_a_file_of_another_agency(subject, cast, asking):
    with asking(cast.budi) as budi, pytest.raises(ProgrammingError), transaction.atomic():
        actions.grant(by=budi, subject=subject, grantee=to(cast.budi), basis="team")


def test_a_right_is_never_stretched(subject, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team")
        actions.end_grant(by=ayu, subject=subject, grantee=to(cast.dimas))
        with pytest.raises(DatabaseError), transaction.atomic():
            AccessGrant.objects.update(valid_to=None)


def test_nothing_but_the_end_of_a_right_can_change(subject, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team")
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE trust_accessgrant SET grantee_id = %s", [cast.budi.pk])


def test_colleagues_see_who_stands_around_a_file_and_other_agencies_do_not(subject, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.grant(by=ayu, subject=subject, grantee=to(cast.dimas), basis="team")
    with asking(cast.sari):
        assert [grant.grantee_id for grant in queries.current_grants(subject)] == [cast.dimas.pk]
    with asking(cast.hana):
        assert not AccessGrant.objects.exists()
