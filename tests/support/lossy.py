"""A bad line in front of a server: everything comes late, and one piece in twenty tears the connection."""

import random
import socket
import threading
import time
from contextlib import suppress

LATE = 0.4
TORN = 0.05


class BadLine:
    """Takes connections on `port` and passes them on to `to`; both directions are late and may tear."""

    def __init__(self, to: int, seed: int = 7) -> None:
        self.to, self.chance = to, random.Random(seed)
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
            while piece := one.recv(65_536):
                time.sleep(LATE)
                if self.chance.random() < TORN:
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
