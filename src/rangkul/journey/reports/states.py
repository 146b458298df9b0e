"""The fixed words of documents: who reads them, and how they stand."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class Reader(models.TextChoices):
    """Who will read it decides what is left out, and how it speaks."""

    COURT = "court", _("Pengadilan, jaksa, atau penyidik")
    AGENCY = "agency", _("Lembaga atau layanan lain")
    CLIENT = "client", _("Klien sendiri")
    HOUSE = "house", _("Lembaga sendiri")


class PaperState(models.TextChoices):
    DRAFT = "draft", _("Sedang disusun")
    ASKED = "asked", _("Menunggu tanda tangan supervisor")
    SIGNED = "signed", _("Ditandatangani")
    REPLACED = "replaced", _("Digantikan versi baru")
    DROPPED = "dropped", _("Tidak dilanjutkan")


OPEN = (PaperState.DRAFT, PaperState.ASKED)
FINAL = (PaperState.SIGNED, PaperState.REPLACED)

# What was signed is never opened again; a new version takes its place.
PAPER_STEPS = StateTable.of(
    "paper",
    [
        ("ask", [PaperState.DRAFT], PaperState.ASKED),
        ("sign", [PaperState.DRAFT, PaperState.ASKED], PaperState.SIGNED),
        ("send_back", [PaperState.ASKED], PaperState.DRAFT),
        ("replace", [PaperState.SIGNED], PaperState.REPLACED),
        ("drop", [PaperState.DRAFT], PaperState.DROPPED),
    ],
)


class Shape(models.TextChoices):
    """How a passage is set: rows of "name: value", points, or paragraphs."""

    FACTS = "facts", _("Tabel")
    POINTS = "points", _("Butir")
    PROSE = "prose", _("Paragraf")
