"""The words of a PDF that our own typesetting made: as much of the format as it uses, and no more."""

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj", re.DOTALL)
_STREAM = re.compile(rb"\nstream\r?\n(.*)\r?\nendstream", re.DOTALL)
_FONT = re.compile(rb"/(f\d+) (\d+) 0 R")
_TOKEN = re.compile(rb"<<|>>|<[0-9A-Fa-f]*>|\(|/?[^\s/<>\[\]()]+|[\[\])]")
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


def words_of(pdf: bytes) -> str:
    """The text of all pages in the order in which it was set; what was set at once is a line."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = [body for body in objects.values() if b"/Type/Page/" in body]
    assert pages, "this is no PDF of ours"
    return "\n".join(_page(objects, body) for body in pages)


def says(paper: str, words: str) -> bool:
    """Whether these words stand there, however the lines were broken."""
    return "".join(words.split()) in "".join(paper.split())


def _page(objects: dict[int, bytes], page: bytes) -> str:
    resources = objects[int(re.search(rb"/Resources (\d+) 0 R", page)[1])]
    fonts = {name: _letters(objects, objects[int(number)]) for name, number in _FONT.findall(resources)}
    content = _unpacked(objects[int(re.search(rb"/Contents (\d+) 0 R", page)[1])])
    lines, name, strings = [], b"", []
    for token in _tokens(content):
        if isinstance(token, bytearray):
            strings.append(token)
        elif token in (b"TJ", b"Tj"):
            codes = b"".join(strings)
            lines.append("".join(fonts[name][codes[at : at + 2]] for at in range(0, len(codes), 2)))
        elif token.startswith(b"/f"):
            name = token[1:]
        if not isinstance(token, bytearray) and token.isalpha():
            strings.clear()
    return "\n".join(lines)


def _tokens(content: bytes) -> Iterator[bytes | bytearray]:
    """Strings come as bytearrays, everything else as bytes."""
    at = 0
    while found := _TOKEN.search(content, at):
        token, at = found[0], found.end()
        if token == b"(":
            at = _end_of_string(content, at)
            yield bytearray(_ESCAPED.sub(_plain, content[found.end() : at - 1]))
        elif token[:1] == b"<" and token != b"<<":
            yield bytearray(bytes.fromhex(token[1:-1].decode()))
        else:
            yield token


def _end_of_string(content: bytes, at: int) -> int:
    """Behind the bracket that closes it; brackets inside may stand in pairs."""
    depth = 1
    while depth:
        letter = content[at : at + 1]
        depth += (letter == b"(") - (letter == b")")
        at += 2 if letter == b"\\" else 1
    return at


def _plain(escaped: re.Match) -> bytes:
    told = escaped[1]
    return bytes([int(told, 8)]) if told.isdigit() else _LETTERS.get(told, told)


def _letters(objects: dict[int, bytes], font: bytes) -> dict[bytes, str]:
    table = _unpacked(objects[int(re.search(rb"/ToUnicode (\d+) 0 R", font)[1])])
    pairs = ((bytes.fromhex(code.decode()), bytes.fromhex(to.decode())) for code, to in _CODE.findall(table))
    return {code: to.decode("utf-16-be") for code, to in pairs}


def _unpacked(body: bytes) -> bytes:
    return zlib.decompress(_STREAM.search(body)[1])
