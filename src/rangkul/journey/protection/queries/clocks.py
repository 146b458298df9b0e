"""Legal clocks: of a case, and those of which somebody above is to be told."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.hooks import Matter, Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import CaseState, Stage
from rangkul.journey.protection.models import LegalClock

_RUNS = Q(met_at=None, stopped_at=None)


def _rows() -> QuerySet[LegalClock]:
    return LegalClock.objects.select_related("key", "owner", "started_by", "met_by", "stopped_by")


def clocks_of(case: Case) -> list[LegalClock]:
    """What runs first, soonest first."""
    rows = list(_rows().filter(case=case).order_by("due_at"))
    return sorted(rows, key=lambda row: not row.runs)


def asked_at(case: Case) -> datetime | None:
    """When the request behind the case came in, as far as the asker sees it."""
    if case.request_id is None:
        return None
    return Request.objects.filter(pk=case.request_id).values_list("received_at", flat=True).first()


def clock_of(case: Case, clock_id: UUID) -> LegalClock:
    """Raises LegalClock.DoesNotExist where there is none that the asker sees."""
    return _rows().select_related("case__worker", "case__unit").get(pk=clock_id, case=case)


def late(pace: str) -> Callable[[datetime, Callable[..., QuerySet]], Iterator[Matter]]:
    def found(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
        rows = LegalClock.objects.filter(_RUNS, pace=pace, told_from__lte=now, case__state=CaseState.OPEN)
        for pk, case_id, due in untold(rows, "told_from").values_list("pk", "case_id", "told_from"):
            yield Matter(pace, case_id, pk, due)

    return found


def is_late(matter: Matter) -> bool:
    return LegalClock.objects.filter(_RUNS, pk=matter.id, case__state=CaseState.OPEN).exists()


def held_by(staff: Staff) -> int:
    return LegalClock.objects.filter(_RUNS, owner=staff).count()


def open_before_ending(case: Case) -> Iterable[Missing]:
    """A duty of the law is met, or a supervisor says why it does not apply, before the case ends."""
    if LegalClock.objects.filter(_RUNS, case=case).exists():
        yield Missing(
            Stage.TERMINATION,
            "exit",
            "legal_clock",
            _("Batas waktu hukum masih berjalan."),
            reverse("protection:of_case", args=[case.pk]),
        )
