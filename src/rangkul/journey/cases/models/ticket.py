"""Which tickets belong to a case, and whose each of them is."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.states import TakenBack, TicketHolder, TicketWay


class CaseTicket(Row):
    """A ticket is always that of a request: the one from which the case was opened, one that joined it later, or one
    that was written down so that a worker could give the client a ticket. Whether it opens the case is a grant, which
    is given and ended together with this row; who asked for somebody else and joined has none."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="tickets")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, db_index=False, related_name="case_tickets")
    way = models.CharField(max_length=6, choices=TicketWay)
    holder = models.CharField(max_length=6, choices=TicketHolder)
    # Empty where it was there before anybody kept who brought it to the case.
    given_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    ended_because = models.CharField(max_length=8, choices=TakenBack, blank=True, default="", db_default="")

    class Meta:
        indexes = [
            models.Index(fields=["case", "ended_at"], name="cases_ticket_of_case"),
            models.Index(fields=["request"], name="cases_ticket_of_request"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="cases_ticket_of_one_case",
                fields=["request"],
                condition=models.Q(ended_at__isnull=True),
                violation_error_message=_("Tiket ini sudah dipakai untuk kasus lain."),
            ),
            models.CheckConstraint(
                name="cases_ticket_ended_paired",
                condition=models.Q(ended_at__isnull=True, ended_by__isnull=True, ended_because="")
                | models.Q(ended_at__isnull=False, ended_by__isnull=False) & ~models.Q(ended_because=""),
                violation_error_message=_("Siapa, kapan, dan mengapa dicatat bersama."),
            ),
        ]

    @property
    def stands(self) -> bool:
        return self.ended_at is None
