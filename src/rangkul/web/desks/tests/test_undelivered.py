"""What does not get through to another system or house climbs above whoever was named for it, until it does."""

from datetime import timedelta

import pytest
from django.urls import reverse

from rangkul.base import clock
from rangkul.base.asking import acting, job
from rangkul.journey.cases.actions import escalate_between
from rangkul.journey.cases.models import Escalation
from rangkul.journey.cases.queries.late import late_matters
from rangkul.support.referral.tests.conftest import case, need  # noqa: F401
from rangkul.tell.exchange.models import Peer, Webhook
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.tests.conftest import delivered, other, peer, referred, waiting  # noqa: F401
from rangkul.tell.exchange.webhooks import actions as webhooks
from rangkul.tell.exchange.webhooks import addresses
from rangkul.web.desks.undelivered import PEER, WEBHOOK

CLOCK = job("cases.clock")
STAFF = "/akun/petugas/"


@pytest.fixture
def climbing(asking):
    """Everything of this kind that stands open after so many hours, told."""

    def run(kind, **later) -> list[Escalation]:
        with clock.pretending(clock.now() + timedelta(**later)), asking(CLOCK) as by:
            for one in late_matters(clock.now(), 100):
                if one.kind == kind:
                    escalate_between(by=by, matter=one)
            return list(Escalation.objects.filter(kind=kind, settled_at=None).select_related("owner"))

    return run


def test_a_house_that_is_not_heard_climbs_while_something_waits_for_it(
    cast, peer, referred, other, delivered, climbing, signed_in  # noqa: F811
):  # fmt: skip
    note = "Server mitra Dinas Sosial Contoh tidak terhubung"
    other.down = True
    delivered()
    assert note not in signed_in(cast.adi).get(STAFF).text, "a short break is nobody's matter"
    assert climbing(PEER, hours=23) == []
    with clock.pretending(clock.now() + timedelta(hours=2)):
        assert note in signed_in(cast.adi).get(STAFF).text
    (row,) = climbing(PEER, hours=25)
    assert (row.owner_id, row.matter) == (cast.adi.pk, peer.pk)
    above = signed_in(next(one for one in vars(cast).values() if one.pk == row.told_id))
    page = above.get(reverse("desks:risen")).text
    assert "Dinas Sosial Contoh: server tujuan tidak menjawab" in page
    assert "Wati" not in page
    other.down = False
    with acting(HOUSE):
        Peer.objects.update(next_try_at=clock.now())
    assert delivered() == 1
    assert climbing(PEER, hours=0) == []


def test_a_system_that_was_switched_off_climbs_until_somebody_decides(cast, asking, climbing, signed_in, monkeypatch):
    monkeypatch.setattr(addresses, "resolve", lambda _address: None)
    with asking(cast.adi) as by:
        hook = webhooks.add(by=by, name="Dasbor dinas", address="https://dasbor.example/", kinds=["request.decided"],
                            keeper=str(cast.adi.pk))  # fmt: skip
    with acting(HOUSE):
        webhooks.switch_off(by=HOUSE, webhook=hook)
    assert climbing(WEBHOOK, hours=23) == []
    (row,) = climbing(WEBHOOK, hours=25)
    above = signed_in(next(one for one in vars(cast).values() if one.pk == row.told_id))
    assert "Dasbor dinas: sejak" in above.get(reverse("desks:risen")).text
    with asking(cast.adi) as by:
        webhooks.switch_on(by=by, webhook=Webhook.objects.get())
    assert climbing(WEBHOOK, hours=0) == []
