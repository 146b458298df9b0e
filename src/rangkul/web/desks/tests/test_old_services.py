"""Entries that grew old under their keeper come up to somebody above, by the one clock of the house."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import days
from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.commons.directory import actions
from rangkul.commons.directory.tests import making
from rangkul.journey.cases.actions.late_between import escalate_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import late_matters
from rangkul.web.desks.old_services import KIND

CLOCK = job("cases.clock")


@pytest.fixture
def service(cast, asking):
    with asking(cast.ayu) as by:
        return making.service(by, assured=days.today() - timedelta(days=230))


def found():
    with asking_as(CLOCK):
        return [one for one in late_matters(now(), 100) if one.kind == KIND]


def tell():
    with asking_as(CLOCK) as by:
        for one in found():
            escalate_between(by=by, matter=one)


def test_a_keeper_has_a_month_before_anybody_is_told(cast, asking, service):
    assert [one.owner_id for one in found()] == [cast.ayu.pk]
    with asking(cast.ayu) as by:
        actions.confirm_service(by=by, service=service)
    assert not found()


def test_the_supervisor_sees_which_and_takes_care(signed_in, cast, asking, service):
    tell()
    browser, address = signed_in(cast.sari), reverse("desks:old_services")
    assert service.name in browser.get(address).content.decode()
    with asking_as(CLOCK):
        row = Escalation.objects.get(kind=KIND)
        assert row.told_id == cast.sari.pk
    assert signed_in(cast.ayu).post(address, {"hal": str(row.pk)}).status_code == 404
    assert browser.post(address, {"hal": str(row.pk)}).status_code == 302
    assert service.name not in browser.get(address).content.decode()
