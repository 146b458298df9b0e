"""What nobody could give, over years and regencies, so that the map says something; and somebody who is referred from
the request itself, without a case."""

import random
from datetime import timedelta

from rangkul.base.asking import Asker
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.world.places import regencies, villages
from rangkul.web.demo.world.world import SEED

_PLACES, _MOST = 60, 14
_KINDS = ("shelter", "legal", "care", "food", "work", "aids")
_WHY = ("none", "full", "far", "cost", "criteria", "no_answer")
_SAID = "Ibu saya butuh kursi roda. Kami tidak sanggup membeli. Selain itu kami baik-baik saja."
_TOLD = "Terima kasih sudah menulis. Kami tanyakan kepada lembaga yang meminjamkan kursi roda, lalu kami kabari."


def play(office: Office) -> None:
    _register(office)
    _refer(office)


def _register(office: Office) -> None:
    from rangkul.support.referral.models import UnmetNeed

    rng = random.Random(f"{SEED} unmet")  # noqa: S311  an invented world, no secret
    with office.at(office.now - timedelta(days=30), "ayu") as by:
        rows = [
            UnmetNeed(
                agency_id=by.agency_id, region_code=code[:5], kind=kind, why=rng.choice(_WHY),
                noted_at=office.now - timedelta(days=rng.randint(30, 600)),
            )
            for code in regencies()[:_PLACES]
            for kind in rng.sample(_KINDS, 2)
            for _ in range(rng.randint(1, _MOST))
        ]  # fmt: skip
        UnmetNeed.objects.bulk_create(rows)


def _refer(office: Office) -> None:
    """In Ayu's unit: asked for by the public page, decided to be referred, sent by the asker's consent."""
    request = _asked(office)
    with office.at(office.now - timedelta(days=2), "ayu") as by:
        found = Request.objects.filter(pk=request.pk, unit_id=by.unit_id).first()
        if found is None:
            return
        intake.refer(by=by, request=found, partner="Pinjam Alat Contoh", text=_TOLD)
        _send(by, Request.objects.select_related("key", "person").get(pk=request.pk))


def _asked(office: Office) -> Request:
    given = HandedIn(
        narrative=_SAID, fields=("disability",), safe_now="yes", for_whom="family",
        region_code=villages("33.74")[0].code, via="web", asked=Asked(name="Sulastri Contoh"),
        ways=SafeWays(channels=("ticket",)), agreed=Agreed({"service": True, "share": True}, text_version="2026-11"),
    )  # fmt: skip
    with office.at(office.now - timedelta(days=3)) as by:
        return intake.submit(by=by, given=given)


def _send(by: Asker, request: Request) -> None:
    from rangkul.support.referral import actions
    from rangkul.support.referral.actions import Leave, Receiver
    from rangkul.support.referral.models import Referral

    need = actions.note_need(by=by, request=request, kind="aids", words="Kursi roda untuk ibu.")
    receiver = Receiver(name="Pinjam Alat Contoh", contact="rujukan@pinjamalat.example", because="Satu-satunya di kota")
    row = actions.prepare(by=by, need=need, receiver=receiver)
    why = "Supaya tahu apa yang dicari"
    actions.choose_data(by=by, referral=row, asked="Satu kursi roda, dipinjam tiga bulan.", chosen={"kind": why})
    sent = Referral.objects.select_related("key", "need__key", "request__key").get(pk=row.pk)
    actions.send(by=by, referral=sent, leave=Leave(ground="consent", witness="Kader setempat"))
