"""The server's configuration. Rewritten at every start, so that a new release brings its own."""

import os
from pathlib import Path

INCLUDES = """
# Dari Rangkul; ditulis ulang setiap kali server dinyalakan. Ubahan sendiri: tulis di local.conf.
include_if_exists = 'rangkul.conf'
include_if_exists = 'local.conf'
"""

SHARED = {
    "listen_addresses": "",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # A failing statement or a broken constraint would write names and numbers of clients into the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
    # Pages are short: compiling a plan or starting a parallel worker costs more than it saves.
    "jit": "off",
    "max_parallel_workers_per_gather": "0",
    "random_page_cost": "1.1",
    "effective_io_concurrency": "200",
    "work_mem": "8MB",
    "idle_in_transaction_session_timeout": "5min",
}

SAFE = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "wal_compression": "on",
    "max_wal_size": "2GB",
    "maintenance_work_mem": "256MB",
}

# For tests only: what a power cut would take is thrown away anyway.
SCRATCH = {
    # Several houses of several test workers share it, each with its pages, streams and background workers.
    "max_connections": "300",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
    "autovacuum": "off",
}

# While a made-up country is loaded into an empty folder: what a power cut would take is loaded once more. One long
# stretch without a checkpoint writes each page once, and an index over what is there needs no log at all.
LOADING = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "32GB",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",
}


def memory() -> int:
    """Bytes this machine, or the container around us, lets us use."""
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    try:
        limit = Path("/sys/fs/cgroup/memory.max").read_text().strip()
    except OSError:
        return total
    return min(total, int(limit)) if limit.isdigit() else total


def settings(socket: Path, *, scratch: bool = False, loading: bool = False) -> dict[str, str]:
    found = SHARED | {"unix_socket_directories": str(socket), "unix_socket_permissions": "0700"}
    if scratch:
        return found | SCRATCH
    roomy = memory() >= 3 * 1024**3
    sizes = {
        # Three gigabytes made a house of a million persons a fifth slower: each connection first touches every page.
        "shared_buffers": "512MB" if roomy else "128MB",
        "effective_cache_size": f"{memory() // 2 // 1024**2}MB",
    }
    return found | SAFE | sizes | (LOADING if loading else {})


def written(values: dict[str, str]) -> str:
    quoted = {name: value.replace("'", "''") for name, value in values.items()}
    return "".join(f"{name} = '{value}'\n" for name, value in quoted.items())
