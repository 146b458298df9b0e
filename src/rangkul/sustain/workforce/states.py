"""The words of supervision: its contract, its sessions, what is talked about there, what is promised."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable

# What a student learns belongs to one of the bodies by which the library is ordered too (A61).
from rangkul.support.consultation.states import Body as Body


class ContractState(models.TextChoices):
    DRAFT = "draft", _("Rancangan")
    IN_FORCE = "in_force", _("Berlaku")
    REPLACED = "replaced", _("Diganti versi baru")
    ENDED = "ended", _("Berakhir")


CONTRACT = StateTable.of(
    "workforce.contract",
    [
        ("agree", [ContractState.DRAFT], ContractState.IN_FORCE),
        ("replace", [ContractState.IN_FORCE], ContractState.REPLACED),
        ("end", [ContractState.IN_FORCE], ContractState.ENDED),
    ],
)


class Readers(models.TextChoices):
    """Who reads the shared record of a session. Both sign for it, so neither the agency nor one of them widens it."""

    TWO = "two", _("Kami berdua saja")
    HEAD = "head", _("Kami berdua, dan pimpinan lembaga setelah ditandatangani")


class SessionState(models.TextChoices):
    PLANNED = "planned", _("Direncanakan")
    HELD = "held", _("Menunggu tanda tangan")
    SIGNED = "signed", _("Ditandatangani berdua")
    CANCELLED = "cancelled", _("Dibatalkan")
    # Held and written down; one of the two left before signing. Nobody signs for the other, so it stays as it is.
    LEFT = "left", _("Tidak sempat ditandatangani berdua")


# Minutes may be written anew until somebody has signed them; signed ones are corrected by what is appended.
SESSION = StateTable.of(
    "workforce.session",
    [
        ("record", [SessionState.PLANNED, SessionState.HELD], SessionState.HELD),
        ("seal", [SessionState.HELD], SessionState.SIGNED),
        ("cancel", [SessionState.PLANNED], SessionState.CANCELLED),
        ("leave", [SessionState.HELD], SessionState.LEFT),
    ],
)


class Channel(models.TextChoices):
    OFFICE = "office", _("Bertemu di kantor")
    PLACE = "place", _("Bertemu di tempat lain")
    VIDEO = "video", _("Panggilan video")
    CALL = "call", _("Telepon")


class Function(models.TextChoices):
    """The three functions of supervision."""

    ADMINISTRATIVE = "administrative", _("Administratif")
    EDUCATIVE = "educative", _("Edukatif")
    SUPPORTIVE = "supportive", _("Suportif")


class Source(models.TextChoices):
    """Why something stands on the agenda. The order is the order in which a session takes them."""

    RED = "red", _("Risiko merah")
    UNSIGNED = "unsigned", _("Menunggu tanda tangan")
    SENT_BACK = "sent_back", _("Dikembalikan")
    LATE = "late", _("Lewat batas waktu")
    STUCK = "stuck", _("Lama tidak bergerak")
    QUALITY = "quality", _("Mutu belum lengkap")
    CARRIED = "carried", _("Dari sesi sebelumnya")
    OWN = "own", _("Pokok sendiri")


class Outcome(models.TextChoices):
    OPEN = "open", _("Belum dibahas")
    DISCUSSED = "discussed", _("Dibahas")
    CARRIED = "carried", _("Dibawa ke sesi berikutnya")


class FollowUpState(models.TextChoices):
    OPEN = "open", _("Belum selesai")
    DONE = "done", _("Selesai")
    DROPPED = "dropped", _("Tidak dilanjutkan")


FOLLOW_UP = StateTable.of(
    "workforce.follow_up",
    [
        ("finish", [FollowUpState.OPEN], FollowUpState.DONE),
        ("drop", [FollowUpState.OPEN], FollowUpState.DROPPED),
    ],
)


class MatterKind(models.TextChoices):
    """What can stand open after its time. Whoever is told above learns that and nothing of what was said."""

    FOLLOW_UP = "follow_up", _("Tindak lanjut supervisi belum selesai")
    RECORD = "record", _("Sesi supervisi belum dicatat atau belum ditandatangani")
    RHYTHM = "rhythm", _("Belum ada sesi supervisi dalam irama yang disepakati")
    UNSIGNED = "unsigned", _("Kontrak supervisi belum ditandatangani berdua")


class Judgement(models.TextChoices):
    READY = "ready", _("Siap")
    WITH_SUPPORT = "with_support", _("Siap bila didampingi")
    NOT_YET = "not_yet", _("Belum, menurut ukuran ini")


class DefinedBy(models.TextChoices):
    """Whose idea of being ready it is: readiness is not in the person alone (A54)."""

    AGENCY = "agency", _("Lembaga")
    PROFESSION = "profession", _("Standar profesi")
    SUPERVISOR = "supervisor", _("Supervisor sendiri")
    TOGETHER = "together", _("Dirumuskan berdua")


class PracticumState(models.TextChoices):
    RUNNING = "running", _("Berjalan")
    ENDED = "ended", _("Berakhir")


PRACTICUM = StateTable.of("workforce.practicum", [("end", [PracticumState.RUNNING], PracticumState.ENDED)])


class Reached(models.TextChoices):
    NOT_YET = "", _("Belum dilihat bersama")
    PARTLY = "partly", _("Sebagian")
    REACHED = "reached", _("Tercapai")


class EntryState(models.TextChoices):
    WRITTEN = "written", _("Menunggu pembimbing")
    SIGNED = "signed", _("Ditandatangani pembimbing")
    SENT_BACK = "sent_back", _("Dikembalikan")


ENTRY = StateTable.of(
    "workforce.entry",
    [
        ("sign", [EntryState.WRITTEN], EntryState.SIGNED),
        ("send_back", [EntryState.WRITTEN], EntryState.SENT_BACK),
        ("rewrite", [EntryState.WRITTEN, EntryState.SENT_BACK], EntryState.WRITTEN),
    ],
)


class StudyState(models.TextChoices):
    DRAFT = "draft", _("Sedang disiapkan")
    GIVEN = "given", _("Dipakai belajar")
    WITHDRAWN = "withdrawn", _("Ditarik")


# A withdrawn consent withdraws it too, by a trigger in the same transaction.
STUDY = StateTable.of(
    "workforce.study",
    [
        ("give", [StudyState.DRAFT], StudyState.GIVEN),
        ("withdraw", [StudyState.DRAFT, StudyState.GIVEN], StudyState.WITHDRAWN),
    ],
)
