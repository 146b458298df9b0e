"""The same `Idempotency-Key` twice is one call; another call under a used key is refused."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from ninja import Schema

from rangkul.base import crypto
from rangkul.base.actions import Refused
from rangkul.base.asking import Asker
from rangkul.base.idempotency import once, scope_of


def the_same_once(key: UUID | None, by: Asker, what: str, body: Schema, do: Callable[[], dict[str, Any]]) -> dict:
    """`once`, for callers who choose their keys themselves, perhaps badly: what was sent belongs to the key.

    `do` gives ids alone, because the answer is kept. Raises Refused where the key stands for something else.
    """
    sent = crypto.blind("api once", f"{what}\n{body.model_dump_json()}").hex()[:24]
    try:
        return once(key, scope_of(by, f"api:{sent}"), do)
    except Refused as error:
        if error.code == "replay":
            raise Refused(_("Idempotency-Key ini sudah dipakai untuk kiriman lain."), code="replay") from error
        raise
