"""The server through which two browsers speak (docs/calls.md): named, its secret set, and it answers."""

import os
import socket
import ssl
import struct
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

from rangkul.web.cli.checks import Finding, fine, uneasy, wrong

# Seconds for each of two tries.
PATIENCE = 1.5
_PORTS = {"turn": 3478, "turns": 5349}
# An Allocate request for UDP (RFC 8656). Without a login nothing is allocated, but a TURN server refuses it aloud.
_ALLOCATE, _COOKIE = 0x0003, 0x2112A442
_OVER_UDP = struct.pack(">HHB3x", 0x0019, 4, 17)
_HEAD = 20


def turn() -> Iterator[Finding]:
    from django.conf import settings

    if not settings.TURN_URLS:
        yield uneasy(
            "Server TURN belum diatur: panggilan suara dan video hanya tersambung di satu jaringan; selebihnya orang "
            "diajak kembali menulis di ruangnya.",
            "Siapkan menurut docs/calls.md, lalu isi RANGKUL_TURN_URLS dan RANGKUL_TURN_SECRET.",
        )
        return
    if not settings.TURN_SECRET:
        yield wrong(
            "RANGKUL_TURN_SECRET kosong: tidak ada yang bisa diajak berbicara langsung, orang hanya bisa menulis.",
            "Isi dengan kata yang sama seperti static-auth-secret (docs/calls.md).",
        )
    for url in settings.TURN_URLS:
        yield _tried(url)


def _tried(url: str) -> Finding:
    try:
        answers = _answers(url)
    except ValueError:
        return wrong(f"Alamat TURN {url} tidak dapat dibaca.", "Tulis seperti turns:bicara.lembaga.id:5349.")
    except OSError as error:
        return _unreached(url, error.strerror or type(error).__name__)
    return fine(f"Server TURN {url} menjawab.") if answers else _unreached(url, "yang menjawab bukan TURN")


def _unreached(url: str, why: str) -> Finding:
    return wrong(
        f"Server TURN {url} tidak menjawab ({why}): panggilan lewat alamat ini gagal, orang diajak kembali menulis.",
        "Periksa apakah coturn berjalan, porta terbuka, dan sertifikatnya berlaku (docs/calls.md).",
    )


def _answers(url: str) -> bool:
    """Whether a TURN server stands there. Raises OSError where nobody answers, ValueError for an unreadable address."""
    scheme, _colon, rest = url.partition(":")
    where = urlsplit(f"//{rest}")
    if scheme not in _PORTS or not where.hostname:
        raise ValueError(url)
    place = (where.hostname, where.port or _PORTS[scheme])
    asked = os.urandom(12)
    request = struct.pack(">HHI", _ALLOCATE, len(_OVER_UDP), _COOKIE) + asked + _OVER_UDP
    if scheme == "turn" and where.query != "transport=tcp":
        answer = _by_packet(place, request)
    else:
        answer = _by_stream(place, request, secure=scheme == "turns")
    return answer[8:_HEAD] == asked


def _by_packet(place: tuple[str, int], request: bytes) -> bytes:
    """A packet may be lost, so the second try is the one that counts."""
    family, kind, protocol, _name, address = socket.getaddrinfo(*place, type=socket.SOCK_DGRAM)[0]
    with socket.socket(family, kind, protocol) as line:
        line.settimeout(PATIENCE)
        line.connect(address)
        line.send(request)
        try:
            return line.recv(1500)
        except TimeoutError:
            line.send(request)
            return line.recv(1500)


def _by_stream(place: tuple[str, int], request: bytes, *, secure: bool) -> bytes:
    """By TLS as a browser does it: a certificate that it would not trust is no way to speak."""
    line = socket.create_connection(place, PATIENCE)
    with closing(line):
        if secure:
            line = ssl.create_default_context().wrap_socket(line, server_hostname=place[0])
        with line:
            line.sendall(request)
            return line.recv(1500)
