"""Brings the schema and the reference data to this release."""

import argparse

from rangkul.web.cli import house, terminal

NAME = "migrate"
HELP = "Siapkan basis data untuk versi ini (aman diulang)."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="periksa saja: kode 1 bila ada yang belum diterapkan")


def run(args: argparse.Namespace) -> int:
    with house.database():
        if args.check:
            return 1 if house.missing_migrations() else 0
        apply()
        terminal.say("Basis data siap.")
    return 0


def apply() -> int:
    """As the owner, because the working role may not change tables. Returns how many changes were made."""
    missing = house.missing_migrations()
    if missing:
        terminal.step(f"Menerapkan {len(missing)} perubahan skema")
        house.manage("migrate", database="owner", interactive=False, verbosity=0)
    _load_reference_data()
    return len(missing)


def _load_reference_data() -> None:
    from django.db import connections

    from rangkul.web.reference import load_reference_data

    load_reference_data(connections["owner"], lambda what: terminal.step(f"Memuat data acuan: {what}"))
    connections["owner"].close()
