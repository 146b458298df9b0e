"""What somebody is typing: kept sealed on the server until it is sent, so that nothing lies in a browser."""

from django.db import models

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments.models.offer import Offer
from rangkul.journey.instruments.models.version import InstrumentVersion


class AnswerDraft(Row):
    """One a worker, case and version, or one an offer: then it is the client's, and no worker sees it. It goes when the
    answer is sent, and when nobody can send it any more."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    version = models.ForeignKey(InstrumentVersion, on_delete=models.CASCADE, related_name="+")
    staff = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    offer = models.OneToOneField(Offer, null=True, blank=True, on_delete=models.CASCADE, related_name="draft")
    answer = SealedText()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="instruments_draft_once", fields=["case", "version", "staff"]),
            models.CheckConstraint(
                name="instruments_draft_of_one",
                condition=models.Q(staff__isnull=False, offer__isnull=True)
                | models.Q(staff__isnull=True, offer__isnull=False),
            ),
        ]
