"""What a session is about, what was decided there and what somebody will do. What concerns a case is sealed with the
case's own key and goes when the client's data goes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case, Note
from rangkul.sustain.workforce.models.session import Session
from rangkul.sustain.workforce.states import FollowUpState, Outcome, Source

_OTHER = {"on_delete": models.PROTECT, "db_index": False, "related_name": "+"}


class AgendaItem(Row):
    """A case with the reasons why it is looked at, or a point that one of the two brought."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="items")
    key = models.ForeignKey(DataKey, **_OTHER)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=9, choices=Source)
    # The reasons in sentences, or the point in its owner's words.
    text = SealedText()
    # Who brought it; empty where it was found among the cases.
    by = models.ForeignKey(Staff, null=True, blank=True, **_OTHER)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.OPEN)
    # What was said about it.
    said = SealedText()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="workforce_agendaitem_case_once",
                fields=["session", "case"],
                condition=Q(case__isnull=False) & ~Q(source="own"),
            ),
            models.CheckConstraint(
                name="workforce_agendaitem_own_has_owner", condition=~Q(source="own") | Q(by__isnull=False)
            ),
        ]


class Decision(Row):
    """Decided in supervision, and why. It stands in the case's story only where a person chose to put it there."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="decisions")
    key = models.ForeignKey(DataKey, **_OTHER)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Staff, **_OTHER)
    text = SealedText()
    rationale = SealedText()
    # The note on the case's timeline, in the words that somebody chose for it.
    note = models.ForeignKey(Note, null=True, blank=True, **_OTHER)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workforce_decision_reasoned",
                condition=Q(text__isnull=False, rationale__isnull=False),
                violation_error_message=_("Tulis keputusannya dan alasannya."),
            ),
            models.CheckConstraint(
                name="workforce_decision_told_of_a_case", condition=Q(note__isnull=True) | Q(case__isnull=False)
            ),
        ]


class FollowUp(Row):
    """Something one of the two will do by a day."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="follow_ups")
    key = models.ForeignKey(DataKey, **_OTHER)
    case = models.ForeignKey(Case, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(Staff, **_OTHER)
    text = SealedText()
    due = models.DateField()
    state = models.CharField(max_length=7, choices=FollowUpState, default=FollowUpState.OPEN)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Staff, null=True, blank=True, **_OTHER)
    outcome = SealedText()

    class Meta:
        indexes = [
            models.Index(fields=["due"], name="workforce_followup_open", condition=Q(state="open")),
            models.Index(fields=["owner", "due"], name="workforce_followup_of_owner", condition=Q(state="open")),
        ]
        constraints = [
            models.CheckConstraint(
                name="workforce_followup_ended_paired",
                condition=Q(state="open", ended_at__isnull=True, ended_by__isnull=True)
                | ~Q(state="open") & Q(ended_at__isnull=False, ended_by__isnull=False),
            )
        ]
