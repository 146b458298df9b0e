"""With a worker's key: search, read a case in short, record an activity. The same verbs and rights as on the pages."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from ninja import Header, Query, Router, Status
from ninja.security import HttpBearer

from rangkul.base import readings
from rangkul.base.idempotency import once, scope_of
from rangkul.journey.cases import actions
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.models import Case
from rangkul.web.api.shapes import ActivityIn, CaseOut, FoundOut, MadeOut, Message
from rangkul.web.desks import search


class WorkerKey(HttpBearer):
    """The middleware has recognised the key; here only whose it is counts."""

    def authenticate(self, request: HttpRequest, token: str):
        return request.asker if request.asker.kind == "staff" else None


router = Router(tags=["kerja"], auth=WorkerKey())


@router.get("/search", response={200: list[FoundOut], 401: Message}, summary="Search")
def find(request: HttpRequest, q: str = Query(..., max_length=200)):
    """Persons, cases and requests that the worker may see, each with reasons."""
    if not request.asker.practises:
        raise PermissionDenied
    hits = search.everything(request.asker, q.replace("\x00", ""))
    return [{"kind": hit.kind, "id": hit.id, "label": hit.title, "reasons": list(hit.reasons)} for hit in hits]


def _case(case_id: UUID) -> Case:
    try:
        return cases.get(case_id)
    except Case.DoesNotExist as error:
        raise Http404 from error


@router.get("/cases/{uuid:case_id}", response={200: CaseOut, 401: Message, 404: Message}, summary="A case in short")
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
    }


@router.post(
    "/cases/{uuid:case_id}/activities",
    response={201: MadeOut, 401: Message, 404: Message, 409: Message, 422: Message},
    summary="Record an activity",
)
def record(request: HttpRequest, case_id: UUID, body: ActivityIn, idempotency_key: UUID | None = Header(None)):
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
        )
        return {"id": str(made.pk)}

    return Status(201, once(idempotency_key, scope_of(request.asker, f"api.activity:{case.pk}"), write))
