"""How webhooks stand in the description of the API, for whoever writes the other side."""

from __future__ import annotations

from typing import Any

from rangkul.tell.exchange.webhooks.states import CHOSEN, OF

_WHAT = {
    "request.received": "A request for help came in.",
    "request.decided": "A request was accepted, declined, referred, put on a waiting list or handed over.",
    "referral.changed": "A referral was sent, seen, answered or has ended.",
    "case.stage_changed": "A case was opened, stepped to another stage, ended or was opened again.",
}
_HEADERS = {
    "webhook-id": "The same however often it is sent: what has this id already is answered with 200 and not counted.",
    "webhook-timestamp": "Seconds since 1970. Refuse what is older than five minutes.",
    "webhook-signature": (
        "`v1,` and base64 of HMAC-SHA256 over `{webhook-id}.{webhook-timestamp}.{body}`; the key is what follows "
        "`whsec_` in the secret, decoded from base64 (Standard Webhooks)."
    ),
}


def described() -> dict[str, Any]:
    """The `webhooks` of an OpenAPI 3.1 document."""
    return {kind.value: {"post": _operation(kind.value)} for kind in CHOSEN}


def _operation(kind: str) -> dict[str, Any]:
    return {
        "summary": _WHAT[kind],
        "description": "Ids and codes only. Kept by an admin under *Kabar otomatis*. All but 2xx is tried again.",
        "parameters": [
            {"name": name, "in": "header", "required": True, "schema": {"type": "string"}, "description": words}
            for name, words in _HEADERS.items()
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _schema(kind)}}},
        "responses": {"2XX": {"description": "Taken."}},
    }


def _schema(kind: str) -> dict[str, Any]:
    events = sorted(name for name, of in OF.items() if of == kind)
    data = {
        "type": "object",
        "required": ["id", "event"],
        "properties": {"id": {"type": "string", "format": "uuid"}, "event": {"type": "string", "enum": events}},
    }
    return {
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"const": kind},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": data,
        },
    }
