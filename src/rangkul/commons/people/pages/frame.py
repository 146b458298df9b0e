"""What all pages of one person share: finding them or 404, the tabs, sending a form once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.base import readings
from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm, refuse
from rangkul.base.idempotency import once, scope_of
from rangkul.commons.people import hooks, queries
from rangkul.commons.people.models import Person

_TABS = (
    ("person", lambda: _("Data diri"), "user"),
    ("edit", lambda: _("Perbaiki data"), "pencil"),
    ("contact", lambda: _("Kontak aman"), "shield-heart"),
    ("household", lambda: _("Keluarga"), "users"),
    ("merge", lambda: _("Gabungkan"), "git-merge"),
    ("history", lambda: _("Riwayat"), "history"),
)


def person_or_404(person_id: UUID) -> Person:
    """Not seen and not there are the same answer."""
    try:
        return queries.get(person_id)
    except Person.DoesNotExist as error:
        raise Http404 from error


def note_reading(request: HttpRequest, person: Person) -> None:
    """Opening a person's file is an event, with the right by which it was opened."""
    why = next((code for ask in hooks.why_open if (code := ask(request.asker, "person", person.pk))), "")
    readings.read_file("person", person.pk, why=why or "register")


def page(
    request: HttpRequest, person: Person, here: str, context: dict[str, Any], *, wrong: bool = False
) -> HttpResponse:
    """One of the person's pages; 422 where a form on it was refused."""
    note_reading(request, person)
    words = {"person": person, "tabs": tabs_of(person, here), "crumbs": _crumbs(person, here), **context}
    return render(request, f"people/{here}.html", words, status=422 if wrong else 200)


def tabs_of(person: Person, here: str) -> list[dict[str, Any]]:
    return [
        {"label": label(), "url": reverse(f"people:{name}", args=[person.pk]), "current": name == here, "icon": icon}
        for name, label, icon in _TABS
    ]


def _crumbs(person: Person, here: str) -> list[dict[str, str]]:
    crumbs = [{"label": _("Orang"), "url": reverse("people:register")}]
    if here == "person":
        return [*crumbs, {"label": person.full_name, "url": ""}]
    label = next(label() for name, label, _icon in _TABS if name == here)
    return [
        *crumbs,
        {"label": person.full_name, "url": reverse("people:person", args=[person.pk])},
        {"label": label, "url": ""},
    ]


def sent(request: HttpRequest, form: RangkulForm, what: str, verb: Callable[[dict[str, Any]], Any]) -> str | None:
    """Run the verb once for the form's key; the id of what it returned, or None where form or domain said no."""
    if not form.is_valid():
        return None
    words = {name: value for name, value in form.cleaned_data.items() if name != "once"}
    try:
        answer = once(form.once_key, scope_of(request.asker, what), lambda: {"id": str(verb(words).pk)})
    except Refused as error:
        refuse(form, error)
        return None
    return answer["id"]
