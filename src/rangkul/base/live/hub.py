"""One LISTEN connection a process; every open stream hears of the events that may concern it."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field

import psycopg

log = logging.getLogger(__name__)


@dataclass(eq=False)
class Ear:
    """One open stream: the ids of the units and subjects it listens for, and its wake-up call."""

    topics: frozenset[str]
    woken: asyncio.Event = field(default_factory=asyncio.Event)


class Hub:
    def __init__(self, conninfo: str):
        self.conninfo = conninfo
        self.ears: set[Ear] = set()
        self._task: asyncio.Task | None = None

    def join(self, ear: Ear) -> None:
        self.ears.add(ear)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._listen())

    def leave(self, ear: Ear) -> None:
        self.ears.discard(ear)

    async def _listen(self) -> None:
        """Listen until the process ends; a lost database is tried again, and every ear looks for what it missed."""
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self.conninfo, autocommit=True) as connection:
                    await connection.execute("LISTEN rangkul")
                    self._wake_all()
                    async for notice in connection.notifies():
                        self._wake(notice.payload)
            except psycopg.Error as error:
                log.warning("stream lost its database: %s", type(error).__name__)
                await asyncio.sleep(1)

    def _wake(self, payload: str) -> None:
        words = payload.split()
        for ear in self.ears:
            if not ear.topics.isdisjoint(words[1:]):
                ear.woken.set()

    def _wake_all(self) -> None:
        for ear in self.ears:
            ear.woken.set()
