"""Two people of a room speak, or see each other. The sound goes from browser to browser; here is only who and when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.clock import now
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.support.counselling.models.room import Room, Seat
from rangkul.support.counselling.states import CALLING, LONGEST_CALL, RINGS, CallEnding, CallMode, CallState, SignalKind

_GOES_ON = models.Q(state__in=[*CALLING])


class Call(Row):
    """`caller` asked, `other` answered; one of the two is the client. Nothing of what is said is kept anywhere."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, db_index=False, related_name="calls")
    caller = models.ForeignKey(Seat, on_delete=models.CASCADE, db_index=False, related_name="+")
    other = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.CASCADE, db_index=False, related_name="+")
    mode = models.CharField(max_length=5, choices=CallMode)
    state = models.CharField(max_length=7, choices=CallState, default=CallState.RINGING)
    began_at = models.DateTimeField(default=now)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=8, choices=CallEnding, blank=True)

    class Meta:
        indexes = [models.Index(fields=["room", "-began_at"], name="counselling_call_of_room")]
        constraints = [
            models.UniqueConstraint(
                name="counselling_call_one_of_room",
                fields=["room"],
                condition=_GOES_ON,
                violation_error_message=_("Sudah ada pembicaraan di ruang ini."),
            ),
            models.CheckConstraint(
                name="counselling_call_answered_by_somebody_else",
                condition=models.Q(other__isnull=True, answered_at__isnull=True)
                | (models.Q(other__isnull=False, answered_at__isnull=False) & ~models.Q(other=models.F("caller"))),
                violation_error_message=_("Siapa yang menjawab dan kapan dicatat bersama."),
            ),
            models.CheckConstraint(
                name="counselling_call_live_was_answered",
                condition=~models.Q(state="live") | models.Q(answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="counselling_call_ended_paired",
                condition=(_GOES_ON & models.Q(ended_at__isnull=True, ending=""))
                | (models.Q(state="ended", ended_at__isnull=False) & ~models.Q(ending="")),
            ),
        ]

    @property
    def rings(self) -> bool:
        return self.state == CallState.RINGING

    @property
    def is_over(self) -> bool:
        """Ended, or left behind by two browsers that are gone."""
        if self.state == CallState.ENDED:
            return True
        since = self.answered_at or self.began_at
        return since < clock.now() - (RINGS if self.rings else LONGEST_CALL)

    @property
    def minutes(self) -> int:
        """How long the two spoke, rounded up."""
        if not self.answered_at:
            return 0
        return -(-int(((self.ended_at or clock.now()) - self.answered_at).total_seconds()) // 60)


class CallSignal(Row):
    """What one browser tells the other. It names network addresses of both, so it goes as soon as the call is over."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, db_index=False, related_name="signals")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, db_index=False, related_name="+")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=6, choices=SignalKind)
    body = SealedText()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["call", "number"], name="counselling_callsignal_in_order")]
