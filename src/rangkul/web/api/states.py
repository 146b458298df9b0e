"""What a key may open, and for whom it was made."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    SUBMIT = "submit", _("Mengirim permintaan bantuan")
    FOLLOW = "follow", _("Mengikuti permintaan dengan tiket dan PIN")
    SEARCH = "search", _("Mencari orang, kasus, dan permintaan")
    READ = "read", _("Membaca ringkasan kasus")
    RECORD = "record", _("Mencatat kegiatan pada kasus")


# A partner's key opens what any visitor may do, counted by itself; it never opens a file.
OF_PARTNER = (Scope.SUBMIT, Scope.FOLLOW)
OF_WORKER = (Scope.SEARCH, Scope.READ, Scope.RECORD)

# Requests an hour that one partner site may send, where its key says nothing else.
HOURLY = 300
MOST_HOURLY = 5_000
