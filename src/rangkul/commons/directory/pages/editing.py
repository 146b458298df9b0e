"""Writing an entry and changing it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base.asking import Asker
from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, policy, queries
from rangkul.commons.directory.actions import OrganizationDraft
from rangkul.commons.directory.models import Organization, Service
from rangkul.commons.directory.pages.entry_form import EntryForm
from rangkul.commons.directory.pages.filling import filled, initial
from rangkul.commons.directory.pages.keeping import kept
from rangkul.commons.directory.redrafting import draft_of

_BEGIN = {"status": "active", "public": True, "languages": ["ind"]}


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    if not policy.may_edit(by=request.asker):
        raise PermissionDenied
    form = EntryForm(request.POST or None, initial=_BEGIN)
    written: list[Service] = []
    if request.method == "POST" and send(form, request.asker, "new service", lambda w: _add(request.asker, w, written)):
        messages.success(request, _("Layanan tercatat. Anda yang menjaga keterangannya."))
        return redirect("directory:show", written[0].pk) if written else redirect("directory:search")
    return render(request, "directory/edit.html", {"form": form, "entry": None}, status=422 if form.is_bound else 200)


def _add(by: Asker, words: dict[str, Any], written: list[Service]) -> Service:
    """An organisation of that name that the asker may keep gets one more service; else it is written too."""
    known = Organization.objects.filter(name__iexact=words["organization"]).order_by("pk")
    organization = next((row for row in known if policy.may_keep_organization(by=by, organization=row)), None)
    if organization is None:
        organization = actions.add_organization(by=by, given=_organization(words))
    written.append(actions.add_service(by=by, organization=organization, given=filled(words)))
    return written[0]


def _organization(words: dict[str, Any], before: Organization | None = None) -> OrganizationDraft:
    kept = {
        name: getattr(before, name)
        for name in ("alternate_name", "description", "website", "areas", "public")
        if before
    }
    return OrganizationDraft(
        name=words["organization"],
        legal_status=words["legal_status"],
        psks=words["psks"],
        consented_on=words["consented_on"],
        **({"public": words["public"]} | kept),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = kept(request, pk)
    form = EntryForm(request.POST or None, initial=initial(entry))
    if request.method == "POST" and send(
        form, request.asker, f"change {pk}", lambda w: _change(request.asker, entry, w)
    ):
        messages.success(request, _("Perubahan tersimpan, dan keterangan ini dipastikan hari ini."))
        return redirect("directory:show", pk)
    return render(request, "directory/edit.html", {"form": form, "entry": entry}, status=422 if form.is_bound else 200)


def _change(by: Asker, entry: queries.Entry, words: dict[str, Any]) -> Service:
    organization = entry.service.organization
    actions.change_organization(by=by, organization=organization, given=_organization(words, organization))
    return actions.change_service(by=by, service=entry.service, given=filled(words, draft_of(entry)))
