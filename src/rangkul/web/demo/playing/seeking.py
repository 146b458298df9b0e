"""What nobody could give, over years and regencies, so that the map says something; and somebody who is referred from
the request itself, without a case."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from rangkul.base.asking import Asker
from rangkul.entry.intake import actions as intake
from rangkul.entry.intake.actions import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Request
from rangkul.web.demo.playing.office import Office
from rangkul.web.demo.world.places import regencies, villages
from rangkul.web.demo.world.world import SEED

if TYPE_CHECKING:
    from rangkul.support.referral.models import Referral

_PLACES, _MOST = 60, 14
_KINDS = ("shelter", "legal", "care", "food", "work", "aids")
# Half of them nobody sorted.
_GROUPS = ("", "", "", "PPKS-08", "PPKS-09", "PPKS-19")
_WHY = ("none", "full", "far", "cost", "criteria", "no_answer")
_SAID = (
    "Ibu saya butuh kursi roda. Kami tidak sanggup membeli. Surat tanahnya juga belum beres, dan seminggu dua kali ibu"
    " harus diantar berobat. Selain itu kami baik-baik saja."
)
_TOLD = "Terima kasih sudah menulis. Kami tanyakan kepada lembaga yang meminjamkan kursi roda, lalu kami kabari."
# What else was sought for them: kind, in their words, whom, where the link goes, what was asked.
_LEGAL = ("legal", "Surat tanah belum beres.", "Pos Bantuan Hukum Contoh", "terima@posbakum.example",
          "Satu kali konsultasi tentang surat tanah.")  # fmt: skip
_CARE = ("care", "Diantar berobat seminggu dua kali.", "Relawan Antar Contoh", "rujukan@relawanantar.example",
         "Antar jemput ke rumah sakit, Selasa dan Jumat.")  # fmt: skip
_FOOD = ("food", "Bahan makanan sampai akhir bulan.", "Dapur Warga Contoh", "halo@dapurwarga.example",
         "Bahan makanan untuk tiga orang.")  # fmt: skip


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
                category=rng.choice(_GROUPS),
                noted_at=office.now - timedelta(days=rng.randint(30, 600)),
            )
            for code in regencies()[:_PLACES]
            for kind in rng.sample(_KINDS, 2)
            for _ in range(rng.randint(1, _MOST))
        ]  # fmt: skip
        UnmetNeed.objects.bulk_create(rows)


def _refer(office: Office) -> None:
    """In Ayu's unit: asked for by the public page, decided to be referred, sent by the asker's consent. One answer came
    too late, one draft was forgotten, one door is locked after wrong codes, and one receiver is to be rung."""
    from rangkul.support.referral import actions
    from rangkul.support.referral.actions.locking import lock_door
    from rangkul.support.referral.actions.rows import HOUSE
    from rangkul.support.referral.models import Referral

    asked = _asked(office)
    day = office.now.date()
    with office.at(office.now - timedelta(days=13), "ayu") as by:
        found = Request.objects.filter(pk=asked.pk, unit_id=by.unit_id).first()
        if found is None:
            return
        if found.owner_id != by.staff_id:
            intake.assign(by=by, request=found, owner=office.staff["ayu"], reason="Mengurus rujukannya")
        intake.refer(by=by, request=found, partner="Pinjam Alat Contoh", text=_TOLD, no_conflict=True)
        request = _whole(asked)
        _prepared(by, request, *_FOOD)
        late = _sent(by, request, *_LEGAL)
    with office.at(office.now - timedelta(days=1), HOUSE) as by:
        # A right is counted by the database's own clock, which the play does not move.
        Referral.objects.filter(pk=late.pk).update(valid_to=office.now - timedelta(days=1, hours=1))
        actions.expire(by=by, referral=Referral.objects.select_related("key").get(pk=late.pk))
    with office.at(office.now - timedelta(days=2), "ayu") as by:
        locked = _sent(by, request, *_CARE)
        _send(by, request, day + timedelta(days=1))
    with office.at(office.now - timedelta(hours=5), HOUSE) as by:
        lock_door(by=by, referral=locked)


def _whole(request: Request) -> Request:
    return Request.objects.select_related("key", "person").get(pk=request.pk)


def _asked(office: Office) -> Request:
    given = HandedIn(
        narrative=_SAID, fields=("disability",), safe_now="yes", for_whom="family",
        region_code=villages("33.74")[0].code, via="web", asked=Asked(name="Sulastri Contoh"),
        ways=SafeWays(channels=("ticket",)), agreed=Agreed({"service": True, "share": True}, text_version="2026-11"),
    )  # fmt: skip
    with office.at(office.now - timedelta(days=14)) as by:
        return intake.submit(by=by, given=given)


def _prepared(by: Asker, request: Request, kind: str, words: str, name: str, contact: str, asked: str) -> Referral:
    from rangkul.support.referral import actions
    from rangkul.support.referral.actions import Receiver
    from rangkul.support.referral.models import Referral

    need = actions.note_need(by=by, request=request, kind=kind, words=words)
    receiver = Receiver(name=name, contact=contact, because="Satu-satunya di kota")
    row = actions.prepare(by=by, need=need, receiver=receiver)
    why = "Supaya tahu apa yang dicari"
    actions.choose_data(by=by, referral=row, asked=asked, chosen={"kind": why})
    return Referral.objects.select_related("key", "need__key", "request__key").get(pk=row.pk)


def _sent(by: Asker, request: Request, *words: str) -> Referral:
    from rangkul.support.referral import actions
    from rangkul.support.referral.actions import Leave

    leave = Leave(ground="consent", witness="Kader setempat")
    return actions.send(by=by, referral=_prepared(by, request, *words), leave=leave)


def _send(by: Asker, request: Request, call_on: date) -> None:
    """The wheelchair, handed over in person."""
    from rangkul.support.referral import actions

    row = _sent(
        by, request, "aids", "Kursi roda untuk ibu.", "Pinjam Alat Contoh", "rujukan@pinjamalat.example",
        "Satu kursi roda, dipinjam tiga bulan.",
    )  # fmt: skip
    actions.tell_code(by=by, referral=row, told_to="Pak Contoh, bagian peminjaman")
    actions.plan_call(by=by, referral=row, due=call_on)
