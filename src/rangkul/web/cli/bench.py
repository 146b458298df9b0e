"""Measures the journeys on generated data."""

import argparse
import signal
from importlib import import_module
from typing import NoReturn

from rangkul.web.cli import house

NAME = "bench"
HELP = "Ukur kecepatan di atas data buatan."
HANDS_ON = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...", help="mis. --persons 10000")


def _stop(_number: int, _frame: object) -> NoReturn:
    raise KeyboardInterrupt


def run(args: argparse.Namespace) -> int:
    bench = import_module("rangkul.web.bench")
    asked = bench.words(args.rest)
    # Whoever ends the measuring politely ends its server and its database too, as Ctrl-C does.
    signal.signal(signal.SIGTERM, _stop)
    with house.database(loading=True):
        house.wake()
        loaded = bench.fill(asked)
    if asked.load_only:
        return 0
    with house.database():
        return bench.measure(asked, loaded)
