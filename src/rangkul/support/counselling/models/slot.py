"""Times at which a worker can speak, and who of those who ask for help took which."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.entry.intake.models import Request
from rangkul.support.counselling.states import SlotState

_STANDS = models.Q(state__in=[SlotState.OPEN, SlotState.TAKEN])


class Slot(Row):
    """`name` is what the client reads of the worker, as on a seat. Who took it is a request; nothing of why is here."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = models.CharField(max_length=60)
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=45, validators=[MinValueValidator(15), MaxValueValidator(120)])
    state = models.CharField(max_length=9, choices=SlotState, default=SlotState.OPEN)
    # Requests are kept until retention ends them.
    request = models.ForeignKey(Request, null=True, blank=True, on_delete=models.PROTECT, related_name="slots")
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["unit", "at"], name="counselling_slot_open", condition=models.Q(state="open")),
            models.Index(fields=["at"], name="counselling_slot_taken", condition=models.Q(state="taken")),
        ]
        constraints = [
            models.UniqueConstraint(
                name="counselling_slot_one_at_a_time",
                fields=["staff", "at"],
                condition=_STANDS,
                violation_error_message=_("Pada jam ini sudah ada waktu yang dibuka."),
            ),
            models.UniqueConstraint(
                name="counselling_slot_one_of_request",
                fields=["request"],
                condition=models.Q(state="taken"),
                violation_error_message=_("Permintaan ini sudah punya janji."),
            ),
            models.CheckConstraint(
                name="counselling_slot_taken_by_somebody",
                condition=models.Q(state="cancelled")
                | models.Q(state="open", request__isnull=True, taken_at__isnull=True)
                | models.Q(state__in=["taken", "held", "missed"], request__isnull=False, taken_at__isnull=False),
                violation_error_message=_("Waktu yang diambil punya permintaan, yang terbuka tidak."),
            ),
            models.CheckConstraint(
                name="counselling_slot_length",
                condition=models.Q(minutes__gte=15, minutes__lte=120),
                violation_error_message=_("Antara 15 dan 120 menit."),
            ),
        ]
