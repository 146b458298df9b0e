"""A small picture of a picture: decoded and drawn anew, so that nothing of the original but its colours is served."""

import io
from typing import BinaryIO

from PIL import Image, ImageOps

LONGEST_SIDE = 1280


# What the library raises for a picture that is broken, or made to break what reads it.
UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)


def upright(file: BinaryIO, longest: int) -> Image.Image:
    """The picture as it is held, at most `longest` on a side. Raises what UNREADABLE names."""
    file.seek(0)
    with Image.open(file, formats=["JPEG", "PNG", "WEBP"]) as original:
        return turned(original, longest)


def turned(original: Image.Image, longest: int) -> Image.Image:
    """An opened picture as it is held, at most `longest` on a side; a large photo is never decoded whole."""
    original.draft("RGB", (longest, longest))
    held = ImageOps.exif_transpose(original)
    held.thumbnail((longest, longest))
    return held


def on_white(picture: Image.Image) -> Image.Image:
    """What can be seen through stands on white, as it would on paper."""
    if picture.mode not in ("RGBA", "LA", "P"):
        return picture.convert("RGB")
    picture = picture.convert("RGBA")
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def preview_of(file: BinaryIO) -> io.BytesIO | None:
    """A JPEG without metadata (a photo tells where it was taken), or None where the picture cannot be drawn."""
    drawn = io.BytesIO()
    try:
        on_white(upright(file, LONGEST_SIDE)).save(drawn, "JPEG", quality=80)
    except UNREADABLE:
        return None
    finally:
        file.seek(0)
    drawn.seek(0)
    return drawn
