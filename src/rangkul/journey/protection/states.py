"""The words of protection."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from rangkul.base.states import StateTable

# The kinds of matter that a legal clock is (`cases.hooks.late_kinds`), by the pace at which it climbs.
RED, AMBER = "law_red", "law_amber"
# The kinds of reminder that an open request to a platform is, and a step with a day.
TAKEDOWN_KIND, CHILD_STEP_KIND = "takedown", "child_step"
PROMISED = {
    TAKEDOWN_KIND: _("Permintaan penghapusan perlu dilihat lagi"),
    CHILD_STEP_KIND: _("Langkah untuk seorang anak perlu dikerjakan"),
}
# The same before there is a case.
EARLY = {RED: "law_red_req", AMBER: "law_amb_req", TAKEDOWN_KIND: "takedown_rq", CHILD_STEP_KIND: "step_rq"}
# So many days what was promised for a day stays with who answers for it alone.
GRACE = 1


class EvidenceKind(models.TextChoices):
    DOCUMENT = "document", _("Berkas")
    LINK = "link", _("Tautan")
    SPOKEN = "spoken", _("Keterangan")
    CHAT = "chat", _("Ekspor percakapan")
    CORRECTION = "correction", _("Koreksi")


class Basis(models.TextChoices):
    """By what right we keep it (UU 27/2022 Pasal 20)."""

    CONSENT = "consent", _("Persetujuan yang membawanya")
    GUARDIAN = "guardian", _("Persetujuan wali")
    DUTY = "duty", _("Kewajiban hukum")
    VITAL = "vital", _("Melindungi nyawa atau keselamatan")


class ChatState(models.TextChoices):
    ASKING = "asking", _("Urutan tanggal perlu dipastikan")
    WAITING = "waiting", _("Sedang dibaca")
    READY = "ready", _("Siap dibaca")


class DayOrder(models.TextChoices):
    DMY = "dmy", _("hari/bulan/tahun")
    MDY = "mdy", _("bulan/hari/tahun")
    YMD = "ymd", _("tahun/bulan/hari")


# One sealed sheet holds so many messages: few enough to open in a moment, so many that a year is some dozen rows.
SHEET = 400

CHAT = StateTable.of(
    "protection.chat",
    [
        ("order", [ChatState.ASKING], ChatState.WAITING),
        ("unfold", [ChatState.WAITING], ChatState.READY),
    ],
)


class Situation(models.TextChoices):
    STAY = "stay", _("Tetap tinggal")
    LEAVE = "leave", _("Pergi")
    MEDIA = "media", _("Paparan media")


class GivenBy(models.TextChoices):
    """How the person has it. There is no way of sending it; behind the ticket they look for it themself."""

    PAPER = "paper", _("Di kertas, diserahkan langsung")
    READ = "read", _("Dibacakan dan diingat, tanpa kertas")
    TICKET = "ticket", _("Dibaca lewat tiket, karena klien berkata itu aman")


class ChildRole(models.TextChoices):
    """The part of a child in a matter, in the words of UU 11/2012; each of them is a child first."""

    VICTIM = "victim", _("Anak korban")
    WITNESS = "witness", _("Anak saksi")
    LAW = "law", _("Anak yang berkonflik dengan hukum")
    INVOLVED = "involved", _("Anak yang ikut terlibat")


class StepState(models.TextChoices):
    TODO = "todo", _("Belum")
    DOING = "doing", pgettext_lazy("langkah", "Berjalan")
    DONE = "done", _("Selesai")
    SKIPPED = "skipped", _("Tidak perlu")


CHILD_STEP = StateTable.of(
    "protection.child_step",
    [
        ("begin", [StepState.TODO, StepState.DOING], StepState.DOING),
        ("finish", [StepState.TODO, StepState.DOING], StepState.DONE),
        ("skip", [StepState.TODO, StepState.DOING], StepState.SKIPPED),
        ("again", [StepState.DONE, StepState.SKIPPED], StepState.DOING),
    ],
)


class TakedownState(models.TextChoices):
    OPEN = "open", _("Menunggu jawaban")
    REMOVED = "removed", _("Sudah dihapus")
    REFUSED = "refused", _("Ditolak")


TAKEDOWN = StateTable.of(
    "protection.takedown",
    [
        ("look", [TakedownState.OPEN], TakedownState.OPEN),
        ("remove", [TakedownState.OPEN], TakedownState.REMOVED),
        ("refuse", [TakedownState.OPEN], TakedownState.REFUSED),
    ],
)


class ClaimStanding(models.TextChoices):
    UNCHECKED = "unchecked", _("Belum ditelusuri")
    BACKED = "backed", _("Ada yang mendukung")
    OPPOSED = "opposed", _("Ada yang membantah")
    UNCLEAR = "unclear", _("Ditelusuri, tetap tidak jelas")


class Found(models.TextChoices):
    """What a check of one piece of evidence found."""

    WHOLE = "whole", _("Utuh")
    CHANGED = "changed", _("Catatannya berubah")
    BYTES = "bytes", _("Berkasnya berubah")
    GONE = "gone", _("Berkasnya tidak ada")
    MISSING = "missing", _("Catatannya hilang")
    ERASED = "erased", _("Dihapus atas hak orang yang bersangkutan")


def clocks_in_words(n: int) -> str:
    return ngettext("%(n)d batas waktu hukum", "%(n)d batas waktu hukum", n) % {"n": n}


def child_steps_in_words(n: int) -> str:
    return ngettext("%(n)d langkah untuk anak", "%(n)d langkah untuk anak", n) % {"n": n}
