"""Under ASGI too a body without end is refused before it is kept."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings

from rangkul.web.middleware.limits import BoundedReceive

PIECE = b"x" * 65_536


def body_seen(headers: list, *, pieces: int) -> tuple[int, int, dict]:
    """Bytes that reach the pages, pieces taken from the line, and the scope afterwards."""
    taken = 0

    async def receive():
        nonlocal taken
        taken += 1
        return {"type": "http.request", "body": PIECE, "more_body": taken < pieces}

    async def read() -> int:
        kept = 0
        while True:
            message = await bounded()
            kept += len(message.get("body", b""))
            if not message.get("more_body"):
                return kept

    scope = {"headers": headers}
    bounded = BoundedReceive(scope, receive)
    # In a thread of its own: where browser tests ran before, this one already has an event loop.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(read())).result(), taken, scope


def test_a_small_body_passes_whole():
    assert body_seen([], pieces=3)[:2] == (3 * len(PIECE), 3)


def test_a_told_length_that_is_too_large_reads_nothing():
    assert body_seen([(b"content-length", b"20971520")], pieces=320)[:2] == (0, 0)


@pytest.mark.parametrize("length", [b"-1", b"9" * 400, b"\xb2", b"banyak"])
def test_a_length_that_is_none_reads_nothing(length):
    assert body_seen([(b"content-length", length)], pieces=3)[:2] == (0, 0)


def test_a_body_that_does_not_tell_its_length_is_cut_at_the_bound():
    kept, taken, scope = body_seen([(b"transfer-encoding", b"chunked")], pieces=10_000)
    assert kept <= settings.LARGEST_BODY
    assert taken < 300
    assert int(dict(scope["headers"])[b"content-length"]) > settings.LARGEST_BODY
