"""Children that never outlive us: started as another account where needed, told to die with their parent."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pwd import struct_passwd
from typing import IO

_PR_SET_PDEATHSIG = 1
_PR_SET_NAME = 15
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def start(
    command: Sequence[str],
    *,
    env: Mapping[str, str],
    account: struct_passwd | None = None,
    last_signal: int = signal.SIGTERM,
    stdout: IO | int | None = None,
    cwd: str | None = None,
) -> subprocess.Popen:
    """Start a direct child in its own process group, so that Ctrl-C reaches it only through us.

    `last_signal` is what the kernel sends it when we die without a word. Call from the main thread:
    the kernel counts the death of the starting thread as ours.
    """
    other = account if account is not None and os.geteuid() == 0 and account.pw_uid != 0 else None
    return subprocess.Popen(  # noqa: S603 - commands are our own
        list(command),
        env=dict(env),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.STDOUT if stdout is not None else None,
        process_group=0,
        umask=0o077,
        preexec_fn=_tie_to_parent(last_signal),
        user=other.pw_uid if other else None,
        group=other.pw_gid if other else None,
        extra_groups=[] if other else None,
    )


def _tie_to_parent(last_signal: int) -> Callable[[], None] | None:
    if _libc is None:
        return None
    parent = os.getpid()

    def tie() -> None:
        _libc.prctl(_PR_SET_PDEATHSIG, last_signal)
        # The parent may have died between the fork and the line above.
        if os.getppid() != parent:
            os._exit(1)

    return tie


class Fork:
    """A copy of this process that does one thing, with as much of Popen as a supervisor asks for."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Raises TimeoutExpired."""
        until = None if timeout is None else time.monotonic() + timeout
        while (code := self.poll()) is None:
            if until is not None and time.monotonic() > until:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            time.sleep(0.02)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


def fork(run: Callable[[], None], *, called: str, last_signal: int = signal.SIGTERM) -> Fork:
    """Do this in a copy of our own process, which shares with us what it does not write on; in a process group of its
    own, as `start`. `called` is what `ps` shows, up to 15 signs. We may hold no thread and no connection meanwhile."""
    tie = _tie_to_parent(last_signal)
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        # Here as well as there: whichever comes first.
        with contextlib.suppress(OSError):
            os.setpgid(pid, 0)
        return Fork(pid)
    code = 1
    try:
        os.setpgid(0, 0)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        if tie is not None:
            tie()
        if _libc is not None:
            _libc.prctl(_PR_SET_NAME, called.encode())
        run()
        code = 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else bool(leaving.code)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        # Nothing that our caller has still to do is done twice.
        os._exit(code)


Process = subprocess.Popen | Fork


def stop(process: Process, *steps: tuple[int, float]) -> int:
    """Send each signal and wait that many seconds for it to work; at last kill."""
    for number, seconds in steps:
        if process.poll() is not None:
            break
        process.send_signal(number)
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired:
            continue
    if process.poll() is None:
        process.kill()
    return process.wait()
