"""Keys of what has no row of its own: the same for the same thing, so that whoever reads twice meets it again."""

from hashlib import sha1
from uuid import UUID

_SPACE = UUID("5c3c7c1c-9b0e-5f0e-9d57-1c5b53f5a001").bytes


def made(*parts: object) -> str:
    """A UUID of version 5, written down at once: a page of entries holds thousands of them."""
    name = "/".join(map(str, parts)).encode()
    found = sha1(_SPACE + name, usedforsecurity=False).hexdigest()
    variant = "89ab"[int(found[16], 16) & 3]
    return f"{found[:8]}-{found[8:12]}-5{found[13:16]}-{variant}{found[17:20]}-{found[20:32]}"
