"""Pages for what went wrong: what happened, what was kept, what to do. None of them asks the database."""

import sys

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rangkul.web.kept_words import given_back, kept_of

# Seconds in which a database that was restarted is usually back.
_SOON = 10


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    kept = kept_of(request)
    if kept:
        return given_back(request, kept, signed_out=False)
    return render(request, "400.html", {"stale": True}, status=403)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def refused(request: HttpRequest, message: str) -> HttpResponse:
    return render(request, "409.html", {"message": message}, status=409)


def broken(request: HttpRequest) -> HttpResponse:
    """Called while the fault is being handled: a database that does not answer is no fault of the page."""
    if isinstance(sys.exception(), OperationalError):
        answer = render(request, "503.html", status=503)
        answer.headers["Retry-After"] = str(_SOON)
        return answer
    return render(request, "500.html", status=500)
