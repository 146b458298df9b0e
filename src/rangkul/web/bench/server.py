"""The production server as a child, and what its processes weigh."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rangkul.base.trouble import Trouble
from rangkul.web.cli import ports

WORKERS = 2
# What the house was loaded in, and its copies: their own names come after the command line they all share.
_WEB = ("rangkul-halaman", "rangkul-aliran", "loaded_house")


@dataclass(frozen=True)
class Running:
    port: int
    stream_port: int
    pid: int

    def memory_mb(self) -> dict[str, float]:
        """Proportional memory (PSS) of the web processes by what they do; shared pages are counted once."""
        found: dict[str, float] = {}
        for pid in _family(self.pid):
            words = _command(pid)
            kind = next((name for name in _WEB if name in words), "")
            if kind:
                found[kind] = round(found.get(kind, 0) + pss_of(pid), 1)
        return found


@contextmanager
def serving() -> Iterator[Running]:
    """`rangkul serve` with its usual workers. Raises Trouble where it does not come up."""
    port, stream_port = ports.free("127.0.0.1", 0), ports.free("127.0.0.1", 0)
    command = [sys.executable, "-m", "rangkul.web.cli", "serve", "--port", str(port)]
    command += ["--stream-port", str(stream_port), "--workers", str(WORKERS)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_environment())  # noqa: S603  our own command
    try:
        if not ports.wait_until_healthy("127.0.0.1", port, lambda: child.poll() is not None):
            raise Trouble("Server untuk pengukuran tidak menyala.", "Jalankan `rangkul doctor`.")
        time.sleep(2)
        yield Running(port, stream_port, child.pid)
    finally:
        child.send_signal(signal.SIGTERM)
        child.wait(40)


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "RANGKUL_DEMO"}


def _family(pid: int) -> list[int]:
    """The process and everything below it (Linux only)."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "stat").read_text()
        except OSError:
            continue
        parents.setdefault(int(status.rsplit(")", 1)[1].split()[1]), []).append(int(folder.name))
    family, waiting = [], [pid]
    while waiting:
        family.append(waiting.pop())
        waiting += parents.get(family[-1], [])
    return family


def _command(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes() + Path(f"/proc/{pid}/comm").read_bytes()
        return words.replace(b"\0", b" ").decode("utf-8", "replace")
    except OSError:
        return ""


def pss_of(pid: int) -> float:
    try:
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
