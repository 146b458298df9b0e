"""Over the line: one telling out, its status back. Nothing here touches the database."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from rangkul.tell.exchange.webhooks.addresses import Nowhere, Private, Target, resolve
from rangkul.tell.exchange.webhooks.states import Fault

# A system that gives a byte now and then holds nobody up: the whole call ends after so many seconds.
SECONDS = 10


@dataclass(frozen=True)
class Answer:
    status: int | None = None
    fault: str = ""


class _There(http.client.HTTPConnection):
    """To the address that was looked at, with the name that its certificate must bear. Nothing is redirected."""

    default_port = http.client.HTTPS_PORT

    def __init__(self, target: Target):
        super().__init__(target.host, target.port, timeout=SECONDS)
        self._target, self.was_cut = target, False

    def connect(self) -> None:
        self.sock = socket.create_connection((self._target.ip, self._target.port), self.timeout)
        if self._target.secure:
            # The handshake comes after, so that a slow one can be cut as well.
            self.sock = ssl.create_default_context().wrap_socket(
                self.sock, server_hostname=self._target.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def cut(self) -> None:
        self.was_cut = True
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return


def post(address: str, body: bytes, headers: Mapping[str, str]) -> Answer:
    try:
        target = resolve(address)
    except Private:
        return Answer(fault=Fault.PRIVATE)
    except Nowhere:
        return Answer(fault=Fault.NO_ANSWER)
    line = _There(target)
    alarm = threading.Timer(SECONDS, line.cut)
    alarm.start()
    try:
        line.request("POST", target.path, body, dict(headers))
        status = line.getresponse().status
    except (OSError, http.client.HTTPException):
        return Answer(fault=Fault.NO_ANSWER)
    finally:
        alarm.cancel()
        line.close()
    # An answer that ends in the middle reads as a whole one.
    if line.was_cut:
        return Answer(fault=Fault.NO_ANSWER)
    return Answer(status, "" if status // 100 == 2 else Fault.REFUSED)
