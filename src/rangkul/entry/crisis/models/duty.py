"""Who is on duty when. The routing of requests goes by `Staff.on_duty`; the rota switches it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Staff, Unit


class Shift(Row):
    """One person's time on duty. `offered_to` was asked to take it over; a shift that falls away is kept with a day."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="shifts")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    offered_to = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    offered_at = models.DateTimeField(null=True, blank=True)
    # When the clock switched the worker on and off; empty before.
    begun_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["unit", "starts_at"], name="crisis_shift_of_unit"),
            models.Index(
                fields=["ends_at"],
                name="crisis_shift_to_move",
                condition=models.Q(ended_at__isnull=True, dropped_at__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="crisis_shift_ends_after_it_starts",
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                violation_error_message=_("Jam selesai harus sesudah jam mulai."),
            ),
            models.CheckConstraint(
                name="crisis_shift_offer_paired",
                condition=models.Q(offered_to__isnull=True, offered_at__isnull=True)
                | models.Q(offered_to__isnull=False, offered_at__isnull=False),
                violation_error_message=_("Siapa dan kapan dicatat bersama."),
            ),
        ]
