"""What was kept at a request goes over when it becomes a case: nothing is typed again, no seal changes. Until then what
runs there is answered for by whoever answers for the request."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import events
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.models import Event
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import conflicted
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import policy, queries
from rangkul.journey.protection.actions.rows import about, promise
from rangkul.journey.protection.models import (
    Chat,
    ChatMark,
    ChatSheet,
    Child,
    ChildStep,
    Claim,
    Evidence,
    Folder,
    LegalClock,
    SafetyPlan,
    Takedown,
    within,
)
from rangkul.journey.protection.models.folder import Kept
from rangkul.journey.protection.states import CHILD_STEP_KIND, TAKEDOWN_KIND, StepState, TakedownState

_JOB = job("protection.follow")
# Each with what is part of it.
_KEPT: dict[type[Kept], tuple[type[Kept], ...]] = {
    Evidence: (),
    SafetyPlan: (),
    LegalClock: (),
    Chat: (ChatSheet, ChatMark),
    Child: (ChildStep,),
    Takedown: (),
    Claim: (),
}


@action("protection.followed", may=policy.is_job)
def follow(*, by: Asker, case: Case) -> Done:
    """What runs and has an owner who is not of the team is the responsible worker's from now on."""
    moved = {model._meta.model_name: _go_over(case, model, parts) for model, parts in _KEPT.items()}
    if not any(moved.values()):
        return about(case, case, silent=True)
    _hand(case, case.worker_id, ~Q(owner__in=queries.may_own(by, case)))
    _promise_again(case)
    return about(case, case, **{name: n for name, n in moved.items() if n})


def _go_over(case: Case, model: type[Kept], parts: tuple[type[Kept], ...]) -> int:
    here = {"request": case.request_id, "case": None}
    if n := model._default_manager.filter(**here).update(case=case):
        for part in parts:
            part._default_manager.filter(**here).update(case=case)
    return n


def _promise_again(case: Case) -> None:
    """What was promised for a day stands on the day of the case."""
    for step in ChildStep.objects.filter(case=case, state=StepState.DOING, child__ended_at=None):
        promise(case, CHILD_STEP_KIND, step, step.due)
    for row in Takedown.objects.filter(case=case, state=TakedownState.OPEN):
        promise(case, TAKEDOWN_KIND, row, row.next_look)


def _hand(folder: Folder, to: UUID, whose: Q) -> int:
    """Of what runs there, give these to that person; what climbed above somebody else climbs no more. How many."""
    here = within(folder) if isinstance(folder, Case) else {**within(folder), "case": None}
    running: tuple[QuerySet[Any], ...] = (
        LegalClock.objects.filter(**here, met_at=None, stopped_at=None),
        ChildStep.objects.filter(**here, state=StepState.DOING),
    )
    owners = {owner for rows in running for owner in rows.values_list("owner_id", flat=True)}
    handed = sum(rows.filter(whose).exclude(owner=to).update(owner=to) for rows in running)
    cases.settle_between(owners)
    return handed


@action("protection.joined", may=policy.is_job)
def take_over(*, by: Asker, case: Case, request: Request) -> Done:
    """The request joined a case that ran already. What was kept stays with it; what runs is the worker's of the case
    from now on, where they work in the unit of the request."""
    n = _hand(request, case.worker_id, Q()) if case.worker.unit_id == request.unit_id else 0
    return about(case, case, silent=not n, running=n)


@action("protection.handed_on", may=policy.is_job)
def hand_on(*, by: Asker, request: Request, before: UUID) -> Done:
    """Somebody else answers for the request: theirs is what ran with whoever did `before`, or with somebody who may not
    work on it any more."""
    lost = Q(owner=before) | ~Q(owner__unit=request.unit_id) | Q(owner__in=conflicted(request.pk))
    n = _hand(request, request.owner_id, lost)
    # A request to a platform has no owner of its own.
    cases.settle_between([before])
    return about(request, request, silent=not n, running=n)


@action("protection.handed_over", may=policy.is_job)
def hand_over(*, by: Asker, case: Case, lost: Q) -> Done:
    """Who leaves the team, or is responsible no more, leaves what runs to the worker of the case: on the case and
    on what joined it, where they work in the unit of that request."""
    n = _hand(case, case.worker_id, lost)
    for request in queries.joined_to(case).filter(unit=case.worker.unit_id):
        n += _hand(request, case.worker_id, lost)
    return about(case, case, silent=not n, running=n)


def connect() -> None:
    events.after("case.opened")(after_opening)
    events.after("worker.changed")(after_transfer)
    events.after("member.ended")(after_leaving)
    events.after("case.request_joined")(after_joining)
    events.after("request.assigned", "request.handed_on", "request.conflict_stated")(after_handing_on)


def after_joining(event: Event) -> None:
    with acting(_JOB):
        case = Case.objects.select_related("worker").get(pk=UUID(str(event.subject_id)))
        take_over(by=_JOB, case=case, request=Request.objects.get(pk=UUID(str(event.payload["id"]))))


def after_opening(event: Event) -> None:
    if event.payload.get("request") is None:
        return
    with acting(_JOB):
        follow(by=_JOB, case=Case.objects.select_related("worker").get(pk=UUID(str(event.subject_id))))


def after_transfer(event: Event) -> None:
    """The former worker may stay in the team: what runs is the new one's all the same."""
    _team_changed(event, event.payload["former"])


def after_leaving(event: Event) -> None:
    _team_changed(event, event.payload["staff"])


def _team_changed(event: Event, before: str) -> None:
    with acting(_JOB):
        case = Case.objects.select_related("worker").get(pk=UUID(str(event.subject_id)))
        hand_over(by=_JOB, case=case, lost=Q(owner=UUID(before)) | ~Q(owner__in=queries.may_own(_JOB, case)))


def after_handing_on(event: Event) -> None:
    with acting(_JOB):
        request = Request.objects.get(pk=UUID(str(event.subject_id)))
        hand_on(by=_JOB, request=request, before=UUID(event.payload["before"]))
