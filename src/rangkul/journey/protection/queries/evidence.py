"""The evidence of a case, and whether all of it is still as it came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from rangkul.base import crypto
from rangkul.base.models import Event
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import bytes_of
from rangkul.journey.protection import sealing
from rangkul.journey.protection.models import Evidence, Folder, within
from rangkul.journey.protection.states import EvidenceKind, Found

_WRITTEN = ("evidence.kept", "evidence.corrected", "evidence.handed_in", "chat.brought")


def evidence_of(folder: Folder) -> list[Evidence]:
    """In their order, each correction among them."""
    rows = Evidence.objects.filter(**within(folder)).select_related("key", "document__key", "by", "corrects")
    return list(rows.order_by("number"))


def originals(rows: list[Evidence]) -> list[tuple[Evidence, list[Evidence]]]:
    """Each piece with its corrections, the newest piece first."""
    return [
        (row, [one for one in rows if one.corrects_id == row.pk])
        for row in reversed(rows)
        if row.kind != EvidenceKind.CORRECTION
    ]


def one_evidence(folder: Folder, evidence_id: UUID) -> Evidence:
    """Raises Evidence.DoesNotExist where there is none that the asker sees."""
    rows = Evidence.objects.select_related("key", "document__key", "by", "case__key", "request__key", "corrects__key")
    return rows.get(pk=evidence_id, **within(folder))


@dataclass(frozen=True)
class Checked:
    """What was found at one place of the chain; `row` is None where one is missing."""

    number: int
    row: Evidence | None
    found: Found


def checked(folder: Folder) -> list[Checked]:
    """Every seal and every hash worked out again, beside the log, which nobody can change. Reads every file."""
    rows = {row.number: row for row in evidence_of(folder)}
    logged = {
        event.payload["number"]: event.payload["seal"]
        for event in Event.objects.filter(subject_id__in=_subjects(folder), name__in=_WRITTEN)
        if "seal" in event.payload
    }
    return list(_walk(rows, logged))


def _subjects(folder: Folder) -> list[UUID]:
    """Where the log speaks of it: also of the request from which the case came."""
    earlier = folder.request_id if isinstance(folder, Case) else None
    return [folder.pk, *([earlier] if earlier else [])]


def _walk(rows: dict[int, Evidence], logged: dict[int, str]) -> Iterator[Checked]:
    before: bytes | None = sealing.FIRST
    for number in range(1, max([0, *rows, *logged]) + 1):
        row = rows.get(number)
        if row is None:
            before = bytes.fromhex(logged[number]) if number in logged else None
            yield Checked(number, None, Found.MISSING)
            continue
        yield Checked(number, row, _found(row, before, logged.get(number)))
        before = bytes(row.seal)


def _found(row: Evidence, before: bytes | None, logged: str | None) -> Found:
    if row.key.wrapped is None:
        return Found.ERASED
    try:
        whole = (
            before is not None and sealing.seal_of(row, before) == bytes(row.seal) and bytes(row.seal).hex() == logged
        )
        if not whole:
            return Found.CHANGED
        return _original(row)
    except crypto.Unreadable:
        return Found.CHANGED


def _original(row: Evidence) -> Found:
    """The bytes or words that the hash stands for."""
    if row.document is None:
        same = sealing.digest(row.link if row.kind == EvidenceKind.LINK else row.words) == bytes(row.sha256)
        return Found.WHOLE if same else Found.CHANGED
    try:
        same = sealing.digest_of(bytes_of(row.document)) == bytes(row.sha256)
    except FileNotFoundError:
        return Found.GONE
    except crypto.Unreadable:
        same = False
    return Found.WHOLE if same else Found.BYTES
