"""Words with a fixed list of values: what help there is, for whom, at which price, how it is reached."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class LegalStatus(models.TextChoices):
    """What kind of body an organisation is."""

    STATE = "state", _("Instansi pemerintah")
    FOUNDATION = "foundation", _("Yayasan")
    ASSOCIATION = "association", _("Perkumpulan")
    RELIGIOUS = "religious", _("Lembaga keagamaan")
    COMPANY = "company", _("Perusahaan")
    COMMUNITY = "community", _("Kelompok warga")
    PERSON = "person", _("Perorangan")
    UNKNOWN = "", _("Belum diketahui")


class Status(models.TextChoices):
    """The four words of HSDS."""

    ACTIVE = "active", _("Buka")
    PAUSED = "temporarily closed", _("Tutup sementara")
    INACTIVE = "inactive", _("Tidak melayani")
    DEFUNCT = "defunct", _("Sudah tidak ada")


class Help(models.TextChoices):
    """What somebody gets there."""

    SHELTER = "shelter", _("Tempat aman atau tempat tinggal")
    FOOD = "food", _("Makanan dan kebutuhan pokok")
    MONEY = "money", _("Bantuan uang atau barang")
    COUNSELLING = "counselling", _("Konseling dan dukungan jiwa")
    HEALTH = "health", _("Kesehatan dan pengobatan")
    LEGAL = "legal", _("Bantuan hukum")
    PAPERS = "papers", _("Surat kependudukan")
    CARE = "care", _("Perawatan dan pengasuhan")
    FAMILY = "family", _("Dukungan keluarga")
    SCHOOL = "school", _("Sekolah dan belajar")
    WORK = "work", _("Pelatihan kerja dan usaha")
    AIDS = "aids", _("Alat bantu dan akses disabilitas")
    RECOVERY = "recovery", _("Pemulihan dari NAPZA")
    DISASTER = "disaster", _("Bantuan bencana")
    COMPANY = "company", _("Teman dan kegiatan bersama")
    INFORMATION = "information", _("Informasi dan pendampingan mengurus hak")


class Atensi(models.TextChoices):
    """The seven kinds of service of the rehabilitation programme (Permensos 7/2021)."""

    LIVING = "living", _("Dukungan pemenuhan kebutuhan hidup layak")
    CARE = "care", _("Perawatan sosial dan/atau pengasuhan anak")
    FAMILY = "family", _("Dukungan keluarga")
    THERAPY = "therapy", _("Terapi fisik, psikososial, mental spiritual")
    VOCATION = "vocation", _("Pelatihan vokasional dan kewirausahaan")
    AID = "aid", _("Bantuan dan asistensi sosial")
    ACCESS = "access", _("Dukungan aksesibilitas")


class Taxonomy(StrEnum):
    """The lists of words that an entry is classed by, named as other systems read them. Two may have a code in
    common."""

    PPKS = "PPKS"
    PSKS = "PSKS"
    HELP = "Bantuan"
    ATENSI = "ATENSI"


class Cost(models.TextChoices):
    FREE = "free", _("Gratis")
    MEANS = "means", _("Sesuai kemampuan")
    PAID = "paid", _("Berbayar")
    UNKNOWN = "", _("Belum diketahui")


class Way(models.TextChoices):
    """How one begins."""

    COME = "come", _("Datang langsung")
    CALL = "call", _("Telepon")
    WHATSAPP = "whatsapp", _("Pesan WhatsApp")
    MAIL = "mail", _("Surat elektronik")
    ONLINE = "online", _("Formulir di internet")
    REFERRAL = "referral", _("Dirujuk petugas")


class Access(models.TextChoices):
    """What a place has for people who move, see or hear differently."""

    RAMP = "ramp", _("Jalur kursi roda")
    TOILET = "toilet", _("Toilet yang bisa dipakai dengan kursi roda")
    SIGN = "sign", _("Juru bahasa isyarat")
    GUIDE = "guide", _("Jalur pemandu tunanetra")
    NURSING = "nursing", _("Ruang menyusui")
    PRIVATE = "private", _("Ruang bicara tertutup")
    TRANSIT = "transit", _("Dekat angkutan umum")


class Language(models.TextChoices):
    """ISO 639-3, which knows the languages of the islands."""

    IND = "ind", _("Bahasa Indonesia")
    JAV = "jav", _("Jawa")
    SUN = "sun", _("Sunda")
    MAD = "mad", _("Madura")
    MIN = "min", _("Minang")
    BTK = "bbc", _("Batak")
    BUG = "bug", _("Bugis")
    BAN = "ban", _("Bali")
    ACE = "ace", _("Aceh")
    SAS = "sas", _("Sasak")
    BJN = "bjn", _("Banjar")
    PAP = "pmy", _("Melayu Papua")
    SIGN = "inl", _("Bahasa isyarat Indonesia")
    ENG = "eng", _("Inggris")


class Rule(models.TextChoices):
    """What one condition asks. No rule asks for a decile: a decile never decides about help."""

    AGE = "age", _("Umur")
    SEX = "sex", _("Jenis kelamin")
    CATEGORY = "category", _("Kelompok layanan")
    AREA = "area", _("Tempat tinggal")
    DOCUMENT = "document", _("Surat yang dimiliki")
    DTSEN = "dtsen", _("Terdaftar dalam DTSEN")
    OTHER = "other", _("Syarat lain")


class Dtsen(models.TextChoices):
    """Whether somebody stands in the register, never where in it."""

    REGISTERED = "registered", _("Terdaftar")
    NOT_REGISTERED = "not_registered", _("Tidak terdaftar")
    PROPOSED = "proposed", _("Dalam usulan")
    OBJECTED = "objected", _("Dalam sanggahan")


class Paper(models.TextChoices):
    KTP = "ktp", _("KTP")
    KK = "kk", _("Kartu Keluarga")
    KIA = "kia", _("Kartu Identitas Anak")
    BIRTH = "birth", _("Akta kelahiran")
    POOR = "sktm", _("Surat keterangan tidak mampu")
    HEALTH = "bpjs", _("Kartu BPJS Kesehatan/KIS")
    DOCTOR = "doctor", _("Surat keterangan dokter")
    POLICE = "police", _("Surat dari kepolisian")
    REFERRAL = "referral", _("Surat rujukan")
    DISABILITY = "disability", _("Kartu Penyandang Disabilitas")
    OTHER = "other", _("Surat lain")


NAMED_PAPERS = [one for one in Paper.choices if one[0] != Paper.OTHER]


class Channel(models.TextChoices):
    PHONE = "phone", _("Telepon")
    WHATSAPP = "whatsapp", _("WhatsApp")
    EMAIL = "email", _("Surel")


class Season(models.TextChoices):
    USUAL = "usual", _("Hari biasa")
    RAMADAN = "ramadan", _("Bulan Ramadan")


class Unit(models.TextChoices):
    BED = "bed", _("tempat tidur")
    PLACE = "place", _("tempat")
    PERSON = "person", _("orang sebulan")
    SESSION = "session", _("sesi seminggu")
    PACKAGE = "package", _("paket")


class Topic(models.TextChoices):
    """What a suggestion is about."""

    CLOSED = "closed", _("Sudah tutup")
    MOVED = "moved", _("Sudah pindah")
    PHONE = "phone", _("Nomor atau alamat surat tidak benar")
    HOURS = "hours", _("Jam buka tidak benar")
    ADDRESS = "address", _("Alamat tidak benar")
    CONDITIONS = "conditions", _("Syarat atau biaya tidak benar")
    BODY = "body", _("Nama atau keterangan lembaganya tidak benar")
    OTHER = "other", _("Hal lain")


# News of these marks the entry at once when a worker or a declined referral brings it.
DOUBTS = frozenset({Topic.CLOSED, Topic.MOVED})


class Verdict(models.TextChoices):
    WAITING = "waiting", _("Menunggu diperiksa")
    TAKEN = "taken", _("Diterima")
    REFUSED = "refused", _("Tidak dipakai")


SUGGESTION = StateTable.of(
    "suggestion", [("take", [Verdict.WAITING], Verdict.TAKEN), ("refuse", [Verdict.WAITING], Verdict.REFUSED)]
)


class AssetKind(models.TextChoices):
    """What a neighbourhood has that may carry it (A74)."""

    GROUP = "group", _("Kelompok atau lembaga")
    PLACE = "place", _("Tempat")
    PERSON = "person", _("Orang")


class AgreedHow(models.TextChoices):
    WRITTEN = "written", _("Tertulis")
    SPOKEN = "spoken", _("Lisan")


class WhyTakenOff(models.TextChoices):
    """A private person needs no reason but the first."""

    WITHDRAWN = "withdrawn", _("Orangnya menarik persetujuan")
    GONE = "gone", _("Sudah tidak ada atau pindah")
    MISTAKE = "mistake", _("Salah catat")
