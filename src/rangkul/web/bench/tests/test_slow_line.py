"""The slow line carries everything in order, late; where it breaks, both ends know."""

import random
import socket
import socketserver
import threading
import time

import pytest

from rangkul.web.bench.slow_line import Line, slow


class _Echo(socketserver.BaseRequestHandler):
    def handle(self):
        while said := self.request.recv(4096):
            self.request.sendall(said)


@pytest.fixture
def echo():
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), _Echo) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


def _back(port: int, said: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(said)
        heard = b""
        while len(heard) < len(said) and (piece := line.recv(4096)):
            heard += piece
        return heard


def test_everything_comes_late_and_in_order(echo):
    line = Line(there=0.02, lost=0.3, again=0.02, cut=0)
    said = random.Random(3).randbytes(30_000)
    with slow(echo, line) as port:
        began = time.perf_counter()
        assert _back(port, said) == said
        assert time.perf_counter() - began >= 4 * line.there
    assert line.stalls > 0
    assert line.pieces >= 2 * len(said) // 1400


def test_where_it_breaks_the_connection_is_gone(echo):
    line = Line(there=0.005, lost=0, cut=1)
    with slow(echo, line) as port:
        try:
            heard = _back(port, b"halo")
        except ConnectionError:
            heard = b""
    assert heard == b""
    assert line.cuts == 1
