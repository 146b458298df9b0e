"""An instrument that the worker offers to the client, to be answered alone through ticket and PIN until a day."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Person, Staff
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments.models.version import InstrumentVersion
from rangkul.journey.instruments.states import OfferState


class Offer(Row):
    """One offer is answered once. What is typed meanwhile is the client's alone (`AnswerDraft`)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="offers")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    version = models.ForeignKey(InstrumentVersion, on_delete=models.PROTECT, related_name="+")
    # The client of the case; empty where it is a household, group or community.
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    until = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    # Why it may be answered without anybody beside the client, where that is not plain. The client may know it.
    alone_because = SealedText()
    answered_at = models.DateTimeField(null=True, blank=True)
    # Of which danger the answer spoke, so that the page can say at once where help is; empty where of none.
    danger = SealedText()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(Staff, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "-made_at"], name="instruments_offer_of_case")]
        constraints = [
            models.UniqueConstraint(
                name="instruments_offer_once_open",
                fields=["case", "version"],
                condition=models.Q(answered_at__isnull=True, taken_back_at__isnull=True),
                violation_error_message=_("Instrumen ini sudah ditawarkan dan belum dijawab."),
            ),
            models.CheckConstraint(
                name="instruments_offer_ends_one_way",
                condition=models.Q(answered_at__isnull=True) | models.Q(taken_back_at__isnull=True),
            ),
            models.CheckConstraint(
                name="instruments_offer_taken_back_paired",
                condition=models.Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | models.Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
            ),
        ]

    def state_on(self, day: date) -> OfferState:
        if self.answered_at is not None:
            return OfferState.ANSWERED
        if self.taken_back_at is not None and clock.local(self.taken_back_at).date() <= self.until:
            return OfferState.TAKEN_BACK
        return OfferState.EXPIRED if self.until < day else OfferState.OPEN
