"""Two houses on one machine, each with a database, a master key and servers of its own, and a line between them that
can be cut, lose an answer, forge one, or bring everything twice."""

from __future__ import annotations

import http.client
import json
import os
import secrets
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.support import database

_UVICORN = ["-m", "uvicorn", "rangkul.web.asgi:application", "--log-level", "warning",
            "--timeout-graceful-shutdown", "1"]  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    """`tell("refer", n=2)` runs a verb in it; `worker` is the process that sends."""

    def __init__(self, home: Path, name: str) -> None:
        self.port = free_port()
        self.environment = {
            **os.environ,
            "RANGKUL_HOME": str(home),
            "RANGKUL_MASTER_KEY": secrets.token_hex(32),
            "RANGKUL_DATABASE_URL": database.address_of(name),
            "DJANGO_SETTINGS_MODULE": "rangkul.web.settings",
            "RANGKUL_DEMO": "1",
        }
        self.server = self._serving()
        self.driver = self._started("-m", "tests.support.inside_house", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.worker: subprocess.Popen | None = None
        self.lock = threading.Lock()

    def _serving(self) -> subprocess.Popen:
        return self._started(*_UVICORN, "--port", str(self.port))

    def _started(self, *words: str, **how: Any) -> subprocess.Popen:
        return subprocess.Popen([sys.executable, *words], env=self.environment, cwd=database.ROOT, text=True, **how)

    def wait(self) -> None:
        assert json.loads(self.driver.stdout.readline()) == "ready"
        self._answers()

    def _answers(self) -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.1)
        raise RuntimeError("the server did not answer in a minute")

    def tell(self, do: str, **given: Any) -> Any:
        with self.lock:
            self.driver.stdin.write(json.dumps({"do": do, **given}) + "\n")
            self.driver.stdin.flush()
            return json.loads(self.driver.stdout.readline())

    def start_worker(self) -> None:
        self.worker = self._started("-m", "rangkul.web.cli", "worker")

    def kill_worker(self) -> None:
        self.worker.kill()
        self.worker.wait(20)

    def kill_server(self) -> None:
        self.server.kill()
        self.server.wait(20)

    def start_server(self) -> None:
        self.server = self._serving()
        self._answers()

    def close(self) -> None:
        self.driver.stdin.close()
        for process in (self.driver, self.server, self.worker):
            if process is not None:
                process.kill()
                process.wait(20)
        self.driver.stdout.close()


class Line:
    """Passes letters on to `to`. `faults`: what happens to the next ones, in order; then all is well.

    "cut": nobody answers; "lost": it arrives, and the answer does not come back; "twice": it arrives two times at once;
    "forged": the answer is signed by nobody.
    """

    def __init__(self, to: int) -> None:
        self.to, self.faults, self.letters, self.statuses, self.twins = to, [], 0, [], []
        self.arrived = threading.Event()
        # Letters that found the other house away.
        self.refused = 0
        line = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self._answer(*line.passed_on("GET", self.path, b""))

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                line.letters += 1
                fault = line.faults.pop(0) if line.faults else ""
                if fault != "cut":
                    try:
                        answer = line.passed_on("POST", self.path, body)
                        again = line.passed_on("POST", self.path, body) if fault == "twice" else None
                    except (OSError, http.client.HTTPException):
                        line.refused += 1
                        # What was meant for a letter that arrives happens to the next one.
                        line.faults[:0] = [fault] if fault else []
                        self.connection.shutdown(socket.SHUT_RDWR)
                        return
                    line.statuses.append(answer[0])
                    if again is not None:
                        line.twins.append((answer, again))
                    line.arrived.set()
                if fault in ("cut", "lost"):
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                status, said = answer
                self._answer(
                    status, said.replace(b'"effect":"done"', b'"effect":"none"') if fault == "forged" else said
                )

            def _answer(self, status: int, said: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def passed_on(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
        there = http.client.HTTPConnection("127.0.0.1", self.to, timeout=30)
        try:
            there.request(method, path, body, {"Content-Type": "application/json"})
            answer = there.getresponse()
            return answer.status, answer.read()
        finally:
            there.close()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def two_houses(folder: Path) -> Iterator[tuple[House, House, Line]]:
    """Who refers, who helps, and the line from the first to the second."""
    with ExitStack() as stack:
        houses = []
        for label in ("perujuk", "penerima"):
            name = stack.enter_context(database.copy(f"rumah_{label}"))
            home = folder / label
            home.mkdir()
            house = House(home, name)
            stack.callback(house.close)
            houses.append(house)
        for house in houses:
            house.wait()
        line = Line(houses[1].port)
        stack.callback(line.close)
        yield houses[0], houses[1], line
