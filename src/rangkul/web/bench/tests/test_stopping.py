"""Measuring that is ended politely leaves no server behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.support import database

pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="asks /proc which processes are there")

# The server's place is taken by a sleeper; what counts is that the block around it ends.
MEASURES = """
import subprocess, sys, time
from contextlib import contextmanager
from rangkul.web.cli import bench, house
import rangkul.web.bench as measuring
@contextmanager
def quiet(**_):
    yield
house.database, house.wake, measuring.fill = quiet, lambda: None, lambda asked: {}
def measure(asked, loaded):
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        print(child.pid, flush=True)
        time.sleep(60)
    finally:
        child.terminate()
        child.wait(10)
measuring.measure = measure
from rangkul.web import cli
sys.exit(cli.main(["bench", "--persons", "10"]))
"""


def test_sigterm_ends_what_was_started():
    environment = {**os.environ, "RANGKUL_HOME": database.HOME, "DJANGO_SETTINGS_MODULE": "rangkul.web.settings"}
    bench = subprocess.Popen(
        [sys.executable, "-c", MEASURES], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    child = int(bench.stdout.readline())
    bench.send_signal(signal.SIGTERM)
    bench.communicate(timeout=30)
    assert bench.returncode == 130
    for _ in range(50):
        if not Path(f"/proc/{child}").exists():
            return
        time.sleep(0.1)
    raise AssertionError("the server was left running")
