"""Addresses of other systems, and each telling with how often it was tried."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.tell.exchange.webhooks.states import CHOSEN, Fault, Kind, State


class Webhook(Row):
    """Told by ids and codes alone. Its secret is derived from the house's own key and `generation`; it lies nowhere."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    address = models.CharField(max_length=300)
    # Codes of `Kind` with a space between.
    kinds = models.CharField(max_length=120)
    generation = models.PositiveSmallIntegerField(default=1)
    # Who hears of it where nothing gets through.
    keeper = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    # The number of the last event that was looked at for it.
    read_to = models.BigIntegerField()
    # What happened before is not told: since it was made, or switched on again.
    since = models.DateTimeField(default=now)
    failing_since = models.DateTimeField(null=True, blank=True)
    # The house switched it off after long silence; a person switches it on again.
    off_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="exchange_webhook_revoked_by_somebody",
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="exchange_webhook_by_https",
                condition=Q(address__startswith="https://"),
                violation_error_message=_("Alamatnya harus diawali https://."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def tells(self) -> bool:
        return self.off_at is None and self.revoked_at is None

    @property
    def wanted(self) -> frozenset[str]:
        return frozenset(self.kinds.split())

    @property
    def kinds_in_words(self) -> str:
        return ", ".join(str(kind.label) for kind in CHOSEN if kind in self.wanted)


class Telling(Row):
    """One event for one address. Its id is the same however often it is sent, so that it counts once over there."""

    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, db_index=False, related_name="tellings")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    # The number of the event; empty for a trial.
    event = models.BigIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=18, choices=Kind)
    what = models.CharField(max_length=60)
    # The request, referral or case, by its id.
    about = models.UUIDField()
    at = models.DateTimeField()
    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    fault = models.CharField(max_length=9, choices=Fault, blank=True)
    # As the other system answered last.
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at"], name="exchange_tell_next", condition=Q(state="waiting")),
            models.Index(fields=["webhook", "-made_at"], name="exchange_told"),
        ]
        constraints = [
            models.UniqueConstraint(name="exchange_told_once", fields=["webhook", "event"]),
            models.CheckConstraint(
                name="exchange_telling_settled",
                condition=Q(state=State.WAITING, settled_at__isnull=True)
                | (~Q(state=State.WAITING) & Q(settled_at__isnull=False)),
                violation_error_message=_("Yang selesai punya waktunya."),
            ),
        ]
