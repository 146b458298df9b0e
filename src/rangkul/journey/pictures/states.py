"""The words of the pictures: what runs between two people, what stands around them, what happened when."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TieKind(models.TextChoices):
    """A relation line of the genogram, as somebody told or saw it."""

    CLOSE = "close", _("dekat")
    FUSED = "fused", _("sangat lekat, sulit lepas")
    DISTANT = "distant", _("renggang")
    CONFLICT = "conflict", _("sering bertengkar")
    CUT_OFF = "cut_off", _("putus hubungan")
    VIOLENCE = "violence", _("kekerasan")
    SEXUAL = "sexual", _("kekerasan seksual")


# These go from one to the other: who did it stands first.
DIRECTED = frozenset({TieKind.VIOLENCE, TieKind.SEXUAL})


class Bond(models.TextChoices):
    """What somebody becomes to the person who was chosen on the picture."""

    PARENT = "parent", _("orang tua")
    PARTNER = "partner", _("pasangan")
    CHILD = "child", _("anak")
    SIBLING = "sibling", _("saudara")
    CARER = "carer", _("pengasuh atau wali")


class System(models.TextChoices):
    """What can stand around a household on the ecomap (Hartman), as it is known here."""

    KIN = "kin", _("Keluarga besar")
    WORK = "work", _("Pekerjaan")
    SCHOOL = "school", _("Sekolah")
    HEALTH = "health", _("Layanan kesehatan")
    WORSHIP = "worship", _("Ibadah")
    FRIENDS = "friends", _("Teman")
    AID = "aid", _("Bantuan sosial dan pemerintah")
    LAW = "law", _("Hukum")
    LEISURE = "leisure", _("Rekreasi")
    TRANSPORT = "transport", _("Transportasi")
    NEIGHBOURS = "neighbours", _("RT/RW dan tetangga")
    ONLINE = "online", _("Pergaulan daring")
    OTHER = "other", _("Lainnya, beri nama")


class Strength(models.TextChoices):
    """How a tie to a system is; one that holds and hurts at once is both."""

    STRONG = "strong", _("kuat")
    TENUOUS = "tenuous", _("lemah atau belum pasti")
    STRESSFUL = "stressful", _("menekan atau penuh pertentangan")
    MIXED = "mixed", _("kuat dan sekaligus menekan")


class Flow(models.TextChoices):
    """Whither time, money, care and effort go, seen from the household."""

    IN = "in", _("ke rumah tangga ini")
    OUT = "out", _("dari rumah tangga ini")
    BOTH = "both", _("ke dua arah")
    UNKNOWN = "", _("Belum diketahui")


class ProblemRole(models.TextChoices):
    """Where something stands in the graph of problems (A23)."""

    CAUSE = "cause", _("sebab")
    PROBLEM = "problem", _("masalah")
    EFFECT = "effect", _("akibat")


class Confidence(models.TextChoices):
    """How sure the team is that one leads to the other; words, because nobody measured it."""

    LOW = "low", _("baru dugaan")
    MIDDLE = "middle", _("cukup yakin")
    HIGH = "high", _("yakin")


class ProblemOutcome(models.TextChoices):
    """What a look back at a problem found."""

    SOLVED = "solved", _("teratasi")
    EASED = "eased", _("berkurang")
    STANDS = "stands", _("masih ada, klien bisa menghadapinya")
    HANDED_ON = "handed_on", _("diteruskan ke layanan lain")


class Exactness(models.TextChoices):
    """How exactly somebody remembers when it was."""

    DAY = "day", _("tanggalnya diketahui")
    MONTH = "month", _("bulan dan tahunnya saja")
    YEAR = "year", _("tahunnya saja")
    ABOUT = "about", _("kira-kira tahunnya")


class Lane(models.TextChoices):
    """What stands beside each other on the timeline, from above to below."""

    LIFE = "life", _("Peristiwa hidup")
    STAGE = "stage", _("Tahap kasus")
    RISK = "risk", _("Tingkat dan risiko")
    URGENT = "urgent", _("Bantuan darurat")
    CONTACT = "contact", _("Kontak dan kegiatan")
    VISIT = "visit", _("Kunjungan rumah")
    CONFERENCE = "conference", _("Pembahasan kasus")
    PLAN = "plan", _("Rencana dan tinjauan")
    MEASURE = "measure", _("Ukuran dan pengisian")
