"""`rangkul bench`: fill, serve, walk, weigh, report."""

import argparse
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rangkul.base.trouble import Trouble

CLIENTS = (1, 8)
_SECONDS = 8.0


def words(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="rangkul bench", description="Ukur kecepatan di atas data buatan.")
    parser.add_argument("--persons", type=int, default=10_000, help="berapa orang (bawaan 10000)")
    parser.add_argument("--json", type=Path, help="tulis hasil ke berkas ini")
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="lama setiap pengukuran (bawaan 8)")
    parser.add_argument("--load-only", action="store_true", help="muat data saja")
    parser.add_argument("--streams", type=int, default=0, help="ukur sekian aliran ruang konseling, tidak yang lain")
    parser.add_argument("--crisis", action="store_true", help="ukur laporan sampai papan dan sambungan lambat saja")
    parser.add_argument("--only", default="", help="perjalanan mana saja, dipisah koma (bawaan semua)")
    return parser.parse_args([word for word in given if word != "--"])


def measure(asked: argparse.Namespace, loaded: dict[str, Any]) -> int:
    """Exit code 0 when everything was measured, whatever the numbers are."""
    from rangkul.web.bench import report

    if asked.streams:
        return _streams(asked)
    if asked.crisis:
        return _crisis(asked)
    result = _measured(asked.persons, asked.seconds, asked.only) | {"load": loaded}
    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    report.shown(result)
    return 0


# The rate at which a room service of a province is used, and for how long it is kept up.
_MESSAGES_A_SECOND, _STREAM_SECONDS = 50, 300


def _crisis(asked: argparse.Namespace) -> int:
    from rangkul.web.bench import far_client, reports, targets
    from rangkul.web.bench.server import serving

    with serving() as server:
        found = {
            "report_to_board_ms": reports.measure(server.port, server.stream_port),
            "far_client": far_client.measure(server.port, server.stream_port),
        }
    return _told(asked, found, {"report_to_board_ms": targets.REPORTS, "far_client": targets.FAR_CLIENT})


def _streams(asked: argparse.Namespace) -> int:
    from rangkul.web.bench import streams, targets

    seconds = _STREAM_SECONDS if asked.seconds == _SECONDS else int(asked.seconds)
    found = {"streams": streams.measure(asked.streams, _MESSAGES_A_SECOND, seconds)}
    return _told(asked, found, {"streams": targets.STREAMS})


def _told(asked: argparse.Namespace, found: dict[str, dict[str, Any]], bounds: dict[str, dict[str, float]]) -> int:
    """Each measuring as a table with its bounds; in the file stands beside it which of them were kept."""
    from rangkul.web.bench import machine, report

    for name, numbers in found.items():
        report.told(name, numbers, bounds[name])
    if asked.json:
        met = {name: report.within(numbers, bounds[name]) for name, numbers in found.items()}
        whole = {**found, "met": met, **machine.described()}
        asked.json.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n")
    return 0


def fill(asked: argparse.Namespace) -> dict[str, Any]:
    """Bring an empty home to the asked size; how long that took is kept beside the data for later runs."""
    from django.db import connections

    from rangkul.base.home import home
    from rangkul.web.cli import migrate

    kept = home() / "bench-load.json"
    migrate.apply()
    loaded = _filled(asked.persons)
    _played()
    _listed(loaded)
    if kept.exists():
        loaded = json.loads(kept.read_text()) | loaded
    if loaded:
        kept.write_text(json.dumps(loaded))
    # The server is started anew, with its usual settings, for whoever measures.
    for connection in connections.all(initialized_only=True):
        connection.close()
        if connection.pool:
            connection.close_pool()
    return loaded


def _filled(persons: int) -> dict[str, Any]:
    """Load the country where the database is empty. Raises Trouble beside other data."""
    from django.db import connections

    from rangkul.web.bench import whole
    from rangkul.web.cli import terminal
    from rangkul.web.demo.bulk.load import load

    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        there = cursor.fetchone()[0]
    connections["owner"].close()
    if there and not persons <= there < persons + whole.MOST:
        raise Trouble(
            f"Basis data ini berisi {there} orang, bukan {persons}.",
            "Pilih folder kosong dengan RANGKUL_HOME; pengukuran tidak pernah berjalan di samping data lain.",
        )
    if there:
        return {}
    with terminal.progress() as progress:
        done = load(persons, password=secrets.token_urlsafe(16), progress=progress)
    steps = ", ".join(f"{name} {seconds}" for name, seconds in done.seconds.items())
    terminal.step(f"Memuat {done.persons} orang dan {done.cases} kasus: {done.total_seconds:.0f} detik ({steps})")
    return {"seconds": done.seconds, "persons": done.persons, "cases": done.cases, "rows": done.rows}


def _played() -> None:
    from rangkul.web.bench import whole
    from rangkul.web.cli import terminal

    with terminal.progress() as progress:
        whole.ensure(progress)


def _listed(loaded: dict[str, Any]) -> None:
    from rangkul.tell.exchange.hsds import packing
    from rangkul.web.bench import services, targets
    from rangkul.web.cli import terminal

    with terminal.progress() as progress:
        listed = services.fill(progress)
    # A house in service has its list as a file; otherwise making it would be measured with the first pages.
    packing.renew()
    if listed:
        loaded["services"] = listed
        terminal.step(
            f"Memuat berkas {listed['services']} layanan: membaca {listed['read_seconds']}, "
            f"menulis {listed['write_seconds']} detik (batas {targets.IMPORT_SECONDS})"
        )


def _measured(persons: int, seconds: float, only: str = "") -> dict[str, Any]:
    from rangkul.web.bench import drive, live, machine, recall, subjects
    from rangkul.web.bench.journeys import JOURNEYS
    from rangkul.web.bench.server import WORKERS, serving
    from rangkul.web.cli import terminal

    wanted = [name.strip() for name in only.split(",")] if only else list(JOURNEYS)
    if unknown := set(wanted) - set(JOURNEYS):
        raise Trouble(f"Tidak ada perjalanan {sorted(unknown)}.", f"Pilih dari: {', '.join(JOURNEYS)}.")
    with serving() as server:
        chosen = subjects.choose(server.port)
        before, journeys = machine.pace(), []
        for name in wanted:
            for clients in CLIENTS:
                walked = drive.walk(chosen, name, clients, seconds)
                terminal.step(f"{name}, {clients} klien: p50 {walked.p50} ms, p95 {walked.p95} ms, {walked.rps}/detik")
                journeys.append(asdict(walked))
        terminal.step("Mencari nama yang salah eja")
        found = recall.measure(chosen)
        heard = live.measure(chosen, server.stream_port)
        return {
            "persons": persons,
            "seconds_each": seconds,
            "web_workers": WORKERS,
            **machine.described(),
            "pace": {"before": before, "after": machine.pace()},
            "journeys": journeys,
            "recall": found,
            "live_ms": heard,
            "memory_mb": server.memory_mb(),
        }
