"""Two people change the same words: nothing that one of them wrote is written over by the other (requirement A85).

A form that changes what stands carries a mark of each part as it was on the screen. What somebody else changed since
stays where this person left it alone; where both changed it, the form comes back with the other's words beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import blake2s
from typing import Any

from django.utils.translation import gettext as _

from rangkul.base.actions import Refused

_MOST = 400


class Overtaken(Refused):
    """`seen` is what the form carries from now on: the person has read the other's words."""

    def __init__(self, message: str, *, seen: str, field: str | None = None):
        super().__init__(message, code="overtaken", field=field)
        self.seen = seen


def marks(parts: Mapping[str, Any]) -> str:
    """ "wish:0a1b2c3d risks:…": what each part was."""
    return " ".join(f"{name}:{_mark(value)}" for name, value in sorted(parts.items()))


def _mark(value: Any) -> str:
    return blake2s(_plain(value).encode(), digest_size=4).hexdigest()


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").strip()
    return ",".join(sorted(map(str, value))) if isinstance(value, Iterable) else str(value)


def merged(stands: Mapping[str, Any], words: Mapping[str, Any], seen: str) -> dict[str, Any]:
    """Of `words`, what is to be written over what `stands`; without `seen` all of it. Raises Overtaken."""
    before = dict(part.split(":", 1) for part in seen.split() if ":" in part)
    found = {}
    for name, value in words.items():
        if name in before and _mark(stands[name]) not in (before[name], _mark(value)):
            if _mark(value) == before[name]:
                continue
            known = " ".join(f"{part}:{mark}" for part, mark in (before | {name: _mark(stands[name])}).items())
            raise Overtaken(_overtaken(stands[name]), seen=known, field=name)
        found[name] = value
    return found


def _overtaken(stands: Any) -> str:
    text = _plain(stands)
    return _(
        "Sementara Anda menulis, bagian ini diubah rekan Anda menjadi: “%(text)s”. Satukan keduanya, lalu simpan lagi."
    ) % {"text": text if len(text) <= _MOST else f"{text[:_MOST]}…"}


def require_seen(stands: Mapping[str, Any], seen: str, message: str) -> None:
    """Whoever agrees to words agrees to those that were on the screen. Raises Overtaken with `message`."""
    if seen and marks(stands) != seen:
        raise Overtaken(message, seen=marks(stands))
