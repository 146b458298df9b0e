"""Other houses that run Rangkul, which organisations they reach, and the generations of our own keys."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff
from rangkul.tell.exchange.peers.keys import PublicKey
from rangkul.tell.exchange.peers.states import Fault


class HouseKey(Row):
    """Our key was changed: from then on the pair of this generation counts. The first needs no row."""

    generation = models.PositiveSmallIntegerField(unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="exchange_housekey_after_the_first", condition=Q(generation__gte=2)),
        ]


class Peer(Row):
    """Another installation, as one agency here knows it. Nothing goes to it, and nothing from it is heard, before a
    person has compared its fingerprint with whoever keeps it."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    address = models.CharField(max_length=200)
    public = models.BinaryField(max_length=64)
    # By this it names itself in each message; one house is one agency's peer, so that its answers have one reader.
    kid = models.CharField(
        max_length=32, unique=True, error_messages={"unique": _("Server dengan kunci ini sudah dicatat.")}
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    active = models.BooleanField(default=True)
    # By which of our keys it knows us.
    our_generation = models.PositiveSmallIntegerField(default=1)
    heard_at = models.DateTimeField(null=True, blank=True)
    # Since when nothing gets through, why, how often it was tried, and when again.
    silent_since = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=16, choices=Fault, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="exchange_peer_confirmed_by_somebody",
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="exchange_peer_silent_says_why",
                condition=Q(silent_since__isnull=True, fault="") | (Q(silent_since__isnull=False) & ~Q(fault="")),
                violation_error_message=_("Yang tidak sampai punya sebabnya."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> PublicKey:
        return PublicKey(bytes(self.public))

    @property
    def talks(self) -> bool:
        return self.active and self.confirmed_at is not None


class Reach(Row):
    """An organisation of the directory that is reached through this house. The entry is another module's."""

    peer = models.ForeignKey(Peer, on_delete=models.PROTECT, related_name="reaches")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    organization_id = models.UUIDField()
    name = models.CharField(max_length=160)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="exchange_reach_one_way",
                fields=["agency", "organization_id"],
                violation_error_message=_("Lembaga ini sudah dicapai lewat server lain."),
            ),
        ]
