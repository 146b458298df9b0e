"""Why somebody may see a file, and what a person agreed to."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class Basis(models.TextChoices):
    TEAM = "team", _("anggota tim kasus")
    SUPERVISION = "supervision", _("supervisi")
    OWNER = "owner", _("penanggung jawab permintaan")
    REFERRAL = "referral", _("rujukan")
    CONSENT = "consent", _("persetujuan")
    BREAK_GLASS = "break_glass", _("akses darurat")
    CLIENT = "client", _("orang yang bersangkutan")
    CONFERENCE = "conference", _("undangan pembahasan kasus")


class GranteeKind(models.TextChoices):
    STAFF = "staff", _("pekerja")
    UNIT = "unit", _("unit")
    TICKET = "ticket", _("pemegang tiket")


class Purpose(models.TextChoices):
    """What data may be used for; each is agreed to on its own (UU 27/2022 Pasal 22, 24)."""

    SERVICE = "service", _("Menghubungi Anda dan menangani permintaan ini")
    SHARE = "share", _("Meneruskan data seperlunya ke lembaga lain yang bisa membantu, setelah Anda ditanya lagi")
    STATISTICS = "statistics", _("Dihitung dalam statistik tanpa nama")
    LEARNING = "learning", _("Dipakai belajar oleh calon pekerja sosial, tanpa nama dan tempat")
    ALERT = "alert", _("Menerima panggilan dari alat di dekat Anda, tanpa memantau Anda")


class ConsentMode(models.TextChoices):
    SCREEN = "screen", _("Di layar, oleh orang itu sendiri")
    SIGNATURE = "signature", _("Tanda tangan di layar")
    THUMBPRINT = "thumbprint", _("Cap jempol yang dipindai")
    SPOKEN = "spoken", _("Lisan dengan saksi")


class Right(models.TextChoices):
    """What a person may ask about their own data (UU 27/2022 Pasal 5–13), and what the law asks of who keeps it."""

    INFORMATION = "information", _("Penjelasan")
    ACCESS = "access", _("Salinan data")
    CORRECTION = "correction", _("Perbaikan data")
    DELETION = "deletion", _("Penghapusan data")
    RESTRICTION = "restriction", _("Pembatasan pemakaian data")
    OBJECTION = "objection", _("Keberatan atas keputusan otomatis")
    PORTABILITY = "portability", _("Data untuk dipindahkan")
    COMPENSATION = "compensation", _("Ganti rugi")
    WITHDRAWAL = "withdrawal", _("Penarikan persetujuan")
    # Asked by the house itself: the time for which a file was to be kept is over.
    RETENTION = "retention", _("Masa simpan habis")


# What a yes to it erases; both are decided by the data officer alone.
ERASING = frozenset({Right.DELETION, Right.RETENTION})

ARTICLES = {
    Right.INFORMATION: 5,
    Right.CORRECTION: 6,
    Right.ACCESS: 7,
    Right.DELETION: 8,
    Right.WITHDRAWAL: 9,
    Right.OBJECTION: 10,
    Right.RESTRICTION: 11,
    Right.COMPENSATION: 12,
    Right.PORTABILITY: 13,
    Right.RETENTION: 44,
}


class RightsState(models.TextChoices):
    OPEN = "open", _("Menunggu keputusan")
    PROPOSED = "proposed", _("Penolakan menunggu pembaca kedua")
    GRANTED = "granted", _("Disetujui, sedang dijalankan")
    DONE = "done", _("Sudah dijalankan")
    REFUSED = "refused", _("Ditolak dengan alasan")
    TAKEN_BACK = "taken_back", _("Dibatalkan pemohon")


class Ground(models.TextChoices):
    """Why the law lets an agency say no, or not yet (UU 27/2022 Pasal 15 and 33)."""

    DANGER = "danger", _("Membahayakan keamanan atau kesehatan orang itu sendiri atau orang lain")
    OTHERS = "others", _("Membuka data pribadi orang lain")
    DUTY = "duty", _("Ada kewajiban hukum untuk menyimpan data ini")
    IDENTITY = "identity", _("Belum pasti bahwa yang meminta adalah orangnya")


WAITING = (RightsState.OPEN, RightsState.PROPOSED, RightsState.GRANTED)
ENDED = (RightsState.DONE, RightsState.REFUSED, RightsState.TAKEN_BACK)
RIGHTS = StateTable.of(
    "rights",
    [
        ("grant", [RightsState.OPEN], RightsState.GRANTED),
        ("propose_refusal", [RightsState.OPEN], RightsState.PROPOSED),
        ("send_back", [RightsState.PROPOSED], RightsState.OPEN),
        ("confirm_refusal", [RightsState.PROPOSED], RightsState.REFUSED),
        ("finish", [RightsState.GRANTED], RightsState.DONE),
        ("take_back", WAITING, RightsState.TAKEN_BACK),
    ],
)


class DataKind(models.TextChoices):
    """What got out or was lost; the first five are specific data (UU 27/2022 Pasal 4)."""

    CHILD = "child", _("Data anak")
    HEALTH = "health", _("Kesehatan")
    FINANCE = "finance", _("Keuangan")
    CRIME = "crime", _("Catatan kejahatan atau kekerasan")
    BIOMETRIC = "biometric", _("Sidik jari, wajah, atau genetik")
    IDENTITY = "identity", _("Nama, NIK, alamat, telepon")
    NARRATIVE = "narrative", _("Cerita dan catatan kasus")
    ACCOUNT = "account", _("Akun atau kata sandi petugas")


class PracticePart(models.TextChoices):
    """What an agency's rules on technology say something about, in the order in which they are read."""

    BOUNDARIES = "boundaries", _("Batas antara pekerjaan dan hidup pribadi")
    FRIENDS = "friends", _("Permintaan berteman dan media sosial")
    CHANNELS = "channels", _("Jalur yang dipakai menghubungi klien")
    RECORDS = "records", _("Catatan, foto, dan perangkat")
    AI = "ai", _("Kecerdasan buatan")
    EMERGENCIES = "emergencies", _("Keadaan darurat lewat layar")
