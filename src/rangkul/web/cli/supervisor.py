"""Keeps the server processes alive, and takes all of them along when it goes."""

import contextlib
import os
import signal
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from rangkul.base import children
from rangkul.base.postgres import Server
from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, terminal

# Seconds a page or a job in hand may take before it is cut off.
PATIENCE = 15.0
# A child that dies at once is tried again ever more slowly, at most this many seconds apart.
SLOWEST = 30.0
STEADY = 20.0


@dataclass
class Child:
    """One process that must always be there. `name` is what the terminal calls it."""

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    process: children.Process | None = None
    started: float = 0.0
    pause: float = 0.0
    again_at: float = field(default=0.0)

    def start(self) -> None:
        self.process = self._begin()
        self.started = time.monotonic()

    def _begin(self) -> children.Process:
        return children.start(self.command, env={**os.environ, **self.env})

    def watch(self) -> None:
        """Notice a death, clear what it left, and start anew when its pause is over."""
        now = time.monotonic()
        if self.process is not None:
            if self.process.poll() is None:
                return
            terminal.complain(f"{self.name} berhenti (kode {self.process.returncode}); dinyalakan lagi.")
            self.sweep()
            self.process = None
            self.pause = 0.5 if now - self.started > STEADY else min(SLOWEST, max(0.5, self.pause * 2))
            self.again_at = now + self.pause
        if now >= self.again_at:
            self.start()

    def sweep(self) -> None:
        """Grandchildren of a killed child would keep its port; they share its process group."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)


class Part(Child):
    """A copy of the supervising process that does one thing, known to `ps` as `called`."""

    def __init__(self, name: str, called: str, run: Callable[[], None]) -> None:
        super().__init__(name, (), {})
        self.called, self.run = called, run

    def _begin(self) -> children.Process:
        return children.fork(self.run, called=self.called)


class Supervisor:
    """Runs until told to stop. The database comes first and goes last."""

    def __init__(self, database: Server, *kept: Child, patience: float | None = None) -> None:
        self.database = database
        self.kept = kept
        self.patience = PATIENCE if patience is None else patience
        self.stopping = False

    def start(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._stop_soon)
        for child in self.kept:
            child.start()

    def run(self) -> None:
        """Returns after everything has stopped."""
        try:
            while not self.stopping:
                self._revive_database()
                for child in self.kept:
                    child.watch()
                time.sleep(0.2)
        finally:
            self.stop()

    def _revive_database(self) -> None:
        if self.database.alive():
            return
        terminal.complain("PostgreSQL berhenti; dinyalakan lagi.")
        try:
            self.database = house.database()
        except Trouble as trouble:
            # It is tried again with the next round; the pages answer with trouble meanwhile.
            terminal.complain(trouble.what, trouble.remedy)
            time.sleep(5)

    def _stop_soon(self, *_: object) -> None:
        self.stopping = True

    def stop(self) -> None:
        """All at once, then wait: what one is still doing must not cost the others their time."""
        running = [child for child in self.kept if child.process is not None]
        for child in running:
            with contextlib.suppress(ProcessLookupError):
                child.process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + self.patience
        for child in running:
            children.stop(child.process, (signal.SIGTERM, max(0.1, deadline - time.monotonic())))
            child.sweep()
        self.database.stop()
