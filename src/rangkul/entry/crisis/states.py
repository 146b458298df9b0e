"""The words with a fixed list of values in a crisis."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Way(models.TextChoices):
    """How the worker reaches the person; each time from the office's own telephone or mailbox."""

    WHATSAPP = "whatsapp", _("WhatsApp")
    SMS = "sms", _("SMS")
    EMAIL = "email", _("E-mail")
    SOCIAL = "social", _("Pesan langsung dari akun lembaga di media sosial")
    THROUGH = "through", _("Lewat orang yang melapor")


class Risk(models.TextChoices):
    """What the questions add up to, gravest first. Unknown stands high: it is never taken for low."""

    HIGH = "high", _("Tinggi")
    UNKNOWN = "unknown", _("Belum diketahui, perlu didampingi")
    MODERATE = "moderate", _("Sedang")
    LOW = "low", _("Rendah")
    NONE = "none", _("Tidak ada tanda pada saat ditanya")


# As long as one of these stands, nobody ends without a next contact and a supervisor who knows.
GRAVE = frozenset({Risk.HIGH, Risk.UNKNOWN})


class Question(models.TextChoices):
    """What is asked about, in the order in which it is asked. The official words are not ours to write."""

    WISH = "wish", _("Keinginan untuk mati, atau tidak bangun lagi")
    THOUGHTS = "thoughts", _("Pikiran untuk mengakhiri hidup")
    METHOD = "method", _("Pikiran tentang caranya")
    INTENT = "intent", _("Niat untuk melakukannya")
    PLAN = "plan", _("Rencana yang sudah mulai disusun, dengan niat")
    EVER = "ever", _("Pernah berbuat, memulai, atau bersiap mengakhiri hidup")
    RECENT = "recent", _("Itu terjadi dalam tiga bulan terakhir")


class Answer(models.TextChoices):
    YES = "yes", _("Ya")
    NO = "no", _("Tidak")
    UNKNOWN = "unknown", _("Belum diketahui")


class Part(models.TextChoices):
    """The parts of a safety plan, in the order in which they are used."""

    SIGNS = "signs", _("Tanda bahwa saya mulai tidak kuat")
    COPING = "coping", _("Yang bisa saya lakukan sendiri supaya lebih tenang")
    PLACES = "places", _("Tempat dan orang yang mengalihkan pikiran saya")
    PEOPLE = "people", _("Orang yang bisa saya mintai tolong")
    PROFESSIONALS = "professionals", _("Petugas dan layanan yang bisa saya hubungi")
    MEANS = "means", _("Cara membuat sekitar saya lebih aman")
    REASONS = "reasons", _("Yang membuat saya ingin bertahan")


class DeviceKind(models.TextChoices):
    """What may call for help by itself. No camera, no wearable, nothing that measures a person."""

    BELL = "bell", _("Bel atau tombol panggil")
    FLOOD = "flood", _("Pengukur air sungai atau banjir")
    SMOKE = "smoke", _("Pendeteksi asap atau gas")
    DOOR = "door", _("Alarm pintu darurat")
    OTHER = "other", _("Alat lain yang memanggil")


class AlertOutcome(models.TextChoices):
    """What a person found who went to look."""

    HELPED = "helped", _("Ada yang perlu ditolong, sudah ditangani")
    CALLED = "called", _("Bantuan darurat dipanggil")
    FALSE = "false", _("Tidak ada apa-apa")
    BROKEN = "broken", _("Alatnya rusak")
