"""Shows that nobody has changed the audit log."""

import argparse
from importlib import import_module

from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, terminal

NAME = "audit"
HELP = "Periksa keutuhan catatan audit: `rangkul audit verify`."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["verify"], metavar="verify", help="telusuri seluruh rantai segel")


def run(_args: argparse.Namespace) -> int:
    with house.database():
        house.require_migrated()
        house.wake()
        with terminal.progress() as progress:
            verdict = import_module("rangkul.commons.trust.sealing").verify_chain(progress)
    if not verdict.intact:
        raise Trouble(
            f"Rantai catatan audit putus: {verdict}.",
            "Jangan mengubah apa pun. Simpan cadangan sekarang dan beri tahu petugas pelindungan data.",
        )
    terminal.say(f"Catatan audit utuh: {verdict}.")
    return 0
