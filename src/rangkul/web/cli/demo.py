"""The one-command mode: a believable world on this machine, nothing to set up."""

import argparse
import json
import os
from importlib import import_module
from pathlib import Path

from rangkul.base.home import make_home
from rangkul.web.cli import house, migrate, ports, terminal
from rangkul.web.cli.serve import alone, jobs, keep
from rangkul.web.cli.supervisor import Supervisor

NAME = "demo"
HELP = "Siapkan dunia contoh dan layani di komputer ini."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="alamat yang didengarkan (bawaan 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port (bawaan 8000)")
    parser.add_argument("--persons", type=int, default=300, help="berapa orang di dunia contoh (bawaan 300)")
    parser.add_argument("--prepare", action="store_true", help="siapkan saja, jangan layani")


def run(args: argparse.Namespace) -> int:
    port = ports.free(args.host, args.port)
    os.environ["RANGKUL_STREAM_URL"] = "/aliran/"
    if open_to_others(args.host):
        os.environ.setdefault("RANGKUL_HOSTS", "*")
        terminal.warn(*OPEN)
    database = house.database()
    try:
        house.wake(demo=True)
        migrate.apply()
        with terminal.progress() as progress:
            report = import_module("rangkul.web.demo").load(progress, persons=args.persons)
        note = write_note(ports.by_name(args.host, port), report)
    except BaseException:
        database.stop()
        raise
    if args.prepare:
        database.stop()
        return 0
    server = alone(args.host, port)
    return keep(Supervisor(database, server, jobs()), args.host, port, told(note, args.host))


def open_to_others(host: str) -> bool:
    return host not in ("127.0.0.1", "localhost", "::1", "[::1]")


def write_note(address: str, report: object) -> dict:
    """RANGKUL_HOME/demo.json: {address, accounts: [...], tickets: [...]}. For eyes of this account only."""
    note = {"address": address, "accounts": list(report.accounts), "tickets": list(report.tickets)}
    path = Path(make_home() / "demo.json")
    draft = path.with_suffix(".baru")
    draft.touch(0o600)
    draft.write_text(json.dumps(note, ensure_ascii=False, indent=2, default=vars) + "\n")
    draft.replace(path)
    return json.loads(path.read_text())


def told(note: dict, host: str = "localhost") -> str:
    """What stands on the terminal once the house is open, to whom it is open last of all: there it is read."""
    accounts = [(one["username"], one["password"], one["role"], one.get("unit", "")) for one in note["accounts"]]
    tickets = [(one["ticket"], f"PIN {one['pin']}", one.get("about", "")) for one in note["tickets"]]
    lines = ["", f"Rangkul siap di  {note['address']}", "", "Akun (nama masuk, sandi, peran, unit):"]
    lines += [*columns(accounts), "", "Tiket untuk halaman depan:", *columns(tickets), "", TRY, ""]
    lines.append("Semua ini juga ada di demo.json. Ctrl-C untuk berhenti.")
    if open_to_others(host):
        lines += ["", *(f"! {line}" for line in OPEN)]
    return "\n".join(lines)


def columns(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  " + "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


OPEN = (
    "PERHATIAN: dunia contoh ini terbuka bagi siapa pun yang bisa menjangkau komputer ini, tanpa HTTPS dan tanpa"
    " langkah kedua saat masuk.",
    "Jangan pernah menulis data orang sungguhan di sini. Hentikan dengan Ctrl-C; tanpa --host hanya komputer ini yang"
    " bisa membukanya.",
)
TRY = """Coba:
  1. Minta bantuan dari halaman depan tanpa akun, simpan tiket dan PIN-nya.
  2. Masuk sebagai peksos, ambil permintaan itu dari antrean, terima menjadi kasus.
  3. Masuk sebagai supervisor di jendela lain dan lihat papan tim berubah sendiri.
  4. Buka tiket tadi dengan PIN: lihat keputusan, dan siapa yang membaca berkasnya."""
