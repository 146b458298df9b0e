"""A request that becomes a case takes its conversation along."""

from rangkul.base.asking import Asker
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.models import Case
from rangkul.support.counselling.models import Room
from rangkul.support.counselling.states import LIVING


def follow(request: Request, by: Asker) -> None:
    """Runs inside the verb that accepts, after the case was opened."""
    case = Case.objects.filter(request=request).first()
    if case is not None:
        Room.objects.filter(request=request, state__in=LIVING, case=None).update(case=case)
