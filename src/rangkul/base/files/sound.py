"""A recorded voice: which kind it is, told by its own bytes, and the same sound without what its machine wrote beside
it (place, name of the device)."""

import io
from typing import BinaryIO

from rangkul.base.files.sniff import Kind

# The boxes of an MP4 in which players and telephones keep words and places.
_TOLD = (b"udta", b"meta", b"uuid")
_WITHIN = (b"moov", b"trak", b"mdia")
_FREE = b"free"


def voice_of(head: bytes) -> Kind | None:
    """None for what is no sound that browsers record or play."""
    if head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head[:64]:
        return Kind("audio/webm", "webm")
    if head.startswith(b"OggS") and (b"OpusHead" in head[:64] or b"\x01vorbis" in head[:64]):
        return Kind("audio/ogg", "ogg")
    if head[4:8] == b"ftyp" and head[8:12] in (b"M4A ", b"mp41", b"mp42", b"isom", b"iso5", b"iso6", b"dash"):
        return Kind("audio/mp4", "m4a")
    if head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2):
        return Kind("audio/mpeg", "mp3")
    return None


def without_tags(file: BinaryIO, kind: Kind) -> BinaryIO:
    """The sound alone. Where a file is not built as its kind should be, nothing is cut and nothing fails."""
    file.seek(0)
    data = bytearray(file.read())
    if kind.extension == "m4a":
        _blank(data, 0, len(data))
    elif kind.extension == "mp3":
        data = _without_id3(data)
    return io.BytesIO(bytes(data))


def _blank(data: bytearray, start: int, end: int) -> None:
    """Boxes that tell become free space of the same length, so that no place in the file moves."""
    while start + 8 <= end:
        size, name, head = int.from_bytes(data[start : start + 4], "big"), bytes(data[start + 4 : start + 8]), 8
        if size == 1:
            size, head = int.from_bytes(data[start + 8 : start + 16], "big"), 16
        stop = end if size == 0 else start + size
        if stop < start + head or stop > end:
            return
        if name in _TOLD:
            data[start + 4 : start + 8] = _FREE
            data[start + head : stop] = bytes(stop - start - head)
        elif name in _WITHIN:
            _blank(data, start + head, stop)
        start = stop


def _without_id3(data: bytearray) -> bytearray:
    if data[:3] == b"ID3" and len(data) > 10:
        size = sum((byte & 0x7F) << shift for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True))
        data = data[10 + size :]
    return data[:-128] if data[-128:-125] == b"TAG" else data
