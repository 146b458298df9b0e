"""What a later package wants looked at again by a day: a plan to be reviewed, a risk to be looked at."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.journey.cases.models.case import Case


class Reminder(Row):
    """One day for one matter: `kind` is a key of `hooks.late_kinds`, `matter` the id of the plan or risk there. From
    `climbs_on` on somebody above is told. Without a day nothing is promised; while the case is ended it rests."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=11)
    matter = models.UUIDField(unique=True)
    due = models.DateField(null=True, blank=True)
    climbs_on = models.DateField(null=True, blank=True, db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="cases_reminder_days_paired",
                condition=models.Q(due__isnull=True, climbs_on__isnull=True)
                | models.Q(due__isnull=False, climbs_on__gte=models.F("due")),
                violation_error_message=_("Hari dan saat naik ke atasan dicatat bersama."),
            )
        ]
