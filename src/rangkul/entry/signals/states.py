"""What words may be a sign of, and why each raises."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    SELF_HARM = "self_harm", _("Ingin mengakhiri hidup atau melukai diri")
    VIOLENCE_HOME = "violence_home", _("Kekerasan di rumah")
    HARM_OTHERS = "harm_others", _("Ancaman atau kekerasan antarorang")
    CHILD = "child", _("Anak dalam bahaya")
    MEANS = "means", _("Kehabisan makanan, tempat tinggal, atau obat")


class Strength(models.TextChoices):
    """When a form of the list raises."""

    SURE = "sure", _("dengan sendirinya")
    MENTION = "mention", _("kecuali tentang film, pelajaran, atau berita")
    HINT = "hint", _("hanya di samping petunjuk jenis lain")
    WEAK = "weak", _("kata biasa, hanya bila tiga berdekatan")


class Why(models.TextChoices):
    """What the words that were found say."""

    WISH = "wish", _("menyebut keinginan untuk mati")
    PLAN = "plan", _("menyebut cara, alat, tempat, atau rencana")
    FAREWELL = "farewell", _("terdengar seperti perpisahan")
    PASSIVE = "passive", _("menyebut hidup yang tidak berarti lagi")
    BURDEN = "burden", _("menyebut dirinya beban atau tidak dibutuhkan")
    DESPAIR = "despair", _("terdengar putus asa")
    INJURY = "injury", _("menyebut melukai diri")
    NAMED = "named", _("menyebut bahaya itu dengan namanya")
    HIT = "hit", _("menyebut pemukulan")
    GRAVE = "grave", _("menyebut kekerasan yang berat atau senjata")
    FORCED = "forced", _("menyebut pemaksaan")
    THREAT = "threat", _("menyebut ancaman")
    INTENT = "intent", _("menyebut niat menyakiti orang lain")
    SEXUAL = "sexual", _("menyebut kekerasan seksual")
    MISSING = "missing", _("menyebut anak yang hilang atau dibawa pergi")
    SICK = "sick", _("menyebut bayi atau anak yang gawat")
    NEGLECTED = "neglected", _("menyebut anak yang disakiti, dipaksa, atau ditelantarkan")
    HUNGER = "hunger", _("menyebut tidak ada makanan")
    ROOF = "roof", _("menyebut tidak ada tempat tinggal atau listrik")
    MEDICINE = "medicine", _("menyebut obat atau perawatan yang terputus")
