"""The first agency of a new house, its first unit and the admin who opens every other account."""

import argparse
from importlib import import_module

from rangkul.base.trouble import Trouble
from rangkul.web.cli import house, terminal

NAME = "begin"
HELP = "Daftarkan lembaga pertama dan adminnya di rumah yang baru."


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--agency", required=True, metavar="NAMA", help="nama lembaga")
    parser.add_argument("--unit", required=True, metavar="NAMA", help="nama unit pertama")
    parser.add_argument("--area", required=True, metavar="KODE", help="kode wilayah unit, misalnya 32.73")
    parser.add_argument("--admin", required=True, metavar="NAMA_MASUK", help="nama masuk admin pertama")
    parser.add_argument("--name", required=True, metavar="NAMA", help="nama lengkap admin pertama")


def run(args: argparse.Namespace) -> int:
    with house.database():
        house.require_migrated()
        house.wake()
        tell(args.admin, begun(args))
    return 0


def begun(args: argparse.Namespace) -> str:
    """The first password of the admin. Raises Trouble where there is an agency already, or no such place."""
    founding = import_module("rangkul.web.accounts.founding")
    try:
        return founding.begin(
            agency=args.agency, unit=args.unit, area=args.area, username=args.admin, full_name=args.name
        )
    except founding.AlreadyBegunError:
        raise Trouble(
            "Sudah ada lembaga di sini.", "Masuk sebagai admin; akun dan unit dibuka di halaman Pengguna."
        ) from None
    except founding.UnknownAreaError:
        raise Trouble(
            f"Kode wilayah {args.area!r} tidak dikenal.", "Pakai kode Kemendagri, misalnya 32.73 untuk Kota Bandung."
        ) from None


def tell(username: str, password: str) -> None:
    terminal.approve("Lembaga, unit, dan admin pertama sudah ada.")
    terminal.say(f"Nama masuk: {username}\nKata sandi pertama: {password}")
    terminal.say("Hanya tampil sekali ini. Saat masuk, admin membuat kata sandi sendiri dan memasang langkah kedua.")
