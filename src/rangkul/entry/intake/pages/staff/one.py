"""The page of one request: what was said, why it is urgent, how to reach the person, what was decided."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rangkul.base import readings
from rangkul.base.asking import Asker
from rangkul.base.rules import Decision as Ruled
from rangkul.entry.intake import hooks, policy, queries
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.pages.staff import forms
from rangkul.entry.intake.pages.staff.kinds import possible
from rangkul.entry.intake.pages.staff.matching import likely, linked_person, proposed_name
from rangkul.entry.intake.pages.staff.past import timeline
from rangkul.entry.signals.queries import Signal, signals

# More than these say no more.
_SIGNS_SHOWN = 8


def tells_who_stepped_aside(page: Callable[[HttpRequest, UUID], HttpResponse]) -> Callable[..., HttpResponse]:
    """Whoever stepped aside hears that they did; for everybody else who may not see it, there is no such page."""

    @wraps(page)
    def shown(http: HttpRequest, pk: UUID) -> HttpResponse:
        try:
            return page(http, pk)
        except Http404:
            if not queries.is_set_aside(pk):
                raise
            return render(http, "intake/request/aside.html", status=403)

    return shown


@require_safe
@tells_who_stepped_aside
def request_page(http: HttpRequest, pk: UUID) -> HttpResponse:
    request = queries.get(pk)
    readings.read_file("request", pk, why=right_of(http.asker, request))
    return show(http, request)


@require_safe
def news(http: HttpRequest, pk: UUID) -> HttpResponse:
    """Where the request stands and what happened, for fetching again when somebody else acted."""
    return render(http, "intake/request/news.html", _news(http.asker, queries.get(pk)))


@require_safe
def letter(http: HttpRequest, pk: UUID, decision: UUID) -> HttpResponse:
    """A decision on paper, for who came by letter or on foot; the same words as behind the ticket."""
    request = queries.get(pk)
    kept = get_object_or_404(request.decisions.select_related("key", "by"), pk=decision, by__isnull=False)
    readings.read_file("request", pk, why=right_of(http.asker, request))
    page = {"request_row": request, "decision": kept, "contact": queries.contact_of(request)}
    return render(http, "intake/request/letter.html", page | {"agency": http.user.agency})


@require_safe
def likely_people(http: HttpRequest, pk: UUID) -> HttpResponse:
    """Who may already be known, fetched after the page: searching a million names must not keep the story waiting."""
    request = queries.get(pk)
    page = {"request_row": request, "people": likely(http.asker, request), "register": _register_form(request)}
    return render(http, "intake/request/likely.html", page)


def _register_form(request: Request) -> forms.RegisterForm:
    return forms.RegisterForm(initial={"full_name": proposed_name(request)})


def _news(asker: Asker, request: Request) -> dict[str, Any]:
    happened = queries.history(request)
    return {
        "request_row": request,
        "past": timeline(happened),
        "signs": _signs(request, happened),
        "decisions": possible(request),
        "beside": [found for look in hooks.beside if (found := look(request, asker))],
        "may_acknowledge": queries.unanswered(request) if policy.may_acknowledge(by=asker, request=request) else None,
    }


def right_of(asker: Asker, request: Request) -> str:
    if request.owner_id == asker.staff_id:
        return "owner"
    return "unit" if request.unit_id == asker.unit_id and asker.practises else "grant"


def _why_level(request: Request, ruled: dict[str, Ruled]) -> list[str]:
    """The rule's sentences, and that a person thought otherwise where one did."""
    if "triage" not in ruled:
        return []
    sentences = [reason.in_words() for reason in ruled["triage"].reasons]
    if ruled["triage"].value["level"] != request.level:
        sentences.append(_("Tingkatnya kemudian diubah seseorang; alasannya ada di perjalanan di bawah."))
    return sentences


def _signs(request: Request, past: list[queries.Past]) -> list[Signal]:
    """The words of the asker that raise, each once, so that nobody has to guess what the rule has seen."""
    said = [request.narrative, *(one.row.text for one in past if one.kind == "message" and one.row.from_asker)]
    found = {(one.kind, one.words.lower()): one for text in said for one in signals(text)}
    return list(found.values())[:_SIGNS_SHOWN]


def _why_owner(request: Request, ruled: dict[str, Ruled]) -> list[str]:
    for name in ("heir", "routing"):
        if name in ruled and ruled[name].value["owner_id"] == str(request.owner_id):
            return [reason.in_words() for reason in ruled[name].reasons]
    return [_("Penanggung jawabnya kemudian dipilih seseorang.")] if "routing" in ruled else []


def show(http: HttpRequest, request: Request, status: int = 200, **changed: Any) -> HttpResponse:
    contact = queries.contact_of(request)
    ruled = queries.rulings_of(request)
    page = {
        **_news(http.asker, request),
        "contact": contact,
        "safe": queries.safe_contact(contact),
        "triage": ruled.get("triage"),
        "why": [*_why_level(request, ruled), *_why_owner(request, ruled)],
        "linked": linked_person(request),
        "conflicts": queries.conflicts_of(request),
        "level": forms.LevelForm(initial={"level": request.level}, prefix="tingkat"),
        "assign": forms.AssignForm(request=request, prefix="petugas"),
        "message": forms.MessageForm(),
        **changed,
    }
    return render(http, "intake/request/page.html", page, status=status)
