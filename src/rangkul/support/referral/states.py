"""The road of a referral, of the need behind it, and the codes that both are counted by."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class State(models.TextChoices):
    DRAFT = "draft", _("Disiapkan")
    SENT = "sent", _("Dikirim, belum dibaca")
    SEEN = "seen", _("Sudah dibaca, belum dijawab")
    ACCEPTED = "accepted", _("Diterima")
    IN_PROGRESS = "in_progress", _("Sedang dilayani")
    COMPLETED = "completed", _("Selesai")
    DECLINED = "declined", _("Ditolak")
    CANCELLED = "cancelled", _("Ditarik")
    EXPIRED = "expired", _("Lewat hari terakhir")
    FAILED = "failed", _("Tidak sampai")


UNANSWERED = (State.SENT, State.SEEN)
HELPING = (State.ACCEPTED, State.IN_PROGRESS)
# The receiver may read it.
LIVING = (*UNANSWERED, *HELPING)
ENDED = (State.COMPLETED, State.DECLINED, State.CANCELLED, State.EXPIRED, State.FAILED)

REFERRAL = StateTable.of(
    "referral",
    [
        ("send", [State.DRAFT], State.SENT),
        ("discard", [State.DRAFT], State.CANCELLED),
        ("see", [State.SENT], State.SEEN),
        ("accept", UNANSWERED, State.ACCEPTED),
        ("begin", [State.ACCEPTED], State.IN_PROGRESS),
        ("complete", HELPING, State.COMPLETED),
        # To somebody else, before or after they said yes: their part is over, the need is not.
        ("onward", LIVING, State.COMPLETED),
        ("decline", [*UNANSWERED, State.ACCEPTED], State.DECLINED),
        ("cancel", LIVING, State.CANCELLED),
        ("expire", LIVING, State.EXPIRED),
        ("fail", UNANSWERED, State.FAILED),
    ],
)


class NeedState(models.TextChoices):
    OPEN = "open", _("Belum terpenuhi")
    MET = "met", _("Terpenuhi")
    UNMET = "unmet", _("Belum ada yang bisa membantu")
    DROPPED = "dropped", _("Tidak diperlukan lagi")


NEED = StateTable.of(
    "referral.need",
    [
        ("meet", [NeedState.OPEN], NeedState.MET),
        ("leave_unmet", [NeedState.OPEN], NeedState.UNMET),
        ("drop", [NeedState.OPEN], NeedState.DROPPED),
        ("reopen", [NeedState.UNMET, NeedState.DROPPED, NeedState.MET], NeedState.OPEN),
    ],
)


class Ground(models.TextChoices):
    """By what right data leave the house (UU 27/2022 Pasal 20)."""

    CONSENT = "consent", _("Klien setuju")
    LAW = "law", _("Kewajiban hukum")
    VITAL = "vital", _("Melindungi nyawa atau keselamatan klien")


class Refusal(models.TextChoices):
    """Why a receiver says no. The first says something about the directory, and its entry is marked."""

    CLOSED = "closed", _("Kami sudah tutup atau pindah")
    FULL = "full", _("Tempat kami penuh")
    NOT_OURS = "not_ours", _("Bukan layanan kami")
    AREA = "area", _("Di luar wilayah kami")
    CRITERIA = "criteria", _("Belum memenuhi syarat kami")
    OTHER = "other", _("Alasan lain")


class Outcome(models.TextChoices):
    """What came of it, as the receiver says it."""

    HELPED = "helped", _("Sudah dibantu")
    PARTLY = "partly", _("Dibantu sebagian")
    NOT_COME = "not_come", _("Orangnya tidak datang")
    NOT_HELPED = "not_helped", _("Belum bisa dibantu")
    RETURNED = "returned", _("Dirujuk balik ke lembaga pengirim")
    ONWARD = "onward", _("Dirujuk lagi ke tempat lain")


# Only these make a need one that may be met.
HELPFUL = (Outcome.HELPED, Outcome.PARTLY)
# What came of it in the end; whoever refers on has not said that yet.
FINAL = tuple((one.value, one.label) for one in Outcome if one != Outcome.ONWARD)


class WhyUnmet(models.TextChoices):
    """Why nobody could help (A63)."""

    NONE = "none", _("Sumber daya tidak ada")
    FULL = "full", _("Semua tempat penuh")
    FAR = "far", _("Terlalu jauh")
    COST = "cost", _("Terlalu mahal")
    CRITERIA = "criteria", _("Tidak memenuhi syarat yang ada")
    NO_ANSWER = "no_answer", _("Tidak ada yang menjawab")


class WhyDropped(models.TextChoices):
    """Why it is sought no more. None of them says that nobody could help: that is an unmet need."""

    CLIENT = "client", _("Klien tidak menginginkannya lagi")
    SOLVED = "solved", _("Sudah terpenuhi dengan jalan lain")
    OTHER = "other", _("Alasan lain")


class Verb(models.TextChoices):
    """What happened on the way: the steps of the table above, and words that change no state."""

    SEND = "send", _("Dikirim")
    DISCARD = "discard", _("Persiapan dihentikan")
    SEE = "see", _("Dibaca penerima")
    ACCEPT = "accept", _("Diterima")
    BEGIN = "begin", _("Mulai dilayani")
    COMPLETE = "complete", _("Selesai")
    ONWARD = "onward", _("Dirujuk lagi")
    LEARN = "learn", _("Hasil akhirnya diketahui")
    DECLINE = "decline", _("Ditolak")
    CANCEL = "cancel", _("Ditarik")
    EXPIRE = "expire", _("Lewat hari terakhir")
    FAIL = "fail", _("Tidak sampai")
    ASK = "ask", _("Bertanya")
    TELL = "tell", _("Menjawab")
    FILE = "file", _("Mengirim berkas")
    EXTEND = "extend", _("Hari terakhir diperpanjang")
    REMIND = "remind", _("Diingatkan")
    NUDGE = "nudge", _("Diingatkan sistem lewat surel")
    QUEUE = "queue", _("Urutan ditetapkan")
    CODE = "code", _("Kode disampaikan")
    CALL = "call", _("Serah terima lewat telepon dijanjikan")
    CALLED = "called", _("Sudah ditelepon")
    WITHDRAW = "withdraw", _("Persetujuannya dicabut")
    STOPPED = "stopped", _("Pemakaian data sudah dihentikan")


class Hand(models.TextChoices):
    """Whose hand it was."""

    STAFF = "staff", _("Petugas")
    RECEIVER = "receiver", _("Penerima")
    CLIENT = "client", _("Klien")
    HOUSE = "house", _("Sistem")


class Way(models.TextChoices):
    """How the link goes, and how the code goes; never both by the same way to the same place."""

    EMAIL = "email", _("Surel")
    WHATSAPP = "whatsapp", _("WhatsApp")
    SMS = "sms", _("SMS")
    PHONE = "phone", _("Telepon")
    PAPER = "paper", _("Surat atau langsung")


def way_words(way: str) -> str:
    """Within a sentence; names and short forms keep their letters."""
    label = str(Way(way).label)
    return label if way in (Way.WHATSAPP, Way.SMS) else label[:1].lower() + label[1:]


# A code goes these ways by a worker's own voice, to somebody whose name is written down.
SPOKEN = (Way.PHONE, Way.PAPER)


# Keys of `cases.hooks.late_kinds`.
LATE_ANSWER = "referral"
LATE_STOP = "rstop"
LATE_NEED = "rneed"
LATE_OF_REQUEST = "rrequest"
LATE_NEED_OF_REQUEST = "rrneed"
LATE_AGREED = "ragreed"
