"""What somebody says is not right any more. No name and no number of who said it is kept; they hold a code."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import Row
from rangkul.commons.directory.models.service import Service
from rangkul.commons.directory.states import Topic, Verdict
from rangkul.commons.people.models import Staff


class Suggestion(Row):
    """A correction to one entry, waiting for an editor."""

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="suggestions")
    topic = models.CharField(max_length=10, choices=Topic)
    text = models.CharField(max_length=500, blank=True)
    # "public", "staff" or "job", and which worker.
    by_kind = models.CharField(max_length=10)
    by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=Verdict, default=Verdict.WAITING)
    decided_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # Read by whoever suggested it.
    reason = models.CharField(max_length=300, blank=True)
    # Who looks at it, named by a trigger as it comes in: the keeper, else who answers for a team.
    editor = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    # By the end of this day; then somebody above the editor learns of it.
    due_on = models.DateField(null=True)
    # Digest of the code by which whoever suggested it reads what became of it.
    said_under = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        indexes = [
            models.Index(fields=["service", "-made_at"], name="directory_said_of_service"),
            models.Index(fields=["made_at"], name="directory_said_waiting", condition=Q(state="waiting")),
            models.Index(fields=["editor", "due_on"], name="directory_said_to_editor", condition=Q(state="waiting")),
        ]
        constraints = [
            models.CheckConstraint(
                name="directory_suggestion_decided_by_somebody",
                condition=Q(state=Verdict.WAITING, decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(state=Verdict.WAITING) & Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(reason="")),
                violation_error_message=_("Keputusan atas usul perlu nama, waktu, dan alasan."),
            ),
            models.UniqueConstraint(
                name="directory_suggestion_one_code", fields=["said_under"], condition=~Q(said_under="")
            ),
            models.CheckConstraint(
                name="directory_suggestion_says_something",
                condition=~Q(text="") | Q(topic__in=[Topic.CLOSED, Topic.MOVED]),
                violation_error_message=_("Tulis apa yang tidak benar."),
            ),
        ]
