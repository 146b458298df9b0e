"""A Python prompt in the house, as the working role: no identity, no rows."""

import argparse

from rangkul.web.cli import house

NAME = "shell"
HELP = "Buka Python dengan Rangkul di dalamnya (untuk pengembang)."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-c", "--command", help="jalankan satu baris lalu selesai")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.manage("shell", command=args.command)
    return 0
