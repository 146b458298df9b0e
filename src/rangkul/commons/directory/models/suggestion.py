"""What somebody says is not right any more. No name and no number of who said it is kept."""

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
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["service", "-made_at"], name="directory_said_of_service"),
            models.Index(fields=["made_at"], name="directory_said_waiting", condition=Q(state="waiting")),
        ]
        constraints = [
            models.CheckConstraint(
                name="directory_suggestion_decided_by_somebody",
                condition=Q(state=Verdict.WAITING, decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(state=Verdict.WAITING) & Q(decided_by__isnull=False, decided_at__isnull=False) & ~Q(reason="")),
                violation_error_message=_("Keputusan atas usul perlu nama, waktu, dan alasan."),
            ),
            models.CheckConstraint(
                name="directory_suggestion_says_something",
                condition=~Q(text="") | Q(topic__in=[Topic.CLOSED, Topic.MOVED]),
                violation_error_message=_("Tulis apa yang tidak benar."),
            ),
        ]
