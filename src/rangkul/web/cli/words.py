"""argparse in Indonesian."""

import argparse
import re
from typing import NoReturn

from rangkul.web.cli import terminal

_SENTENCES = (
    (r"the following arguments are required: (.*)", r"masih kurang: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
    (r"argument PERINTAH: invalid choice: (\S+) .*", r"tidak ada perintah \1"),
    (r"argument (\S+): invalid choice: (\S+) .*", r"\1 tidak mengenal \2"),
    (r"argument (\S+): expected one argument", r"\1 perlu satu nilai"),
    (r"argument (\S+): invalid \w+ value: (.*)", r"\1 tidak menerima \2"),
)


def in_indonesian(message: str) -> str:
    for pattern, sentence in _SENTENCES:
        if re.fullmatch(pattern, message):
            return re.sub(pattern, sentence, message)
    return message


class Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None) -> None:
        super().add_usage(usage, actions, groups, prefix if prefix is not None else "pakai: ")


class Parser(argparse.ArgumentParser):
    def __init__(self, **options) -> None:
        with_help = options.pop("add_help", True)
        super().__init__(**options, add_help=False, formatter_class=Formatter)
        self._positionals.title, self._optionals.title = "yang disebut", "pilihan"
        if with_help:
            self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        what = f"Perintah tidak dipahami: {in_indonesian(message)}."
        terminal.complain(what, f"Lihat `{self.prog} --help`.")
        raise SystemExit(2)
