"""The `rangkul` command: reads the words, runs one command, puts trouble into plain words."""

import os
import sys
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime

from rangkul.base import home
from rangkul.base.trouble import Trouble
from rangkul.web.cli import (
    audit,
    backup,
    begin,
    bench,
    demo,
    doctor,
    migrate,
    peers,
    replay,
    restore,
    serve,
    services,
    shell,
    signals,
    terminal,
    worker,
)
from rangkul.web.cli.machine_trouble import of_the_machine
from rangkul.web.cli.words import Parser

COMMANDS = (
    serve,
    demo,
    migrate,
    begin,
    doctor,
    backup,
    restore,
    worker,
    audit,
    peers,
    replay,
    signals,
    services,
    bench,
    shell,
)

ABOUT = """Rangkul, landasan kerja pekerja sosial.

RANGKUL_HOME          folder data (bawaan: ~/.local/share/rangkul)
RANGKUL_DATABASE_URL  PostgreSQL yang sudah ada, sebagai pemiliknya; tanpa ini Rangkul menjalankan sendiri
"""

# A command that hands its words on must not have them read as options of ours.
_AS_GIVEN = {"prefix_chars": "\0", "add_help": False}


def parser() -> Parser:
    root = Parser(prog="rangkul", description=ABOUT)
    commands = root.add_subparsers(title="perintah", metavar="PERINTAH", required=True)
    for command in COMMANDS:
        how = _AS_GIVEN if getattr(command, "HANDS_ON", False) else {}
        one = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP, **how)
        command.arguments(one)
        one.set_defaults(run=command.run)
    return root


def main(words: Sequence[str] | None = None) -> int:
    """Exit codes: 0 done, 1 trouble that was told, 2 words not understood, 130 stopped by Ctrl-C."""
    args = parser().parse_args(words)
    try:
        return args.run(args)
    except Trouble as trouble:
        terminal.complain(trouble.what, trouble.remedy)
        return 1
    except KeyboardInterrupt:
        terminal.say("Dihentikan.")
        return 130
    except BrokenPipeError:
        # Whoever read our words has left, as `head` does.
        sys.stderr.close()
        return 1
    except Exception as error:
        if os.environ.get("RANGKUL_DEBUG") == "1":
            raise
        trouble = of_the_machine(error)
        if trouble is None:
            return _unexpected(error)
        terminal.complain(trouble.what, trouble.remedy)
        return 1


def _unexpected(error: Exception) -> int:
    """A fault of ours: the details go where only the owner reads, because they may quote what people wrote."""
    what = f"Rangkul sendiri yang salah ({type(error).__name__})."
    try:
        path = home.logs_dir() / "rangkul.log"
        with path.open("a") as log:
            log.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{traceback.format_exc()}\n")
    except (OSError, Trouble):
        terminal.complain(what, "Catatannya tidak dapat ditulis. Jalankan `rangkul doctor`.")
        return 1
    terminal.complain(
        what, f"Catatan lengkap ada di {path}. Jalankan `rangkul doctor`, lalu kirim catatan itu kepada pengembang."
    )
    return 1
