"""A small picture of a picture: decoded and drawn anew, so that nothing of the original but its colours is served."""

import io
from typing import BinaryIO

from PIL import Image, ImageOps

LONGEST_SIDE = 1280


def preview_of(file: BinaryIO) -> io.BytesIO | None:
    """A JPEG without metadata (a photo tells where it was taken), or None where the picture cannot be drawn."""
    file.seek(0)
    try:
        with Image.open(file, formats=["JPEG", "PNG", "WEBP"]) as original:
            original.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(original)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            drawn = io.BytesIO()
            _on_white(upright).save(drawn, "JPEG", quality=80)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    finally:
        file.seek(0)
    drawn.seek(0)
    return drawn


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode in ("RGBA", "LA", "P"):
        picture = picture.convert("RGBA")
        ground = Image.new("RGB", picture.size, "white")
        ground.paste(picture, mask=picture.getchannel("A"))
        return ground
    return picture.convert("RGB")
