"""What is to be done by when, and when people meet. The client sees meetings, their own tasks, and what is shown."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models.case import Case
from rangkul.journey.cases.models.partner import Partner
from rangkul.journey.cases.states import AppointmentState, Channel, TaskKind, TaskOwner, TaskState


class Task(Row):
    """Something that a worker, the client or somebody who takes part promised. `due` is the day by whose end it is
    done. What a partner promised has an `owner` too: the worker who sees to it and answers for its clock."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="tasks")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    kind = models.CharField(max_length=10, choices=TaskKind, default=TaskKind.TASK)
    title = SealedText()
    owner_kind = models.CharField(max_length=7, choices=TaskOwner, default=TaskOwner.STAFF)
    owner = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="tasks"
    )
    partner = models.ForeignKey(
        Partner, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="tasks"
    )
    # Whether the client reads a task of others through the ticket; their own they always do.
    shown = models.BooleanField(default=False, db_default=False)
    due = models.DateField()
    # A goal of the plan, which a later package keeps.
    goal_id = models.UUIDField(null=True, blank=True)
    state = models.CharField(max_length=8, choices=TaskState, default=TaskState.OPEN)
    made_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    # Empty where the client ended it through the ticket.
    ended_by = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    outcome = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["case", "state", "due"], name="cases_task_of_case"),
            models.Index(fields=["owner", "due"], name="cases_task_of_owner", condition=models.Q(state="open")),
            models.Index(fields=["due"], name="cases_task_late", condition=models.Q(state="open")),
            models.Index(fields=["goal_id"], name="cases_task_of_goal", condition=models.Q(goal_id__isnull=False)),
            models.Index(fields=["partner"], name="cases_task_of_partner", condition=models.Q(partner__isnull=False)),
        ]
        constraints = [
            models.CheckConstraint(
                name="cases_task_owned",
                condition=models.Q(owner_kind="staff", owner__isnull=False, partner__isnull=True)
                | models.Q(owner_kind="client", owner__isnull=True, partner__isnull=True)
                | models.Q(owner_kind="partner", owner__isnull=False, partner__isnull=False),
                violation_error_message=gettext_lazy("Pilih siapa yang mengerjakan tugas ini."),
            ),
            models.CheckConstraint(
                name="cases_task_ended_paired",
                condition=models.Q(state="open", ended_at__isnull=True)
                | ~models.Q(state="open") & models.Q(ended_at__isnull=False),
            ),
        ]

    @property
    def done_by(self) -> str:
        """Who does it and who sees to it, for the team; empty where the client does. For lists give
        `select_related("owner", "partner__near__person")`."""
        if self.owner is None:
            return ""
        if self.partner is None:
            return self.owner.called_name
        return _("%(who)s, diikuti %(worker)s") % {"who": self.partner, "worker": self.owner.called_name}


class Appointment(Row):
    """A meeting that was agreed. The place is sealed: it can be where somebody hides."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_index=False, related_name="appointments")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    at = models.DateTimeField()
    channel = models.CharField(max_length=8, choices=Channel)
    place = SealedText()
    about = SealedText()
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="appointments")
    state = models.CharField(max_length=9, choices=AppointmentState, default=AppointmentState.PLANNED)

    class Meta:
        indexes = [
            models.Index(fields=["case", "at"], name="cases_appointment_of_case"),
            models.Index(
                fields=["staff", "at"], name="cases_appointment_of_staff", condition=models.Q(state="planned")
            ),
            models.Index(fields=["at"], name="cases_appointment_late", condition=models.Q(state="planned")),
        ]
