"""A question of a worker, and what others answered. Of which case it speaks stands in a row of its own."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rangkul.base import clock
from rangkul.base.models import DataKey, Row
from rangkul.base.sealed import SealedText
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.journey.cases.models import Case
from rangkul.support.consultation.states import Audience, QuestionState, Topic

_LONGEST_NAME = 240


class Question(Row):
    """`title`, `text` and `facts` (JSON pairs of plain words) lead back to nobody; their key is the question's own.
    `asker` is the name by which other agencies read who asks, for they do not see the account."""

    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, db_index=False, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    asked_by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    asker = models.CharField(max_length=_LONGEST_NAME)
    audience = models.CharField(max_length=9, choices=Audience)
    to_staff = models.ForeignKey(
        Staff, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    to_unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+")
    to_agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, db_index=False, related_name="+"
    )
    topic = models.CharField(max_length=10, choices=Topic)
    # A code of the PPKS list.
    category = models.CharField(max_length=40, blank=True)
    title = SealedText()
    text = SealedText()
    facts = SealedText()
    state = models.CharField(max_length=9, choices=QuestionState, default=QuestionState.DRAFT)
    answer_by = models.DateField()
    sent_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["asked_by", "-made_at"], name="consultation_q_of_asker"),
            models.Index(fields=["audience", "-sent_at"], name="consultation_q_to"),
            models.Index(
                fields=["answer_by"], name="consultation_q_waits", condition=models.Q(state=QuestionState.OPEN)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="consultation_question_has_its_reader",
                condition=models.Q(
                    audience=Audience.COLLEAGUE, to_staff__isnull=False, to_unit__isnull=True, to_agency__isnull=True
                )
                | models.Q(audience=Audience.UNIT, to_unit__isnull=False, to_staff__isnull=True, to_agency__isnull=True)
                | models.Q(
                    audience=Audience.AGENCY, to_agency__isnull=False, to_staff__isnull=True, to_unit__isnull=True
                )
                | models.Q(
                    audience=Audience.FORUM, to_staff__isnull=True, to_unit__isnull=True, to_agency__isnull=True
                ),
                violation_error_message=_("Pilih kepada siapa pertanyaan ini."),
            ),
            models.CheckConstraint(
                name="consultation_question_sent_paired",
                condition=models.Q(sent_at__isnull=False)
                | models.Q(state__in=[QuestionState.DRAFT, QuestionState.WITHDRAWN]),
                violation_error_message=_("Pertanyaan yang dikirim punya waktunya."),
            ),
            models.CheckConstraint(
                name="consultation_question_withdrawn_is_empty",
                condition=~models.Q(state=QuestionState.WITHDRAWN)
                | models.Q(title__isnull=True, text__isnull=True, facts__isnull=True),
                violation_error_message=_("Dari pertanyaan yang ditarik tidak ada yang tersisa."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("consultation:question", args=[self.pk])

    @property
    def is_late(self) -> bool:
        return self.state == QuestionState.OPEN and self.answer_by < clock.local(clock.now()).date()


class CaseQuestion(Row):
    """Of which case a question speaks. Seen by the readers of that case; its key is the question's, so that erasing the
    client leaves nothing of either to read."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    question = models.OneToOneField(Question, on_delete=models.PROTECT, related_name="of_case")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")


class Answer(Row):
    """`helped_at`: the one who asked says that it helped."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    key = models.ForeignKey(DataKey, on_delete=models.PROTECT, db_index=False, related_name="+")
    by = models.ForeignKey(Staff, on_delete=models.PROTECT, db_index=False, related_name="+")
    author = models.CharField(max_length=_LONGEST_NAME)
    text = SealedText()
    helped_at = models.DateTimeField(null=True, blank=True)
