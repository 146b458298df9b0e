"""The life of a room, and the words with a fixed list of values that describe one."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from rangkul.base.states import StateTable


class RoomState(models.TextChoices):
    WAITING = "waiting", _("Menunggu petugas")
    OPEN = "open", _("Berlangsung")
    ENDED = "ended", _("Berakhir")
    ERASED = "erased", _("Percakapan dihapus")


# In which something can still be said.
LIVING = (RoomState.WAITING, RoomState.OPEN)

ROOM = StateTable.of(
    "counselling.room",
    [
        ("take", [RoomState.WAITING], RoomState.OPEN),
        ("hand_over", [RoomState.OPEN], RoomState.OPEN),
        ("call_in", [RoomState.OPEN], RoomState.OPEN),
        ("end", [RoomState.WAITING, RoomState.OPEN], RoomState.ENDED),
        ("erase", [RoomState.ENDED], RoomState.ERASED),
    ],
)


class RoomKind(models.TextChoices):
    LETTER = "letter", _("Seperti surat")
    LIVE = "live", _("Mengobrol langsung")


class SeatRole(models.TextChoices):
    CLIENT = "client", _("Klien")
    COUNSELLOR = "counsellor", _("Yang mendampingi")
    COLLEAGUE = "colleague", _("Rekan")
    SUPERVISOR = "supervisor", _("Supervisor")


class Lane(models.TextChoices):
    """Where something is said: to everybody in the room, or beside it, among staff."""

    ROOM = "room", _("Di ruang")
    ASIDE = "aside", _("Di samping, tanpa klien")


class Line(models.TextChoices):
    """What the house itself writes down in a room; everybody in it reads that."""

    TAKEN = "taken", _("%(who)s mulai mendampingi Anda")
    JOINED = "joined", _("%(who)s ikut dalam percakapan ini")
    HANDED_OVER = "handed_over", _("%(who)s melanjutkan percakapan ini")
    LEFT = "left", _("%(who)s keluar dari percakapan")
    HUSHED = "hushed", _("Ruang ditutup dengan kata rahasia")
    RETURNED = "returned", _("Klien kembali ke ruang")
    ENDED = "ended", _("Percakapan diakhiri")
    WITHDRAWN = "withdrawn", _("Satu pesan ditarik")
    CALLING = "calling", _("%(who)s mengajak berbicara langsung")
    CALL_OVER = "call_over", _("Pembicaraan langsung berakhir")
    CALL_MISSED = "call_missed", _("Ajakan berbicara tidak dijawab")
    ASKS_LIVE = "asks_live", _("%(who)s ingin mengobrol langsung")
    ASKS_LETTER = "asks_letter", _("%(who)s ingin melanjutkan lewat surat")
    NOW_LIVE = "now_live", _("Mulai sekarang mengobrol langsung. Yang sudah tertulis tetap di sini")
    NOW_LETTER = "now_letter", _("Mulai sekarang seperti surat. Yang sudah tertulis tetap di sini")
    NOT_NOW = "not_now", _("Cara berbicara tetap seperti sekarang")


class CallState(models.TextChoices):
    RINGING = "ringing", _("Menunggu dijawab")
    LIVE = "live", _("Sedang berbicara")
    ENDED = "ended", _("Berakhir")


# A call in which something can still be said.
CALLING = (CallState.RINGING, CallState.LIVE)

CALL = StateTable.of(
    "counselling.call",
    [
        ("answer", [CallState.RINGING], CallState.LIVE),
        ("end", [CallState.RINGING, CallState.LIVE], CallState.ENDED),
    ],
)


class CallMode(models.TextChoices):
    VOICE = "voice", _("Suara")
    VIDEO = "video", _("Suara dan gambar")


class CallEnding(models.TextChoices):
    """Why two people no longer speak."""

    DONE = "done", _("Salah satu menutup")
    DECLINED = "declined", _("Tidak sekarang")
    MISSED = "missed", _("Tidak dijawab")
    FAILED = "failed", _("Sambungan tidak cukup kuat")


class SignalKind(models.TextChoices):
    """What two browsers tell each other to find a way between them (RFC 8829)."""

    OFFER = "offer", "offer"
    ANSWER = "answer", "answer"
    ICE = "ice", "ice"
    MEDIA = "media", "media"


class SlotState(models.TextChoices):
    """A time to speak."""

    OPEN = "open", _("Masih kosong")
    TAKEN = "taken", _("Sudah diambil")
    HELD = "held", _("Sudah berbicara")
    MISSED = "missed", _("Tidak jadi bertemu")
    CANCELLED = "cancelled", _("Dibatalkan petugas")


SLOT = StateTable.of(
    "counselling.slot",
    [
        ("take", [SlotState.OPEN], SlotState.TAKEN),
        ("give_back", [SlotState.TAKEN], SlotState.OPEN),
        ("cancel", [SlotState.OPEN, SlotState.TAKEN], SlotState.CANCELLED),
        ("hold", [SlotState.TAKEN], SlotState.HELD),
        ("miss", [SlotState.TAKEN], SlotState.MISSED),
    ],
)


class Ending(models.TextChoices):
    """How a conversation ended."""

    DONE = "done", _("Selesai untuk kali ini")
    CLIENT = "client", _("Klien yang mengakhiri")
    NO_WORD = "no_word", _("Klien tidak kembali")
    ELSEWHERE = "elsewhere", _("Dilanjutkan dengan cara lain")
    ABUSE = "abuse", _("Disalahgunakan")


# The kinds of matter that are late (`cases.hooks.late_kinds`): somebody waits for an answer in a conversation or in a
# red letter, in another letter; a next contact was promised; nobody wrote down what came of a conversation.
LATE_LIVE, LATE_LETTER, LATE_NEXT, LATE_NOTE = "room_live", "room_letter", "room_next", "room_note"
# Nobody said whether an appointment took place.
LATE_SLOT = "room_slot"
# An answer lies unread, and the client who wished to be told of it cannot be any more.
LOST_NEWS = "room_lost"
# The day of an appointment, kept on the case where there is one: it begins the worker's day.
SLOT_DAY = "slot_day"

# Whoever talks live waits so long before somebody above the owner is told.
LIVE_ANSWER = timedelta(minutes=15)
# What came of a conversation that the client ended is written down within a day.
NOTE_WITHIN = timedelta(hours=24)
# After a red conversation the next contact is no later (reference C: no high-risk contact without one).
RED_NEXT = timedelta(hours=24)

LONGEST_MESSAGE = 4_000
# Nobody lets it ring longer; a call that both browsers lost is over after as long as nobody speaks for.
RINGS = timedelta(seconds=60)
LONGEST_CALL = timedelta(hours=3)
# A description of all that two browsers can do has some 6 kB.
LONGEST_SIGNAL = 60_000
MOST_SIGNALS = 600
# So many messages of one room in a minute; nobody reads faster, and a script would.
MOST_A_MINUTE = 60
# So often in ten minutes may one seat make the house write a line: to ask for another way, to ring, to take it back.
MOST_TURNS = 12
SHORTEST_CODE, LONGEST_CODE = 4, 40
# Letters that the server cannot read: the format now written, the padded lengths (bytes) that a browser may choose, the
# rounds of PBKDF2-SHA-256 below which no wrapped key is taken, and for how many workers a browser wraps at most.
CIPHER = 1
SEALED_STEPS = (256, 512, 1024, 2048, 4096, 8192, 16384)
LEAST_ROUNDS, MOST_ROUNDS = 600_000, 20_000_000
MOST_KEYS = 20
LONGEST_SEALED = 22_000
# A sealed file is as long as so many of these, and 29 bytes.
FILE_STEP = 64 * 1024
# A room in which nobody writes for the days that its agency keeps words, and for no fewer than these, ends by itself.
SILENT_AT_LEAST = timedelta(days=30)
# What an agency that has set nothing keeps to.
KEEP_DAYS, LETTER_HOURS, PARALLEL = 30, 24, 3


def rooms_in_words(n: int) -> str:
    return ngettext("%(n)d percakapan yang belum diakhiri", "%(n)d percakapan yang belum diakhiri", n) % {"n": n}
