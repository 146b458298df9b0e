"""What was asked so that a rule can say something. Only ever added; the last answer counts."""

from django.db import models

from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.models import Case
from rangkul.support.entitlements.states import Answer, Asked, Way


class Known(Row):
    """`answer` is one of `states.Answer`, sealed because it may speak of health or means; `on` is its day."""

    # The file keeps what was asked as long as it lives.
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_index=False, related_name="+")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    name = models.CharField(max_length=12, choices=Asked)
    answer = SealedText()
    way = models.CharField(max_length=8, choices=Way)
    on = models.DateField()
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["case", "made_at"], name="entitlements_known_of_case")]

    @property
    def answer_label(self) -> str:
        return str(Answer(self.answer).label) if self.answer in Answer.values else self.answer
