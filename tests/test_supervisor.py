"""The supervisor: what dies comes back, what it kept goes with it, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rangkul.base.postgres import Server
from rangkul.web.cli.supervisor import Child, Part, Supervisor
from tests.support.served import gone

pytestmark = pytest.mark.fault

SLEEPER = "import time; time.sleep(300)"
# A server whose worker would hold its port, as a page server's does.
PARENT = (
    f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {SLEEPER!r}]);"
    "open(sys.argv[1], 'w').write(str(p.pid)); p.wait()"
)


def child(code=SLEEPER):
    return Child("Uji", [sys.executable, "-c", code], {})


def supervised(*children, until, seconds=20):
    """Run a supervisor here until the condition holds, then tell it to stop."""
    supervisor = Supervisor(Server(), *children)
    supervisor.start()

    def watch():
        deadline = time.monotonic() + seconds
        while not until() and time.monotonic() < deadline:
            time.sleep(0.05)
        supervisor.stopping = True

    watcher = threading.Thread(target=watch)
    watcher.start()
    supervisor.run()
    watcher.join()


@pytest.fixture(autouse=True)
def _signals_as_before():
    kept = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    yield
    for number, handler in kept.items():
        signal.signal(number, handler)


def test_a_killed_child_comes_back():
    one = child()
    seen = []

    def killed_once():
        if one.process is not None and one.process.pid not in seen:
            seen.append(one.process.pid)
            if len(seen) == 1:
                one.process.kill()
        return len(seen) > 1

    supervised(one, until=killed_once)
    assert len(seen) == 2
    assert all(gone(pid) for pid in seen)


def test_a_copy_that_was_killed_comes_back_under_its_name_and_ends_with_us():
    one = Part("Uji", "rangkul-uji", lambda: time.sleep(300))
    seen = {}

    def killed_once():
        pid = one.process.pid if one.process is not None else None
        if pid and pid not in seen and (name := Path(f"/proc/{pid}/comm").read_text().strip()) == "rangkul-uji":
            seen[pid] = name, os.getpgid(pid)
            if len(seen) == 1:
                one.process.kill()
        return len(seen) > 1

    supervised(one, until=killed_once)
    assert len(seen) == 2
    assert all(group == pid for pid, (_, group) in seen.items())
    assert all(gone(pid) for pid in seen)


def test_a_copy_that_fails_says_why_and_is_tried_ever_more_slowly(capfd):
    def fail():
        raise RuntimeError("tidak bisa")

    one = Part("Uji", "rangkul-uji", fail)
    started = time.monotonic()
    supervised(one, until=lambda: time.monotonic() - started > 2)
    assert one.pause >= 1
    assert "RuntimeError: tidak bisa" in capfd.readouterr().err


def test_a_child_that_dies_at_once_is_tried_ever_more_slowly():
    one = child("raise SystemExit(3)")
    started = time.monotonic()
    supervised(one, until=lambda: time.monotonic() - started > 4)
    assert one.pause >= 1


def test_a_child_that_will_not_stop_is_killed(monkeypatch):
    monkeypatch.setattr("rangkul.web.cli.supervisor.PATIENCE", 0.5)
    stubborn = child(f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEPER}")
    started = time.monotonic()
    supervised(stubborn, until=lambda: time.monotonic() - started > 1)
    assert gone(stubborn.process.pid)


def test_grandchildren_of_a_killed_child_go_too(tmp_path):
    note = tmp_path / "pid"
    one = Child("Uji", [sys.executable, "-c", PARENT, str(note)], {})
    pids = []

    def killed_and_swept():
        if not pids and note.exists() and note.read_text():
            pids.append(int(note.read_text()))
            one.process.kill()
        return bool(pids) and gone(pids[0], 0.1)

    supervised(one, until=killed_and_swept)
    assert gone(pids[0])


@pytest.mark.parametrize(
    "kept",
    [f"Child('Uji', [sys.executable, '-c', {SLEEPER!r}], {{}})", "Part('Uji', 'rangkul-uji', lambda: time.sleep(300))"],
)
def test_a_supervisor_killed_without_a_word_takes_its_children_along(kept):
    code = (
        "import sys, time; from rangkul.base.postgres import Server; from rangkul.web.cli.supervisor import *;"
        f"c = {kept}; s = Supervisor(Server(), c); s.start();"
        "print(c.process.pid, flush=True); s.run()"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.communicate()
    assert gone(pid)
