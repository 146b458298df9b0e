"""The seals of the evidence of a request and its case: each holds the one before it, so that a missing or changed row
shows.

A seal is SHA-256 over the UTF-8 of a JSON list with sorted keys and no blanks: the seal before it in hexadecimal (64
noughts for the first), then the row. Whoever holds the list and the salt can work it out again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from rangkul.journey.protection.models import Evidence

FIRST = bytes(32)


def seal_of(row: Evidence, before: bytes) -> bytes:
    said = json.dumps([before.hex(), _values(row)], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(said.encode()).digest()


def _values(row: Evidence) -> dict[str, Any]:
    return {
        **_where(row),
        "number": row.number,
        "kind": row.kind,
        "title": row.title,
        "document": str(row.document_id or ""),
        "link": row.link,
        "words": row.words,
        "brought_by": row.brought_by,
        "basis": row.basis,
        "happened": row.happened,
        "came_at": _moment(row.came_at),
        "made_at": _moment(row.made_at),
        "by": str(row.by_id or ""),
        "corrects": str(row.corrects_id or ""),
        "sha256": row.sha,
        "salt": row.salt,
    }


def _where(row: Evidence) -> dict[str, str]:
    """Where it began, which going over to a case leaves as it was."""
    return {"request": str(row.request_id)} if row.request_id else {"case": str(row.case_id)}


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat()


def digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def digest_of(chunks: Iterable[bytes]) -> bytes:
    whole = hashlib.sha256()
    for chunk in chunks:
        whole.update(chunk)
    return whole.digest()
