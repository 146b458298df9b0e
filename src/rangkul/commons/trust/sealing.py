"""The event log sealed in batches: each seal hashes its rows and the seal before it, so no row can change unseen.

Only events older than SETTLED are sealed, far more than any transaction of the application may last: a number is given
when a row is inserted and becomes visible at commit, so a younger batch could still get a late row in its middle.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
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


def _digest(previous: bytes, events: Iterator[Event]) -> tuple[bytes, int]:
    digest, count = hashlib.sha256(previous), 0
    for event in events:
        digest.update(_canonical(event) + b"\n")
        count += 1
    return digest.digest(), count


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
    digest, count = _digest(previous, _rows(begin, ids[-1]))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO trust_seal (sealed_at, from_id, to_id, count, previous, digest)"
            " VALUES (now(), %s, %s, %s, %s, %s)",
            [begin, ids[-1], count, previous, digest],
        )
    return count


def verify_chain(progress: Progress = quiet) -> Verdict:
    """Walk every seal from the first; say which batches were changed, shortened or filled up afterwards."""
    with asking_as(job("trust.verify")):
        return _verify(progress)


def _verify(progress: Progress) -> Verdict:
    previous, end, events, broken = _BEGINNING, 0, 0, []
    seals = _seals()
    for number, seal in enumerate(seals, 1):
        digest, count = _digest(bytes(seal.previous), _rows(seal.from_id, seal.to_id))
        if bytes(seal.previous) != previous or seal.from_id != end + 1:
            broken.append(f"segel {seal.pk} tidak menyambung segel sebelumnya")
        elif count != seal.count:
            broken.append(f"kejadian {seal.from_id} sampai {seal.to_id}: ada {count}, disegel {seal.count}")
        elif digest != bytes(seal.digest):
            broken.append(f"kejadian {seal.from_id} sampai {seal.to_id}: isinya diubah")
        previous, end, events = bytes(seal.digest), seal.to_id, events + count
        progress("Memeriksa segel", number, len(seals))
    return Verdict(events, len(seals), tuple(broken))
