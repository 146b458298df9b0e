"""Walks one journey with so many clients for so long, and says how long each step took."""

import multiprocessing
import random
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace

from rangkul.web.bench.journeys import JOURNEYS, Subjects

# More clients than this share a process: beyond it Python's own lock would be measured.
CLIENTS_A_PROCESS = 4
# A connection plans a statement anew the first eight times it is asked, and two page processes have one each; what that
# costs is told apart (`warming`).
WARM_STEPS = 24
# A client walks on for up to so many times the asked seconds until it has so many steps.
FEWEST_STEPS, LONGEST = 100, 5


@dataclass(frozen=True)
class Walked:
    """`p50` and `p95` in milliseconds over the steps that were answered; `rps` answered steps a second; `warming` the
    middle of the first steps, which are in no other number."""

    journey: str
    clients: int
    steps: int
    errors: int
    p50: float
    p95: float
    rps: float
    warming: float = 0.0
    error: str = ""


def walk(subjects: Subjects, journey: str, clients: int, seconds: float) -> Walked:
    shares = [min(CLIENTS_A_PROCESS, clients - first) for first in range(0, clients, CLIENTS_A_PROCESS)]
    with ProcessPoolExecutor(len(shares), multiprocessing.get_context("spawn")) as pool:
        jobs = [pool.submit(_share, subjects, journey, share, seconds, place) for place, share in enumerate(shares)]
        found = [job.result() for job in jobs]
    times = sorted(ms for share in found for ms in share[0])
    firsts = sorted(ms for share in found for ms in share[1])
    errors = sum(share[2] for share in found)
    lasted = max(share[3] for share in found)
    first_error = next((share[4] for share in found if share[4]), "")
    return Walked(
        journey, clients, len(times), errors, at(times, 0.50), at(times, 0.95), round(len(times) / lasted, 1),
        at(firsts, 0.50), first_error,
    )  # fmt: skip


def at(times: list[float], part: float) -> float:
    """The value that this part of the sorted times does not pass; 0 without any."""
    return round(times[min(len(times) - 1, int(len(times) * part))], 1) if times else 0.0


def _share(
    subjects: Subjects, journey: str, clients: int, seconds: float, place: int
) -> tuple[list[float], list[float], int, float, str]:
    """The clients of one process, each in a thread with connections of its own."""
    results: list[_Steps] = [_Steps() for _ in range(clients)]
    threads = [
        threading.Thread(target=_client, args=(subjects, journey, seconds, place * 100 + number, results[number]))
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    errors = [error for one in results for error in one.errors]
    return (
        [ms for one in results for ms in one.took],
        [ms for one in results for ms in one.firsts],
        len(errors),
        max(one.lasted for one in results),
        errors[0] if errors else "",
    )


@dataclass
class _Steps:
    """Of one client; `lasted` in seconds, without the first steps."""

    took: list[float] = field(default_factory=list)
    firsts: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    lasted: float = 0.0


def _client(subjects: Subjects, journey: str, seconds: float, seed: int, steps: _Steps) -> None:
    mine, rng = replace(subjects, browsers={}, forms={}), random.Random(seed)  # noqa: S311  which page next is no secret
    step, began = JOURNEYS[journey], time.perf_counter()
    while _goes_on(time.perf_counter() - began, seconds, len(steps.took)):
        try:
            page = step(mine, rng)
        except Exception as error:
            steps.errors.append(f"{type(error).__name__}: {error}")
            time.sleep(0.05)
            continue
        if page.status >= 400:
            steps.errors.append(f"status {page.status}")
        elif len(steps.firsts) < WARM_STEPS:
            steps.firsts.append(page.ms)
            began = time.perf_counter()
        else:
            steps.took.append(page.ms)
    steps.lasted = time.perf_counter() - began


def _goes_on(lasted: float, seconds: float, steps: int) -> bool:
    """For the time asked, longer where there are too few steps for a percentile, never much longer."""
    return lasted < seconds or (steps < FEWEST_STEPS and lasted < LONGEST * seconds)
