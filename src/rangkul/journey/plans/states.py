"""The fixed words of plans and their evaluation."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class PlanState(models.TextChoices):
    DRAFT = "draft", _("Sedang disusun")
    ASKED = "asked", _("Menunggu tanda tangan supervisor")
    AGREED = "agreed", _("Disepakati")
    REPLACED = "replaced", _("Digantikan versi baru")


# A plan that was agreed is never opened again; a new version takes its place.
PLAN_STEPS = StateTable.of(
    "plan",
    [
        ("ask", [PlanState.DRAFT], PlanState.ASKED),
        ("agree", [PlanState.DRAFT, PlanState.ASKED], PlanState.AGREED),
        ("send_back", [PlanState.ASKED], PlanState.DRAFT),
        ("replace", [PlanState.AGREED], PlanState.REPLACED),
    ],
)


class ClientView(models.TextChoices):
    """A goal without the client's view is not a goal (A25)."""

    AGREES = "agrees", _("Setuju dengan tujuan ini")
    WANTS_OTHER = "wants_other", _("Menginginkan yang lain")


class Purpose(models.TextChoices):
    """The four purposes of social work (Pincus and Minahan 1973, requirement A38)."""

    CAPACITY = "capacity", _("Memperkuat kemampuan memecahkan masalah dan bertahan")
    LINK = "link", _("Menghubungkan dengan sumber, layanan, dan kesempatan")
    HUMANE = "humane", _("Membuat layanan berjalan baik dan manusiawi")
    POLICY = "policy", _("Ikut memperbaiki kebijakan sosial")


class Responsible(models.TextChoices):
    CLIENT = "client", _("Klien")
    WORKER = "worker", _("Pekerja sosial")
    TOGETHER = "together", _("Klien dan pekerja sosial bersama")
    FAMILY = "family", _("Keluarga atau orang terdekat")
    PARTNER = "partner", _("Lembaga lain")


class Baseline(models.IntegerChoices):
    """Where a goal starts: one below what is hoped, or at the bottom where it cannot become worse."""

    BELOW = -1, _("Di bawah harapan (−1): keadaan masih bisa memburuk")
    FAR_BELOW = -2, _("Jauh di bawah harapan (−2): keadaan tidak bisa lebih buruk")


# The kind of reminder that a plan keeps; so many days a review may wait before somebody above is told.
REVIEW_DAY = "review"
REVIEW_GRACE = 7


class ReviewKind(models.TextChoices):
    REVIEW = "review", _("Tinjauan")
    FINAL = "final", _("Evaluasi akhir")


class Judgement(models.TextChoices):
    """How it is now, against how it was; nothing here says what brought it about."""

    MUCH_BETTER = "much_better", _("Jauh lebih baik")
    BETTER = "better", _("Lebih baik")
    SAME = "same", _("Sama saja")
    WORSE = "worse", _("Lebih berat")
    MUCH_WORSE = "much_worse", _("Jauh lebih berat")


class NextStep(models.TextChoices):
    GO_ON = "go_on", _("Lanjutkan rencana yang sekarang")
    CHANGE_PLAN = "change_plan", _("Ubah rencana")
    REASSESS = "reassess", _("Asesmen ulang")
    END = "end", _("Siapkan pengakhiran layanan")


class Direction(models.TextChoices):
    """Which way is better for the client."""

    LOWER = "lower", _("Makin kecil makin baik")
    HIGHER = "higher", _("Makin besar makin baik")


class CountedBy(models.TextChoices):
    CLIENT = "client", _("Klien")
    FAMILY = "family", _("Keluarga atau orang terdekat")
    WORKER = "worker", _("Pekerja sosial")
    SCHOOL = "school", _("Sekolah atau tempat kerja")
    PARTNER = "partner", _("Layanan lain")


class PhaseLetter(models.TextChoices):
    A = "A", _("A: sebelum, atau tanpa, yang direncanakan")
    B = "B", _("B: selama yang direncanakan dijalankan")


class GivenBy(models.TextChoices):
    PORTAL = "portal", _("lewat tiket klien")
    DEVICE = "device", _("di perangkat petugas")
