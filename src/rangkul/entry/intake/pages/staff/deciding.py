"""One page a decision: what is decided, the words that the asker will read, and what follows."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm, refuse
from rangkul.base.forms.sending import send
from rangkul.base.idempotency import once, scope_of
from rangkul.commons.people.states import Channel
from rangkul.entry.intake import actions, hooks, queries
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.pages.staff import forms
from rangkul.entry.intake.pages.staff.kinds import KINDS, Kind
from rangkul.entry.intake.pages.staff.matching import likely, link_or_register, proposed_name
from rangkul.entry.intake.pages.staff.one import tells_who_stepped_aside
from rangkul.entry.intake.pages.staff.words import BY_TICKET, DECISIONS
from rangkul.entry.intake.states import TABLE, ClientKind


@require_http_methods(["GET", "HEAD", "POST"])
def decide(http: HttpRequest, pk: UUID, verb: str) -> HttpResponse:
    if verb not in KINDS:
        raise Http404
    kind, request = KINDS[verb], queries.get(pk)
    form = _form(http, kind, request, verb)
    if http.method == "POST" and form.is_valid():
        try:
            kept = once(form.once_key, scope_of(http.asker, f"{verb}:{pk}"), lambda: _act(http, kind, request, form))
        except Refused as error:
            refuse(form, error)
            request = queries.get(pk)
            if error.code == "overtaken":
                _with_the_news(form, request)
            if error.code == "running":
                # It was opened between the page and the press: the question stands on the page now.
                form = _form(http, kind, request, verb)
        else:
            return redirect(kept["to"])
    title, _text = DECISIONS[verb]
    weighed = "no_conflict" in form.fields
    page = {
        "fitness": queries.fitness_of(request) if weighed else None,
        "ties": queries.ties_seen(http.asker, request) if weighed else [],
        "form": form, "request_row": request, "verb": verb, "title": title, "danger": kind.danger,
        "running": getattr(form, "standing", ()),
        "allowed": TABLE.allows(kind.verb, request.state), "last": actions.newest(request),
    }  # fmt: skip
    return render(http, "intake/request/decide.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@tells_who_stepped_aside
def step_aside(http: HttpRequest, pk: UUID) -> HttpResponse:
    """Whoever is tied to the person says so; somebody else decides."""
    request = queries.get(pk)
    form = forms.ConflictForm(http.POST if http.method == "POST" else None)
    verb = lambda words: actions.state_conflict(by=http.asker, request=request, **words)  # noqa: E731
    if http.method == "POST" and send(form, http.asker, f"conflict:{pk}", verb):
        messages.success(http, _("Anda sudah menyingkir dari permintaan ini. Orang lain memegangnya dan memutuskan."))
        return redirect("intake:queue")
    page = {"form": form, "request_row": request, "ties": queries.ties_seen(http.asker, request)}
    return render(http, "intake/request/conflict.html", page, status=422 if form.errors else 200)


def _form(http: HttpRequest, kind: Kind, request: Request, verb: str) -> RangkulForm:
    more: dict[str, Any] = {}
    if kind.form is forms.AcceptForm:
        found = likely(http.asker, request)
        standing = _standing(http, request)
        more = {"people": [(str(one.person.pk), one.words) for one in found], "name": proposed_name(request)}
        more["running"] = standing
    elif kind.form is forms.WaitForm:
        more = {"region_code": request.region_code}
    form = kind.form(http.POST if http.method == "POST" else None, initial=_initial(request, verb), **more)
    if more.get("running"):
        form.standing = more["running"]
    for fields in _asked_first(kind, request).values():
        form.fields = {**fields, **form.fields}
    # Why comes before what may follow from it.
    form.order_fields(["reason"])
    return form


def _standing(http: HttpRequest, request: Request) -> list[hooks.Running]:
    """What runs already for who was chosen, else for who is linked."""
    who, client_kind = str(request.person_id or ""), ClientKind.PERSON
    if http.method == "POST":
        who, client_kind = http.POST.get("who", who), http.POST.get("client_kind", client_kind)
    try:
        return actions.running_for(request, UUID(who), client_kind)
    except ValueError:
        return []


def _asked_first(kind: Kind, request: Request) -> dict[hooks.First, dict[str, Any]]:
    if not kind.ends or not TABLE.allows(kind.verb, request.state):
        return {}
    asked = (first for first in hooks.asked_first if first.verbs is None or kind.verb in first.verbs)
    return {first: first.fields(request) for first in asked}


def _seen(request: Request) -> str:
    last = actions.newest(request)
    return str(last.pk if last else actions.NONE_YET)


def _with_the_news(form: RangkulForm, request: Request) -> None:
    """What the second of two workers typed stays; pressing again is deciding with the first decision in view."""
    form.data = form.data.copy()
    form.data["seen"] = _seen(request)


def _initial(request: Request, verb: str) -> dict[str, Any]:
    start = {"text": _prepared(request, verb), "seen": _seen(request)}
    if request.person_id:
        start["who"] = str(request.person_id)
    return start


def _prepared(request: Request, verb: str) -> str:
    contact = queries.contact_of(request) if verb == "terima" else None
    return BY_TICKET if contact and set(contact.channels) <= {Channel.TICKET} else DECISIONS[verb][1]


@transaction.atomic
def _act(http: HttpRequest, kind: Kind, request: Request, form: RangkulForm) -> dict[str, str]:
    """Do it, and say where to go: to what a hook opened, else back to the request or the queue."""
    words = {name: value for name, value in form.cleaned_data.items() if name != "once"}
    if kind.form is forms.AcceptForm:
        who, name = words.pop("who"), words.pop("new_name")
        if words["client_kind"] in ("person", "household"):
            link_or_register(http.asker, request, who, name)
    why = words.get("reason", "")
    for first, fields in _asked_first(kind, request).items():
        if fields:
            told = {"reason": why} if first.hears_why else {}
            first.keep(http.asker, request, told | {name: words.pop(name) for name in fields})
    made = kind.act(by=http.asker, request=request, **words)
    return {"to": _where(made, request)}


def _where(made: Any, request: Request) -> str:
    address = getattr(made, "get_absolute_url", None)
    if address:
        return address()
    # A head to whom it had risen goes out again with the decision; then the queue is where to go on.
    seen = Request.objects.filter(pk=request.pk).exists()
    return reverse("intake:request", args=[request.pk]) if seen else reverse("intake:queue")
