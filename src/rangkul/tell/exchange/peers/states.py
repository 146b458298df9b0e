"""What two houses say to each other about one referral, and how far a message came."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """The first five are said by the house that refers, the others by the house that helps."""

    REFERRAL = "referral", _("Rujukan")
    ANSWER = "answer", _("Jawaban atas pertanyaan")
    EXTENDED = "extended", _("Hari terakhir diperpanjang")
    ENDED = "ended", _("Rujukan berakhir")
    WITHDRAWN = "withdrawn", _("Rujukan ditarik")
    SEEN = "seen", _("Dibaca")
    ACCEPTED = "accepted", _("Diterima")
    BEGUN = "begun", _("Mulai dilayani")
    COMPLETED = "completed", _("Hasil")
    # They refer on; what comes of it there is not known yet.
    ONWARD = "onward", _("Dirujuk lagi")
    DECLINED = "declined", _("Ditolak")
    QUESTION = "question", _("Pertanyaan")
    STOPPED = "stopped", _("Pemakaian data dihentikan")
    # Said by both: bytes that were announced, or a result; under a thread of its own, so that it holds up nothing.
    FILE = "file", _("Berkas")


FROM_SENDER = (Kind.REFERRAL, Kind.ANSWER, Kind.EXTENDED, Kind.ENDED, Kind.WITHDRAWN)
# With these the other side may read no more.
ENDING = (Kind.ENDED, Kind.WITHDRAWN)
# They say nothing about a person, and only take back: they go without an agreement too.
NAMELESS = (*ENDING, Kind.STOPPED)


class Ground(models.TextChoices):
    """By what right the other house has sent it, in its codes."""

    CONSENT = "consent", _("Klien setuju")
    LAW = "law", _("Kewajiban hukum")
    VITAL = "vital", _("Melindungi nyawa atau keselamatan klien")


class MessageState(models.TextChoices):
    WAITING = "waiting", _("Belum sampai")
    DELIVERED = "delivered", _("Sampai")
    # Overtaken before it arrived: its words were taken back.
    DROPPED = "dropped", _("Tidak dikirim lagi")
    FAILED = "failed", _("Tidak bisa disampaikan")


class FileState(models.TextChoices):
    """Of a file that we hand to the other house; empty for one that came from there."""

    WAITING = "waiting", _("sedang dikirim")
    DELIVERED = "delivered", _("sudah sampai")
    REFUSED = "refused", _("tidak diterima di sana")
    FAILED = "failed", _("tidak bisa disampaikan")


class Effect(models.TextChoices):
    """What a receipt says about what the message did."""

    DONE = "done", _("Dicatat")
    # The referral had ended there, or it was already so: kept, and nothing changed.
    NONE = "none", _("Dicatat, tanpa perubahan")
    # A withdrawal of what never arrived, or of what nobody had opened: gone at once.
    ERASED = "erased", _("Isinya sudah dihapus")


class Fault(models.TextChoices):
    """Why a message did not arrive; what lies with the other house waits and is tried again."""

    NO_ANSWER = "no_answer", _("Server tujuan tidak menjawab")
    BROKEN = "broken", _("Server tujuan sedang bermasalah")
    UNKNOWN = "unknown_sender", _("Server tujuan belum mengenal kunci server ini")
    CLOSED = "closed", _("Server tujuan menghentikan hubungan")
    ELSEWHERE = "wrong_addressee", _("Kunci server tujuan sudah berganti")
    BUSY = "too_many", _("Server tujuan meminta menunggu")
    NO_PROOF = "no_proof", _("Jawabannya tidak bertanda tangan yang benar")
    REFUSED = "refused", _("Server tujuan menolak pesan ini")
    TOO_LATE = "too_late", _("Waktunya habis sebelum sampai")
    NO_FILES = "no_files", _("Server tujuan belum bisa menerima berkas")
    UNREADABLE = "erased", _("Isinya sudah dihapus di sini")


# So long a message is tried; what is older is told to a person.
KEPT_DAYS = 14
