"""A picture of a form drawn anew, so that nothing of what was uploaded but its colours is kept or served."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from django.utils.translation import gettext as _
from PIL import Image

from rangkul.base.files import preview

# What a question needs on a screen and on paper.
LONGEST_SIDE = 1024
MOST_PIXELS = 40_000_000
LARGEST = 400_000
# Bytes of all pictures of one form.
TOGETHER = 8_000_000
_KINDS = ["PNG", "JPEG", "WEBP", "GIF"]


class NotAPicture(Exception):
    """The sentence says why, to who uploaded it."""


@dataclass(frozen=True)
class Drawn:
    data: bytes
    media_type: str
    width: int
    height: int


def drawn(data: bytes) -> Drawn:
    """The kind is told by the bytes, never by the name. Raises NotAPicture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _drawn(data)
    except Image.DecompressionBombWarning:
        raise NotAPicture(_("Gambar terlalu besar. Perkecil ukurannya lebih dulu.")) from None
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise NotAPicture(_("Berkas ini bukan gambar PNG, JPEG, WebP, atau GIF yang utuh.")) from None


def _drawn(data: bytes) -> Drawn:
    with Image.open(io.BytesIO(data), formats=_KINDS) as original:
        if original.width * original.height > MOST_PIXELS:
            raise NotAPicture(_("Gambar terlalu besar. Perkecil ukurannya lebih dulu."))
        kind = original.format
        return _kept(preview.turned(original, LONGEST_SIDE), photo=kind == "JPEG")


def _kept(picture: Image.Image, *, photo: bool) -> Drawn:
    """PNG for drawings, whose lines and see-through ground it keeps; JPEG for what would be large."""
    flat = picture if picture.mode in {"RGB", "L"} else picture.convert("RGB" if photo else "RGBA")
    if not photo:
        made = _saved(flat, "PNG", optimize=True)
        if len(made) <= LARGEST:
            return Drawn(made, "image/png", *flat.size)
    return Drawn(_saved(preview.on_white(flat), "JPEG", quality=82), "image/jpeg", *flat.size)


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()
