"""Runs the background jobs: reminders, escalations, sealing the audit log."""

import argparse

from rangkul.web.cli import house

NAME = "worker"
HELP = "Jalankan pekerjaan latar (biasanya sudah dijalankan oleh serve)."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=2, help="berapa pekerjaan sekaligus (bawaan 2)")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.manage("procrastinate", "worker", "--concurrency", str(args.concurrency))
    return 0
