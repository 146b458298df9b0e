"""What a partner site needs: hand in a request, and follow it with the ticket and its PIN. No account, no cookie."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Header, Router, Status

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, acting
from rangkul.base.idempotency import once, scope_of
from rangkul.base.wilayah import queries as wilayah
from rangkul.entry.intake import actions
from rangkul.entry.intake.actions.door import knocked_too_often
from rangkul.entry.intake.handed_in import Agreed, Asked, HandedIn
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.states import Via
from rangkul.web.api.shapes import Message, RequestIn, StatusOut, TicketIn, TicketOut

router = Router(tags=["permintaan"])
# (seconds, requests from one address)
_MOST = {"seconds": 3600, "most": 60}
_CONSENT_TEXT = "api-1"


@router.post("", response={201: TicketOut, 409: Message, 422: Message, 429: Message}, summary="Hand in a request")
def hand_in(request: HttpRequest, body: RequestIn, idempotency_key: UUID | None = Header(None)):
    """The same `Idempotency-Key` twice is one request: the second answer holds the same ticket and PIN."""
    address = request.META.get("REMOTE_ADDR", "")
    if knocked_too_often("api request", address, **_MOST):
        raise Refused(_("Terlalu banyak permintaan dari alamat ini. Coba lagi nanti."), code="too_many")
    by = request.asker
    return Status(201, once(idempotency_key, scope_of(by, "api.request"), lambda: _submit(by, body)))


def _submit(by: Asker, body: RequestIn) -> dict[str, str]:
    if not body.consent_service:
        raise Refused(_("Tanpa persetujuan orangnya, permintaan tidak bisa diterima."), field="consent_service")
    if not body.narrative.strip() and not body.fields:
        raise Refused(_("Tulis apa yang terjadi, atau pilih paling sedikit satu bidang."), field="narrative")
    if body.region_code and not wilayah.path(body.region_code):
        raise Refused(_("Kode wilayah ini tidak dikenal."), field="region_code")
    made = actions.submit(by=by, given=_given(body))
    return {"ticket": made.ticket_words, "pin": actions.first_pin(made)}


def _given(body: RequestIn) -> HandedIn:
    return HandedIn(
        narrative=body.narrative,
        fields=tuple(body.fields),
        safe_now=body.safe_now,
        for_whom=body.for_whom,
        region_code=body.region_code,
        place_words=body.place_words,
        via=Via.PARTNER,
        asked=Asked(name=body.name, called_name=body.called_name, relation=body.relation),
        agreed=Agreed({"service": True, "share": body.consent_share}, text_version=_CONSENT_TEXT),
    )


@router.post("/follow", response={200: StatusOut, 404: Message, 429: Message}, summary="Follow a request")
def follow(request: HttpRequest, body: TicketIn):
    """POST, so that neither ticket nor PIN stands in an address that somebody logs."""
    opened = actions.open_door(
        by=request.asker, ticket=body.ticket, pin=body.pin, address=request.META.get("REMOTE_ADDR", "")
    )
    if opened.too_often:
        return Status(429, {"message": _("Terlalu banyak percobaan. Tunggu 15 menit."), "code": "too_many"})
    if opened.request_id is None:
        return Status(404, {"message": _("Tiket dan PIN ini tidak cocok."), "code": "not_found"})
    with acting(Asker("ticket", ticket_id=opened.request_id)):
        return Status(200, _status(get_object_or_404(Request.objects.select_related("key"), pk=opened.request_id)))


def _status(row: Request) -> dict:
    messages = row.messages.select_related("key").order_by("sent_at")
    return {
        "ticket": row.ticket_words,
        "state": row.state,
        "words": row.get_state_display(),
        "received_at": row.received_at,
        "due_at": row.due_at if row.is_open else None,
        "messages": [{"at": m.sent_at, "from_asker": m.from_asker, "text": m.text} for m in messages],
    }
