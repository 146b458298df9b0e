"""What other systems may be told of, and how far a telling came."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    RECEIVED = "request.received", _("Permintaan masuk")
    DECIDED = "request.decided", _("Permintaan diputuskan")
    REFERRAL = "referral.changed", _("Keadaan rujukan berubah")
    STAGE = "case.stage_changed", _("Tahap kasus berubah")
    # Asked for by hand, of an address alone.
    TRIAL = "trial", _("Percobaan")


CHOSEN = (Kind.RECEIVED, Kind.DECIDED, Kind.REFERRAL, Kind.STAGE)

# By the name of the event that is told of.
OF = {
    "request.submitted": Kind.RECEIVED,
    **dict.fromkeys(
        ("request.accepted", "request.declined", "request.referred", "request.waitlisted", "request.handed_over"),
        Kind.DECIDED,
    ),
    **dict.fromkeys(
        ("referral.sent", "referral.seen", "referral.accepted", "referral.begun", "referral.declined",
         "referral.completed", "referral.passed_on", "referral.cancelled", "referral.expired", "referral.failed"),
        Kind.REFERRAL,
    ),
    **dict.fromkeys(("case.opened", "stage.stepped", "case.terminated", "case.reopened"), Kind.STAGE),
}  # fmt: skip


class State(models.TextChoices):
    WAITING = "waiting", _("Belum sampai")
    DELIVERED = "delivered", _("Sampai")
    FAILED = "failed", _("Tidak bisa disampaikan")


class Fault(models.TextChoices):
    NO_ANSWER = "no_answer", _("Alamat itu tidak menjawab")
    PRIVATE = "private", _("Alamat itu mengarah ke jaringan dalam")
    REFUSED = "refused", _("Alamat itu menjawab bukan 2xx")
    OFF = "off", _("Kabar ke alamat itu dimatikan")
