"""What the equity report tells apart. Religion and ethnicity are no part of it and never will be (A102)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Dimension(models.TextChoices):
    SEX = "sex", _("Jenis kelamin")
    AGE = "age", _("Umur")
    DISABILITY = "disability", _("Disabilitas")
    AREA = "area", _("Wilayah")
    UNIT = "unit", _("Unit")


# Those by which people are compared; units are only looked at.
OF_PEOPLE = (Dimension.SEX, Dimension.AGE, Dimension.DISABILITY, Dimension.AREA)


class Became(models.TextChoices):
    """What became of a request, each counted once: the first that is true of it, from the top."""

    DECLINED = "declined", _("Ditolak")
    UNMET = "unmet", _("Ada kebutuhan yang belum terpenuhi")
    SLOW = "slow", _("Lebih dari 7 hari tanpa keputusan")
    OTHER = "other", _("Lainnya")


# Those that say that somebody went without, or waited; they are compared.
HARD = (Became.DECLINED, Became.UNMET, Became.SLOW)


class Retold(models.TextChoices):
    """By what the records show that a client had to tell it again, each request counted once, from the top."""

    AGAIN = "again", _("Meminta lagi dari awal")
    QUESTIONS = "questions", _("Pertanyaan yang sama diulang petugas lain")
    ONWARD = "onward", _("Dirujuk lagi ke tempat berikutnya")
    NONE = "none", _("Tidak ada catatannya")


class Age(models.TextChoices):
    CHILD = "child", _("Di bawah 18 tahun")
    YOUNG = "young", _("18 sampai 29 tahun")
    ADULT = "adult", _("30 sampai 59 tahun")
    OLD = "old", _("60 tahun ke atas")


class Disability(models.TextChoices):
    """A record of it proves nothing where it is missing: nobody is said to live without one."""

    NOTED = "noted", _("Tercatat ada disabilitas")
    NOT_NOTED = "not_noted", _("Tidak ada catatan disabilitas")
