"""The production server: pages by granian and streams by uvicorn from one loaded house, one job worker, one supervisor
over them."""

import argparse
import os
import sys

from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, ports, terminal
from rangkul.web.cli.supervisor import Child, Supervisor

NAME = "serve"
HELP = "Jalankan server produksi: halaman, aliran langsung, pekerjaan latar."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="alamat yang didengarkan (bawaan 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port halaman (bawaan 8000)")
    parser.add_argument("--stream-port", type=int, help="port aliran langsung (bawaan: port halaman + 1)")
    parser.add_argument("--workers", type=int, default=2, help="berapa proses halaman (bawaan 2)")


def run(args: argparse.Namespace) -> int:
    port = ports.free(args.host, args.port)
    stream_port = ports.free(args.host, args.stream_port or (port + 1 if args.port else 0), "--stream-port")
    database = house.database()
    try:
        house.require_migrated()
        kept = (loaded(args.host, port, stream_port, args.workers), jobs())
        # A proxy that serves both at one address says so by setting RANGKUL_STREAM_URL=/aliran/.
        os.environ.setdefault("RANGKUL_STREAM_URL", f"{ports.address(args.host, stream_port)}/aliran/")
    except BaseException:
        database.stop()
        raise
    return keep(Supervisor(database, *kept), args.host, port)


def keep(supervisor: Supervisor, host: str, port: int, told: str = "") -> int:
    """Start all, say so once the pages answer, and stay until told to stop."""
    try:
        supervisor.start()
        up = ports.wait_until_healthy(host, port, lambda: _given_up(supervisor))
        if not up and not supervisor.stopping:
            raise Trouble("Server tidak mau menyala.", "Baca pesan di atas, lalu jalankan `rangkul doctor`.")
        if up:
            terminal.say(told or f"Rangkul melayani di {ports.address(host, port)}")
            supervisor.run()
    finally:
        supervisor.stop()
    terminal.say("Rangkul berhenti dengan rapi.")
    return 0


def _given_up(supervisor: Supervisor) -> bool:
    """A child that dies before the first page has a fault that starting again does not mend."""
    return supervisor.stopping or any(child.process.poll() is not None for child in supervisor.kept)


def loaded(host: str, port: int, stream_port: int, workers: int) -> Child:
    command = [sys.executable, "-m", "rangkul.web.loaded_house", "--host", host, "--port", str(port)]
    command += ["--stream-port", str(stream_port), "--workers", str(workers)]
    # Threads that wait for slow lines would otherwise each hold a store of free memory of their own.
    return Child("Server", command, ports.language() | {"MALLOC_ARENA_MAX": "2"})


def alone(host: str, port: int) -> Child:
    """Pages and streams in one process, as a demonstration has them."""
    command = [sys.executable, "-m", "uvicorn", "rangkul.web.asgi:application", "--host", host]
    command += ["--port", str(port), "--log-level", "warning", "--timeout-graceful-shutdown", "5"]
    return Child("Server", [*command, "--no-server-header"], ports.language())


def jobs() -> Child:
    return Child("Pekerja latar", [sys.executable, "-m", "rangkul.web.cli", "worker"], ports.language())
