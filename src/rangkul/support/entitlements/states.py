"""The road of an application, what may be asked for the rules, and how well a programme seems to fit."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class State(models.TextChoices):
    CONSIDERED = "considered", _("Dipertimbangkan")
    TOLD = "told", _("Sudah dibicarakan, belum diajukan")
    APPLIED = "applied", _("Sudah diajukan, menunggu jawaban")
    GRANTED = "granted", _("Dikabulkan, belum diterima")
    REFUSED = "refused", _("Belum dikabulkan")
    OBJECTED = "objected", _("Keberatan diajukan, menunggu jawaban")
    RECEIVED = "received", _("Sudah diterima")
    LET_GO = "let_go", _("Tidak diajukan keberatan")
    DROPPED = "dropped", _("Tidak dilanjutkan")


ENDED = (State.RECEIVED, State.LET_GO, State.DROPPED)
RUNNING = tuple(one for one in State if one not in ENDED)
WAITING = (State.APPLIED, State.OBJECTED)

APPLICATION = StateTable.of(
    "application",
    [
        ("tell", [State.CONSIDERED], State.TOLD),
        ("apply", [State.TOLD], State.APPLIED),
        ("grant", WAITING, State.GRANTED),
        ("refuse", WAITING, State.REFUSED),
        ("object", [State.REFUSED], State.OBJECTED),
        ("let_go", [State.REFUSED], State.LET_GO),
        ("receive", [State.GRANTED], State.RECEIVED),
        ("drop", [State.CONSIDERED, State.TOLD, State.APPLIED, State.GRANTED], State.DROPPED),
    ],
)


class Verb(models.TextChoices):
    CONSIDER = "consider", _("Dipertimbangkan")
    TELL = "tell", _("Dijelaskan kepada klien")
    APPLY = "apply", _("Diajukan")
    GRANT = "grant", _("Dikabulkan")
    REFUSE = "refuse", _("Belum dikabulkan")
    OBJECT = "object", _("Keberatan diajukan")
    LET_GO = "let_go", _("Tidak diajukan keberatan")
    RECEIVE = "receive", _("Diterima klien")
    DROP = "drop", _("Tidak dilanjutkan")


class Asked(models.TextChoices):
    """What a rule needs and the file does not say by itself."""

    DTSEN = "dtsen", _("Terdaftar di DTSEN")
    PREGNANT = "pregnant", _("Ada yang sedang hamil di rumah")
    SCHOOL = "school", _("Ada anak yang bersekolah")
    NEEDS_SCHOOL = "needs_school", _("Ada anak yang bersekolah atau ingin kembali bersekolah, dan biayanya sulit")
    DISABILITY = "disability", _("Ada penyandang disabilitas di rumah")
    ORPHAN = "orphan", _("Ada anak yang ayah atau ibunya sudah meninggal")
    UNINSURED = "uninsured", _("Ada yang belum punya JKN, atau kepesertaannya mati")
    POOR = "poor", _("Penghasilan tidak cukup untuk kebutuhan pokok")
    POOR_HOUSE = "poor_house", _("Rumahnya tidak layak huni")
    IN_VILLAGE = "in_village", _("Tinggal di desa (bukan kelurahan)")
    DISMISSED = "dismissed", _("Baru di-PHK, dulu peserta BPJS Ketenagakerjaan")
    ADMITTED = "admitted", _("Ada yang diterima kuliah")
    LEGAL = "legal", _("Menghadapi masalah hukum")
    NO_PAPERS = "no_papers", _("Ada yang belum punya akta, KK, atau KTP")
    ALONE = "alone", _("Lanjut usia yang hidup sendiri atau tidak ada yang merawat")
    HAS_KTP = "has_ktp", _("Punya KTP")
    HAS_KK = "has_kk", _("Punya Kartu Keluarga")
    HAS_KIA = "has_kia", _("Punya Kartu Identitas Anak")
    HAS_BIRTH = "has_birth", _("Punya akta kelahiran")
    HAS_SKTM = "has_sktm", _("Punya surat keterangan tidak mampu")
    HAS_BPJS = "has_bpjs", _("Punya kartu BPJS Kesehatan/KIS")
    HAS_DOCTOR = "has_doctor", _("Punya surat keterangan dokter")
    HAS_POLICE = "has_police", _("Punya surat dari kepolisian")
    HAS_CARD = "has_card", _("Punya Kartu Penyandang Disabilitas")


# As the list of services calls the papers.
PAPERS = {
    Asked.HAS_KTP: "ktp", Asked.HAS_KK: "kk", Asked.HAS_KIA: "kia", Asked.HAS_BIRTH: "birth", Asked.HAS_SKTM: "sktm",
    Asked.HAS_BPJS: "bpjs", Asked.HAS_DOCTOR: "doctor", Asked.HAS_POLICE: "police", Asked.HAS_CARD: "disability",
}  # fmt: skip


class Answer(models.TextChoices):
    """DTSEN has two answers more, which are no no."""

    YES = "yes", _("Ya")
    NO = "no", _("Tidak")
    PROPOSED = "proposed", _("Dalam usulan")
    OBJECTED = "objected", _("Dalam sanggahan")


class Way(models.TextChoices):
    """From where it is known."""

    TOLD = "told", _("Kata klien")
    PAPER = "paper", _("Dilihat di surat atau kartu")
    REGISTER = "register", _("Dicek di aplikasi atau kantor")


class Fit(models.TextChoices):
    """The three words that a rule may say. There is no fourth: the rules turn nobody away."""

    LIKELY = "likely", _("Mungkin berhak")
    UNSURE = "unsure", _("Belum pasti")
    UNSEEN = "unseen", _("Belum terlihat cocok")


# Keys of `cases.hooks.late_kinds`.
LATE_ANSWER = "entitled"
LATE_OBJECTION = "objection"
