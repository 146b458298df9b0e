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


def _words(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="rangkul bench", description="Ukur kecepatan di atas data buatan.")
    parser.add_argument("--persons", type=int, default=10_000, help="berapa orang (bawaan 10000)")
    parser.add_argument("--json", type=Path, help="tulis hasil ke berkas ini")
    parser.add_argument("--seconds", type=float, default=_SECONDS, help="lama setiap pengukuran (bawaan 8)")
    parser.add_argument("--load-only", action="store_true", help="muat data saja")
    return parser.parse_args(list(words))


def main(words: Sequence[str] = ()) -> int:
    """Exit code 0 when everything was measured, whatever the numbers are."""
    asked = _words([word for word in words if word != "--"])
    from rangkul.web.cli import migrate

    migrate.apply()
    loaded = _filled(asked.persons)
    if asked.load_only:
        return 0
    result = _measured(asked.persons, asked.seconds) | {"load": loaded}
    from rangkul.web.bench import report

    if asked.json:
        asked.json.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
    report.shown(result)
    return 0


def _filled(persons: int) -> dict[str, Any]:
    """Load the country where the database is empty. Raises Trouble beside other data."""
    from django.db import connections

    from rangkul.web.cli import terminal
    from rangkul.web.demo.bulk.load import load

    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        there = cursor.fetchone()[0]
    connections["owner"].close()
    if there and not persons <= there < persons + 10:
        raise Trouble(
            f"Basis data ini berisi {there} orang, bukan {persons}.",
            "Pilih folder kosong dengan RANGKUL_HOME; pengukuran tidak pernah berjalan di samping data lain.",
        )
    if there:
        return {}
    with terminal.progress() as progress:
        done = load(persons, password=secrets.token_urlsafe(16), progress=progress)
    return {"seconds": done.seconds, "persons": done.persons, "cases": done.cases, "rows": done.rows}


def _measured(persons: int, seconds: float) -> dict[str, Any]:
    from rangkul.web.bench import drive, live, machine, recall, subjects
    from rangkul.web.bench.journeys import JOURNEYS
    from rangkul.web.bench.server import WORKERS, serving
    from rangkul.web.cli import terminal

    with serving() as server:
        chosen = subjects.choose(server.port)
        journeys = []
        for name in JOURNEYS:
            for clients in CLIENTS:
                terminal.step(f"Mengukur: {name}, {clients} klien")
                journeys.append(asdict(drive.walk(chosen, name, clients, seconds)))
        found = recall.measure(chosen)
        heard = live.measure(chosen, server.stream_port)
        return {
            "persons": persons,
            "seconds_each": seconds,
            "web_workers": WORKERS,
            **machine.described(),
            "journeys": journeys,
            "recall": found,
            "live_ms": heard,
            "memory_mb": server.memory_mb(),
        }
