"""The trail of what happened, for auditor and data officer: who, what, when, about which file; never what it says."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.commons.trust.models import Seal
from rangkul.commons.trust.words import words_of

PAGE = 50


@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    """Newest first, by keyset; `sebelum` is the number of the last event shown."""
    if not request.asker.has("auditor", "pdp"):
        raise PermissionDenied
    before, name = request.GET.get("sebelum", ""), request.GET.get("jenis", "")[:60]
    rows = Event.objects.filter(agency_id=request.asker.agency_id)
    if before.isascii() and before.isdigit() and len(before) < 19:
        rows = rows.filter(id__lt=int(before))
    if name:
        rows = rows.filter(name=name)
    events = list(rows.order_by("-id")[: PAGE + 1])
    older = f"?sebelum={events[PAGE - 1].pk}&jenis={name}" if len(events) > PAGE else ""
    shown = _presented(events[:PAGE])
    page = {"rows": shown, "older": older, "name": name, "sealed": Seal.objects.order_by("-id").first()}
    return render(request, "trust/audit.html", page)


def _presented(events: list[Event]) -> list[dict]:
    ids = {event.by_id for event in events if event.by_kind == "staff"}
    names = dict(Staff.objects.filter(pk__in=ids).values_list("pk", "full_name"))
    return [{"event": event, "words": words_of(event.name), "who": names.get(event.by_id, "")} for event in events]
