"""What was kept at a request goes over when it becomes a case: nothing is typed again, no seal changes."""

from uuid import UUID

from rangkul.base import events
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.models import Event
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


def connect() -> None:
    events.after("case.opened")(after_opening)


def after_opening(event: Event) -> None:
    if event.payload.get("request") is None:
        return
    with acting(_JOB):
        follow(by=_JOB, case=Case.objects.select_related("worker").get(pk=UUID(str(event.subject_id))))
