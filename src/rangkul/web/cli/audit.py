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
    with house.database(), terminal.progress() as progress:
        house.require_migrated()
        sealing = import_module("rangkul.commons.trust.sealing")
        verdict = sealing.verify_chain(progress)
    if verdict is False or getattr(verdict, "intact", True) is False:
        raise Trouble(
            f"Rantai catatan audit putus: {verdict}.",
            "Jangan mengubah apa pun. Simpan cadangan sekarang dan beri tahu petugas pelindungan data.",
        )
    terminal.say(f"Catatan audit utuh. {verdict if verdict not in (None, True) else ''}".strip())
    return 0
