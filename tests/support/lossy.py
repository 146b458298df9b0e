"""A bad line in front of a server: everything comes late, and now and then a piece tears its connection."""

import itertools
import random
import socket
import threading
import time
from contextlib import suppress

LATE = 0.4
TORN = 0.05
# A connection that stays open lives no longer than so many pieces, or a test would wait for chance.
_LIFE = 8


class BadLine:
    """Takes connections on `port` and passes them on to `to`; both directions are late and may tear, with each piece
    as likely as `tears`."""

    def __init__(self, to: int, tears: float = TORN, seed: int = 7) -> None:
        self.to, self.tears, self.chance = to, tears, random.Random(seed)
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        self.torn = 0
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                here, _address = self.door.accept()
                there = socket.create_connection(("127.0.0.1", self.to))
                for one, other in ((here, there), (there, here)):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            for number in itertools.count(1):
                piece = one.recv(65_536)
                if not piece:
                    break
                time.sleep(LATE)
                if number == _LIFE or self.chance.random() < self.tears:
                    self.torn += 1
                    break
                other.sendall(piece)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def __enter__(self) -> "BadLine":
        return self

    def __exit__(self, *_: object) -> None:
        self.door.close()
