"""Legal clocks: of a case, and those of which somebody above is to be told."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base.asking import Asker
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import State
from rangkul.journey.cases.hooks import Matter, Missing
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import team_of
from rangkul.journey.cases.states import CaseState, Stage
from rangkul.journey.protection.models import Folder, LegalClock, within
from rangkul.journey.protection.states import EARLY

_RUNS = Q(met_at=None, stopped_at=None)


def _rows() -> QuerySet[LegalClock]:
    return LegalClock.objects.select_related("key", "owner", "started_by", "met_by", "stopped_by")


def clocks_of(folder: Folder) -> list[LegalClock]:
    """What runs first, soonest first."""
    rows = list(_rows().filter(**within(folder)).order_by("due_at"))
    return sorted(rows, key=lambda row: not row.runs)


def asked_at(folder: Folder) -> datetime | None:
    """When the request, or the one behind the case, came in, as far as the asker sees it."""
    if isinstance(folder, Request):
        return folder.received_at
    if folder.request_id is None:
        return None
    return Request.objects.filter(pk=folder.request_id).values_list("received_at", flat=True).first()


def clock_of(folder: Folder, clock_id: UUID) -> LegalClock:
    """Raises LegalClock.DoesNotExist where there is none that the asker sees."""
    return _rows().select_related("case__worker", "case__unit", "request").get(pk=clock_id, **within(folder))


def late(pace: str) -> Callable[[datetime, Callable[..., QuerySet]], Iterator[Matter]]:
    def found(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
        rows = LegalClock.objects.filter(_RUNS, pace=pace, told_from__lte=now, case__state=CaseState.OPEN)
        for pk, case_id, due in untold(rows, "told_from").values_list("pk", "case_id", "told_from"):
            yield Matter(pace, case_id, pk, due)

    return found


def late_early(pace: str) -> Callable[[datetime, Callable[..., QuerySet]], Iterator[Matter]]:
    """Those of a request, which climb above who answers for the clock."""

    def found(now: datetime, untold: Callable[..., QuerySet]) -> Iterator[Matter]:
        rows = LegalClock.objects.filter(_RUNS, pace=pace, told_from__lte=now, case=None)
        for pk, due, owner in untold(rows, "told_from").values_list("pk", "told_from", "owner_id"):
            yield Matter(EARLY[pace], None, pk, due, owner)

    return found


def is_late_early(matter: Matter) -> bool:
    return LegalClock.objects.filter(_RUNS, pk=matter.id, case=None, owner=matter.owner_id).exists()


def one_late(clock_id: UUID) -> LegalClock | None:
    """The clock of a request of which somebody was told; None where there is none that the asker sees."""
    return _rows().filter(_RUNS, pk=clock_id, case=None).first()


def may_own(by: Asker, folder: Folder) -> dict[UUID, str]:
    """Who may answer for a duty, by what they are called: who carries it first, then the team. Before there is a case
    that is who answers for the request, and whoever works on it now."""
    if isinstance(folder, Case):
        first, team = folder.worker, [one.staff for one in team_of(folder)]
    else:
        first, team = folder.owner, list(Staff.objects.filter(pk=by.staff_id))
    return {one.pk: one.called_name for one in (first, *team)}


def runs_at(request: Request) -> str | None:
    """Why a decision may not end this request; None where it may. A case takes over what runs."""
    if request.state != State.ACCEPTED and LegalClock.objects.filter(_RUNS, request=request, case=None).exists():
        return _("Batas waktu hukum masih berjalan. Penuhi dulu, atau minta supervisor menyatakan tidak berlaku.")
    return None


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
