"""A house in service, with all its processes, that a test may kill."""

import http.client
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

SERVE = [sys.executable, "-m", "rangkul.web.cli", "serve"]


class ServedHouse:
    """`rangkul serve` in the home that RANGKUL_HOME names, on ports of its own."""

    def __init__(self, port: int, stream_port: int) -> None:
        self.port = port
        self.words = ["--port", str(port), "--stream-port", str(stream_port)]
        self.process: subprocess.Popen | None = None

    def start(self, seconds: float = 240) -> None:
        """Keeps trying, as a service manager does: what was killed before may still hold the port."""
        deadline = time.monotonic() + seconds
        self.process = self._begin()
        while not self.healthy():
            assert time.monotonic() < deadline, "the house did not come back"
            if self.process.poll() is not None:
                self.process = self._begin()
            time.sleep(0.1)

    def _begin(self) -> subprocess.Popen:
        return subprocess.Popen([*SERVE, *self.words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def healthy(self) -> bool:
        try:
            return self.ask("GET", "/sehat/")[0] == 200
        except (OSError, http.client.HTTPException):
            return False

    def ask(
        self,
        method: str,
        path: str,
        body: str | bytes | None = None,
        headers: dict | None = None,
        source: str = "127.0.0.1",
    ) -> tuple[int, bytes]:
        """Status and answer; of a redirect, where it leads. Another `source` is another asker's address."""
        status, headers, said = self.hear(method, path, body, headers, source)
        return status, headers.get("Location", "").encode() or said

    def hear(
        self, method: str, path: str, body: str | bytes | None, headers: dict | None, source: str
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """The same with all headers of the answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=(source, 0))
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def pids(self, *words: str) -> list[int]:
        """Living processes of this house whose command line or name holds all the words."""
        return [pid for pid in family(self.process.pid) if all(word in command(pid) for word in words)]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)


def family(pid: int) -> list[int]:
    """Children, their children, and so on."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if fields[0] != "Z":
                children.setdefault(int(fields[1]), []).append(int(folder.name))
    found, waiting = [], [pid]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def command(pid: int) -> str:
    with suppress(OSError):
        words = Path(f"/proc/{pid}/cmdline").read_bytes() + Path(f"/proc/{pid}/comm").read_bytes()
        return words.replace(b"\0", b" ").decode(errors="replace")
    return ""


def kill(pids: list[int]) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def gone(pid: int, seconds: float = 15) -> bool:
    """Dead, whether or not anybody has waited for it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.05)
    return False
