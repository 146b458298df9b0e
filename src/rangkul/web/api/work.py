"""With a worker's key: search, read a case in short, record an activity. The same verbs and rights as on the pages."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Router, Status

from rangkul.base import readings
from rangkul.journey.cases import actions
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.models import Case
from rangkul.web.api.keys import WorkerKey
from rangkul.web.api.repeating import the_same_once
from rangkul.web.api.shapes import ActivityIn, CaseOut, FoundOut, Invalid, MadeOut, Message, RepeatKey, SearchIn
from rangkul.web.api.states import Scope
from rangkul.web.desks import search

router = Router(tags=["kerja"])
_REFUSALS = dict.fromkeys((400, 401, 403, 413, 503), Message) | {422: Invalid}
_OF_A_CASE = {404: Message, **_REFUSALS}


@router.post(
    "/search",
    response={200: list[FoundOut], 415: Message, **_REFUSALS},
    auth=WorkerKey(Scope.SEARCH),
    summary="Search",
)
def find(request: HttpRequest, body: SearchIn):
    """Persons, cases and requests that the worker may see, each with reasons. By POST, because names, numbers and
    tickets have no place in an address; nothing is changed, so no `Idempotency-Key` is needed."""
    if not request.asker.practises:
        raise PermissionDenied
    hits = search.everything(request.asker, body.q)
    return [{"kind": hit.kind, "id": hit.id, "label": hit.title, "reasons": list(hit.reasons)} for hit in hits]


def _case(case_id: UUID) -> Case:
    try:
        return cases.get(case_id)
    except Case.DoesNotExist as error:
        raise Http404 from error


@router.get(
    "/cases/{uuid:case_id}",
    response={200: CaseOut, **_OF_A_CASE},
    auth=WorkerKey(Scope.READ),
    summary="A case in short",
)
def case_summary(request: HttpRequest, case_id: UUID):
    case = _case(case_id)
    readings.read_file("case", case.pk, why=cases.basis_of(request.asker, case))
    return {
        "id": case.pk,
        "number": case.number,
        "client": case.client_name,
        "stage": case.stage,
        "state": case.state,
        "level": case.level,
        "opened_at": case.opened_at,
        "next_due_at": case.next_due_at,
        "worker": case.worker.called_name,
        "goals": [{"id": goal_id, "words": words} for goal_id, words in actions.goals(case)],
    }


@router.post(
    "/cases/{uuid:case_id}/activities",
    response={201: MadeOut, 409: Message, 415: Message, **_OF_A_CASE},
    auth=WorkerKey(Scope.RECORD),
    summary="Record an activity",
)
def record(request: HttpRequest, case_id: UUID, body: ActivityIn, idempotency_key: RepeatKey = None):
    """One contact. The same `Idempotency-Key` twice is one activity."""
    case = _case(case_id)

    def write() -> dict[str, str]:
        made = actions.record_activity(
            by=request.asker,
            case=case,
            channel=body.channel.value,
            minutes=body.minutes,
            result=body.result,
            next_step=body.next_step,
            next_due=body.next_due,
            method=body.method.value if body.method else "",
            level=body.level.value if body.level else "",
            worker_role=body.worker_role.value if body.worker_role else "",
            goal_id=body.goal_id,
            despite=body.despite,
        )
        return {"id": str(made.pk)}

    return Status(201, the_same_once(idempotency_key, request.asker, f"activity:{case.pk}", body, write))
