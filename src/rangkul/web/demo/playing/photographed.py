"""A sheet of paper as somebody photographed it, drawn here: the demo world shows nobody's real paper."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont


def photographed(lines: Sequence[str]) -> io.BytesIO:
    picture = Image.new("RGB", (900, 520), "#f3ead8")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((30, 30, 870, 490), outline="#8a7a5c", width=3)
    for line, words in enumerate(lines):
        pen.text((70, 80 + 70 * line), words, fill="#2b2a28", font=ImageFont.load_default(34))
    file = io.BytesIO()
    picture.save(file, "JPEG")
    return file
