"""The life of a group and of its meetings, and what the house writes down in one."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from rangkul.base import clock
from rangkul.base.states import StateTable


class GroupState(models.TextChoices):
    OPEN = "open", _("Berjalan")
    CLOSED = "closed", _("Selesai")


GROUP = StateTable.of("counselling.group", [("close", [GroupState.OPEN], GroupState.CLOSED)])


class MeetingState(models.TextChoices):
    PLANNED = "planned", _("Direncanakan")
    OPEN = "open", _("Sedang berlangsung")
    ENDED = "ended", _("Sudah berakhir")
    ERASED = "erased", _("Kata-katanya dihapus")
    CANCELLED = "cancelled", _("Batal")


MEETING = StateTable.of(
    "counselling.meeting",
    [
        ("open", [MeetingState.PLANNED], MeetingState.OPEN),
        ("end", [MeetingState.OPEN], MeetingState.ENDED),
        ("cancel", [MeetingState.PLANNED], MeetingState.CANCELLED),
        ("erase", [MeetingState.ENDED], MeetingState.ERASED),
    ],
)


class GroupLine(models.TextChoices):
    """What the house itself writes down in a meeting. Why somebody went is told to nobody else."""

    OPENED = "opened", _("Pertemuan dimulai")
    CAME = "came", _("%(who)s hadir")
    WENT = "went", _("%(who)s keluar")
    ENDED = "ended", _("Pertemuan berakhir")
    WITHDRAWN = "withdrawn", _("Satu pesan ditarik")


class Zone(models.TextChoices):
    """By which clock the times of a group are set."""

    WIB = "WIB", _("WIB (Indonesia barat)")
    WITA = "WITA", _("WITA (Indonesia tengah)")
    WIT = "WIT", _("WIT (Indonesia timur)")


ZONES: dict[str, ZoneInfo] = {Zone.WIB: clock.WIB, Zone.WITA: clock.WITA, Zone.WIT: clock.WIT}

# The meeting did not begin at its time, or nobody ended it (`cases.hooks.late_kinds`).
LATE_MEETING = "group_late"
# A worker opens no earlier than this before the time, so that nobody who comes on time finds words already said.
OPENS_BEFORE = timedelta(minutes=15)
NOT_OPENED_AFTER = timedelta(minutes=15)
NOT_ENDED_AFTER = timedelta(hours=1)

LEAST_PLACES, MOST_PLACES = 2, 20
LEAST_MINUTES, MOST_MINUTES = 30, 180
MOST_MEETINGS = 26
FARTHEST = timedelta(days=190)
# So many messages of one member in a minute.
MOST_OF_ONE_A_MINUTE = 15
LONGEST_NAME = 30


def groups_in_words(n: int) -> str:
    return ngettext("%(n)d kelompok yang masih berjalan", "%(n)d kelompok yang masih berjalan", n) % {"n": n}
