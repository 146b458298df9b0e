"""Which key opens which door of the API, and how its calls are counted."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from rangkul.base.actions import Refused
from rangkul.entry.intake.actions.door import knocked_too_often
from rangkul.entry.intake.queries import address_of, is_known
from rangkul.web.api.models import ApiToken
from rangkul.web.api.states import Scope

_HOUR = 3600
# Requests an hour from one address that brings no key.
_WITHOUT_KEY = 60


class WorkerKey(HttpBearer):
    """The middleware has recognised the key; here only counts what it opens."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        key = request.api_key
        if not key or key.for_partner:
            return None
        if self.scope not in key.scopes:
            raise PermissionDenied
        return key


class PartnerKey(HttpBearer):
    """Anybody may ask for help. But a key that was brought must open the door: nobody goes on with an ended one."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def __call__(self, request: HttpRequest) -> object:
        if request.api_key is None:
            return True
        return super().__call__(request)

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        key = request.api_key
        if not key or not key.for_partner:
            return None
        if self.scope not in key.scopes:
            raise PermissionDenied
        return key


def count_request(request: HttpRequest) -> None:
    """Raises Refused where this partner, or this address, has sent too many within the hour."""
    key = request.api_key
    if key:
        too_many = knocked_too_often("api key", str(key.pk), seconds=_HOUR, most=key.hourly)
    else:
        address = address_of(request)
        # Behind a proxy that does not say for whom it asks, one bound would shut every partner out.
        too_many = is_known(address) and knocked_too_often("api request", address, seconds=_HOUR, most=_WITHOUT_KEY)
    if too_many:
        raise Refused(_("Terlalu banyak permintaan dari tempat ini. Coba lagi satu jam lagi."), code="too_many")


def asks_from(request: HttpRequest) -> str:
    """Whose wrong PINs are counted together: a partner's site asks for many people from one address."""
    return f"key:{request.api_key.pk}" if request.api_key else address_of(request)
