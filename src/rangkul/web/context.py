"""What every page knows: who asks, where the stream is, which parts of the house the navigation shows."""

from django.conf import settings
from django.http import HttpRequest

from rangkul.web.navigation import navigation


def page(request: HttpRequest) -> dict:
    asker = getattr(request, "asker", None)
    return {
        "asker": asker,
        "staff": request.user if asker is not None and asker.kind == "staff" else None,
        "nav": navigation(request) if asker is not None and asker.kind == "staff" else [],
        "stream_url": settings.STREAM_URL,
        "demo": settings.DEMO,
    }
