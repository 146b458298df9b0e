"""Places as somebody types: a list for HTMX, the same as JSON for who asks for it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from rangkul.base.wilayah import queries


@require_GET
def suggest(request: HttpRequest) -> HttpResponse:
    """`?q=` a few letters. JSON is a list of {code, name, hint, level, postal_code}."""
    found = queries.suggest(request.GET.get("q", ""))
    if request.accepts("text/html") and request.GET.get("format") != "json":
        answer = render(request, "wilayah/suggestions.html", {"places": found})
    else:
        answer = JsonResponse([_as_json(place) for place in found], safe=False)
    # Where somebody looked for help is nobody's business, not even the next user's of this browser.
    answer["Cache-Control"] = "no-store"
    patch_vary_headers(answer, ["Accept"])
    return answer


def _as_json(place: queries.Suggestion) -> dict[str, str | int]:
    return {
        "code": place.code,
        "name": place.short,
        "hint": place.hint,
        "level": place.level,
        "postal_code": place.postal_code,
    }
