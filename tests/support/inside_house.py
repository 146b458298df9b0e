"""A house of a test's own, told what to do line by line: Django wakes once, and each line of JSON is one verb.

{"do": "refer", "n": 2}  →  the answer as one line of JSON
"""

import io
import json
import sys
from datetime import timedelta
from typing import Any

import django

django.setup()

from django.db import connection  # noqa: E402

from rangkul.base import clock, days, work  # noqa: E402
from rangkul.base.asking import LOGIN, asking_as  # noqa: E402
from rangkul.base.files import vault  # noqa: E402
from rangkul.base.ids import new_id  # noqa: E402
from rangkul.base.models import DataKey  # noqa: E402
from rangkul.commons.people.models import Person, Staff  # noqa: E402
from rangkul.commons.trust import actions as trust  # noqa: E402
from rangkul.entry.intake import actions as intake  # noqa: E402
from rangkul.entry.intake.models import Request  # noqa: E402
from rangkul.journey.cases.actions import attach_document  # noqa: E402
from rangkul.support.referral import actions as referrals  # noqa: E402
from rangkul.support.referral.actions import Leave, Receiver  # noqa: E402
from rangkul.support.referral.models import File, Referral  # noqa: E402
from rangkul.tell.exchange.peers import actions, queries  # noqa: E402
from rangkul.tell.exchange.peers.house import HOUSE  # noqa: E402
from rangkul.tell.exchange.peers.models import Heard, Incoming, IncomingFile, Message, Peer  # noqa: E402
from tests.support.cases import opened  # noqa: E402

ORGANIZATION = new_id()
LETTER = b"Luka sudah dijahit. " * 10_000
SPOKEN = Leave(ground="consent", witness="Ibu RT Contoh")


def staff(name: str) -> Staff:
    with asking_as(LOGIN):
        return Staff.objects.select_related("agency", "unit").get(username=name)


def as_staff(name: str) -> Any:
    return asking_as(staff(name).asker())


def know(address: str) -> str:
    """Adi adds the other house, whose key is fetched over the line, and says that its digits match."""
    with as_staff("adi") as by:
        row = actions.add_peer(by=by, name="Rumah Sebelah", address=address)
        actions.confirm(by=by, peer=row)
        actions.reach(by=by, peer=row, organization_id=ORGANIZATION, name="Rumah Sebelah")
        today = days.today()
        paper = actions.Paper(
            number="1/PKS", signed_there="Bu Sebelah", signed_here="Bu Rini", starts_on=today,
            ends_on=today + timedelta(days=365), covers="Rujukan", stop_contact="0812-3456-7890",
            keeper=str(by.staff_id),
        )  # fmt: skip
        actions.agree(by=by, peer=row, paper=paper)
    return row.key.fingerprint


def fingerprint() -> str:
    with asking_as(HOUSE):
        return queries.identity().public.fingerprint


def refer(n: int) -> list[str]:
    """Ayu refers `n` clients to the other house."""
    return [_refer(at) for at in range(n)]


def _refer(at: int) -> str:
    ayu = staff("ayu")
    with asking_as(ayu.asker()) as by:
        case = opened(ayu, name=f"Wati Contoh {at}", concern="Butuh tempat aman", region_code="32.73.01")
        need = referrals.note_need(by=by, case=case, kind="shelter")
        receiver = Receiver(name="Rumah Sebelah", contact="a@b.example", because="Dekat", organization_id=ORGANIZATION)
        row = referrals.prepare(by=by, need=need, receiver=receiver)
        enclosed = {} if at else {_attached(by, case).pk: "Supaya dokter tahu"}
        chosen = {"called": "Supaya tahu siapa"}
        referrals.choose_data(by=by, referral=row, asked=f"Tempat tidur {at}", chosen=chosen, enclosed=enclosed)
        row = Referral.objects.select_related("key", "need__key", "case__key", "case__person").get(pk=row.pk)
        referrals.send(by=by, referral=row, leave=SPOKEN)
    return str(row.pk)


def _attached(by: Any, case: Any) -> Any:
    """The first client's letter, larger than what an ordinary letter may hold."""
    return attach_document(by=by, case=case, file=io.BytesIO(LETTER), size=len(LETTER), name="visum.txt")


def states() -> dict[str, list[str]]:
    with as_staff("ayu"):
        rows = list(Referral.objects.order_by("made_at").values_list("state", flat=True))
        results = [one.name for one in File.objects.select_related("key").order_by("made_at")]
        waits = [one.waits_for_stop for one in Referral.objects.order_by("made_at")]
    with asking_as(HOUSE):
        sent = list(Message.objects.order_by("made_at").values_list("kind", "state", "fault"))
        tries = list(Peer.objects.values_list("tries", flat=True))
    return {"referrals": rows, "messages": [list(one) for one in sent], "stops": waits, "tries": tries,
            "results": results}  # fmt: skip


def came() -> list[dict[str, Any]]:
    with as_staff("ayu"):
        rows = list(Incoming.objects.select_related("key", "request").order_by("made_at"))
        return [
            {"id": str(one.pk), "asked": queries.snapshot(one).get("asked", ""), "state": one.request.state,
             "stop": one.waits_for_stop, "files": [_as_sent(file) for file in queries.files_of(one)]}
            for one in rows
        ]  # fmt: skip


def _as_sent(file: IncomingFile) -> list[Any]:
    """A withdrawal that arrives while one looks takes the bytes away, between the row and its file."""
    try:
        return [file.name, b"".join(vault.read(file.pk, file.key)) == LETTER]
    except FileNotFoundError:
        return [file.name, False]


def hand_over(incoming: str) -> bool:
    with as_staff("ayu") as by:
        row = queries.incoming_of(incoming)
        actions.hand_over(by=by, incoming=row, file=io.BytesIO(LETTER), size=len(LETTER), name="hasil.txt")
    return True


def counts() -> dict[str, int]:
    with asking_as(HOUSE):
        return {"heard": Heard.objects.count(), "requests": Request.objects.count()}


def accept(incoming: str) -> bool:
    ayu = staff("ayu")
    with asking_as(ayu.asker()) as by:
        row = queries.incoming_of(incoming)
        actions.see(by=by, incoming=row)
        who = Person.objects.create(
            key=DataKey.make(), agency=ayu.agency, unit=ayu.unit, registered_by=ayu, full_name="Wati"
        )
        request = Request.objects.select_related("key").get(pk=row.request_id)
        intake.link_person(by=by, request=request, person=who)
        intake.accept(by=by, request=request, text="Silakan datang.", no_conflict=True)
    return True


def withdraw(referral: str) -> bool:
    with as_staff("ayu") as by:
        trust.withdraw_consent(by=by, consent=Referral.objects.select_related("consent").get(pk=referral).consent)
    return True


def stop(incoming: str) -> bool:
    with as_staff("ayu") as by:
        actions.confirm_stop(by=by, incoming=queries.incoming_of(incoming))
    return True


def hurry() -> bool:
    """As if the time until the next try were over, for whoever is waited for."""
    with asking_as(HOUSE):
        Peer.objects.update(next_try_at=clock.now() - timedelta(seconds=1))
        for peer_id in queries.due():
            work.later("peers.deliver", peer_id=str(peer_id))
    return True


DO = {
    one.__name__: one
    for one in (know, fingerprint, refer, states, came, counts, accept, hand_over, withdraw, stop, hurry)
}


def say(answer: Any) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def main() -> None:
    say("ready")
    for line in sys.stdin:
        told = json.loads(line)
        answer = DO[told.pop("do")](**told)
        connection.close()
        say(answer)


if __name__ == "__main__":
    main()
