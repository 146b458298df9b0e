"""The words of a case: its stages and the steps between them, and the fixed lists of what is written down."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable
from rangkul.entry.intake.states import ClientKind, Level

# No register of persons holds these clients; the case itself bears their name.
NAMED_KINDS = frozenset({ClientKind.GROUP, ClientKind.COMMUNITY})


class Stage(models.TextChoices):
    ENGAGEMENT = "engagement", _("Perkenalan dan kontrak")
    ASSESSMENT = "assessment", _("Asesmen")
    PLANNING = "planning", _("Rencana")
    INTERVENTION = "intervention", _("Intervensi")
    EVALUATION = "evaluation", _("Evaluasi")
    TERMINATION = "termination", _("Terminasi")
    AFTERCARE = "aftercare", _("Bimbingan lanjut")


# The six stages as the path on the page; aftercare follows a case that has ended.
PATH = (
    Stage.ENGAGEMENT,
    Stage.ASSESSMENT,
    Stage.PLANNING,
    Stage.INTERVENTION,
    Stage.EVALUATION,
    Stage.TERMINATION,
)


# The kind of reminder that the client's locked ticket is.
TICKET_DOOR = "ticket_door"


class TicketWay(models.TextChoices):
    """How a ticket came to a case."""

    OPENED = "opened", _("Permintaannya menjadi kasus ini")
    JOINED = "joined", _("Permintaannya digabungkan ke kasus ini")
    GIVEN = "given", _("Diberikan petugas")


class TicketHolder(models.TextChoices):
    """Whose the ticket is. Who asked for somebody else sees nothing that is the client's alone once the client has
    a ticket of their own."""

    CLIENT = "client", _("Klien, atau wakil yang dipilih")
    ASKER = "asker", _("Yang meminta bantuan untuk klien")


class TakenBack(models.TextChoices):
    """Why a ticket opens the case no more."""

    LOST = "lost", _("Hilang atau dicuri")
    UNSAFE = "unsafe", _("Mungkin dipegang atau dilihat orang lain")
    UNWANTED = "unwanted", _("Klien tidak mau lagi")
    CHANGED = "changed", _("Wakilnya berganti")


class CaseState(models.TextChoices):
    OPEN = "open", _("Berjalan")
    CLOSED = "closed", _("Sudah diakhiri")


# Steps along the path. Every step is a row of StageStep; its time is always the moment at which it is made.
STEPS = StateTable.of(
    "cases.stage",
    [
        ("begin_assessment", [Stage.ENGAGEMENT], Stage.ASSESSMENT),
        ("begin_planning", [Stage.ASSESSMENT], Stage.PLANNING),
        ("begin_intervention", [Stage.PLANNING], Stage.INTERVENTION),
        ("begin_evaluation", [Stage.INTERVENTION], Stage.EVALUATION),
        ("begin_termination", [Stage.EVALUATION], Stage.TERMINATION),
        ("revise_plan", [Stage.INTERVENTION, Stage.EVALUATION], Stage.PLANNING),
        ("continue_intervention", [Stage.EVALUATION], Stage.INTERVENTION),
        (
            "return_to_assessment",
            [Stage.PLANNING, Stage.INTERVENTION, Stage.EVALUATION, Stage.TERMINATION, Stage.AFTERCARE],
            Stage.ASSESSMENT,
        ),
        (
            "end_early",
            [Stage.ENGAGEMENT, Stage.ASSESSMENT, Stage.PLANNING, Stage.INTERVENTION],
            Stage.TERMINATION,
        ),
        ("begin_aftercare", [Stage.TERMINATION], Stage.AFTERCARE),
    ],
    attribute="stage",
)
FORWARD = ("begin_assessment", "begin_planning", "begin_intervention", "begin_evaluation", "begin_termination")

CASE = StateTable.of(
    "cases.case",
    [("terminate", [CaseState.OPEN], CaseState.CLOSED), ("reopen", [CaseState.CLOSED], CaseState.OPEN)],
)


HIGH = frozenset({Level.MERAH, Level.ORANYE})


def graver(one: str, other: str) -> bool:
    """True where `one` is graver than `other`."""
    return Level.values.index(one) < Level.values.index(other)


class ServiceFunction(models.TextChoices):
    """The five services of UU 14/2019 Pasal 1."""

    PREVENTION = "prevention", _("Pencegahan disfungsi sosial")
    PROTECTION = "protection", _("Pelindungan sosial")
    REHABILITATION = "rehabilitation", _("Rehabilitasi sosial")
    EMPOWERMENT = "empowerment", _("Pemberdayaan sosial")
    DEVELOPMENT = "development", _("Pengembangan sosial")


class Programme(models.TextChoices):
    """By whose template the case is walked: the clusters of ATENSI, and the service to victims of trafficking
    (reference B.3, B.4). None is the general path."""

    CHILDREN = "anak", _("ATENSI: anak")
    DISABILITY = "disabilitas", _("ATENSI: penyandang disabilitas")
    SOCIAL = "tuna_sosial", _("ATENSI: tuna sosial")
    TRAFFICKING = "tppo", _("Korban perdagangan orang")
    DRUGS = "napza", _("ATENSI: korban penyalahgunaan NAPZA")
    ELDERLY = "lansia", _("ATENSI: lanjut usia")
    DISASTER = "bencana", _("ATENSI: korban bencana dan lainnya")


class CaseRole(models.TextChoices):
    """What a person is in a case."""

    CLIENT = "client", _("Klien")
    MEMBER = "member", _("Anggota keluarga atau kelompok")
    SIGNIFICANT_OTHER = "significant", _("Orang terdekat yang berpengaruh")
    CAREGIVER = "caregiver", _("Wali atau pengasuh")
    REPORTER = "reporter", _("Pelapor")
    OTHER = "other", _("Orang lain yang terkait")


class Influence(models.TextChoices):
    """What somebody near does to the client's life, as the client sees it (A22)."""

    UNKNOWN = "unknown", _("Belum digali")
    SUPPORTS = "supports", _("Menguatkan")
    BURDENS = "burdens", _("Memberatkan")
    BOTH = "both", _("Keduanya")


class ContactLeave(models.TextChoices):
    """Whether this person may be contacted about the client. Not asked is not allowed."""

    UNASKED = "unasked", _("Belum ditanyakan: jangan dihubungi")
    ALLOWED = "allowed", _("Klien mengizinkan")
    REFUSED = "refused", _("Klien tidak mengizinkan")
    GUARDIAN = "guardian", _("Wali memutuskan, demi kepentingan terbaik")


# Who of them may be told something at all.
MAY_BE_TOLD = (ContactLeave.ALLOWED, ContactLeave.GUARDIAN)


class TeamRole(models.TextChoices):
    WORKER = "worker", _("Penanggung jawab kasus")
    CO_WORKER = "co_worker", _("Pekerja sosial pendamping")
    COUNSELLOR = "counsellor", _("Konselor atau psikolog")
    LEGAL = "legal", _("Pendamping hukum")
    HEALTH = "health", _("Tenaga kesehatan")
    COMPANION = "companion", _("Pendamping atau relawan")
    SUPERVISOR = "supervisor", _("Supervisor")


class Sector(models.TextChoices):
    """The four sides from which somebody takes part in the help (A72)."""

    FAMILY = "family", _("Keluarga")
    ACADEMICS = "academics", _("Akademisi")
    COMMUNITY = "community", _("Masyarakat")
    GOVERNMENT = "government", _("Pemerintah")


class Sway(models.TextChoices):
    """How much of what is planned depends on them."""

    UNKNOWN = "unknown", _("Belum digali")
    DECIDES = "decides", _("Ikut memutuskan")
    EASES = "eases", _("Bisa memperlancar atau menghambat")
    HEARS = "hears", _("Cukup tahu")


class NameLeave(models.TextChoices):
    """Whether a private person agreed that their name is told outside the team. Not asked is not told."""

    UNASKED = "unasked", _("Belum ditanyakan: namanya tidak ditulis")
    AGREED = "agreed", _("Setuju namanya ditulis")
    REFUSED = "refused", _("Tidak setuju namanya ditulis")


class Method(models.TextChoices):
    CASEWORK = "casework", _("Kerja perorangan dan keluarga")
    GROUPWORK = "groupwork", _("Kerja kelompok")
    COMMUNITY = "community", _("Pengorganisasian dan pengembangan masyarakat")


class PracticeLevel(models.TextChoices):
    MICRO = "mikro", _("Mikro")
    MEZZO = "mezzo", _("Mezzo")
    MACRO = "makro", _("Makro")


# How one works with a client of each kind where the worker says nothing else.
_PRACTICE = {
    ClientKind.GROUP: (Method.GROUPWORK, PracticeLevel.MEZZO),
    ClientKind.COMMUNITY: (Method.COMMUNITY, PracticeLevel.MACRO),
}


def practice_with(client_kind: str) -> tuple[Method, PracticeLevel]:
    return _PRACTICE.get(ClientKind(client_kind), (Method.CASEWORK, PracticeLevel.MICRO))


class Channel(models.TextChoices):
    OFFICE = "office", _("Bertemu di kantor")
    VISIT = "visit", _("Kunjungan rumah")
    PLACE = "place", _("Bertemu di tempat lain")
    CALL = "call", _("Telepon")
    CHAT = "chat", _("WhatsApp atau SMS")
    VIDEO = "video", _("Panggilan video")
    LETTER = "letter", _("Surat")
    PARTNER = "partner", _("Dengan pihak lain, tanpa klien")


# A contact without the client is work for them, not a meeting with them.
WITHOUT_CLIENT = frozenset({Channel.PARTNER})


class WorkerRole(models.TextChoices):
    """The part the worker played."""

    ENABLER = "enabler", _("Pemungkin")
    BROKER = "broker", _("Penghubung sumber")
    ADVOCATE = "advocate", _("Pembela")
    MEDIATOR = "mediator", _("Penengah")
    EDUCATOR = "educator", _("Pendidik")
    FACILITATOR = "facilitator", _("Fasilitator")
    COUNSELLOR = "counsellor", _("Konselor")


class NoteKind(models.TextChoices):
    PROGRESS = "progress", _("Catatan kemajuan")
    PROCESS = "process", _("Catatan proses")
    CONFERENCE = "conference", _("Pembahasan kasus")
    SUPERVISION = "supervision", _("Supervisi")
    CLIENT = "client", _("Pesan dari klien")


class DocumentKind(models.TextChoices):
    IDENTITY = "identity", _("Kartu identitas")
    # By what the list of services calls a paper (`directory.states.Paper`), so that a condition finds it.
    KTP = "ktp", _("KTP")
    KK = "kk", _("Kartu Keluarga")
    KIA = "kia", _("Kartu Identitas Anak")
    BIRTH = "birth", _("Akta kelahiran")
    POOR = "sktm", _("Surat keterangan tidak mampu")
    HEALTH = "bpjs", _("Kartu BPJS Kesehatan/KIS")
    DOCTOR = "doctor", _("Surat keterangan dokter")
    POLICE = "police", _("Surat dari kepolisian")
    DISABILITY = "disability", _("Kartu Penyandang Disabilitas")
    LETTER = "letter", _("Surat")
    REPORT = "report", _("Laporan")
    PHOTO = "photo", _("Foto")
    SIGNATURE = "signature", _("Tanda tangan")
    THUMBPRINT = "thumbprint", _("Cap jempol")
    OTHER = "other", _("Lainnya")


# The kinds of an attachment that are papers somebody may be asked for.
PAPERS = (
    DocumentKind.KTP, DocumentKind.KK, DocumentKind.KIA, DocumentKind.BIRTH, DocumentKind.POOR, DocumentKind.HEALTH,
    DocumentKind.DOCTOR, DocumentKind.POLICE, DocumentKind.DISABILITY,
)  # fmt: skip


class TaskKind(models.TextChoices):
    TASK = "task", _("Tugas")
    DUTY = "duty", _("Kewajiban yang harus dijawab")
    AFTERCARE = "aftercare", _("Bimbingan lanjut")


class TaskOwner(models.TextChoices):
    STAFF = "staff", _("Petugas")
    CLIENT = "client", _("Klien")
    PARTNER = "partner", _("Pihak yang ikut")


class TaskState(models.TextChoices):
    OPEN = "open", _("Belum selesai")
    DONE = "done", _("Selesai")
    DROPPED = "dropped", _("Tidak dilanjutkan")


TASK = StateTable.of(
    "cases.task",
    [
        ("finish", [TaskState.OPEN], TaskState.DONE),
        ("drop", [TaskState.OPEN], TaskState.DROPPED),
        ("reopen", [TaskState.DONE, TaskState.DROPPED], TaskState.OPEN),
    ],
)


class AppointmentState(models.TextChoices):
    PLANNED = "planned", _("Direncanakan")
    KEPT = "kept", _("Terlaksana")
    MISSED = "missed", _("Tidak hadir")
    CANCELLED = "cancelled", _("Dibatalkan")


APPOINTMENT = StateTable.of(
    "cases.appointment",
    [
        ("keep", [AppointmentState.PLANNED], AppointmentState.KEPT),
        ("miss", [AppointmentState.PLANNED], AppointmentState.MISSED),
        ("cancel", [AppointmentState.PLANNED], AppointmentState.CANCELLED),
    ],
)


class ContractState(models.TextChoices):
    DRAFT = "draft", _("Rancangan")
    AGREED = "agreed", _("Disepakati")
    REPLACED = "replaced", _("Diganti versi baru")


CONTRACT = StateTable.of(
    "cases.contract",
    [
        ("agree", [ContractState.DRAFT], ContractState.AGREED),
        ("replace", [ContractState.AGREED], ContractState.REPLACED),
    ],
)


class SignatureSubject(models.TextChoices):
    """What a supervisor co-signs (A55), or decides because a worker should not alone (A83)."""

    ASSESSMENT = "assessment", _("Asesmen")
    PLAN = "plan", _("Rencana")
    TERMINATION = "termination", _("Pengakhiran kasus")
    RISK = "risk", _("Kasus merah")
    DOCUMENT = "document", _("Surat atau laporan")
    EXEMPTION = "exemption", _("Tulisan yang ditahan dari klien")
    GOALS = "goals", _("Tujuan yang berseberangan")
    RULES = "rules", _("Aturan yang berbenturan")


# Nothing is signed here: what stands against what is told in words, and so is the decision.
DECIDED_IN_WORDS = frozenset({SignatureSubject.GOALS, SignatureSubject.RULES})


class ExemptionReason(models.TextChoices):
    """Why something that is written about the client is held back from them for a while (A37)."""

    SAFETY = "safety", _("Keselamatan seseorang")
    THIRD_PARTY = "third_party", _("Keterangan tentang orang lain")


class SheetKind(models.TextChoices):
    """A form that is printed for one case and comes back."""

    CONTACT = "contact", _("Lembar kontak")
    CONTRACT = "contract", _("Lembar kontrak")


# Longer than this nothing is held back without a person looking at it again.
MOST_DAYS_HELD = 90


class SignatureState(models.TextChoices):
    ASKED = "asked", _("Menunggu tanda tangan")
    SIGNED = "signed", _("Ditandatangani")
    SENT_BACK = "sent_back", _("Dikembalikan")


SIGNATURE = StateTable.of(
    "cases.signature",
    [
        ("sign", [SignatureState.ASKED], SignatureState.SIGNED),
        ("send_back", [SignatureState.ASKED], SignatureState.SENT_BACK),
    ],
)


class DecisionKind(models.TextChoices):
    """What was decided, in words that the client reads."""

    OPENED = "opened", _("Kasus dibuka")
    AGREED = "agreed", _("Kontrak disepakati")
    EMERGENCY = "emergency", _("Bantuan darurat")
    WORKER = "worker", _("Petugas berganti")
    ENDED = "ended", _("Layanan diakhiri")
    REOPENED = "reopened", _("Kasus dibuka lagi")
    OTHER = "other", _("Keputusan lain")


class MatterKind(models.TextChoices):
    """What can stand open after its time, as the one who is told reads it."""

    CONTRACT = "contract", _("Kontrak layanan belum disepakati")
    DUTY = "duty", _("Kewajiban belum dijawab")
    TASK = "task", _("Tugas belum selesai")
    AFTERCARE = "aftercare", _("Bimbingan lanjut belum dilakukan")
    APPOINTMENT = "appointment", _("Hasil janji temu belum dicatat")
    SIGNATURE = "signature", _("Tanda tangan supervisor belum diberikan")


class EndReason(models.TextChoices):
    ACHIEVED = "achieved", _("Tujuan tercapai")
    CLIENT_WISH = "client_wish", _("Permintaan klien")
    REFERRED = "referred", _("Dirujuk ke layanan lain")
    MOVED = "moved", _("Pindah")
    DIED = "died", _("Meninggal")
    LOST_CONTACT = "lost_contact", _("Hilang kontak")
    OUT_OF_SCOPE = "out_of_scope", _("Di luar kewenangan layanan")
    OTHER = "other", _("Alasan lain")
