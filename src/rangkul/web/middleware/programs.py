"""A program that calls the API is answered as a program, also where a page would have been shown."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from rangkul.web.api.words import sentence
from rangkul.web.middleware.asking import API

_KEPT = ("Allow", "Retry-After")


class PlainAnswers:
    """What goes wrong before or beside the API's own code: unknown addresses, other methods, bodies without end."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        said = response.headers.get("Content-Type", "")
        if response.status_code < 400 or not request.path.startswith(API) or said.startswith("application/json"):
            return response
        status = response.status_code
        kept = {name: response.headers[name] for name in _KEPT if name in response.headers}
        return JsonResponse({"message": sentence(status), "code": f"http_{status}"}, status=status, headers=kept)
