"""Keeping a half-filled form. The database shows a draft only to who names its secret (see 0002_who_sees_what)."""

import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from django.db import connection

from rangkul.base import crypto
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.base.codes import new_code
from rangkul.base.models import DataKey
from rangkul.entry.intake.actions.door import knocked_too_often
from rangkul.entry.intake.models import Draft

KEPT = timedelta(days=2)
# Who noted a code means to come back.
KEPT_WITH_CODE = timedelta(days=14)
# How long the ticket can be shown again in the same browser: long enough for a lost line, short enough for a telephone
# that somebody else takes in hand.
KEPT_AFTER = timedelta(minutes=20)
CODE_LENGTH = 10
_NOISE = re.compile(r"[^0-9A-Z]")


def _digest(secret: str) -> bytes:
    return crypto.blind("draft", secret)


@contextmanager
def holding(secret: str) -> Iterator[None]:
    """Name the secret (or the code) to the database until the block ends."""
    name_secret(secret)
    try:
        yield
    finally:
        if not connection.needs_rollback:
            _say("")


def name_secret(secret: str) -> None:
    """A draft that has just begun goes on under its own secret until the surrounding `holding` ends."""
    _say(_digest(secret).hex() if secret else "")


def _say(digest: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('rangkul.draft', %s, true)", [digest])


def begin_draft(*, by: Asker) -> tuple[Draft, str]:
    """A new draft and its secret, which only the browser keeps."""
    secret = secrets.token_urlsafe(24)
    draft = Draft(key=DataKey.make(), secret=_digest(secret), expires_at=now() + KEPT)
    draft.answers = "{}"
    draft.save(force_insert=True)
    return draft, secret


def find_draft(secret: str) -> Draft | None:
    """The draft of this secret while it lasts; call inside `holding(secret)`."""
    if not secret:
        return None
    kept = Draft.objects.select_related("key").filter(secret=_digest(secret), expires_at__gt=now())
    return kept.first()


def answers_of(draft: Draft) -> dict[str, Any]:
    return json.loads(draft.answers or "{}")


def keep_answers(*, by: Asker, draft: Draft, answers: dict[str, Any]) -> None:
    """Save what was answered so far; called inside `holding`. Not a verb: nothing is asked of anybody yet."""
    draft.answers = json.dumps(answers, ensure_ascii=False)
    draft.expires_at = max(draft.expires_at, now() + KEPT)
    draft.save(update_fields=["answers", "expires_at"])


def give_code(*, by: Asker, draft: Draft) -> str:
    """A code with which the draft opens once in another browser, or after this one was closed."""
    code = new_code(CODE_LENGTH)
    draft.resume = _digest(code)
    draft.expires_at = now() + KEPT_WITH_CODE
    draft.save(update_fields=["resume", "expires_at"])
    return f"{code[:5]}-{code[5:]}"


def resume_draft(*, by: Asker, code: str, address: str) -> str | None:
    """The new secret of the draft with this code; None when there is none or too many were tried. A code opens once."""
    plain = _NOISE.sub("", code.upper()[:40])
    if knocked_too_often("draft address", address, seconds=900, most=12):
        return None
    with holding(plain):
        draft = Draft.objects.filter(resume=_digest(plain), expires_at__gt=now(), request__isnull=True).first()
        if draft is None:
            return None
        secret = secrets.token_urlsafe(24)
        # Still visible to this statement by the old code, and by the new secret to the next one.
        Draft.objects.filter(pk=draft.pk).update(secret=_digest(secret))
    with holding(secret):
        Draft.objects.filter(pk=draft.pk).update(resume=None)
    return secret


def drop_draft(*, by: Asker, draft: Draft) -> None:
    """The person wants nothing kept: the answers go, and the key that opened them."""
    key = draft.key
    draft.delete()
    key.wrapped, key.destroyed_at = None, now()
    key.save(update_fields=["wrapped", "destroyed_at"])


def close_draft(*, by: Asker, draft: Draft, request_id: Any, shown: dict[str, Any]) -> None:
    """Handed in: only what the last page shows again is kept, and not for long."""
    draft.request_id = request_id
    draft.resume = None
    draft.answers = json.dumps(shown)
    draft.expires_at = now() + KEPT_AFTER
    draft.save(update_fields=["request", "resume", "answers", "expires_at"])
