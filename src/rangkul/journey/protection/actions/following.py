"""What was kept at a request goes over when it becomes a case: nothing is typed again, no seal changes."""

from uuid import UUID

from rangkul.base import events
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.models import Event
from rangkul.entry.intake.models import Request
from rangkul.journey.cases import actions as cases
from rangkul.journey.cases.actions.rows import about
from rangkul.journey.cases.models import Case
from rangkul.journey.protection import policy, queries
from rangkul.journey.protection.models import Evidence, LegalClock, SafetyPlan

_JOB = job("protection.follow")
_KEPT = (Evidence, SafetyPlan, LegalClock)


@action("protection.followed", may=policy.is_job)
def follow(*, by: Asker, case: Case) -> Done:
    """A clock whose owner is not of the team is the responsible worker's from now on."""
    moved = {
        model._meta.model_name: model.objects.filter(request=case.request_id, case=None).update(case=case)
        for model in _KEPT
    }
    running = LegalClock.objects.filter(case=case, met_at=None, stopped_at=None)
    owners = set(running.values_list("owner_id", flat=True))
    running.exclude(owner_id__in=queries.may_own(by, case)).update(owner=case.worker_id)
    cases.settle_between(owners)
    return about(case, case, silent=not any(moved.values()), **{name: n for name, n in moved.items() if n})


@action("protection.joined", may=policy.is_job)
def take_over(*, by: Asker, case: Case, request: Request) -> Done:
    """The request joined a case that ran already. What was kept stays with it; its clocks are those of the worker of
    the case from now on, where they work in the unit of the request."""
    running = LegalClock.objects.filter(request=request, case=None, met_at=None, stopped_at=None)
    owners = set(running.values_list("owner_id", flat=True)) - {case.worker_id}
    handed = running.exclude(owner_id=case.worker_id) if case.worker.unit_id == request.unit_id else running.none()
    n = handed.update(owner=case.worker_id)
    cases.settle_between(owners if n else set())
    return about(case, case, silent=not n, clocks=n)


def connect() -> None:
    events.after("case.opened")(after_opening)
    events.after("case.request_joined")(after_joining)


def after_joining(event: Event) -> None:
    with acting(_JOB):
        case = Case.objects.select_related("worker").get(pk=UUID(str(event.subject_id)))
        take_over(by=_JOB, case=case, request=Request.objects.get(pk=UUID(str(event.payload["id"]))))


def after_opening(event: Event) -> None:
    if event.payload.get("request") is None:
        return
    with acting(_JOB):
        follow(by=_JOB, case=Case.objects.select_related("worker").get(pk=UUID(str(event.subject_id))))
