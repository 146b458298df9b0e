"""The words in which consent is asked, by version: what was shown is what is recorded."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rangkul.commons.trust.states import Purpose

VERSION = "2026-1"


@dataclass(frozen=True)
class Text:
    purpose: str
    question: Any
    meaning: Any
    needed: bool = False


# The law asks for purpose, use, who sees it, how long, and the right to take it back (UU 27/2022 Pasal 21–24).
TEXTS = (
    Text(
        Purpose.SERVICE,
        _("Saya setuju petugas membaca jawaban saya dan menindaklanjuti permintaan ini."),
        _("Hanya petugas yang menangani yang boleh membacanya. Setiap pembacaan tercatat."),
        needed=True,
    ),
    Text(
        Purpose.SHARE,
        _("Saya setuju ditawari bantuan dari lembaga lain."),
        _("Sebelum data Anda diteruskan, Anda selalu ditanya lagi."),
    ),
    Text(
        Purpose.STATISTICS,
        _("Permintaan saya boleh ikut dihitung dalam statistik tanpa nama."),
        _("Angka saja, misalnya berapa permintaan di satu kota. Tidak ada yang bisa mengenali Anda."),
    ),
)
