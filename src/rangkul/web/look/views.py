"""The way out and the gallery: two pages that belong to no package of the work."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rangkul.web.look.samples import samples

# Where a person who leaves in a hurry lands: a page anybody might have open.
AWAY = "https://www.google.co.id/"


@require_safe
@never_cache
def leave(request: HttpRequest) -> HttpResponse:
    """A blank page that goes on to a harmless one; works without scripts through its refresh."""
    away = getattr(settings, "QUICK_EXIT_URL", AWAY)
    response = render(request, "look/exit.html", {"away": away})
    response["Referrer-Policy"] = "no-referrer"
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        # Whoever takes the device next must not be led back into a half-written request.
        for name in request.COOKIES:
            response.delete_cookie(name)
    return response


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with all its states, for those who build pages; closed on a working site."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "look/gallery.html", samples(request))
