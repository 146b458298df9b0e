"""On what was measured: the machine, the settings, the data."""

import os
import platform
import time
from pathlib import Path
from statistics import median
from typing import Any

from django.db import connections

_SETTINGS = (
    "server_version", "shared_buffers", "work_mem", "effective_cache_size", "fsync", "synchronous_commit", "jit",
    "max_parallel_workers_per_gather", "random_page_cost",
)  # fmt: skip
_COUNTED = ("people_person", "people_personkey", "intake_request", "cases_case", "trust_accessgrant", "base_event")


def pace() -> dict[str, float]:
    """Milliseconds that the same small piece of Python takes now, in the middle and the slowest of nine, and the
    seconds since the machine started that its cores waited for their host. A host that is busy shows in these."""
    took = sorted(_fixed_work() for _ in range(9))
    return {"middle_ms": round(median(took), 1), "slowest_ms": round(took[-1], 1), "stolen_seconds": _stolen()}


def _fixed_work() -> float:
    began = time.perf_counter()
    words = [f"{number % 97}-{number}" for number in range(60_000)]
    kept = {word: word.upper().split("-") for word in words}
    sorted(words, key=lambda word: kept[word])
    return (time.perf_counter() - began) * 1000


def _stolen() -> float:
    """Seconds that this machine's cores waited for their host (Linux only)."""
    try:
        cpu = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    except OSError:
        return 0.0
    return round(int(cpu[8]) / os.sysconf("SC_CLK_TCK"), 1)


def described() -> dict[str, Any]:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT name, current_setting(name) FROM pg_settings WHERE name = ANY (%s)", [list(_SETTINGS)])
        settings = dict(cursor.fetchall())
        cursor.execute("SELECT pg_database_size(current_database())")
        size = cursor.fetchone()[0]
        rows = {}
        for table in _COUNTED:
            cursor.execute("SELECT reltuples::bigint FROM pg_class WHERE relname = %s", [table])
            rows[table] = cursor.fetchone()[0]
    return {
        "machine": {
            "cores": os.cpu_count(),
            "memory_mb": _memory(),
            "cpu": _cpu(),
            "python": platform.python_version(),
        },
        "postgresql": settings,
        "database_mb": round(size / 1024**2),
        "rows": rows,
        "load_average": round(os.getloadavg()[0], 1),
    }


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024**2


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
