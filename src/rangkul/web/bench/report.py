"""The table that a person reads, and whether each promise is kept."""

from typing import Any

from rich.console import Console
from rich.table import Table

from rangkul.web.bench import targets

_HEADINGS = (
    "perjalanan", "klien", "langkah", "gagal", "pertama ms", "p50 ms", "p95 ms", "per detik", "target", "tercapai",
)  # fmt: skip


def kept(journey: dict[str, Any]) -> bool | None:
    """Whether a journey meets its target; None where it has none. The promise is made for one client."""
    wanted = targets.P95_MS.get(journey["journey"])
    if wanted is None or journey["clients"] != 1:
        return None
    return journey["steps"] > 0 and journey["errors"] == 0 and journey["p95"] <= wanted


def within(found: dict[str, Any], bounds: dict[str, float]) -> dict[str, bool]:
    """For each bounded number whether it was measured and kept to its bound."""
    return {name: found.get(name) is not None and found[name] <= most for name, most in bounds.items()}


def told(what: str, found: dict[str, Any], bounds: dict[str, float], console: Console | None = None) -> None:
    """A measuring that is no journey, number by number."""
    table = Table(title=what)
    for heading in ("angka", "terukur", "batas", "tercapai"):
        table.add_column(heading, justify="left" if heading == "angka" else "right")
    met = within(found, bounds)
    for name in [*found, *(name for name in bounds if name not in found)]:
        table.add_row(name, str(found.get(name, "")), str(bounds.get(name, "")), _answer(met.get(name)))
    (console or Console()).print(table)


def _answer(met: bool | None) -> str:
    return "" if met is None else "ya" if met else "TIDAK"


def shown(result: dict[str, Any], console: Console | None = None) -> None:
    console = console or Console()
    table = Table(title=f"{result['persons']:,} orang, {result['rows']['cases_case']:,} kasus")
    for name in _HEADINGS:
        table.add_column(name, justify="left" if name == "perjalanan" else "right")
    for one in result["journeys"]:
        wanted = targets.P95_MS.get(one["journey"], "") if one["clients"] == 1 else ""
        numbers = (one[name] for name in ("clients", "steps", "errors", "warming", "p50", "p95", "rps"))
        table.add_row(one["journey"], *map(str, numbers), str(wanted), _answer(kept(one)))
    console.print(table)
    for line in promises(result):
        console.print(line)


def promises(result: dict[str, Any]) -> list[str]:
    """The promises that are no journey, each in a line."""
    day = next((one for one in result["journeys"] if one["journey"] == "a working day" and one["clients"] == 8), None)
    memory = round(sum(result["memory_mb"].values()), 1)
    recall, live = result["recall"], result["live_ms"]
    lines = [
        _line("Nama salah eja ditemukan di sepuluh teratas", recall["recall"], f">= {targets.RECALL}",
              recall["recall"] >= targets.RECALL),
        _line("Memori proses web (MB)", memory, f"<= {targets.MEMORY_MB}", memory <= targets.MEMORY_MB),
        _line("Perubahan antrean sampai ke layar lain (ms)", live.get("max", live.get("error")),
              f"<= {targets.LIVE_MS}", live.get("max", targets.LIVE_MS + 1) <= targets.LIVE_MS),
    ]  # fmt: skip
    if day:
        lines.append(_line("Halaman per detik, 8 klien", day["rps"], f">= {targets.PAGES_A_SECOND}",
                           day["rps"] >= targets.PAGES_A_SECOND))  # fmt: skip
    if seconds := result["load"].get("seconds"):
        total, wanted = round(sum(seconds.values())), targets.LOAD_SECONDS_FOR_A_MILLION
        met = total <= wanted if result["persons"] >= 1_000_000 else None
        lines.append(_line("Memuat massal (detik)", total, f"<= {wanted} untuk 1.000.000 orang", met))
    if listed := result["load"].get("services"):
        total = round(listed["read_seconds"] + listed["write_seconds"])
        lines.append(_line("Memuat berkas layanan (detik)", total, f"<= {targets.IMPORT_SECONDS}",
                           total <= targets.IMPORT_SECONDS))  # fmt: skip
    lines.append(_pace(result["pace"]["before"], result["pace"]["after"]))
    return lines


def _pace(before: dict[str, float], after: dict[str, float]) -> str:
    """What of the numbers is the machine's: to be compared with other sittings before they are."""
    return (
        f"Pekerjaan tetap di mesin ini (ms): {before['middle_ms']} sebelum, {after['middle_ms']} sesudah "
        f"(terlambat {before['slowest_ms']} dan {after['slowest_ms']}); "
        f"menunggu induknya {after['stolen_seconds'] - before['stolen_seconds']:.0f} detik"
    )


def _line(what: str, value: object, target: str, met: bool | None) -> str:
    return f"{what}: {value} ({target}) {_answer(met)}".rstrip()
