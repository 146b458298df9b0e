"""The list of other houses: added, compared by fingerprint, switched off and on; and the change of our own key."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rangkul.base import clock
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.tell.exchange.peers import addresses, policy, posting, queries
from rangkul.tell.exchange.peers.keys import PublicKey
from rangkul.tell.exchange.peers.models import HouseKey, Peer, Reach


def _about(peer: Peer, **payload: object) -> Done:
    return Done(peer, subject=("peer", peer.pk), payload=payload, agency_id=peer.agency_id)


def _key(address: str, text: str) -> PublicKey:
    """As it was typed, else as the house at that address says it. Raises Refused."""
    if text.strip():
        try:
            return PublicKey.read(text)
        except ValueError:
            raise Refused(
                _("Kunci ini belum lengkap. Salin seluruhnya dari halaman server itu."), field="key", code="key"
            ) from None
    try:
        return posting.fetch_key(address)
    except ValueError:
        raise Refused(
            _("Kuncinya belum bisa diambil dari alamat itu. Coba lagi, atau tempel kuncinya di bawah."),
            field="address",
            code="no_answer",
        ) from None


def _saved(peer: Peer) -> None:
    try:
        with transaction.atomic():
            peer.save()
    except IntegrityError as error:
        if "kid" not in str(error):
            raise
        raise Refused(_("Server dengan kunci ini sudah dicatat."), field="address", code="twice") from None


@action("peer.added", may=policy.may_keep)
def add_peer(*, by: Asker, name: str, address: str, key: str = "") -> Done:
    """It counts for nothing before its fingerprint was compared."""
    if not name.strip():
        raise Refused(_("Tulis nama lembaga yang menjalankan server itu."), field="name", code="empty")
    address = addresses.cleaned(address)
    found = _key(address, key)
    if found.kid in {one.kid for one in queries.identities().values()}:
        raise Refused(_("Ini kunci server Anda sendiri."), field="address", code="own")
    peer = Peer(agency_id=by.agency_id, name=name.strip()[:160], address=address, our_generation=queries.generation())
    peer.public, peer.kid = found.raw, found.kid
    _saved(peer)
    return _about(peer)


@action("peer.confirmed", may=policy.may_keep)
def confirm(*, by: Asker, peer: Peer) -> Done:
    """A person compared the fingerprint by telephone or letter with whoever keeps the other house."""
    held = Peer.objects.select_for_update().get(pk=peer.pk)
    if held.confirmed_at is not None:
        return Done(held, silent=True)
    if held.kid != peer.kid:
        raise Refused(_("Kuncinya baru saja berganti. Bandingkan sidik kunci yang baru."), code="changed")
    held.confirmed_at, held.confirmed_by_id, held.next_try_at = clock.now(), by.staff_id, clock.now()
    held.save(update_fields=["confirmed_at", "confirmed_by", "next_try_at"])
    return _about(held)


@action("peer.key_replaced", may=policy.may_keep)
def replace_key(*, by: Asker, peer: Peer, key: str = "") -> Done:
    """The other house changed its key: the new one is compared like the first; until then everything waits."""
    held = Peer.objects.select_for_update().get(pk=peer.pk)
    found = _key(held.address, key)
    if found.kid == held.kid:
        raise Refused(_("Kuncinya masih sama."), field="key", code="same")
    held.public, held.kid, held.confirmed_at, held.confirmed_by = found.raw, found.kid, None, None
    _saved(held)
    return _about(held)


@action("peer.switched", may=policy.may_keep)
def switch(*, by: Asker, peer: Peer, on: bool) -> Done:
    held = Peer.objects.select_for_update().get(pk=peer.pk)
    if held.active == on:
        return Done(held, silent=True)
    held.active, held.next_try_at = on, clock.now()
    held.save(update_fields=["active", "next_try_at"])
    return _about(held, on=on)


@action("peer.reach_added", may=policy.may_keep)
def reach(*, by: Asker, peer: Peer, organization_id: UUID, name: str) -> Done:
    """From now on a referral to this organisation goes to that house directly."""
    try:
        with transaction.atomic():
            Reach.objects.create(peer=peer, agency_id=peer.agency_id, organization_id=organization_id, name=name[:160])
    except IntegrityError:
        raise Refused(_("Lembaga ini sudah dicapai lewat sebuah server."), field="organization", code="twice") from None
    return _about(peer, organization=str(organization_id))


@action("peer.reach_ended", may=policy.may_keep)
def unreach(*, by: Asker, peer: Peer, reach: Reach) -> Done:
    gone, _rows = Reach.objects.filter(pk=reach.pk, peer=peer).delete()
    return Done(peer, silent=True) if not gone else _about(peer, organization=str(reach.organization_id))


@action("house_key.changed", may=policy.is_house)
def change_house_key(*, by: Asker) -> Done:
    """A new pair; the one before opens letters for thirty days more, and signs for those who do not know the new."""
    row = HouseKey.objects.create(generation=queries.generation() + 1)
    return Done(row, subject=("house_key", row.pk), payload={"generation": row.generation})
