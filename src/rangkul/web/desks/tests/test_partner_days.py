"""Whoever was named for an agreement with another house is told before it ends, then somebody above."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.commons.directory import actions as listing
from rangkul.commons.directory.tests import making
from rangkul.commons.people import hooks as people
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.actions.late_between import escalate_between
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import late_matters
from rangkul.tell.exchange import leaving
from rangkul.tell.exchange.models import Agreement, Webhook
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.tests.conftest import other, paper, peer, waiting  # noqa: F401
from rangkul.tell.exchange.webhooks import actions as webhooks
from rangkul.tell.exchange.webhooks import addresses
from rangkul.web.accounts.tests.test_closing import close, words
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


def test_a_keeper_whose_account_is_closed_is_followed_by_somebody_who_may(cast, peer, asking, monkeypatch):  # noqa: F811
    """Putri keeps three things as an admin; Sari goes on with her work, and may keep only one of them."""
    monkeypatch.setattr(addresses, "resolve", lambda _address: None)
    with asking(cast.adi) as by:
        Staff.objects.filter(pk=cast.putri.pk).update(roles=["admin"])
        webhooks.add(by=by, name="Dasbor", address="https://dasbor.example/", kinds=["request.decided"],
                     keeper=str(cast.putri.pk))  # fmt: skip
        new = paper(cast, number="13/PKS", keeper=str(cast.putri.pk))
        theirs = actions.agree(by=by, peer=peer, paper=new)
    with asking(cast.sari) as by:
        service = making.service(by)
        agreed = listing.Agreed(response_hours=24, valid_from=days.today(), keeper=str(cast.putri.pk))
        mou = listing.agree(by=by, organization=service.organization, agreed=agreed)
    said = words(cast, asking, cast.putri)
    assert "1 kesepakatan dengan lembaga lain" in said
    assert "2 perjanjian atau kabar otomatis antarserver" in said
    close(cast, asking, cast.putri, cast.sari)
    with asking(cast.adi):
        mou.refresh_from_db()
        theirs.refresh_from_db()
        kept = (mou.keeper_id, theirs.keeper_id, Webhook.objects.get().keeper_id)
        assert kept == (cast.sari.pk, cast.adi.pk, cast.adi.pk)
        # An admin ends an agreement; by whom it is kept is not theirs to rewrite.
        with pytest.raises(DatabaseError), transaction.atomic():
            Agreement.objects.filter(pk=theirs.pk).update(keeper=cast.putri)
    with asking_as(people.LEAVING), pytest.raises(Refused, match="Belum ada orang lain"):
        leaving.hand_agreement_on(
            by=people.LEAVING, agreement=theirs, handing=people.Handing(cast.adi, cast.sari, cast.adi.asker())
        )
