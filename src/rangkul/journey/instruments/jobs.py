"""Periodic work: what a client typed and can no longer send is thrown away unread."""

from datetime import timedelta

from django.db.models import Q

from rangkul.base.days import today
from rangkul.base.work import periodic
from rangkul.journey.cases.states import CaseState
from rangkul.journey.instruments.models import AnswerDraft

# The day ends later in the east than in the west.
_SLACK = timedelta(days=1)


@periodic("0 41 3 * * *", name="instruments.drafts")
def sweep_drafts() -> None:
    sweep()


def sweep() -> int:
    """Remove the drafts of offers that have ended, one way or another. Returns how many."""
    over = Q(offer__until__lt=today() - _SLACK) | ~Q(offer__case__state=CaseState.OPEN)
    ended = Q(offer__answered_at__isnull=False) | Q(offer__taken_back_at__isnull=False)
    return AnswerDraft.objects.filter(over | ended, offer__isnull=False).delete()[0]
