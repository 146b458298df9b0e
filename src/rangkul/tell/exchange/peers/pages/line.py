"""What other houses call: our public key, and where their letters come in. No cookie counts there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from rangkul.entry.intake.actions import knocked_too_often
from rangkul.entry.intake.queries import address_of, is_known
from rangkul.tell.exchange.peers import queries
from rangkul.tell.exchange.peers.envelope import LARGEST, Unopened
from rangkul.tell.exchange.peers.taking_in import take_in

_MINUTE, _MOST = 60, 300


@never_cache
@require_safe
def key(request: HttpRequest) -> HttpResponse:
    mine = queries.identity().public
    return JsonResponse({"key": mine.text, "fingerprint": mine.fingerprint})


@csrf_exempt
@never_cache
@require_POST
def letter(request: HttpRequest) -> HttpResponse:
    """A signed receipt, or a status with a code that both sides keep."""
    address = address_of(request)
    if is_known(address) and knocked_too_often("peer letter", address, seconds=_MINUTE, most=_MOST):
        return _refused(Unopened(429, "too_many"))
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return _refused(Unopened(413, "too_large"))
    try:
        return HttpResponse(take_in(request.body), content_type="application/json")
    except Unopened as error:
        return _refused(error)


def _refused(error: Unopened) -> HttpResponse:
    return JsonResponse({"code": error.code}, status=error.status)
