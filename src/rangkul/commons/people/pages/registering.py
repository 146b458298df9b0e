"""Registering a person on one page; those who may be the same appear while one types, and before anything is saved."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rangkul.base.readings import only_reads
from rangkul.base.wilayah.queries import known_area, paths
from rangkul.commons.people import actions, policy, queries
from rangkul.commons.people.pages.forms import NewPersonForm
from rangkul.commons.people.pages.frame import sent
from rangkul.commons.people.queries.duplicates import Duplicate, warnings_of
from rangkul.commons.people.words import age_of


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if not policy.may_register(by=request.asker):
        raise PermissionDenied
    form = NewPersonForm(request.POST or None)
    if request.method != "POST":
        return render(request, "people/new.html", {"form": form})
    complete = form.is_valid()
    similar = queries.likely_duplicates(request.asker, form.draft())
    if complete and _looked_at(form, similar):
        made = sent(request, form, "people.new", lambda _words: actions.register(by=request.asker, draft=form.draft()))
        if made is not None:
            return _registered(request, form, made)
    return render(request, "people/new.html", {"form": form, "similar": _shown(similar)}, status=422)


def _looked_at(form: NewPersonForm, similar: list[Duplicate]) -> bool:
    """Somebody who is likely the same must be looked at before a second registration is made."""
    if form.cleaned_data["sure"] or not any(found.level == "likely" for found in similar):
        return True
    form.add_error("sure", _("Ada orang yang kemungkinan sama. Periksa dulu daftar di bawah."))
    return False


def _registered(request: HttpRequest, form: NewPersonForm, made: str) -> HttpResponse:
    for warning in warnings_of(form.draft(), known_area):
        messages.warning(request, str(warning.message))
    messages.success(request, _("Orang ini sudah terdaftar."))
    return redirect("people:person", made)


@only_reads
@require_POST
def similar(request: HttpRequest) -> HttpResponse:
    """The fragment under the form. By POST, because what is typed has no place in an address."""
    if not policy.may_register(by=request.asker):
        raise PermissionDenied
    form = NewPersonForm(request.POST)
    form.is_valid()
    found = queries.likely_duplicates(request.asker, form.draft())
    return render(request, "people/similar.html", {"form": form, "similar": _shown(found)})


def _shown(similar: list[Duplicate]) -> list[dict]:
    places = paths(found.person.region_code for found in similar if found.person.region_code)
    return [
        {
            "person": found.person,
            "age": age_of(found.person),
            "place": places.get(found.person.region_code, ""),
            "reasons": found.reasons,
            "likely": found.level == "likely",
        }
        for found in similar
    ]
