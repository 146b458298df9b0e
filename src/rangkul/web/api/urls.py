"""One description of the API at /api/openapi.json; every refusal is a sentence in plain Indonesian."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.parser import Parser

from rangkul.base.actions import Refused
from rangkul.web.api import alerts, requests, work
from rangkul.web.api.words import sentence

_INVALID = gettext_noop("Ada isian yang belum benar.")
_NO_CONSENT = gettext_noop("Tanpa persetujuan orangnya, permintaan tidak bisa diterima.")
_JSON = frozenset({"application/json", ""})


class CarefulParser(Parser):
    """A body that is no JSON, not UTF-8 or nested without end is answered with 400, not with a stack trace."""

    def parse_body(self, request: HttpRequest) -> Any:
        if request.content_type not in _JSON:
            raise HttpError(415, sentence(415))
        try:
            return json.loads(request.body)
        except (ValueError, RecursionError) as error:
            raise HttpError(400, _("Isi permintaan bukan JSON yang bisa dibaca.")) from error


def _webhooks() -> dict[str, Any]:
    """What the house tells other systems by itself, where that module is on."""
    if not apps.is_installed("rangkul.tell.exchange"):
        return {}
    from rangkul.tell.exchange.webhooks.describing import described

    return described()


def _put_together_once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Anybody may ask for the description, and it stays the same while the house runs."""
    kept: list[bytes] = []

    def described(request: HttpRequest) -> HttpResponse:
        if not kept:
            kept.append(view(request).content)
        return HttpResponse(kept[0], content_type="application/json")

    return described


api = NinjaAPI(
    title="Rangkul",
    version="1",
    description=(
        "Hand in a request for help and follow it; with a worker's key: search, read, record an activity.\n\n"
        "Keys are made under *Situs mitra* (by an agency's admin) or *Kunci untuk alat Anda* (by a worker) and sent as "
        "`Authorization: Bearer rk_…`. Send an `Idempotency-Key` (a new UUID for each) with every POST and repeat "
        "it after a lost answer: the same key is one request. A registered device calls `/api/alerts` with a secret of "
        "its own, `Authorization: Bearer ra_…`, and needs no `Idempotency-Key`. Every refusal is `{message, code}`."
    ),
    docs_url=None,
    openapi_url="/openapi.json",
    docs_decorator=_put_together_once,
    parser=CarefulParser(),
    urls_namespace="api",
    openapi_extra={"webhooks": _webhooks()},
)
api.add_router("/requests", requests.router)
api.add_router("/alerts", alerts.router)
api.add_router("", work.router)


def _answer(request: HttpRequest, status: int, message: str, code: str, **more: Any) -> HttpResponse:
    return api.create_response(request, {"message": message, "code": code, **more}, status=status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    status = 429 if error.code == "too_many" else 409
    return _answer(request, status, str(error.message), error.code, field=error.field)


@api.exception_handler(PermissionDenied)
def denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return _answer(request, 403, _("Anda tidak berhak melakukan ini."), "denied")


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return _answer(request, 404, _("Tidak ditemukan."), "not_found")


@api.exception_handler(AuthenticationError)
def closed(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    answer = _answer(request, 401, sentence(401), "no_key")
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    """The library wraps what the parser said in a sentence of its own."""
    told = error.__cause__ if isinstance(error.__cause__, HttpError) else error
    return _answer(request, told.status_code, told.message, "unreadable")


@api.exception_handler(RequestDataTooBig)
def too_large(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return _answer(request, 413, sentence(413), "unreadable")


@api.exception_handler(UnreadablePostError)
def broken_off(request: HttpRequest, error: UnreadablePostError) -> HttpResponse:
    return _answer(request, 400, sentence(400), "unreadable")


def _where(steps: Sequence[str | int]) -> list[str]:
    """As the sender knows it: the name of our own parameter says nothing to them."""
    return [str(step) for number, step in enumerate(steps) if (number, step) != (1, "body")]


def _said(errors: Sequence[dict[str, Any]]) -> str:
    """The library's own sentences are English and for programmers; those of our checks are for the person."""
    if any(item["loc"][-1] == "consent_service" for item in errors):
        return _(_NO_CONSENT)
    return next((item["ctx"]["said"] for item in errors if "said" in item.get("ctx", ())), _(_INVALID))


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which part is wrong and why; what was sent is not repeated, it may be personal."""
    parts = [{"where": _where(item["loc"]), "why": item["type"]} for item in error.errors]
    return _answer(request, 422, _said(error.errors), "invalid", parts=parts)


urlpatterns = [path("", api.urls)]
