"""Which keys there are, and whose key came with a request."""

from django.db.models import F, QuerySet
from django.http import HttpRequest

from rangkul.base import crypto
from rangkul.base.asking import PUBLIC, Asker
from rangkul.base.clock import now
from rangkul.web.api.models import ApiToken

PREFIX = "rk_"
_LONGEST = 100


def digest_of(secret: str) -> bytes:
    return crypto.blind("api-token", secret)


def own(by: Asker) -> QuerySet[ApiToken]:
    """The worker's own keys, those that open something first."""
    return _in_order(ApiToken.objects.filter(staff_id=by.staff_id))


def of_partners(by: Asker) -> QuerySet[ApiToken]:
    return _in_order(ApiToken.objects.filter(staff__isnull=True, agency_id=by.agency_id))


def _in_order(keys: QuerySet[ApiToken]) -> QuerySet[ApiToken]:
    return keys.order_by(F("revoked_at").desc(nulls_first=True), "-ends_at", "-id")


def brought(request: HttpRequest) -> str | None:
    """The secret that came with the request; None where none was brought."""
    said = request.headers.get("Authorization", "")
    if not said:
        return None
    scheme, _, secret = said.partition(" ")
    return secret.strip() if scheme.lower() == "bearer" else ""


def key_of(secret: str) -> ApiToken | None:
    """The key that opens with this secret now. Asked under the login identity."""
    if not secret.startswith(PREFIX) or len(secret) > _LONGEST:
        return None
    keys = ApiToken.objects.select_related("staff", "agency").filter(
        digest=digest_of(secret), revoked_at__isnull=True, ends_at__gt=now(), agency__active=True
    )
    key = keys.first()
    return key if key and (key.for_partner or key.staff.is_active) else None


def asker_of(request: HttpRequest) -> Asker:
    """Who asks through the API. A partner's site asks as the public: its key opens no file.

    `request.api_key` is the key, None where none came, False where one came that opens nothing.
    """
    secret = brought(request)
    request.api_key = None if secret is None else key_of(secret) or False
    return request.api_key.staff.asker() if request.api_key and request.api_key.staff else PUBLIC
