"""The road of a case conference (pembahasan kasus), and who sits at its table."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.states import StateTable


class Kind(models.TextChoices):
    """What the table is for; what each goes through stands in `kinds.py`."""

    CASE = "case", _("Pembahasan kasus")
    SCHOOL = "school", _("Pertemuan dengan sekolah")
    FAMILY = "family", _("Pertemuan keluarga")


# The kind of reminder that the next meeting is, where one was promised.
MEETING_AGAIN = "meet_again"
# The kind that a guest's locked door is.
GUEST_DOOR = "guest_door"


class ConferenceState(models.TextChoices):
    PLANNED = "planned", _("Direncanakan")
    HELD = "held", _("Selesai dan dicatat")
    CANCELLED = "cancelled", _("Dibatalkan")


CONFERENCE = StateTable.of(
    "conferences.conference",
    [
        ("change", [ConferenceState.PLANNED], ConferenceState.PLANNED),
        ("hold", [ConferenceState.PLANNED], ConferenceState.HELD),
        ("cancel", [ConferenceState.PLANNED], ConferenceState.CANCELLED),
    ],
)


class Reply(models.TextChoices):
    ASKED = "asked", _("Belum menjawab")
    COMING = "coming", _("Akan hadir")
    DECLINED = "declined", _("Tidak bisa hadir")


class Ground(models.TextChoices):
    """Why somebody from outside may know this much (UU 27/2022 Pasal 20)."""

    CONSENT = "consent", _("Klien setuju")
    LAW = "law", _("Kewajiban hukum atau kepentingan vital klien")


class DecisionOwner(models.TextChoices):
    STAFF = "staff", _("Petugas")
    CLIENT = "client", _("Klien")
    GUEST = "guest", _("Tamu")
