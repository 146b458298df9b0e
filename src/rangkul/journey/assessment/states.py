"""The fixed words of an assessment: where a fact belongs, what kind it is, who said it, how a round stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class Domain(models.TextChoices):
    BIO = "bio", _("Tubuh dan kesehatan (bio)")
    PSYCHO = "psiko", _("Pikiran dan perasaan (psiko)")
    SOCIAL = "sosial", _("Keluarga dan lingkungan (sosial)")
    SPIRITUAL = "spiritual", _("Makna dan keyakinan (spiritual)")


# Without a word about these three an assessment is not ready; the spiritual domain is the client's to open (A20).
NEEDED_DOMAINS = (Domain.BIO, Domain.PSYCHO, Domain.SOCIAL)


class FactKind(models.TextChoices):
    """What was said, what was seen and what the worker thinks never share one field (A19)."""

    STATEMENT = "statement", _("Pernyataan")
    OBSERVATION = "observation", _("Observasi")
    OPINION = "opinion", _("Pendapat")


class Source(models.TextChoices):
    CLIENT = "client", _("Klien")
    SIGNIFICANT_OTHER = "significant_other", _("Orang terdekat klien")
    DOCUMENT = "document", _("Dokumen")
    PROFESSIONAL = "professional", _("Petugas atau ahli lain")
    OBSERVATION = "observation", _("Dilihat atau didengar sendiri oleh pekerja sosial")
    WORKER = "worker", _("Pertimbangan pekerja sosial")


SOURCES_OF = {
    FactKind.STATEMENT: (Source.CLIENT, Source.SIGNIFICANT_OTHER, Source.DOCUMENT, Source.PROFESSIONAL),
    FactKind.OBSERVATION: (Source.OBSERVATION,),
    FactKind.OPINION: (Source.WORKER, Source.PROFESSIONAL),
}


class RoundKind(models.TextChoices):
    INITIAL = "initial", _("Asesmen awal")
    REASSESSMENT = "reassessment", _("Asesmen ulang")


class RoundState(models.TextChoices):
    DRAFT = "draft", _("Sedang disusun")
    ASKED = "asked", _("Menunggu tanda tangan supervisor")
    SIGNED = "signed", _("Ditandatangani")


ROUND_STEPS = StateTable.of(
    "assessment",
    [
        ("ask", [RoundState.DRAFT], RoundState.ASKED),
        ("sign", [RoundState.DRAFT, RoundState.ASKED], RoundState.SIGNED),
        ("send_back", [RoundState.ASKED], RoundState.DRAFT),
    ],
)


class Dimension(models.TextChoices):
    """The three abilities that make social functioning (UU 14/2019 Pasal 1)."""

    NEEDS = "needs", _("Memenuhi kebutuhan dasar")
    ROLES = "roles", _("Menjalankan tugas dan peranan sosial")
    COPING = "coping", _("Mengatasi masalah")


class View(models.TextChoices):
    CLIENT = "client", _("Menurut klien")
    WORKER = "worker", _("Menurut pekerja sosial")


class Moment(models.TextChoices):
    BASELINE = "baseline", _("Awal")
    REVIEW = "review", _("Tinjauan")
    END = "end", _("Akhir")


class InstitutionKind(models.TextChoices):
    """The institutions that every assessment asks about (A36), and room for others."""

    FAMILY = "family", _("Keluarga")
    SCHOOL = "school", _("Sekolah")
    WORK = "work", _("Tempat kerja")
    FAITH = "faith", _("Lembaga agama atau kepercayaan")
    GOVERNMENT = "government", _("Pemerintah")
    CUSTOM = "custom", _("Adat dan lingkungan warga")
    MARKET = "market", _("Pasar dan usaha")
    OTHER = "other", _("Lembaga yang lain")


class Effect(models.TextChoices):
    HELPS = "helps", _("Membantu")
    BLOCKS = "blocks", _("Menghambat")
    BOTH = "both", _("Membantu dan menghambat")
    UNKNOWN = "unknown", _("Belum digali")


class RiskKind(models.TextChoices):
    SELF_HARM = "self_harm", _("Bunuh diri atau melukai diri")
    VIOLENCE = "violence", _("Kekerasan di rumah atau oleh orang dekat")
    SEXUAL_VIOLENCE = "sexual_violence", _("Kekerasan seksual")
    CHILD_SAFETY = "child_safety", _("Keselamatan anak")
    NEGLECT = "neglect", _("Penelantaran")
    EXPLOITATION = "exploitation", _("Eksploitasi atau perdagangan orang")
    HEALTH = "health", _("Sakit berat atau putus obat")
    SUBSTANCE = "substance", _("Zat atau alkohol")
    SHELTER = "shelter", _("Kehilangan tempat tinggal")
    HUNGER = "hunger", _("Tidak cukup makan")
    TO_OTHERS = "to_others", _("Membahayakan orang lain")
    VISIT = "visit", _("Keselamatan petugas saat berkunjung")
    OTHER = "other", _("Risiko lain")


class RiskLevel(models.TextChoices):
    """The colours of triage, and a word for not knowing: an unknown risk asks for a person and is never low."""

    RED = "merah", _("Merah: nyawa atau keselamatan terancam sekarang")
    ORANGE = "oranye", _("Oranye: bisa menjadi serius dalam beberapa hari")
    YELLOW = "kuning", _("Kuning: perlu dijaga dalam rencana")
    GREEN = "hijau", _("Hijau: terjaga, tetap ditanyakan berkala")
    UNKNOWN = "unknown", _("Belum diketahui: perlu ditanyakan")


# How closely a level must be watched, least first. Not knowing weighs as much as orange (reference C).
WEIGHT = {
    RiskLevel.GREEN: 1,
    RiskLevel.YELLOW: 2,
    RiskLevel.UNKNOWN: 3,
    RiskLevel.ORANGE: 3,
    RiskLevel.RED: 4,
}
# The kind of reminder that a risk keeps. A grave one that is not looked at on its day is told above on the next.
RISK_LOOK = "risk_look"
LOOK_GRACE, LOOK_GRACE_HIGH = 3, 0
HIGH = frozenset({RiskLevel.RED, RiskLevel.ORANGE})


def is_lowered(before: str, after: str) -> bool:
    """True where `after` asks for less care than `before`, so that somebody must say why."""
    return WEIGHT[RiskLevel(after)] < WEIGHT[RiskLevel(before)]


def raised(before: str, proposed: str) -> str:
    """What a machine may make of a level: never a lower one, and never an unknown of something known."""
    if proposed == RiskLevel.UNKNOWN or is_lowered(before, proposed):
        return before
    return proposed
