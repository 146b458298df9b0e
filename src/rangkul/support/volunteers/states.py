"""How a volunteer stands, what was seen of them, what is needed, and how a match goes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable

# How many signs of a region code say the kecamatan.
KECAMATAN = 8


class Time(models.TextChoices):
    DAY = "day", _("Hari kerja, pagi sampai sore")
    EVENING = "evening", _("Malam hari")
    WEEKEND = "weekend", _("Akhir pekan dan hari libur")


class Seen(models.TextChoices):
    """What has to be seen of a volunteer, each of them, before they are vetted."""

    IDENTITY = "identity", _("Identitas dilihat")
    TALK = "talk", _("Sudah berbicara langsung")
    REFERENCES = "references", _("Orang yang mengenalnya sudah ditanya")
    POLICE = "police", _("SKCK dilihat")
    SAFEGUARDING = "safeguarding", _("Perjanjian perlindungan anak ditandatangani")


# These hold until a day.
EXPIRING = (Seen.POLICE, Seen.SAFEGUARDING)


class VolunteerState(models.TextChoices):
    NEW = "new", _("Belum selesai diperiksa")
    VETTED = "vetted", _("Sudah diperiksa")
    SUSPENDED = "suspended", _("Dihentikan sementara")
    BARRED = "barred", _("Tidak boleh ditugaskan lagi")
    LEFT = "left", _("Sudah berhenti")


# Who may be matched at all; with whom alone is decided by the need.
ACTIVE = (VolunteerState.NEW, VolunteerState.VETTED)
VOLUNTEER = StateTable.of(
    "volunteer",
    [
        ("vet", ACTIVE, VolunteerState.VETTED),
        ("suspend", ACTIVE, VolunteerState.SUSPENDED),
        ("restore", [VolunteerState.SUSPENDED], VolunteerState.NEW),
        ("bar", [VolunteerState.SUSPENDED], VolunteerState.BARRED),
        ("leave", [*ACTIVE, VolunteerState.BARRED], VolunteerState.LEFT),
    ],
)


class StepVerb(models.TextChoices):
    REGISTER = "register", _("Didaftarkan")
    VET = "vet", _("Dinyatakan sudah diperiksa")
    SUSPEND = "suspend", _("Dihentikan sementara")
    RESTORE = "restore", _("Boleh membantu lagi, diperiksa dari awal")
    BAR = "bar", _("Tidak boleh ditugaskan lagi")
    LEAVE = "leave", _("Berhenti atas kemauannya")


class Present(models.TextChoices):
    """Whether a child or an older person is there. What is not known counts as yes."""

    YES = "yes", _("Ada")
    NO = "no", _("Tidak ada")
    UNKNOWN = "unknown", _("Belum tahu")


class NeedState(models.TextChoices):
    OPEN = "open", _("Mencari relawan")
    MATCHED = "matched", _("Sudah ada relawan")
    SETTLED = "settled", _("Selesai")


NEED = StateTable.of(
    "aid_need",
    [
        ("match", [NeedState.OPEN], NeedState.MATCHED),
        ("free", [NeedState.MATCHED], NeedState.OPEN),
        ("settle", [NeedState.OPEN, NeedState.MATCHED], NeedState.SETTLED),
    ],
)


class Outcome(models.TextChoices):
    HELPED = "helped", _("Terbantu")
    PARTLY = "partly", _("Terbantu sebagian")
    NOBODY = "nobody", _("Tidak ada relawan yang bisa")
    DROPPED = "dropped", _("Tidak diperlukan lagi")


# What only somebody who came can have brought.
BROUGHT = (Outcome.HELPED, Outcome.PARTLY)


class MatchState(models.TextChoices):
    CHOSEN = "chosen", _("Dipilih, belum diberi tahu")
    TOLD = "told", _("Sudah diberi tahu dan bersedia")
    CAME = "came", _("Datang")
    ABSENT = "absent", _("Tidak datang")
    CALLED_OFF = "called_off", _("Dibatalkan")


RUNNING = (MatchState.CHOSEN, MatchState.TOLD)
MATCH = StateTable.of(
    "aid_match",
    [
        ("tell", [MatchState.CHOSEN], MatchState.TOLD),
        ("come", [MatchState.TOLD], MatchState.CAME),
        ("miss", [MatchState.TOLD], MatchState.ABSENT),
        ("call_off", RUNNING, MatchState.CALLED_OFF),
    ],
)


class NoteKind(models.TextChoices):
    TOLD = "told", _("Yang disampaikan kepada relawan")
    MISSED = "missed", _("Mengapa tidak datang")
    CALLED_OFF = "called_off", _("Mengapa dibatalkan")
    CLIENT = "client", _("Kata klien")


class Fit(models.TextChoices):
    """What speaks for a volunteer, and what is to be thought of; an order of closeness, never of people."""

    VILLAGE = "village", _("tinggal di desa atau kelurahan yang sama")
    DISTRICT = "district", _("tinggal di kecamatan yang sama")
    OFFER = "offer", _("menawarkan bantuan ini")
    TIME = "time", _("bisa pada waktu itu")
    LANGUAGE = "language", _("bisa berbahasa itu")
    VETTED = "vetted", _("sudah diperiksa sampai hari itu")
    OTHER_TIME = "other_time", _("waktunya lain")
    OTHER_LANGUAGE = "other_language", _("belum tercatat bisa berbahasa itu")
    NOT_VETTED = "not_vetted", _("belum selesai diperiksa untuk hari itu")


IN_FAVOUR = (Fit.VILLAGE, Fit.DISTRICT, Fit.OFFER, Fit.TIME, Fit.LANGUAGE, Fit.VETTED)

# Keys of `cases.hooks.late_kinds`.
LATE_VETTING = "vetting"
LATE_COMPLAINT = "complaint"
LATE_AID = "aid_need"
