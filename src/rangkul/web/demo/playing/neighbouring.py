"""Another house: the Dinas next door, compared by the admin. It has referred two people here; one referral lies unread,
about the other Sari asked something. Its server does not answer, because there is none: the answers wait."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID, uuid5

from rangkul.tell.exchange.peers import actions
from rangkul.tell.exchange.peers.files import Brought, Told
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.keys import Identity
from rangkul.tell.exchange.peers.models import Incoming, Peer
from rangkul.web.demo.playing.office import Office

_NAME, _ADDRESS = "Dinas Sosial Kabupaten Contoh", "https://rangkul.dinsos-contoh.example"
_THREADS = UUID("5b1f2f5a-6d2b-4c53-9a3e-0f4f1f7d2a10")
# Hours ago, need, asked, what was sent.
_CAME = (
    (30, "school", "Kejar Paket B untuk satu anak yang pindah ke kota Anda bersama ibunya.",
     (("called", "Nama panggilan", "Bagas"), ("age", "Kelompok umur", "12–17 tahun"))),
    (5, "food", "Bahan makanan untuk satu keluarga sampai gaji pertama suaminya datang.",
     (("called", "Nama panggilan", "Lastri"), ("around", "Berapa orang bersamanya", "3 orang tercatat bersama klien"))),
)  # fmt: skip
# What came along with the first of them.
_LETTER = b"Surat keterangan pindah sekolah (contoh). Anak ini duduk di kelas tujuh sampai bulan lalu."
_QUESTION = "Apakah anaknya sudah punya akta kelahiran?"


def play(office: Office) -> None:
    if "adi" not in office.staff:
        return
    with office.at(office.now - timedelta(days=40), "adi") as by:
        peer = actions.add_peer(by=by, name=_NAME, address=_ADDRESS, key=_key())
        actions.confirm(by=by, peer=peer)
        today = office.now.date()
        paper = actions.Paper(
            number="074/PKS/2026", signed_there="Kepala Dinas Sosial Kabupaten Contoh", signed_here="Pimpinan lembaga",
            starts_on=today - timedelta(days=325), ends_on=today + timedelta(days=45), keeper=str(by.staff_id),
            covers="Nama panggilan, kelompok umur, dan bantuan yang dicari, untuk rujukan antarlembaga.",
            stop_contact="Seksi Rehabilitasi Sosial, 024-7654321",
        )  # fmt: skip
        actions.agree(by=by, peer=peer, paper=paper)
    rows = [_arrive(office, peer, at, one) for at, one in enumerate(_CAME)]
    with office.at(office.now - timedelta(hours=26), "sari") as by:
        actions.see(by=by, incoming=rows[0])
        actions.ask(by=by, incoming=rows[0], words=_QUESTION)


def _key() -> str:
    sign, opens = (sha256(f"rangkul demo {word}".encode()).digest() for word in ("sign", "open"))
    return Identity.of(sign, opens).public.text


def _arrive(office: Office, peer: Peer, at: int, came: tuple) -> Incoming:
    hours, need, asked, items = came
    with office.at(office.now - timedelta(hours=hours), HOUSE):
        body: dict[str, Any] = {
            "from": _NAME, "host": "Bu Contoh, Seksi Rehabilitasi Sosial", "need": need, "region": "33.74",
            "asked": asked, "ground": "consent",
            "items": [dict(zip(("name", "label", "value"), one, strict=True)) for one in items],
            "answer_by": (office.now + timedelta(hours=40)).isoformat(),
            "valid_to": (office.now + timedelta(days=29)).isoformat(),
        }  # fmt: skip
        thread = uuid5(_THREADS, str(at))
        told = Told(uuid5(thread, "surat"), "Surat pindah sekolah.txt", len(_LETTER), sha256(_LETTER).hexdigest())
        if at == 0:
            body["files"] = [told.values()]
        row = actions.arrive(by=HOUSE, peer=peer, thread=thread, body=body)
        if at == 0:
            actions.keep_file(by=HOUSE, incoming=row, brought=Brought(told, thread, _LETTER))
        return row
