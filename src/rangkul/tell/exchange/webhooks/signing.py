"""How a telling is signed, as Standard Webhooks says it, so that common libraries check it: HMAC-SHA256 over id, time
and body. The time keeps an old one from being played again, the id a doubled one from counting twice."""

from __future__ import annotations

import base64
import hmac
import json
from typing import Any

from rangkul.base import crypto
from rangkul.tell.exchange.webhooks.models import Telling, Webhook

PREFIX = "whsec_"


def secret_of(webhook: Webhook) -> str:
    """As it is shown once; a new generation is another secret."""
    raw = hmac.digest(crypto.derived("webhook"), f"{webhook.pk}:{webhook.generation}".encode(), "sha256")
    return PREFIX + base64.b64encode(raw).decode()


def body_of(telling: Telling) -> bytes:
    """Ids and codes, and no word of anybody."""
    said: dict[str, Any] = {
        "type": telling.kind,
        "timestamp": telling.at.isoformat(),
        "data": {"id": str(telling.about), "event": telling.what},
    }
    return json.dumps(said, separators=(",", ":")).encode()


def headers_of(webhook: Webhook, telling: Telling, body: bytes, moment: int) -> dict[str, str]:
    key = base64.b64decode(secret_of(webhook).removeprefix(PREFIX))
    signed = hmac.digest(key, f"{telling.pk}.{moment}.".encode() + body, "sha256")
    return {
        "Content-Type": "application/json",
        "User-Agent": "Rangkul",
        "webhook-id": str(telling.pk),
        "webhook-timestamp": str(moment),
        "webhook-signature": f"v1,{base64.b64encode(signed).decode()}",
    }
