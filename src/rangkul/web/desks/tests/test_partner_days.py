"""Whoever was named for an agreement with another house is told before it ends, then somebody above."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.asking import job
from rangkul.commons.directory import actions as listing
from rangkul.commons.directory.tests import making
from rangkul.journey.cases.actions.late_between import escalate_between
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import late_matters
from rangkul.tell.exchange.models import Agreement
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.tests.conftest import other, paper, peer, waiting  # noqa: F401
from rangkul.web.desks.partner_days import KIND, LISTED, stands_listed

CLOCK = job("cases.clock")
STAFF = "/akun/petugas/"


@pytest.fixture
def agreement(peer, cast, asking):  # noqa: F811
    with asking(cast.adi):
        return Agreement.objects.get()


def told(asking):
    with asking(CLOCK) as by:
        for one in late_matters(clock.now(), 100):
            if one.kind == KIND:
                escalate_between(by=by, matter=one)
        return [row.told_id for row in Escalation.objects.filter(kind=KIND)]


def test_the_named_one_is_told_before_it_ends_then_somebody_above(signed_in, cast, agreement, peer, asking):  # noqa: F811
    renew = "Perjanjian dengan Dinas Sosial Contoh berakhir"
    end = agreement.ends_on - days.today()
    assert renew not in signed_in(cast.adi).get(STAFF).text
    with asking(cast.adi) as by, clock.pretending(clock.now() + end - timedelta(days=50)):
        assert [one.pk for one in queries.to_renew(by)] == [agreement.pk]
        assert told(asking) == []
    with clock.pretending(clock.now() + end - timedelta(days=10)):
        (above,) = told(asking)
        browser = signed_in(next(one for one in vars(cast).values() if one.pk == above))
        assert agreement.number in browser.get(reverse("desks:risen")).text
        row = Escalation.objects
        with asking(CLOCK):
            found = row.get(kind=KIND)
        assert browser.post(reverse("desks:risen"), {"hal": str(found.pk)}).status_code == 302
        with asking(cast.adi) as by:
            later = days.today() + timedelta(days=400)
            actions.agree(by=by, peer=peer, paper=paper(cast, number="13/PKS", ends_on=later))
            assert queries.to_renew(by) == []


def test_on_the_first_page_of_whoever_was_named(signed_in, cast, peer, asking):  # noqa: F811
    with asking(cast.adi) as by:
        for row in Agreement.objects.all():
            actions.end_agreement(by=by, agreement=row, because="Diganti")
        actions.agree(by=by, peer=peer, paper=paper(cast, ends_on=days.today() + timedelta(days=20)))
    assert "Perjanjian dengan Dinas Sosial Contoh berakhir" in signed_in(cast.adi).get(STAFF).text


def test_an_agreement_with_an_organisation_climbs_too(cast, asking):
    with asking(cast.sari) as by:
        service = making.service(by)
        day = days.today()
        agreed = listing.Agreed(response_hours=24, valid_from=day, valid_to=day + timedelta(days=30))
        row = listing.agree(by=by, organization=service.organization, agreed=agreed)
    assert climbed(asking) == []
    with clock.pretending(clock.now() + timedelta(days=20)):
        assert climbed(asking) == [row.pk]
        with asking(cast.sari) as by:
            listing.end_agreement(by=by, agreement=row, because="Sudah tidak bekerja sama")
        with asking(CLOCK):
            assert not stands_listed(Matter(LISTED, None, row.pk, clock.now(), cast.sari.pk))


def climbed(asking):
    with asking(CLOCK):
        return [one.id for one in late_matters(clock.now(), 100) if one.kind == LISTED]
