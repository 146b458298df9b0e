"""What an account that is closed holds of consultations."""

from django.db.models import Q
from django.utils.translation import ngettext

from rangkul.commons.people import hooks
from rangkul.support.consultation import actions
from rangkul.support.consultation.models import Question
from rangkul.support.consultation.states import QuestionState


def _words(n: int) -> str:
    words = ngettext(
        "%(n)d pertanyaan konsultasi; ditutup, atau diteruskan ke unitnya",
        "%(n)d pertanyaan konsultasi; ditutup, atau diteruskan ke unitnya",
        n,
    )
    return words % {"n": n}


def _count(staff) -> int:
    own = Q(asked_by=staff, state__in=[QuestionState.DRAFT, QuestionState.OPEN, QuestionState.ANSWERED])
    return Question.objects.filter(own | Q(to_staff=staff, state=QuestionState.OPEN)).count()


HOLDING = hooks.Holding(
    _words, _count, lambda handing: actions.hand_on(by=hooks.LEAVING, staff=handing.staff), needs_heir=False
)
