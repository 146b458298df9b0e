"""The event log sealed in batches: each seal hashes its rows and the seal before it, so no row can change unseen.

Only events older than SETTLED are sealed, far more than any transaction of the application may last: a number is given
when a row is inserted and becomes visible at commit, so a younger batch could still get a late row in its middle.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, timedelta

from django.db import connection

from rangkul.base import clock
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.base.progress import Progress, quiet
from rangkul.commons.trust.models import Seal

SETTLED = timedelta(minutes=5)
BATCH = 5000
_BEGINNING = bytes(32)
# Of each kind of damage in one batch; more would only fill the screen.
_NAMED = 20
_COLUMNS = ("id", "at", "name", "by_kind", "by_id", "by_name", "agency_id", "unit_id", "subject_kind", "subject_id",
            "payload")  # fmt: skip


@dataclass(frozen=True)
class Verdict:
    """`broken` holds one sentence for each seal that does not fit its rows; `events` and `seals` were looked at."""

    events: int
    seals: int
    broken: tuple[str, ...] = ()

    @property
    def intact(self) -> bool:
        return not self.broken

    def __str__(self) -> str:
        return "; ".join(self.broken) or f"{self.events} kejadian dalam {self.seals} segel"


def _canonical(event: Event) -> bytes:
    """One row as JSON with sorted keys, no spaces, times in UTC: the same bytes on every machine."""
    values = [getattr(event, column) for column in _COLUMNS]
    values[1] = event.at.astimezone(UTC).isoformat(timespec="microseconds")
    return json.dumps(values, default=str, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@dataclass(frozen=True)
class _Batch:
    """`marks`: each event's number (8 bytes) and the beginning of its own hash (8 bytes), to say which one is wrong."""

    digest: bytes
    count: int
    marks: bytes


def _digest(previous: bytes, events: Iterable[Event]) -> _Batch:
    digest, count, marks = hashlib.sha256(previous), 0, bytearray()
    for event in events:
        row = _canonical(event)
        digest.update(row + b"\n")
        marks += event.pk.to_bytes(8) + hashlib.sha256(row).digest()[:8]
        count += 1
    return _Batch(digest.digest(), count, bytes(marks))


def _by_number(marks: bytes) -> dict[int, bytes]:
    return {int.from_bytes(marks[at : at + 8]): marks[at + 8 : at + 16] for at in range(0, len(marks), 16)}


def _difference(sealed: bytes, found: bytes) -> str:
    """Which events differ, in words; empty where the marks cannot tell."""
    before, now = _by_number(sealed), _by_number(found)
    numbers = {
        "diubah": [n for n in before if n in now and before[n] != now[n]],
        "hilang": [n for n in before if n not in now],
        "ditambahkan": [n for n in now if n not in before],
    }
    return ", ".join(f"{word} {' '.join(map(str, sorted(ids)[:_NAMED]))}" for word, ids in numbers.items() if ids)


def _seals() -> list[Seal]:
    return list(Seal.objects.order_by("id"))


def _rows(first: int, last: int) -> Iterator[Event]:
    return Event.objects.filter(id__gte=first, id__lte=last).order_by("id").iterator(chunk_size=1000)


def seal_next() -> int:
    """Seal one batch of settled events; the number of events in it. Run by one job at a time."""
    last = Seal.objects.order_by("-id").first()
    begin = last.to_id + 1 if last else 1
    settled = Event.objects.filter(id__gte=begin, at__lt=clock.now() - SETTLED)
    ids = list(settled.order_by("id").values_list("id", flat=True)[:BATCH])
    if not ids:
        return 0
    previous = bytes(last.digest) if last else _BEGINNING
    batch = _digest(previous, _rows(begin, ids[-1]))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO trust_seal (sealed_at, from_id, to_id, count, previous, digest, marks)"
            " VALUES (now(), %s, %s, %s, %s, %s, %s)",
            [begin, ids[-1], batch.count, previous, batch.digest, batch.marks],
        )
    return batch.count


def verify_chain(progress: Progress = quiet) -> Verdict:
    """Walk every seal from the first; say which events were changed, removed or added afterwards."""
    with asking_as(job("trust.verify")):
        return _verify(progress)


def _verify(progress: Progress) -> Verdict:
    previous, end, events, broken = _BEGINNING, 0, 0, []
    seals = _seals()
    for number, seal in enumerate(seals, 1):
        batch = _digest(bytes(seal.previous), _rows(seal.from_id, seal.to_id))
        if bytes(seal.previous) != previous or seal.from_id != end + 1:
            broken.append(f"segel {seal.pk} tidak menyambung segel sebelumnya")
        if wrong := _wrong(seal, batch):
            broken.append(f"kejadian {seal.from_id} sampai {seal.to_id}: {wrong}")
        previous, end, events = bytes(seal.digest), seal.to_id, events + batch.count
        progress("Memeriksa segel", number, len(seals))
    return Verdict(events, len(seals), tuple(broken))


def _wrong(seal: Seal, batch: _Batch) -> str:
    """What does not fit between a seal and its rows; empty where everything does."""
    if batch.digest == bytes(seal.digest) and batch.count == seal.count:
        return ""
    return _difference(bytes(seal.marks), batch.marks) or "segelnya sendiri diubah"
