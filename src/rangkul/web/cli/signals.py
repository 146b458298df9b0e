"""How well the list of signs of danger hears, against sentences with labels; reads no request."""

import argparse
from importlib import import_module

from rich.table import Table

from rangkul.web.cli import house, terminal

NAME = "signals"
HELP = "Ukur daftar tanda bahaya dalam kata-kata dengan kalimat uji."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("measure",), metavar="measure", help="ukur tiap bagian kalimat uji")
    parser.add_argument("--show", action="store_true", help="perlihatkan kalimat yang keliru")


def run(args: argparse.Namespace) -> int:
    house.wake()
    measuring = import_module("rangkul.entry.signals.measuring")
    version = import_module("rangkul.entry.signals.lexicon").VERSION
    terminal.say(f"Daftar tanda versi {version}. Lima bagian pertama ditulis penyusunnya sendiri.")
    for part in measuring.PARTS:
        told = measuring.measure(measuring.sentences(part))
        red = measuring.measure(measuring.sentences(part), measuring.kinds_raised_red)
        terminal.out.print(_table(part, told, red), soft_wrap=False)
        if args.show:
            _show(told)
    return 0


def _table(part: str, told, red) -> Table:
    table = Table(title=f"\n{part}", title_justify="left", title_style="bold", box=None, pad_edge=False)
    table.add_column("Yang diukur")
    table.add_column("Kalimat", justify="right")
    table.add_column("Terdengar", justify="right")
    table.add_column("sebagai merah", justify="right")
    for kind, tally in told.recall.items():
        table.add_row(f"tanda {kind}", str(tally.of), f"{tally.rate:.1%}", f"{red.recall[kind].rate:.1%}")
    for kind, tally in told.false_alarms.items():
        table.add_row(f"keliru pada {kind}", str(tally.of), f"{tally.rate:.1%}", f"{red.false_alarms[kind].rate:.1%}")
    for name, all_of, red_of in (
        ("keliru self_harm, semua kalimat lain", told.self_harm_false, red.self_harm_false),
        ("keliru, per 1.000 pesan yang tidak berbahaya", told.any_false, red.any_false),
    ):
        table.add_row(name, str(all_of.of), f"{all_of.rate * 1000:.0f}‰", f"{red_of.rate * 1000:.0f}‰")
    return table


def _show(told) -> None:
    for kind, tally in told.recall.items():
        for text in tally.wrong:
            terminal.say(f"tidak terdengar ({kind}): {text}")
    for kind, tally in told.false_alarms.items():
        for text in tally.wrong:
            terminal.say(f"keliru ({kind}): {text}")
