"""The words of protection."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from rangkul.base.states import StateTable

# The kinds of matter that a legal clock is (`cases.hooks.late_kinds`), by the pace at which it climbs.
RED, AMBER = "law_red", "law_amber"


class EvidenceKind(models.TextChoices):
    DOCUMENT = "document", _("Berkas")
    LINK = "link", _("Tautan")
    SPOKEN = "spoken", _("Keterangan")
    CHAT = "chat", _("Ekspor percakapan")
    CORRECTION = "correction", _("Koreksi")


class Basis(models.TextChoices):
    """By what right we keep it (UU 27/2022 Pasal 20)."""

    CONSENT = "consent", _("Persetujuan yang membawanya")
    GUARDIAN = "guardian", _("Persetujuan wali")
    DUTY = "duty", _("Kewajiban hukum")
    VITAL = "vital", _("Melindungi nyawa atau keselamatan")


class ChatState(models.TextChoices):
    ASKING = "asking", _("Urutan tanggal perlu dipastikan")
    WAITING = "waiting", _("Sedang dibaca")
    READY = "ready", _("Siap dibaca")


class DayOrder(models.TextChoices):
    DMY = "dmy", _("hari/bulan/tahun")
    MDY = "mdy", _("bulan/hari/tahun")
    YMD = "ymd", _("tahun/bulan/hari")


# One sealed sheet holds so many messages: few enough to open in a moment, so many that a year is some dozen rows.
SHEET = 400

CHAT = StateTable.of(
    "protection.chat",
    [
        ("order", [ChatState.ASKING], ChatState.WAITING),
        ("unfold", [ChatState.WAITING], ChatState.READY),
    ],
)


class Found(models.TextChoices):
    """What a check of one piece of evidence found."""

    WHOLE = "whole", _("Utuh")
    CHANGED = "changed", _("Catatannya berubah")
    BYTES = "bytes", _("Berkasnya berubah")
    GONE = "gone", _("Berkasnya tidak ada")
    MISSING = "missing", _("Catatannya hilang")
    ERASED = "erased", _("Dihapus atas hak orang yang bersangkutan")


def clocks_in_words(n: int) -> str:
    return ngettext("%(n)d batas waktu hukum", "%(n)d batas waktu hukum", n) % {"n": n}
