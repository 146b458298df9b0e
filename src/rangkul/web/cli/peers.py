"""The key by which other houses know this one: shown, and changed."""

import argparse
from importlib import import_module

from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, terminal

NAME = "peers"
HELP = "Tampilkan atau ganti kunci server ini untuk server mitra."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new-key", action="store_true", help="buat kunci baru; server mitra mencocokkannya lagi")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.require_migrated()
        house.wake()
        return shown(new=args.new_key)


def shown(*, new: bool = False) -> int:
    if not import_module("django.apps").apps.is_installed("rangkul.tell.exchange"):
        raise Trouble("Modul tell.exchange dimatikan.", "Hidupkan di RANGKUL_MODULES.")
    asking = import_module("rangkul.base.asking")
    peers = import_module("rangkul.tell.exchange.peers.queries")
    by = import_module("rangkul.tell.exchange.peers.house").HOUSE
    with asking.asking_as(by):
        if new:
            import_module("rangkul.tell.exchange.peers.actions").change_house_key(by=by)
        public = peers.identity().public
    terminal.say(f"Sidik kunci: {public.fingerprint}")
    terminal.say(f"Kunci: {public.text}")
    if new:
        terminal.approve("Kunci baru berlaku. Beri tahu setiap server mitra; kunci lama masih dipakai 30 hari.")
    return 0
