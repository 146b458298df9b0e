"""What stands open after its time: for the clock, which tells somebody, and for those who were told."""

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, islice
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from rangkul.base import clock
from rangkul.base.asking import Asker
from rangkul.base.days import end_of
from rangkul.base.paging import with_number
from rangkul.base.ready import ready
from rangkul.commons.people.hooks import Waiting
from rangkul.entry.intake.states import Level
from rangkul.journey.cases import hooks
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Appointment, Case, Escalation, Reminder, Signature, Task
from rangkul.journey.cases.queries.lists import as_rows
from rangkul.journey.cases.states import (
    AppointmentState,
    CaseState,
    MatterKind,
    SignatureState,
    SignatureSubject,
    TaskKind,
    TaskState,
    graver,
)

# How long what is late stays with its owner alone, who has it on top of the day. A contract after emergency help and a
# duty have had their days; a signature under a red case, and a decision in one, wait for nobody's weekend.
GRACE = {
    MatterKind.CONTRACT: timedelta(0),
    MatterKind.DUTY: timedelta(0),
    MatterKind.TASK: timedelta(days=3),
    MatterKind.AFTERCARE: timedelta(days=3),
    MatterKind.APPOINTMENT: timedelta(days=1),
    MatterKind.SIGNATURE: timedelta(days=2),
}
RED_SIGNATURE = timedelta(hours=1)


def late_matters(now: datetime, limit: int) -> list[Matter]:
    """What somebody above is to be told now: what became late, then what was told and not acknowledged in time."""
    own = (source(now) for source in (_contracts, _tasks, _appointments, _signatures, _reminders))
    later = (kind.find(now, partial(_untold, name)) for name, kind in hooks.late_kinds.items() if kind.find)
    return list(islice(chain(*own, *later, _told(now)), limit))


def _untold(kind: str, rows: QuerySet, due: str | None = None) -> QuerySet:
    """What was mended and came undone is another matter than the one before it, which is settled."""
    told = Escalation.objects.filter(
        kind=kind, matter=OuterRef("pk"), settled_at=None, **({"due_at": OuterRef(due)} if due else {})
    )
    return rows.filter(~Exists(told))


def _contracts(now: datetime) -> Iterator[Matter]:
    rows = Case.objects.filter(state=CaseState.OPEN, contract_due_at__lte=now - GRACE[MatterKind.CONTRACT])
    for case_id, due in _untold(MatterKind.CONTRACT, rows, "contract_due_at").values_list("pk", "contract_due_at"):
        yield Matter(MatterKind.CONTRACT, case_id, case_id, due)


def _tasks(now: datetime) -> Iterator[Matter]:
    for kind in (TaskKind.DUTY, TaskKind.TASK, TaskKind.AFTERCARE):
        matter = MatterKind(kind.value)
        before = clock.local(now - GRACE[matter]).date()
        rows = Task.objects.filter(state=TaskState.OPEN, kind=kind, due__lt=before)
        for task_id, case_id, due, region in _untold(matter, rows).values_list(
            "pk", "case_id", "due", "case__region_code"
        ):
            yield Matter(matter, case_id, task_id, end_of(due, region))


def _appointments(now: datetime) -> Iterator[Matter]:
    before = now - GRACE[MatterKind.APPOINTMENT]
    rows = Appointment.objects.filter(state=AppointmentState.PLANNED, at__lt=before, case__state=CaseState.OPEN)
    for row_id, case_id, at in _untold(MatterKind.APPOINTMENT, rows).values_list("pk", "case_id", "at"):
        yield Matter(MatterKind.APPOINTMENT, case_id, row_id, at)


def _signatures(now: datetime) -> Iterator[Matter]:
    rows = Signature.objects.filter(state=SignatureState.ASKED, asked_at__lt=now - RED_SIGNATURE)
    for row in _untold(MatterKind.SIGNATURE, rows).select_related("case").only(*_CLOCK_OF_A_SIGNATURE):
        if (due := signature_due(row)) <= now:
            yield Matter(MatterKind.SIGNATURE, row.case_id, row.pk, due)


_CLOCK_OF_A_SIGNATURE = ("subject_kind", "asked_at", "case__level")


def signature_due(row: Signature) -> datetime:
    """From when on somebody above the unit's supervisor is told. Reads the level of `row.case`."""
    in_red = row.in_words and row.case.level == Level.MERAH
    grace = RED_SIGNATURE if in_red or row.subject_kind == SignatureSubject.RISK else GRACE[MatterKind.SIGNATURE]
    return row.asked_at + grace


def _reminders(now: datetime) -> Iterator[Matter]:
    rows = Reminder.objects.filter(climbs_on__lte=clock.local(now).date(), case__state=CaseState.OPEN)
    told = Escalation.objects.filter(kind=OuterRef("kind"), matter=OuterRef("matter"), settled_at=None)
    wanted = rows.filter(~Exists(told)).values_list("kind", "case_id", "matter", "due", "case__region_code")
    for kind, case_id, matter, due, region in wanted:
        yield Matter(kind, case_id, matter, end_of(due, region))


def _told(now: datetime) -> Iterator[Matter]:
    rows = Escalation.objects.filter(next_at__lte=now).order_by("next_at")
    for kind, case_id, matter, due, owner in rows.values_list("kind", "case_id", "matter", "due_at", "owner_id"):
        yield Matter(kind, case_id, matter, due, owner)


_STANDING: dict[str, Callable[[Matter], bool]] = {
    MatterKind.CONTRACT: lambda one: Case.objects.filter(
        pk=one.id, state=CaseState.OPEN, contract_due_at=one.due_at
    ).exists(),
    MatterKind.APPOINTMENT: lambda one: Appointment.objects.filter(
        pk=one.id, state=AppointmentState.PLANNED, case__state=CaseState.OPEN
    ).exists(),
    MatterKind.SIGNATURE: lambda one: Signature.objects.filter(pk=one.id, state=SignatureState.ASKED).exists(),
}


def stands_open(matter: Matter) -> bool:
    """Whether what was late is late still."""
    later = hooks.late_kinds.get(matter.kind)
    if later is not None and later.stands:
        return later.stands(matter)
    if matter.kind not in MatterKind:
        rows = Reminder.objects.filter(kind=matter.kind, matter=matter.id, case__state=CaseState.OPEN)
        kept = rows.select_related("case").first()
        return kept is not None and kept.due is not None and end_of(kept.due, kept.case.region_code) == matter.due_at
    tasks = Task.objects.filter(pk=matter.id, state=TaskState.OPEN)
    return _STANDING.get(matter.kind, lambda _one: tasks.exists())(matter)


def risen_to(asker: Asker, limit: int = 20) -> list[Escalation]:
    """What came up to the asker and waits for a person to say that they take care of it, longest late first."""
    rows = Escalation.objects.filter(told_id=asker.staff_id, acknowledged_at=None, settled_at=None)
    # What a package that was switched off left open is settled by the next tick of the clock.
    rows = rows.filter(kind__in=[*MatterKind.values, *hooks.late_kinds])
    related = rows.select_related("case__key", "case__person", "case__household", "case__worker", "owner")
    return list(related.order_by("due_at")[:limit])


def waits(staff_ids: Collection[UUID]) -> Iterator[Waiting]:
    """The same for all of these workers, so that they learn of it while no page is open."""
    rows = Escalation.objects.filter(told_id__in=staff_ids, acknowledged_at=None, settled_at=None)
    for row in rows.select_related("case").only("kind", "told_id", "case__level"):
        yield Waiting(row.told_id, row.pk, urgent=is_urgent(row.kind) or level_of(row) == Level.MERAH)


def risen_between(asker: Asker, kinds: Collection[str], limit: int = 20) -> list[Escalation]:
    """The same for what belongs to no case, of these kinds."""
    rows = Escalation.objects.filter(told_id=asker.staff_id, acknowledged_at=None, settled_at=None, case=None)
    return list(rows.filter(kind__in=kinds).select_related("owner").order_by("due_at")[:limit])


def leads_to(kind: str) -> str:
    """The name of the address where what is late is mended; it takes the id of the case."""
    if kind in hooks.late_kinds:
        return hooks.late_kinds[kind].url_name
    return {MatterKind.CONTRACT: "cases:contract", MatterKind.SIGNATURE: "cases:signatures"}.get(kind, "cases:tasks")


def is_urgent(kind: str) -> bool:
    """A matter at the pace of red: a worker from whom no word comes."""
    return kind in hooks.late_kinds and hooks.late_kinds[kind].level == Level.MERAH


def level_of(row: Escalation) -> str:
    """The level of the case, or that of the matter where it is graver: a missing worker is red on a green case. What
    belongs to no case has none."""
    if row.case is None:
        return ""
    own = hooks.late_kinds[row.kind].level if row.kind in hooks.late_kinds else row.case.level
    return own if graver(own, row.case.level) else row.case.level


def left_to(asker: Asker, limit: int = 30) -> list[Escalation]:
    """What nobody above may be told of and came to the asker as the last resort, without a right to read: its number,
    what is late and since when. A matter that went on to somebody else is theirs no more."""
    rows = Escalation.objects.filter(told_id=asker.staff_id, decided__isnull=True, settled_at=None)
    mine = rows.filter(acknowledged_at=None, next_at__isnull=False).select_related("owner")
    return list(mine.order_by("due_at")[:limit])


def climbs_of(case: Case) -> list[Escalation]:
    """The newest step of everything that is late on this case and not mended yet."""
    rows = case.escalations.filter(settled_at=None).select_related("told", "acknowledged_by")
    newest: dict[tuple[str, UUID], Escalation] = {}
    for row in rows.order_by("step"):
        newest[row.kind, row.matter] = row
    return sorted(newest.values(), key=lambda row: row.due_at)


def late_cases(asker: Asker, limit: int = 10) -> list[Case]:
    """The asker's unit: cases with a date that has passed, ended ones with their aftercare too, longest late first.
    `in_all` of each is how many there are."""
    return _late(asker.unit_id, clock.now(), limit=limit)


@ready
def _late(unit_id: UUID, moment: datetime, *, limit: int) -> QuerySet[Case]:
    rows = Case.objects.filter(unit_id=unit_id, state__in=CaseState.values, next_due_at__lt=moment)
    return as_rows(with_number(rows)).order_by("next_due_at", "id")[:limit]
