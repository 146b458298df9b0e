"""Over the line: one letter out, its receipt back; and the card of another house. Nothing here touches the database."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

from rangkul.tell.exchange.peers.addresses import CARD, FILES, LETTERS
from rangkul.tell.exchange.peers.envelope import Letter, Unopened, pack, read_receipt
from rangkul.tell.exchange.peers.keys import Identity, PublicKey
from rangkul.tell.exchange.peers.states import Fault

SECONDS, FILE_SECONDS = 5, 60
_MOST = 8_000
# What lies with the other house and may be put right there: the letter waits.
_WAITS = {401: Fault.UNKNOWN, 403: Fault.CLOSED, 421: Fault.ELSEWHERE, 429: Fault.BUSY, 404: Fault.BROKEN}


@dataclass(frozen=True)
class Answered:
    """`receipt` is the proof as it came, `told` what it says; or `fault` with whether trying again may help."""

    receipt: bytes = b""
    told: dict[str, Any] | None = None
    fault: str = ""
    waits: bool = True


class _Straight(urllib.request.HTTPRedirectHandler):
    """Nobody sends our letters on to somewhere else."""

    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


_opener = urllib.request.build_opener(_Straight)


def post(address: str, letter: Letter, by: Identity, to: PublicKey, *, file: bool = False) -> Answered:
    """A letter that carries a file goes to a door of its own and is given longer."""
    headers = {"Content-Type": "application/json"}
    where, seconds = (FILES, FILE_SECONDS) if file else (LETTERS, SECONDS)
    asked = urllib.request.Request(f"{address}{where}", pack(letter, by, to), headers)  # noqa: S310  checked when kept
    try:
        with _opener.open(asked, timeout=seconds) as answer:
            raw = _all_of(answer)
    except urllib.error.HTTPError as error:
        return _refused(error)
    except (OSError, http.client.HTTPException):
        return Answered(fault=Fault.NO_ANSWER)
    try:
        return Answered(raw, read_receipt(raw, letter, to))
    except Unopened:
        return Answered(fault=Fault.NO_PROOF)


def _all_of(answer: http.client.HTTPResponse) -> bytes:
    """Never more than an answer has, nor for longer: a server that gives a byte now and then holds nobody up."""
    enough, found = time.monotonic() + SECONDS, b""
    while len(found) < _MOST and (piece := answer.read1(_MOST)):
        found += piece
        if time.monotonic() > enough:
            raise TimeoutError
    return found


def _refused(error: urllib.error.HTTPError) -> Answered:
    with error:
        if error.code in _WAITS:
            return Answered(fault=_WAITS[error.code])
        if error.code in (400, 409, 410, 413):
            return Answered(fault=Fault.REFUSED, waits=False)
    return Answered(fault=Fault.BROKEN)


def fetch_key(address: str) -> PublicKey:
    """What the house at that address says its key is; a person compares it before it counts. Raises ValueError."""
    try:
        with _opener.open(f"{address}{CARD}", timeout=SECONDS) as answer:
            found = json.loads(_all_of(answer))
        return PublicKey.read(found["key"])
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("no key there") from error
