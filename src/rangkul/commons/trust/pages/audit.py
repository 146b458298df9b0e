"""The trail of what happened, for auditor and data officer: who, what, when, about which file; never what it says."""

from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rangkul.base.models import Event
from rangkul.commons.people.models import Staff
from rangkul.commons.trust.models import Seal
from rangkul.commons.trust.words import ACTORS, WORDS, kind_of, words_of

PAGE = 50
# Address parameter → column; each has an index that begins with it.
_BY_ID = {"petugas": "by_id", "berkas": "subject_id"}


@require_safe
def trail(request: HttpRequest) -> HttpResponse:
    """Newest first, by keyset; `sebelum` is the number of the last event shown."""
    if not request.asker.has("auditor", "pdp"):
        raise PermissionDenied
    rows, chosen = _chosen(request)
    before = request.GET.get("sebelum", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        rows = rows.filter(id__lt=int(before))
    events = list(rows.order_by("-id")[: PAGE + 1])
    older = f"?{urlencode({**chosen, 'sebelum': events[PAGE - 1].pk})}" if len(events) > PAGE else ""
    page = {
        "rows": _presented(events[:PAGE]),
        "older": older,
        "chosen": chosen,
        "names": sorted(((name, str(words)) for name, words in WORDS.items()), key=lambda one: one[1]),
        "sealed": Seal.objects.order_by("-id").first(),
    }
    return render(request, "trust/audit.html", page)


def _chosen(request: HttpRequest) -> tuple[QuerySet[Event], dict[str, str]]:
    """What is looked for; a value that cannot be read is left out."""
    rows, chosen = Event.objects.filter(agency_id=request.asker.agency_id), {}
    if (name := request.GET.get("jenis", "")) in WORDS:
        rows, chosen["jenis"] = rows.filter(name=name), name
    for parameter, column in _BY_ID.items():
        try:
            wanted = UUID(request.GET.get(parameter, ""))
        except ValueError:
            continue
        rows, chosen[parameter] = rows.filter(**{column: wanted}), str(wanted)
    return rows, chosen


def _presented(events: list[Event]) -> list[dict]:
    ids = {event.by_id for event in events if event.by_kind == "staff"}
    names = dict(Staff.objects.filter(pk__in=ids).values_list("pk", "full_name"))
    return [
        {
            "event": event,
            "words": words_of(event.name),
            "who": names.get(event.by_id, ""),
            "else": ACTORS.get(event.by_kind, event.by_kind),
            "kind": kind_of(event.subject_kind),
        }
        for event in events
    ]
