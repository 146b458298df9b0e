"""Why somebody may see a file, and what a person agreed to."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Basis(models.TextChoices):
    TEAM = "team", _("anggota tim kasus")
    SUPERVISION = "supervision", _("supervisi")
    OWNER = "owner", _("penanggung jawab permintaan")
    REFERRAL = "referral", _("rujukan")
    CONSENT = "consent", _("persetujuan")
    BREAK_GLASS = "break_glass", _("akses darurat")
    CLIENT = "client", _("orang yang bersangkutan")


class GranteeKind(models.TextChoices):
    STAFF = "staff", _("pekerja")
    UNIT = "unit", _("unit")
    TICKET = "ticket", _("pemegang tiket")


class Purpose(models.TextChoices):
    """What data may be used for; each is agreed to on its own (UU 27/2022 Pasal 22, 24)."""

    SERVICE = "service", _("Menghubungi Anda dan menangani permintaan ini")
    SHARE = "share", _("Meneruskan data seperlunya ke lembaga lain yang bisa membantu, setelah Anda ditanya lagi")
    STATISTICS = "statistics", _("Dihitung dalam statistik tanpa nama")


class ConsentMode(models.TextChoices):
    SCREEN = "screen", _("Di layar, oleh orang itu sendiri")
    SIGNATURE = "signature", _("Tanda tangan di layar")
    THUMBPRINT = "thumbprint", _("Cap jempol yang dipindai")
    SPOKEN = "spoken", _("Lisan dengan saksi")
