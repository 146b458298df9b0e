"""Walks one journey with so many clients for so long, and says how long each step took."""

import multiprocessing
import random
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from rangkul.web.bench.journeys import JOURNEYS, Subjects

# More clients than this share a process: beyond it Python's own lock would be measured.
CLIENTS_A_PROCESS = 4
WARM_STEPS = 3
# A client walks on for up to so many times the asked seconds until it has so many steps.
FEWEST_STEPS, LONGEST = 100, 5


@dataclass(frozen=True)
class Walked:
    """`p50` and `p95` in milliseconds over the steps that were answered; `rps` answered steps a second."""

    journey: str
    clients: int
    steps: int
    errors: int
    p50: float
    p95: float
    rps: float
    error: str = ""


def walk(subjects: Subjects, journey: str, clients: int, seconds: float) -> Walked:
    shares = [min(CLIENTS_A_PROCESS, clients - first) for first in range(0, clients, CLIENTS_A_PROCESS)]
    with ProcessPoolExecutor(len(shares), multiprocessing.get_context("spawn")) as pool:
        jobs = [pool.submit(_share, subjects, journey, share, seconds, place) for place, share in enumerate(shares)]
        found = [job.result() for job in jobs]
    times = sorted(ms for share in found for ms in share[0])
    errors = sum(share[1] for share in found)
    lasted = max(share[2] for share in found)
    first_error = next((share[3] for share in found if share[3]), "")
    return Walked(
        journey, clients, len(times), errors, at(times, 0.50), at(times, 0.95), round(len(times) / lasted, 1),
        first_error,
    )  # fmt: skip


def at(times: list[float], part: float) -> float:
    """The value that this part of the sorted times does not pass; 0 without any."""
    return round(times[min(len(times) - 1, int(len(times) * part))], 1) if times else 0.0


def _share(
    subjects: Subjects, journey: str, clients: int, seconds: float, place: int
) -> tuple[list[float], int, float, str]:
    """The clients of one process, each in a thread with connections of its own."""
    results: list[tuple[list[float], list[str]]] = [([], []) for _ in range(clients)]
    began = time.perf_counter()
    threads = [
        threading.Thread(target=_client, args=(subjects, journey, seconds, place * 100 + number, *results[number]))
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = [ms for took, _errors in results for ms in took]
    errors = [error for _took, failed in results for error in failed]
    return times, len(errors), time.perf_counter() - began, errors[0] if errors else ""


def _client(subjects: Subjects, journey: str, seconds: float, seed: int, took: list[float], errors: list[str]) -> None:
    mine, rng = replace(subjects, browsers={}, forms={}), random.Random(seed)  # noqa: S311  which page next is no secret
    step, began = JOURNEYS[journey], time.perf_counter()
    # The first steps open connections and warm the server; they are not measured.
    warm = WARM_STEPS
    while _goes_on(time.perf_counter() - began, seconds, len(took)):
        try:
            page = step(mine, rng)
        except Exception as error:
            errors.append(f"{type(error).__name__}: {error}")
            time.sleep(0.05)
            continue
        if page.status >= 400:
            errors.append(f"status {page.status}")
        elif warm > 0:
            warm -= 1
        else:
            took.append(page.ms)


def _goes_on(lasted: float, seconds: float, steps: int) -> bool:
    """For the time asked, longer where there are too few steps for a percentile, never much longer."""
    return lasted < seconds or (steps < FEWEST_STEPS and lasted < LONGEST * seconds)
