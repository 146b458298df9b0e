"""Who does not sign the rules on technology by their day is known to somebody above, by the one clock of the house."""

from datetime import timedelta

import time_machine
from django.urls import reverse

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.commons.directory.tests import making
from rangkul.commons.trust import actions, practising
from rangkul.commons.trust.practice_text import START
from rangkul.journey.cases import jobs
from rangkul.journey.cases.models import Escalation
from rangkul.web.desks import old_services
from rangkul.web.desks.late_signatures import KIND

CLOCK = job("cases.clock")


def tick():
    with asking_as(CLOCK):
        jobs.move_clocks()


def told(*kinds):
    with asking_as(CLOCK):
        rows = Escalation.objects.filter(kind__in=kinds or [KIND], settled_at=None)
        return {(row.kind, row.owner_id): row.told_id for row in rows}


def test_who_signs_late_is_told_to_the_supervisor_and_signing_ends_it(cast, asking, signed_in):
    with asking(cast.rini) as by:
        rules = actions.publish_practice(by=by, parts=START, seen=0)
    tick()
    assert told() == {}
    with time_machine.travel(now() + practising.FIRST - timedelta(days=1)):
        with asking(cast.dimas) as by:
            actions.sign_practice(by=by, policy=rules)
        # The same worker keeps an entry that grew old: two kinds that count by one id.
        with asking(cast.ayu) as by:
            making.service(by, assured=now().date() - timedelta(days=230))
    with time_machine.travel(now() + practising.FIRST + timedelta(days=1)):
        tick()
        both = told(KIND, old_services.KIND)
        assert both[KIND, cast.ayu.pk] == both[old_services.KIND, cast.ayu.pk] == cast.sari.pk
        # A supervisor is late too, and is not asked to see to herself; who signed in time is not named.
        assert both[KIND, cast.sari.pk] == cast.rini.pk
        assert (KIND, cast.dimas.pk) not in both
        page = signed_in(cast.sari).get(reverse("desks:risen")).text
        assert "Pedoman teknologi belum ditandatangani" in page
        assert reverse("trust:practice_signers") in page
        # Another agency has no rules, and nobody there is told of these.
        assert cast.ayu.full_name not in signed_in(cast.budi).get(reverse("desks:risen")).text
        assert all(owner != cast.budi.pk for _kind, owner in both)
        with asking(cast.ayu) as by:
            actions.sign_practice(by=by, policy=rules)
        assert (KIND, cast.ayu.pk) not in told(KIND)
        assert (old_services.KIND, cast.ayu.pk) in told(old_services.KIND)
