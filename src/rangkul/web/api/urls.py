"""One description of the API at /api/openapi.json; every refusal is a sentence in plain Indonesian."""

import json
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.parser import Parser

from rangkul.base.actions import Refused
from rangkul.web.api import requests, work


class CarefulParser(Parser):
    """A body that is no JSON, not UTF-8 or nested without end is answered with 400, not with a stack trace."""

    def parse_body(self, request: HttpRequest) -> Any:
        try:
            return json.loads(request.body)
        except (ValueError, RecursionError) as error:
            raise HttpError(400, _("Isi permintaan bukan JSON yang bisa dibaca.")) from error


api = NinjaAPI(
    title="Rangkul",
    version="1",
    description="Hand in a request for help and follow it; with a worker's key: search, read, record an activity.",
    docs_url=None,
    openapi_url="/openapi.json",
    parser=CarefulParser(),
    urls_namespace="api",
)
api.add_router("/requests", requests.router)
api.add_router("", work.router)


def _answer(request: HttpRequest, status: int, message: str, **more: Any) -> HttpResponse:
    return api.create_response(request, {"message": message, **more}, status=status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    status = 429 if error.code == "too_many" else 409
    return _answer(request, status, error.message, code=error.code, field=error.field)


@api.exception_handler(PermissionDenied)
def denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    return _answer(request, 403, _("Anda tidak berhak melakukan ini."), code="denied")


@api.exception_handler(Http404)
def missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return _answer(request, 404, _("Tidak ditemukan."), code="not_found")


@api.exception_handler(ValidationError)
def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Which part is wrong and why; what was sent is not repeated, it may be personal."""
    parts = [{"where": [str(step) for step in item["loc"]], "why": item["type"]} for item in error.errors]
    return _answer(request, 422, _("Ada isian yang belum benar."), code="invalid", parts=parts)


urlpatterns = [path("", api.urls)]
