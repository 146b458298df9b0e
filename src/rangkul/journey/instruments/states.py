"""The fixed words of an instrument: how it was answered, by whom, and how an answer stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# On each result, in whatever language.
NO_DIAGNOSIS = _("Alat skrining, bukan diagnosis.")


class Pack(models.TextChoices):
    """Core instruments are there for everybody; an agency switches the others on after reading their notice."""

    CORE = "core", _("Inti")
    CONDITIONAL = "conditional", _("Paket bersyarat")
    OWN = "own", _("Milik lembaga")


class Mode(models.TextChoices):
    SELF = "self", _("Diisi sendiri di layar ini")
    INTERVIEW = "interview", _("Dibacakan petugas")
    PAPER = "paper", _("Disalin dari kertas")
    TICKET = "ticket", _("Diisi sendiri lewat tiket")


# What a worker chooses on the page; the ticket's holder has a page of their own.
BY_STAFF = (Mode.INTERVIEW, Mode.SELF, Mode.PAPER)


class OfferState(models.TextChoices):
    """Derived from what stands on the offer and from the day."""

    OPEN = "open", _("menunggu jawaban")
    ANSWERED = "answered", _("sudah dijawab")
    EXPIRED = "expired", _("lewat waktu")
    TAKEN_BACK = "taken_back", _("ditarik kembali")


# The kind of reminder that an offer keeps. It is due on the day after its last; so many days more it stays with the
# worker alone: nobody owes an answer, but somebody owes the client a question.
OFFER_LAPSED = "offer"
OFFER_GRACE = 7


class AnsweredBy(models.TextChoices):
    CLIENT = "client", _("Orangnya sendiri")
    CAREGIVER = "caregiver", _("Orang tua, wali, atau pengasuh")
    OTHER = "other", _("Orang lain yang mengenalnya")
    WORKER = "worker", _("Petugas, dari pengamatan")


class UploadState(models.TextChoices):
    """A form that was handed in: not looked at yet, to be mended, or kept as a version."""

    WAITING = "waiting", _("Sedang diperiksa")
    FAULTY = "faulty", _("Perlu diperbaiki")
    SOUND = "sound", _("Lolos pemeriksaan")
