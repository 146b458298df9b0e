"""What a stream can tell besides the event log: a later package registers a source under the name by which a page asks.

    sources.SOURCES["ruang"] = RoomSource()      # EventSource("/aliran/?ruang=<id>&setelah=<cursor>")

A stream with a source tells that source alone: the other news of a worker's browser come over the stream that its tabs
share, and whoever holds a ticket hears nothing of the office's log.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Protocol

from rangkul.base.asking import Asker


@dataclass(frozen=True)
class Told:
    """One thing of a source: `cursor` is the place after it, `name` the event's in the browser, `data` becomes JSON."""

    cursor: str
    name: str
    data: dict[str, Any]


class Source(Protocol):
    """All methods are asked under the rights of the one who listens, in a transaction that can only read."""

    # Names of passing notices after which this source is looked at; others are passed on.
    wakes: Collection[str]

    def topics(self, asker: Asker, wanted: str) -> frozenset[str]:
        """What to listen for; empty where the asker has no part in it, or it is not there."""

    def since(self, asker: Asker, wanted: str, cursor: str) -> list[Told]:
        """What came after the cursor, oldest first, at most `reading.BATCH`. An empty cursor, or one that cannot be
        read, is the beginning."""


SOURCES: dict[str, Source] = {}
