"""Measures the journeys on generated data."""

import argparse
from importlib import import_module

from rangkul.web.cli import house

NAME = "bench"
HELP = "Ukur kecepatan di atas data buatan."
HANDS_ON = True


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...", help="mis. --persons 10000")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.wake()
        return import_module("rangkul.web.bench").main(args.rest) or 0
