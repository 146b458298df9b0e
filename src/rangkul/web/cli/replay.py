"""What another version of a rule would have decided on past requests; nothing is changed."""

import argparse
from datetime import timedelta
from importlib import import_module

from rich.table import Table

from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, terminal

NAME = "replay"
HELP = "Coba versi aturan atas permintaan yang lalu; tidak mengubah apa pun."
LONGEST = 36_500
_SENTENCES = 12


def arguments(parser: argparse.ArgumentParser) -> None:
    names = "triage, routing, escalation, alarm, atau heir (bawaan triage)"
    parser.add_argument("--rule", default="triage", metavar="ATURAN", help=names)
    parser.add_argument("--version", type=int, metavar="N", help="versi yang dicoba (bawaan: yang terbaru)")
    parser.add_argument("--days", type=int, default=365, metavar="N", help="berapa hari ke belakang (bawaan 365)")
    parser.add_argument("--show", type=int, default=20, metavar="N", help="berapa perbedaan yang dirinci (bawaan 20)")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.require_migrated()
        house.wake()
        tell(replayed(args))
    return 0


def replayed(args: argparse.Namespace):
    """The report. Raises Trouble for a rule or a version that there is not."""
    module, rules = import_module("rangkul.entry.intake.replay"), import_module("rangkul.base.rules")
    now = import_module("rangkul.base.clock").now
    if args.rule not in module.RULES:
        raise Trouble(f"Tidak ada aturan {args.rule!r}.", f"Pilih salah satu: {', '.join(module.RULES)}.")
    since = now() - timedelta(days=min(max(args.days, 1), LONGEST))
    try:
        with terminal.progress() as progress:
            return module.replay(args.version, since, args.rule, detailed=max(args.show, 0), progress=progress)
    except rules.RuleUnknownError as unknown:
        known = ", ".join(map(str, rules.versions(args.rule)))
        what = f"Aturan {args.rule} tidak punya versi {args.version}."
        raise Trouble(what, f"Versi yang ada: {known}.") from unknown


def tell(report) -> None:
    terminal.say(
        f"Aturan {report.rule} versi {report.version}: {report.looked_at} keputusan dicoba lagi,"
        f" {report.changed} menjadi lain."
    )
    if report.unable:
        terminal.warn(
            f"{report.unable} keputusan tidak bisa dicoba: faktanya kurang untuk versi ini.",
            "Lihat aturan itu: fakta baru perlu nilai bawaan bila dulu belum ditanyakan.",
        )
    if report.changed:
        _print(_moves(report))
        _print(_sentences(report))
    if report.differences:
        _print(_differences(report))
        if (more := report.changed - len(report.differences)) > 0:
            terminal.say(f"… dan {more} lagi; tambah dengan --show.")


def _print(table: Table) -> None:
    # A table folds within its columns; only running lines are left long.
    terminal.out.print(table, soft_wrap=False)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, justify="right" if name == "Jumlah" else "left", overflow="fold")
    return table


def _moves(report) -> Table:
    table = _table("\nYang menjadi lain", "Jumlah", "Dari", "Menjadi")
    for (before, after), count in report.moves.most_common():
        table.add_row(str(count), before, after)
    return table


def _sentences(report) -> Table:
    table = _table("\nAlasan yang berubah", "Jumlah", "", "Alasan")
    for sign, sentences in (("+", report.gained), ("−", report.lost)):
        for sentence, count in sentences.most_common(_SENTENCES):
            table.add_row(str(count), sign, sentence)
    return table


def _differences(report) -> Table:
    local = import_module("rangkul.base.clock").local
    table = _table("\nSatu per satu", "Tiket", "Diputuskan", "Dari", "Menjadi", "Alasan")
    for one in report.differences:
        reasons = [*(f"+ {sentence}" for sentence in one.gained), *(f"− {sentence}" for sentence in one.lost)]
        decided = f"{local(one.decided_at):%Y-%m-%d %H.%M}"
        table.add_row(one.ticket, decided, one.before, one.after, "\n".join(reasons) or "–")
    return table
