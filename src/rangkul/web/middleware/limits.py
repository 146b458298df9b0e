"""A body that is too large is answered before it is read."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class BoundedBody:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > settings.LARGEST_BODY:
            return render(request, "413.html", status=413)
        return self.get_response(request)
