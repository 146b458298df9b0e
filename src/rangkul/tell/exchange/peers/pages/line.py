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
from rangkul.tell.exchange.peers.files import LARGEST_LETTER
from rangkul.tell.exchange.peers.taking_in import take_in

_MINUTE, _MOST, _MOST_FILES = 60, 300, 30


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
    return _taken(request, "peer letter", _MOST, LARGEST)


@csrf_exempt
@never_cache
@require_POST
def file(request: HttpRequest) -> HttpResponse:
    """The same for a letter that carries a file."""
    return _taken(request, "peer file", _MOST_FILES, LARGEST_LETTER)


def _taken(request: HttpRequest, what: str, most: int, largest: int) -> HttpResponse:
    address = address_of(request)
    if is_known(address) and knocked_too_often(what, address, seconds=_MINUTE, most=most):
        return _refused(Unopened(429, "too_many"))
    if int(request.META.get("CONTENT_LENGTH") or 0) > largest:
        return _refused(Unopened(413, "too_large"))
    try:
        return HttpResponse(take_in(request.read(largest + 1), largest=largest), content_type="application/json")
    except Unopened as error:
        return _refused(error)


def _refused(error: Unopened) -> HttpResponse:
    return JsonResponse({"code": error.code}, status=error.status)
