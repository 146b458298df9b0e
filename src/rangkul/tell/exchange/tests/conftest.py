"""The Dinas next door runs Rangkul too; Adi, the admin, has compared its fingerprint. Ayu refers Wati to it."""

from collections import OrderedDict
from datetime import timedelta

import pytest

from rangkul.base import clock, days, work
from rangkul.base.asking import acting, asking_as
from rangkul.base.ids import new_id
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.models import Request
from rangkul.support.referral import actions as referrals
from rangkul.support.referral.actions import Receiver
from rangkul.support.referral.tests.conftest import ASKED, CHOSEN, SPOKEN, case, fresh, need  # noqa: F401
from rangkul.tell.exchange.hsds import limiting, packing
from rangkul.tell.exchange.peers import actions, delivering, posting
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Incoming
from rangkul.tell.exchange.peers.taking_in import take_in
from rangkul.tell.exchange.tests.other_house import OtherHouse

ORGANIZATION = new_id()
DINAS = Receiver(
    name="Dinas Sosial Contoh", contact="rujukan@dinas.example", because="Paling dekat", organization_id=ORGANIZATION
)


@pytest.fixture
def packed(db, visitor, tmp_path, monkeypatch):
    """`packed()` is the data package as it is fetched, once the job has looked."""
    monkeypatch.setattr(packing, "place", lambda: tmp_path / "hsds.zip")
    monkeypatch.setattr(packing, "_MARGIN", timedelta())
    monkeypatch.setattr(limiting, "_fetched", OrderedDict())

    def fetched() -> bytes:
        with asking_as(packing.PACKER):
            packing.renew()
        return visitor.get("/hsds/paket.zip").getvalue()

    return fetched


@pytest.fixture
def other(monkeypatch):
    house = OtherHouse()
    monkeypatch.setattr(posting, "post", house.post)
    return house


@pytest.fixture
def waiting(monkeypatch):
    """What would be sent at once; here it waits for `delivered`."""
    names: list[str] = []
    monkeypatch.setattr(work, "later", lambda name, **given: names.append(name))
    return names


def paper(cast, **more) -> actions.Paper:
    today = days.today()
    said = {
        "number": "12/PKS/2026", "signed_there": "Bu Kepala, Dinas Sosial Contoh", "signed_here": "Bu Rini, Pimpinan",
        "starts_on": today - timedelta(days=30), "ends_on": today + timedelta(days=335),
        "covers": "Nama panggilan dan kebutuhan, untuk rujukan tempat tinggal sementara.",
        "stop_contact": "Pak Contoh, 022-1234567", "keeper": str(cast.adi.pk),
    }  # fmt: skip
    return actions.Paper(**{**said, **more})


@pytest.fixture
def peer(cast, other, asking):
    with asking(cast.adi) as by:
        row = actions.add_peer(
            by=by, name="Dinas Sosial Contoh", address="https://rangkul.dinas.example", key=other.public.text
        )
        actions.confirm(by=by, peer=row)
        actions.reach(by=by, peer=row, organization_id=ORGANIZATION, name="Dinas Sosial Contoh")
        actions.agree(by=by, peer=row, paper=paper(cast))
        return row


@pytest.fixture
def referred(cast, peer, waiting, need, asking):  # noqa: F811
    """Sent by Ayu; it lies in the outbox."""
    with asking(cast.ayu) as by:
        row = referrals.prepare(by=by, need=need, receiver=DINAS)
        referrals.choose_data(by=by, referral=row, asked=ASKED, chosen=CHOSEN)
        return referrals.send(by=by, referral=fresh(row), leave=SPOKEN)


@pytest.fixture
def delivered(peer):
    def run() -> int:
        return delivering.deliver(peer.pk)

    return run


@pytest.fixture
def house():
    """`house(Incoming)` are the rows as the house itself sees them."""

    def rows(model, **wanted):
        with acting(HOUSE):
            return list(model.objects.filter(**wanted).order_by("made_at"))

    return rows


THREAD = new_id()


def words(**more) -> dict:
    return {
        "from": "Dinas Sosial Contoh", "host": "Bu Contoh, Unit Contoh", "need": "shelter", "region": "32.73",
        "asked": "Tempat tidur untuk satu ibu.", "ground": "consent",
        "items": [{"name": "called", "label": "Nama panggilan", "value": "Melati"}],
        "answer_by": (clock.now() + timedelta(days=3)).isoformat(),
        "valid_to": (clock.now() + timedelta(days=30)).isoformat(),
    } | more  # fmt: skip


@pytest.fixture
def came(peer, waiting, other, house):
    take_in(other.packed(other.letter("referral", THREAD, **words())))
    return house(Incoming)[0]


def accepted(cast, asking, came) -> None:
    with asking(cast.ayu) as by:
        request = Request.objects.select_related("key").get(pk=came.request_id)
        who = Person.objects.create(
            key=DataKey.make(), agency=cast.ayu.agency, unit=cast.ayu.unit, registered_by=cast.ayu, full_name="Melati"
        )
        intake.link_person(by=by, request=request, person=who)
        intake.accept(by=by, request=request, text="Silakan datang.", no_conflict=True)
