"""Another house, as far as it can be heard over the line: its keys, what it says, and how it answers."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from rangkul.base import clock
from rangkul.base.ids import new_id
from rangkul.tell.exchange.peers import keys
from rangkul.tell.exchange.peers.envelope import (
    LARGEST,
    Letter,
    Opened,
    Unopened,
    open_letter,
    pack,
    read_receipt,
    receipt,
)
from rangkul.tell.exchange.peers.files import LARGEST_LETTER
from rangkul.tell.exchange.peers.keys import Identity, PublicKey
from rangkul.tell.exchange.peers.posting import Answered
from rangkul.tell.exchange.peers.states import Fault


def drawn() -> Identity:
    return Identity.of(secrets.token_bytes(32), secrets.token_bytes(32))


@dataclass
class OtherHouse:
    """`down`: nobody answers. `got`: what it has read, in order, each once."""

    identity: Identity = field(default_factory=drawn)
    down: bool = False
    takes_no_files: bool = False
    got: list[dict[str, Any]] = field(default_factory=list)
    proofs: dict[UUID, bytes] = field(default_factory=dict)
    effects: dict[str, str] = field(default_factory=dict)
    posts: int = 0
    n: int = 0

    @property
    def public(self) -> PublicKey:
        return self.identity.public

    def letter(self, kind: str, thread: UUID, **words: Any) -> Letter:
        self.n += 1
        made = clock.now()
        body = {"thread": str(thread), "n": self.n, "kind": kind, **words}
        return Letter(new_id(), made, made + timedelta(days=2), body)

    def packed(self, letter: Letter, to: PublicKey | None = None) -> bytes:
        return pack(letter, self.identity, to or keys.own(1).public)

    def proved(self, letter: Letter, raw: bytes) -> str:
        """The effect that our receipt tells, where it is ours."""
        return read_receipt(raw, letter, keys.own(1).public)["effect"]

    def post(self, _address: str, letter: Letter, by: Identity, to: PublicKey, *, file: bool = False) -> Answered:
        """In the place of the line: opens what comes as the real house would."""
        self.posts += 1
        if self.down:
            return Answered(fault=Fault.NO_ANSWER)
        if file and self.takes_no_files:
            return Answered(fault=Fault.BROKEN)
        largest, known = LARGEST_LETTER if file else LARGEST, {by.kid: by.public}
        try:
            opened = open_letter(pack(letter, by, to), [self.identity], known, datetime.now(UTC), largest=largest)
        except Unopened as error:
            return Answered(fault=Fault.UNKNOWN if error.status == 401 else Fault.REFUSED, waits=error.status == 401)
        raw = self._once(opened)
        return Answered(raw, read_receipt(raw, letter, to))

    def _once(self, opened: Opened) -> bytes:
        known = self.proofs.get(opened.letter.id)
        if known is None:
            self.got.append(dict(opened.letter.body))
            effect = self.effects.get(opened.letter.body["kind"], "done")
            known = self.proofs[opened.letter.id] = receipt(opened, effect, datetime.now(UTC))
        return known

    @property
    def kinds(self) -> list[str]:
        return [one["kind"] for one in self.got]
