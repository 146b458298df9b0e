"""Who carries the case."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.clock import now
from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import TeamRole


class TeamMember(Row):
    """A worker on the case from one moment to another. With the membership begins and ends the right to see the file:
    a grant of basis "team" on the case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="team")
    # Staff leave, what they did stays.
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=12, choices=TeamRole)
    since = models.DateTimeField(default=now)
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="cases_member_once",
                fields=["case", "staff"],
                condition=models.Q(until__isnull=True),
                violation_error_message=_("Petugas ini sudah ada di tim."),
            ),
            models.UniqueConstraint(
                name="cases_one_worker",
                fields=["case"],
                condition=models.Q(until__isnull=True, role="worker"),
                violation_error_message=_("Satu kasus punya satu penanggung jawab."),
            ),
            models.CheckConstraint(
                name="cases_member_ends_after_start",
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
            ),
        ]
