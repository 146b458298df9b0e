"""Making, ending and recognising a worker's API key."""

import secrets
from datetime import timedelta

from django.http import HttpRequest

from rangkul.base import crypto
from rangkul.base.actions import Done, action
from rangkul.base.asking import Asker
from rangkul.base.clock import now
from rangkul.commons.people.models import Staff
from rangkul.web.api.models import ApiToken

LIFETIME = timedelta(days=90)
_PREFIX = "rk_"


def _digest(token: str) -> bytes:
    return crypto.blind("api-token", token)


def _may(*, by: Asker, **_) -> bool:
    return by.kind == "staff" and by.practises


@action("api_token.made", may=_may)
def make_token(*, by: Asker, staff: Staff, label: str) -> Done:
    """Returns (row, token); the token cannot be read again."""
    token = _PREFIX + secrets.token_urlsafe(32)
    row = ApiToken(staff=staff, label=label, digest=_digest(token), ends_at=now() + LIFETIME)
    row.save(force_insert=True)
    return Done((row, token), subject=("apitoken", row.pk))


@action("api_token.revoked", may=lambda *, by, token, **_: token.staff_id == by.staff_id)
def revoke_token(*, by: Asker, token: ApiToken) -> Done:
    if token.revoked_at is None:
        token.revoked_at = now()
        token.save(update_fields=["revoked_at"])
    return Done(token)


def asker_of(request: HttpRequest) -> Asker | None:
    """Whose key came with the request, asked under the login identity; None when there is none that is valid."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.startswith(_PREFIX) or len(token) > 100:
        return None
    row = (
        ApiToken.objects.select_related("staff")
        .filter(digest=_digest(token), revoked_at__isnull=True, ends_at__gt=now(), staff__is_active=True)
        .first()
    )
    return row.staff.asker() if row else None
