"""Who keeps what: the entry behind a page that only its keepers use, and what waits for whom."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice
from rangkul.base.forms.sending import send
from rangkul.commons.directory import actions, policy, queries
from rangkul.commons.directory.models import Service
from rangkul.commons.people.models import Staff

_AT_ONCE = 100


class ShareForm(RangkulForm):
    """Which of those that nobody keeps go to whom."""

    services = forms.MultipleChoiceField(
        label=gettext_lazy("Keterangan layanan"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Pilih keterangan yang dibagikan.")},
    )
    keeper = choice(gettext_lazy("Yang menjaganya"), [], empty=gettext_lazy("Pilih petugas"))

    def __init__(self, *args: Any, services: list[Service], able: list[Staff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["services"].choices = [(str(one.pk), one.name) for one in services]
        self.fields["keeper"].choices += [(str(one.pk), one.full_name) for one in able]


def look_on(request: HttpRequest) -> None:
    """Every worker may read the list; whoever only learns or checks the house too."""
    if request.asker.kind != "staff":
        raise PermissionDenied


def able(request: HttpRequest) -> list[Staff]:
    return list(Staff.objects.filter(agency_id=request.asker.agency_id, is_active=True).order_by("full_name")[:200])


def kept(request: HttpRequest, pk: UUID) -> queries.Entry:
    """Raises Http404, PermissionDenied."""
    entry = queries.entry(pk)
    if entry is None:
        raise Http404
    if not policy.may_keep(by=request.asker, service=entry.service):
        raise PermissionDenied
    return entry


@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    """What the asker keeps and has to look at again. Who answers for a team gives to somebody what nobody keeps."""
    look_on(request)
    asker, today = request.asker, days.today()
    unkept = list(queries.unkept(asker.agency_id, today)[:_AT_ONCE]) if policy.may_import(by=asker) else []
    staff = able(request) if unkept else []
    form = ShareForm(request.POST or None, services=unkept, able=staff) if unkept else None
    if request.method == "POST":
        if form is None:
            return redirect("directory:kept")
        if send(form, asker, "directory.share", lambda words: _share(request, unkept, staff, **words)):
            return redirect("directory:kept")
    page = {
        "rows": list(queries.due_for(asker.staff_id, today)[:_AT_ONCE]), "unkept": unkept, "form": form,
        "ticked": form["services"].value() or [] if form else [],
        "said": queries.waiting_for(asker.staff_id), "today": today,
    }  # fmt: skip
    return render(request, "directory/kept.html", page, status=422 if form is not None and form.errors else 200)


def _share(
    request: HttpRequest, unkept: list[Service], able: list[Staff], *, services: list[str], keeper: str
) -> Staff:
    staff = next(one for one in able if str(one.pk) == keeper)
    chosen = [one for one in unkept if str(one.pk) in services]
    for service in chosen:
        actions.name_keeper(by=request.asker, service=service, staff=staff)
    said = ngettext("%(name)s menjaga %(n)d keterangan ini.", "%(name)s menjaga %(n)d keterangan ini.", len(chosen))
    messages.success(request, said % {"name": staff.full_name, "n": len(chosen)})
    return staff
