"""Reads: the visits of a case, who is out today, and whose return is overdue."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import DateTimeField, ExpressionWrapper, F, Q, QuerySet
from django.db.models.functions import Coalesce

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Case
from rangkul.journey.visits.models import Visit
from rangkul.journey.visits.states import AWAITED, GRACE, MISSING

_SHOWN = 30


def _rows() -> QuerySet[Visit]:
    return Visit.objects.select_related("key", "staff", "ended_by", "activity__key", "case__person", "case__household")


def get(case: Case, visit_id: UUID) -> Visit:
    """Raises Visit.DoesNotExist where there is none that the asker sees."""
    return _rows().select_related("case__worker", "case__unit").get(pk=visit_id, case=case)


def of_case(case: Case) -> list[Visit]:
    """Newest first."""
    return list(_rows().filter(case=case).order_by("-leaves_at")[:_SHOWN])


def awaited(asker: Asker) -> list[Visit]:
    """Whose return somebody waits for, soonest first: the own visits, for a supervisor those of the unit."""
    whose = Q(staff_id=asker.staff_id)
    if asker.has("supervisor"):
        whose |= Q(case__unit_id=asker.unit_id)
    soon = clock.now() + timedelta(days=7)
    return list(_rows().filter(whose, state__in=AWAITED, leaves_at__lt=soon).order_by("back_by")[:_SHOWN])


_ALARM = ExpressionWrapper(Coalesce(F("help_at"), F("back_by") + GRACE), output_field=DateTimeField())


def missing(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
    """Those from whom no word came in time."""
    rows = Visit.objects.filter(Q(back_by__lte=now - GRACE) | Q(help_at__isnull=False), state__in=AWAITED)
    rows = rows.annotate(alarm=_ALARM)
    for visit_id, case_id, due in untold(rows, "alarm").values_list("pk", "case_id", "alarm"):
        yield Matter(MISSING, case_id, visit_id, due)


def awaited_of(staff: Staff) -> int:
    """Visits of this worker from which somebody waits for a word; an account in use there is not closed."""
    return Visit.objects.filter(staff=staff, state__in=AWAITED).count()


def is_missing(matter: Matter) -> bool:
    """A later time of return that the worker gave meanwhile is a word too."""
    rows = Visit.objects.filter(pk=matter.id, state__in=AWAITED).annotate(alarm=_ALARM)
    return rows.filter(alarm=matter.due_at).exists()
