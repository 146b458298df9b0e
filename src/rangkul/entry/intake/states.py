"""The life of a request, and the words with a fixed list of values that describe one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class State(models.TextChoices):
    NEW = "new", _("Menunggu keputusan")
    INFO_ASKED = "info_asked", _("Menunggu jawaban pemohon")
    WAITLISTED = "waitlisted", _("Daftar tunggu")
    # A referral is not handled before the other side confirms (product rule 7), so it keeps its clock.
    REFERRED = "referred", _("Dirujuk, menunggu kepastian")
    ACCEPTED = "accepted", _("Diterima")
    HANDED_OVER = "handed_over", _("Sudah ditangani lembaga lain")
    DECLINED = "declined", _("Ditolak")
    WITHDRAWN = "withdrawn", _("Dibatalkan pemohon")


OPEN = (State.NEW, State.INFO_ASKED, State.WAITLISTED, State.REFERRED)
CLOSED = (State.ACCEPTED, State.HANDED_OVER, State.DECLINED, State.WITHDRAWN)

TABLE = StateTable.of(
    "request",
    [
        ("accept", OPEN, State.ACCEPTED),
        ("refer", OPEN, State.REFERRED),
        ("confirm_handover", [State.REFERRED], State.HANDED_OVER),
        ("decline", OPEN, State.DECLINED),
        ("waitlist", [State.NEW, State.INFO_ASKED, State.WAITLISTED], State.WAITLISTED),
        ("ask_information", OPEN, State.INFO_ASKED),
        ("answer", [State.INFO_ASKED], State.NEW),
        ("withdraw", OPEN, State.WITHDRAWN),
        ("reopen", [State.DECLINED, State.WITHDRAWN, State.HANDED_OVER], State.NEW),
    ],
)


class Level(models.TextChoices):
    """How soon somebody must answer, gravest first (reference C, risk triage)."""

    MERAH = "merah", _("Merah")
    ORANYE = "oranye", _("Oranye")
    KUNING = "kuning", _("Kuning")
    HIJAU = "hijau", _("Hijau")
    BIRU = "biru", _("Biru")


class Via(models.TextChoices):
    WEB = "web", _("Situs")
    PHONE = "phone", _("Telepon")
    WALK_IN = "walk_in", _("Datang sendiri")
    LETTER = "letter", _("Surat")
    OUTREACH = "outreach", _("Penjangkauan")
    PARTNER = "partner", _("Lembaga mitra")
    CHAT = "chat", _("Ruang konseling")
    # Somebody fears for somebody else: red, whatever else is known.
    REPORT = "report", _("Laporan kekhawatiran")
    # Nobody asked: a worker gave the client of a case a ticket of their own.
    CASE = "case", _("Tiket dari kasus")


# Written down without anybody asking: wherever it is counted or listed what came in, these are left out.
UNASKED = (Via.CASE,)


# Days until the office looks again at what waits in the list.
MOST_WAITING = 90


class Safe(models.TextChoices):
    YES = "yes", _("Aman")
    NO = "no", _("Tidak aman")
    UNKNOWN = "unknown", _("Belum diketahui")


class ForWhom(models.TextChoices):
    SELF = "self", _("Diri sendiri")
    CHILD = "child", _("Anak")
    FAMILY = "family", _("Anggota keluarga")
    OTHER = "other", _("Orang lain")
    GROUP = "group", _("Sekelompok orang atau warga")
    UNKNOWN = "unknown", _("Belum diketahui")


class ClientKind(models.TextChoices):
    """For whom the case is opened when the request is accepted."""

    PERSON = "person", _("Perorangan")
    HOUSEHOLD = "household", _("Rumah tangga")
    GROUP = "group", _("Kelompok")
    COMMUNITY = "community", _("Komunitas")


class Outcome(models.TextChoices):
    """What a person decided about a request; the asker can read each."""

    ACCEPTED = "accepted", _("Diterima")
    REFERRED = "referred", _("Dirujuk")
    HANDED_OVER = "handed_over", _("Lembaga lain memastikan menangani")
    DECLINED = "declined", _("Ditolak")
    WAITLISTED = "waitlisted", _("Masuk daftar tunggu")
    INFO_ASKED = "info_asked", _("Diminta informasi")
    REOPENED = "reopened", _("Dibuka lagi")
    WITHDRAWN = "withdrawn", _("Dibatalkan pemohon")


# About whether the unit takes it on: whoever decides says that nothing ties them to the person, and sees how it fits.
WEIGHED = (Outcome.ACCEPTED, Outcome.REFERRED, Outcome.DECLINED, Outcome.WAITLISTED)


class Told(models.TextChoices):
    """Why somebody above was told."""

    RED = "red", _("Permintaan merah")
    OVERDUE = "overdue", _("Batas waktunya lewat")
    NOBODY = "nobody", _("Tidak ada supervisor yang boleh diberi tahu")
    # Its owner may not decide about it: whoever was told holds it until they chose somebody.
    CONFLICT = "conflict", _("Petugasnya punya hubungan pribadi, perlu petugas lain")


class ConflictKind(models.TextChoices):
    """What ties a worker to the person of a request, so that they decide nothing about it."""

    RELATIVE = "relative", _("Keluarga atau kerabat")
    NEIGHBOUR = "neighbour", _("Tetangga atau teman dekat")
    BUSINESS = "business", _("Urusan usaha, kerja, atau uang")
    OTHER = "other", _("Hubungan lain")


class Fit(models.TextChoices):
    """Whether a unit serves the place and the problems of a request. It is shown; a person decides."""

    FITS = "fits", _("Cocok")
    AREA = "area", _("Di luar wilayah")
    FIELD = "field", _("Di luar kategori")
    BOTH = "both", _("Di luar wilayah dan kategori")
    UNKNOWN = "unknown", _("Belum bisa dinilai")


class DeclineReason(models.TextChoices):
    OUTSIDE_SERVICE = "outside_service", _("Di luar layanan yang bisa kami berikan")
    OUTSIDE_AREA = "outside_area", _("Di luar wilayah layanan kami")
    # Kept apart from the others: a need that nobody could meet is counted, never hidden by closing (A63).
    NO_RESOURCE = "no_resource", _("Sumber daya untuk membantu belum ada")
    HELPED_ELSEWHERE = "helped_elsewhere", _("Sudah dibantu pihak lain")
    NOT_REACHED = "not_reached", _("Tidak dapat dihubungi dengan cara yang aman")
    SAME_AS_ANOTHER = "same_as_another", _("Sama dengan permintaan lain")
    NOT_A_REQUEST = "not_a_request", _("Bukan permintaan bantuan")
    OTHER = "other", _("Alasan lain")


# In which somebody may wish to be spoken to; "" is Indonesian.
LANGUAGES = [
    ("", _("Indonesia")), ("jv", _("Jawa")), ("su", _("Sunda")), ("mad", _("Madura")), ("min", _("Minang")),
    ("bug", _("Bugis")), ("ban", _("Bali")), ("bjn", _("Banjar")), ("ace", _("Aceh")), ("sign", _("Bahasa isyarat")),
    ("en", _("Inggris")),
]  # fmt: skip
