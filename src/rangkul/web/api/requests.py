"""What a partner site needs: hand in a request, and follow it with the ticket and its PIN. No account, no cookie."""

from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Router, Status

from rangkul.base.actions import Refused
from rangkul.base.asking import Asker, acting
from rangkul.base.phones import parse_phone
from rangkul.base.wilayah import queries as wilayah
from rangkul.entry.intake import actions
from rangkul.entry.intake.handed_in import Agreed, Asked, HandedIn, SafeWays
from rangkul.entry.intake.models import Decision, Request
from rangkul.entry.intake.queries import told_to_asker
from rangkul.entry.intake.states import Via
from rangkul.entry.intake.tickets import pin_of
from rangkul.web.api.keys import PartnerKey, asks_from, count_request
from rangkul.web.api.repeating import the_same_once
from rangkul.web.api.shapes import Invalid, Message, RepeatKey, RequestIn, StatusOut, TicketIn, TicketOut
from rangkul.web.api.states import Scope

router = Router(tags=["permintaan"])
_CONSENT_TEXT = "api-1"
# With a partner's key or without any.
_OPEN = {"security": [{}]}
_REFUSALS = dict.fromkeys((400, 401, 403, 409, 413, 415, 429, 503), Message) | {422: Invalid}


@router.post(
    "",
    response={201: TicketOut, **_REFUSALS},
    auth=PartnerKey(Scope.SUBMIT),
    openapi_extra=_OPEN,
    summary="Hand in a request",
)
def hand_in(request: HttpRequest, body: RequestIn, idempotency_key: RepeatKey = None):
    """The same `Idempotency-Key` twice is one request: the second answer holds the same ticket and PIN."""
    count_request(request)
    by, key = request.asker, request.api_key
    made = the_same_once(idempotency_key, by, "request", body, lambda: _submit(by, body, key))
    # Derived anew: a PIN is kept nowhere, not even in the answer to a repeated call.
    return Status(201, {"ticket": made["ticket"], "pin": pin_of(UUID(made["id"]), 1)})


def _submit(by: Asker, body: RequestIn, key) -> dict[str, str]:
    if not body.narrative.strip() and not body.fields:
        raise Refused(_("Tulis apa yang terjadi, atau pilih paling sedikit satu bidang."), field="narrative")
    if body.region_code and not wilayah.path(body.region_code):
        raise Refused(_("Kode wilayah ini tidak dikenal."), field="region_code")
    made = actions.submit(by=by, given=_given(body, key))
    return {"id": str(made.pk), "ticket": made.ticket_words}


def _given(body: RequestIn, key) -> HandedIn:
    return HandedIn(
        narrative=body.narrative,
        fields=tuple(problem.value for problem in dict.fromkeys(body.fields)),
        safe_now=body.safe_now.value,
        for_whom=body.for_whom.value,
        ages=tuple(body.ages),
        region_code=body.region_code,
        place_words=body.place_words,
        via=Via.PARTNER,
        # A partner's key says which agency the partner works with.
        agency_id=key.agency_id if key else None,
        partner_id=key.pk if key else None,
        asked=Asked(name=body.name, called_name=body.called_name, about_name=body.about_name, relation=body.relation),
        ways=_ways(body),
        agreed=Agreed({"service": True, "share": body.consent_share}, text_version=_CONSENT_TEXT),
    )


def _ways(body: RequestIn) -> SafeWays:
    given = body.contact
    return SafeWays(
        channels=tuple(way.value for way in dict.fromkeys(given.channels)) or ("ticket",),
        days=tuple(sorted(set(given.days))),
        from_time=given.from_time,
        to_time=given.to_time,
        phone=_phone(given.phone),
        phone_owner=given.phone_owner.value,
        email=given.email,
        never_leave_message=not given.may_leave_message,
        code_word=given.code_word,
        note=given.note,
    )


def _phone(typed: str) -> str:
    if not typed.strip():
        return ""
    phone = parse_phone(typed)
    if not phone.valid:
        raise Refused(" ".join(str(finding.message) for finding in phone.errors), field="contact.phone")
    return phone.e164


@router.post(
    "/follow",
    response={200: StatusOut, 404: Message, **_REFUSALS},
    auth=PartnerKey(Scope.FOLLOW),
    openapi_extra=_OPEN,
    summary="Follow a request",
)
def follow(request: HttpRequest, body: TicketIn):
    """POST, so that neither ticket nor PIN stands in an address that somebody logs."""
    opened = actions.open_door(by=request.asker, ticket=body.ticket, pin=body.pin, address=asks_from(request))
    if opened.too_often:
        return Status(429, {"message": _("Terlalu banyak percobaan. Tunggu 15 menit."), "code": "too_many"})
    if opened.request_id is None:
        closed = _("Tiket dan PIN ini tidak cocok, atau tiketnya terkunci.")
        return Status(404, {"message": closed, "code": "not_found"})
    with acting(Asker("ticket", ticket_id=opened.request_id)):
        return Status(200, _status(get_object_or_404(Request.objects.select_related("key"), pk=opened.request_id)))


def _status(row: Request) -> dict:
    told = told_to_asker(row)[::-1]
    return {
        "ticket": row.ticket_words,
        "state": row.state,
        "words": row.get_state_display(),
        "received_at": row.received_at,
        "due_at": row.due_at if row.is_open else None,
        "decisions": [_decision(one) for kind, one in told if kind == "decision"],
        "messages": [
            {"at": one.sent_at, "from_asker": one.from_asker, "text": one.text}
            for kind, one in told if kind == "message"
        ],
    }  # fmt: skip


def _decision(made: Decision) -> dict:
    return {
        "at": made.made_at,
        "outcome": made.outcome,
        "words": made.get_outcome_display(),
        "text": made.text,
        "partner": made.partner,
    }
