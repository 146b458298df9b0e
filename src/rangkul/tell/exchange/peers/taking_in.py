"""One letter from another house: believed or refused, taken in once, and answered with a signed receipt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.http import Http404

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import acting
from rangkul.tell.exchange.peers import actions, queries
from rangkul.tell.exchange.peers.actions.arriving import effect_of, line, moment
from rangkul.tell.exchange.peers.envelope import LARGEST, Opened, Unopened, open_letter, receipt
from rangkul.tell.exchange.peers.files import Brought, brought_by
from rangkul.tell.exchange.peers.house import HOUSE
from rangkul.tell.exchange.peers.models import Heard, Incoming, Peer
from rangkul.tell.exchange.peers.states import ENDING, FROM_SENDER, Effect, Kind


def take_in(raw: bytes, *, largest: int = LARGEST) -> bytes:
    """The receipt. Raises Unopened; then nothing was changed but the log."""
    with acting(HOUSE):
        peer = None
        try:
            with transaction.atomic():
                ours = queries.identities()
                known = {one.kid: one for one in Peer.objects.filter(confirmed_at__isnull=False)}
                opened = open_letter(
                    raw,
                    ours.values(),
                    {kid: one.key for kid, one in known.items()},
                    clock.now(),
                    largest=largest,
                )
                peer = known[opened.sender]
                return _once(_held(peer, opened, ours), opened)
        except Unopened as error:
            actions.refuse(by=HOUSE, code=error.code, status=error.status, peer=peer or _named(error.sender))
            raise


def _named(kid: str) -> Peer | None:
    return Peer.objects.filter(kid=kid).first() if kid else None


def _held(peer: Peer, opened: Opened, ours: Mapping[int, Any]) -> Peer:
    """One letter of a house at a time: a twin waits here, and finds what its brother did."""
    held = Peer.objects.select_for_update().get(pk=peer.pk)
    if not held.talks:
        raise Unopened(403, "closed", held.kid)
    held.our_generation = next(at for at, one in ours.items() if one.kid == opened.addressed.kid)
    held.heard_at = clock.now()
    held.save(update_fields=["our_generation", "heard_at"])
    return held


def _once(peer: Peer, opened: Opened) -> bytes:
    letter = opened.letter
    kept = Heard.objects.filter(peer=peer, message_id=letter.id).first()
    if kept is not None:
        if kept.digest != letter.digest:
            raise Unopened(409, "altered", peer.kid)
        return bytes(kept.receipt)
    thread, n, kind = _named_by(letter.body)
    last = Heard.objects.filter(peer=peer, thread=thread).aggregate(last=Max("n"))["last"] or 0
    if n <= last:
        raise Unopened(409, "out_of_order", peer.kid)
    effect = _done(peer, thread, kind, letter.body)
    proof = receipt(opened, effect, clock.now())
    Heard.objects.create(
        peer=peer, message_id=letter.id, thread=thread, n=n, kind=kind, digest=letter.digest, effect=effect,
        receipt=proof,
    )  # fmt: skip
    return proof


def _named_by(body: Mapping[str, Any]) -> tuple[UUID, int, str]:
    n, kind = body.get("n"), body.get("kind")
    try:
        thread = UUID(line(body, "thread"))
    except ValueError as error:
        raise Unopened(400, "unreadable") from error
    if type(n) is not int or not 0 < n < 1_000_000 or kind not in Kind.values:
        raise Unopened(400, "unreadable")
    return thread, n, kind


def _done(peer: Peer, thread: UUID, kind: str, body: Mapping[str, Any]) -> str:
    """What the house itself may not do (it has ended meanwhile, was answered already) changes nothing."""
    try:
        with transaction.atomic():
            if kind == Kind.FILE:
                return _file(peer, brought_by(body))
            return _from_sender(peer, thread, kind, body) if kind in FROM_SENDER else _answered(peer, thread, body)
    except (PermissionDenied, Http404):
        return Effect.NONE
    except Refused as error:
        if error.code == "nobody":
            raise Unopened(503, "nobody", peer.kid) from error
        return Effect.NONE


def _file(peer: Peer, brought: Brought) -> str:
    """With a referral that came here, or a result of one that went there."""
    row = Incoming.objects.select_related("key").filter(peer=peer, thread=brought.of).first()
    if row is not None:
        actions.keep_file(by=HOUSE, incoming=row, brought=brought)
        return Effect.DONE
    if not apps.is_installed("rangkul.support.referral"):
        return Effect.NONE
    from rangkul.tell.exchange.peers.referring import hearing

    return hearing.hear_file(peer, brought)


def _answered(peer: Peer, thread: UUID, body: Mapping[str, Any]) -> str:
    if not apps.is_installed("rangkul.support.referral"):
        return Effect.NONE
    from rangkul.tell.exchange.peers.referring import hearing

    return hearing.hear(peer, thread, body)


def _from_sender(peer: Peer, thread: UUID, kind: str, body: Mapping[str, Any]) -> str:
    row = Incoming.objects.select_related("key", "request__key", "peer").filter(peer=peer, thread=thread).first()
    if kind == Kind.REFERRAL:
        if row is None:
            actions.arrive(by=HOUSE, peer=peer, thread=thread, body=body)
        return Effect.DONE if row is None else Effect.NONE
    if row is None:
        # Of what never arrived nothing is here.
        return Effect.ERASED if kind == Kind.WITHDRAWN else Effect.NONE
    return _gone_on(row, kind, body)


def _gone_on(row: Incoming, kind: str, body: Mapping[str, Any]) -> str:
    if not row.is_living:
        if kind == Kind.WITHDRAWN and not row.was_withdrawn:
            actions.withdraw_ended(by=HOUSE, incoming=row, stop_due=_stop_due(body))
        return effect_of(row) if row.was_withdrawn else Effect.NONE
    if kind in ENDING:
        actions.end(by=HOUSE, incoming=row, kind=kind, stop_due=_stop_due(body))
        return effect_of(row) if kind == Kind.WITHDRAWN else Effect.DONE
    _GOING_ON[kind](row, body)
    return Effect.DONE


def _stop_due(body: Mapping[str, Any]) -> datetime | None:
    return moment(body, "stop_due") if "stop_due" in body else None


_GOING_ON: dict[str, Callable[[Incoming, Mapping[str, Any]], Any]] = {
    Kind.ANSWER: lambda row, body: actions.hear_answer(by=HOUSE, incoming=row, words=line(body, "words", 10_000)),
    Kind.EXTENDED: lambda row, body: actions.extend(by=HOUSE, incoming=row, until=moment(body, "valid_to")),
}
