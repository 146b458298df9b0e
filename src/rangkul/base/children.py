"""Children that never outlive us: started as another account where needed, told to die with their parent."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pwd import struct_passwd
from typing import IO

_PR_SET_PDEATHSIG = 1
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


def stop(process: subprocess.Popen, *steps: tuple[int, float]) -> int:
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
