"""Who answers for a file answers for what is needed there: a need goes on with its case or request."""

from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import events
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker, acting, job
from rangkul.base.models import Event
from rangkul.entry.intake import hooks as intake
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.queries import conflicted
from rangkul.journey.cases.actions import settle_between
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.queries import case_behind, team_of
from rangkul.support.volunteers import policy
from rangkul.support.volunteers.models import Need, NeedFile
from rangkul.support.volunteers.states import NeedState

_JOB = job("volunteers.follow")


@action("aid.handed_on", may=policy.is_job)
def follow_case(*, by: Asker, case: Case) -> Done:
    """What somebody saw to who is not in the team is the responsible worker's from now on."""
    team = [one.staff_id for one in team_of(case)]
    return _handed(Need.objects.filter(~Q(owner__in=team), of_file__case=case), case, case.worker_id)


@action("aid.handed_on", may=policy.is_job)
def follow_request(*, by: Asker, request: Request, before: UUID) -> Done:
    """Also what somebody saw to who may not work on the request any more."""
    lost = Q(owner=before) | ~Q(owner__unit=request.unit_id) | Q(owner__in=conflicted(request.pk))
    return _handed(Need.objects.filter(lost, of_file__request=request), request, request.owner_id)


def _handed(needs: QuerySet[Need], file: Case | Request, to: UUID) -> Done:
    """The event names the new owner and no file: who reads it may not read that."""
    rows = list(needs.exclude(state=NeedState.SETTLED).exclude(owner=to).values_list("pk", "owner_id"))
    Need.objects.filter(pk__in=[pk for pk, _owner in rows]).update(owner=to)
    settle_between({owner for _pk, owner in rows})
    return Done(rows, subject=("staff", to), payload={"needs": len(rows)}, agency_id=file.agency_id, silent=not rows)


def connect() -> None:
    intake.accepted.append(_after_accepting)
    events.after("worker.changed", "member.ended")(_after_case)
    events.after("request.assigned", "request.handed_on", "request.conflict_stated")(_after_request)


def _after_accepting(request: Request, by: Asker, _answer: intake.Answer) -> None:
    """Runs inside the verb that accepts, after the case was opened or joined: what is needed is the case's from now."""
    case = case_behind(request.pk)
    if case is not None and NeedFile.objects.filter(request=request).update(case=case, request=None):
        with acting(_JOB):
            follow_case(by=_JOB, case=case)


def _after_case(event: Event) -> None:
    with acting(_JOB):
        follow_case(by=_JOB, case=Case.objects.get(pk=event.subject_id))


def _after_request(event: Event) -> None:
    with acting(_JOB):
        request = Request.objects.get(pk=event.subject_id)
        follow_request(by=_JOB, request=request, before=UUID(event.payload["before"]))
