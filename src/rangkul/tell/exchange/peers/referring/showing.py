"""Where a referral is on its way to another house, in words, for the team that sent it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.asking import acting
from rangkul.support.referral.hooks import Travel
from rangkul.support.referral.models import Referral
from rangkul.tell.exchange.peers import queries
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Message, Outgoing, Peer
from rangkul.tell.exchange.peers.states import NAMELESS, Effect, Kind, MessageState


def travel_of(referral: Referral) -> Travel | None:
    """The referral itself is already seen by whoever asks; of the outbox only states and times are told."""
    with acting(HOUSE):
        if referral.is_draft:
            peer = queries.reached_by(referral.agency_id, referral.organization_id)
            return _before(peer) if peer else None
        sent = Outgoing.objects.filter(referral_id=referral.pk).select_related("peer").first()
        if sent is None:
            return None
        rows = list(Message.objects.filter(Q(thread=sent.pk) | Q(of=sent.pk)).order_by("n", "made_at"))
    files = [row for row in rows if row.kind == Kind.FILE]
    return _with_files(_travel(sent.peer, [row for row in rows if row.kind != Kind.FILE]), files)


def underway(referrals: Collection[UUID]) -> set[UUID]:
    """As `travel_of`, of many at once: those for which the other house has not signed."""
    signed = Message.objects.filter(thread=OuterRef("pk"), kind=Kind.REFERRAL, state=MessageState.DELIVERED)
    with acting(HOUSE):
        sent = Outgoing.objects.filter(~Exists(signed), referral_id__in=referrals)
        return set(sent.values_list("referral_id", flat=True))


def _with_files(travel: Travel, files: list[Message]) -> Travel:
    """Each file beside the letters; one that did not arrive is said with what to do instead."""
    told = [_file(row) for row in files]
    lost = any(row.state == MessageState.FAILED or row.effect == Effect.NONE for row in files)
    tone = "warn" if lost else travel.tone
    return replace(travel, tone=tone, proofs=[*travel.proofs, *told])


def _file(row: Message) -> str:
    if row.state == MessageState.WAITING:
        return _("Berkas: sedang dikirim")
    if row.state == MessageState.DELIVERED and row.effect != Effect.NONE:
        return _("Berkas: terkirim, bukti terima %(when)s") % {"when": _when(row.settled_at)}
    if row.state == MessageState.DROPPED:
        return _("Berkas: tidak dikirim lagi")
    return _("Berkas: tidak diterima di sana. Berikan dengan cara lain bila masih diperlukan.")


def _before(peer: Peer) -> Travel:
    if queries.agreement_with(peer) is None:
        words = _(
            "Rujukan ini tidak masuk langsung ke server mereka. Kirim tautannya, dan minta admin mencatat perjanjiannya"
            " di halaman server mitra."
        )
        return Travel(_("Tidak ada perjanjian yang berlaku dengan %(who)s") % {"who": peer.name}, words, "warn")
    words = _("Begitu dikirim, rujukan ini masuk langsung ke antrean mereka. Hanya mereka yang bisa membuka isinya.")
    return Travel(_("%(who)s juga memakai Rangkul") % {"who": peer.name}, words)


def _travel(peer: Peer, rows: list[Message]) -> Travel:
    proofs = [_proof(row) for row in rows if row.state == MessageState.DELIVERED]
    lost = next((row for row in rows if row.state == MessageState.FAILED), None)
    waits = next((row for row in rows if row.state == MessageState.WAITING), None)
    who = {"who": peer.name}
    if lost is not None:
        words = _("%(why)s. Kirim tautannya dan teleponlah mereka.") % {"why": lost.get_fault_display()}
        return Travel(_("Tidak sampai di %(who)s") % who, words, "warn", proofs)
    if waits is not None and waits.kind not in NAMELESS and queries.agreement_with(peer) is None:
        words = _(
            "Yang menyebut klien menunggu sampai ada perjanjian baru; yang menarik tetap dikirim. Bila mendesak, kirim"
            " tautannya atau telepon mereka."
        )
        return Travel(_("Perjanjian dengan %(who)s tidak berlaku lagi") % who, words, "warn", proofs)
    if waits is not None and peer.silent_since:
        told = {"why": peer.get_fault_display(), "since": _when(peer.silent_since)}
        words = _("%(why)s sejak %(since)s. Kami terus mencoba. Bila mendesak, kirim tautannya atau telepon mereka.")
        return Travel(_("Belum sampai di %(who)s") % who, words % told, "warn", proofs)
    if waits is not None:
        words = (
            _("Biasanya sampai dalam hitungan detik.") if peer.talks else _("Hubungan ke sana sedang dimatikan admin.")
        )
        return Travel(_("Sedang dikirim ke %(who)s") % who, words, "info", proofs)
    words = _("Bukti terimanya ditandatangani server mereka.")
    return Travel(_("Sudah sampai di %(who)s") % who, words, "success", proofs)


def _proof(row: Message) -> str:
    told = {"what": row.get_kind_display(), "when": _when(row.settled_at)}
    return _("%(what)s: terkirim, bukti terima %(when)s") % told


def _when(moment: datetime) -> str:
    return f"{clock.local(moment):%d-%m-%Y %H.%M}"
