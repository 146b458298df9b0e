"""One LISTEN connection a process; every open stream hears of what may concern it.

Two kinds of payload come over the one channel, ids only:

    <number> <topic>…                     an event of the log with that number (a trigger sends it)
    <name> <subject> <detail> <topic>…    a passing notice, kept nowhere (`telling.tell` sends it)
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from dataclasses import dataclass, field
from uuid import UUID

import psycopg

log = logging.getLogger(__name__)

# The notice that a door without an account opens no more to those who are inside by its code of until now.
SHUT = "door.shut"
# Who does not come to listen for so long misses passing notices only; what is kept is looked up.
MOST_NOTICES = 50
# Seconds until a lost database is tried again.
_PAUSE = 1.0
_DOOR = "door:"


@dataclass(frozen=True)
class Notice:
    """Something that is over in a moment: `name` says what, of which `subject`; `detail` is an id, a number or "-"."""

    name: str
    subject: str
    detail: str


def door_topic(ticket_id: UUID) -> str:
    return f"{_DOOR}{ticket_id}"


@dataclass(eq=False)
class Ear:
    """One open stream: the ids that it listens for, its wake-up call, and what it was woken for."""

    topics: frozenset[str]
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    # Something that is kept may have come; at first everything may.
    look: bool = True
    notices: tuple[Notice, ...] = ()
    # Nothing more is told, not even what came before.
    shut: bool = False

    @property
    def by_door(self) -> bool:
        return any(topic.startswith(_DOOR) for topic in self.topics)

    def wake(self, notice: Notice | None = None) -> None:
        if notice is None:
            self.look = True
        elif notice.name == SHUT:
            self.shut = True
        elif len(self.notices) < MOST_NOTICES:
            self.notices += (notice,)
        self.woken.set()

    def take(self) -> tuple[bool, tuple[Notice, ...]]:
        """What it was woken for since it was asked last."""
        taken = self.look, self.notices
        self.look, self.notices = False, ()
        self.woken.clear()
        return taken


class Hub:
    def __init__(self, conninfo: str):
        self.conninfo = conninfo
        # By topic: thousands of streams are open, and what happens concerns a few of them.
        self.ears: defaultdict[str, set[Ear]] = defaultdict(set)
        self._task: asyncio.Task | None = None

    def join(self, ear: Ear) -> None:
        for topic in ear.topics:
            self.ears[topic].add(ear)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._listen())

    def leave(self, ear: Ear) -> None:
        for topic in ear.topics:
            self.ears[topic].discard(ear)
            if not self.ears[topic]:
                del self.ears[topic]

    async def _listen(self) -> None:
        """Listen until the process ends; a lost database is tried again, and every ear looks for what it missed."""
        away = False
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(self.conninfo, autocommit=True) as connection:
                    await connection.execute("LISTEN rangkul")
                    self._wake_all(away=away)
                    async for notice in connection.notifies():
                        self._wake(notice.payload)
            except psycopg.Error as error:
                log.warning("stream lost its database: %s", type(error).__name__)
                await asyncio.sleep(_PAUSE)
            away = True

    def _wake(self, payload: str) -> None:
        first, *words = payload.split()
        if first.isdecimal():
            notice, topics = None, words
        else:
            subject, detail, *topics = words
            notice = Notice(first, subject, detail)
        for ear in self._concerned(topics):
            ear.wake(notice)

    def _concerned(self, topics: list[str]) -> set[Ear]:
        return {ear for topic in topics for ear in self.ears.get(topic, ())}

    def _wake_all(self, *, away: bool = False) -> None:
        """Everybody looks. `away`: nobody listened for a while, and a door that was shut then is kept nowhere; whoever
        came by one comes back and is asked again."""
        for ear in self._concerned(list(self.ears)):
            ear.shut = ear.shut or (away and ear.by_door)
            ear.wake()
