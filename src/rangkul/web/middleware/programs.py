"""No refusal without words: a program that calls the API is told by JSON, a person by a page."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from rangkul.web.api.words import sentence
from rangkul.web.middleware.asking import API

_KEPT = ("Allow", "Retry-After", "Cache-Control")


class PlainAnswers:
    """What goes wrong before or beside our own code: unknown addresses, other methods, bodies without end."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(API):
            # Tickets, PINs and files stay out of every cache on the way.
            response.setdefault("Cache-Control", "no-store")
        if response.status_code < 400 or response.streaming:
            return response
        if request.path.startswith(API):
            said = response.headers.get("Content-Type", "").startswith("application/json")
            return response if said else self.by_json(response)
        # The framework answers a method that a page does not know with an empty body.
        return self.by_page(request, response) if response.status_code == 405 and not response.content else response

    def by_json(self, response: HttpResponse) -> HttpResponse:
        status = response.status_code
        return _like(response, JsonResponse({"message": sentence(status), "code": f"http_{status}"}, status=status))

    def by_page(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        return _like(response, render(request, "405.html", status=405))


def _like(old: HttpResponse, new: HttpResponse) -> HttpResponse:
    for name in _KEPT:
        if name in old.headers:
            new.headers[name] = old.headers[name]
    return new
