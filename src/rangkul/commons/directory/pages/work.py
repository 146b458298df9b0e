"""The list as workers use it: search, one entry with what is done about it, what they keep."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from rangkul.base import days
from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.fields import choice, line
from rangkul.commons.directory import actions, hooks, policy, queries
from rangkul.commons.directory.models import Service
from rangkul.commons.directory.pages import historical
from rangkul.commons.directory.pages.asked import WorkerSearchForm, asked
from rangkul.commons.directory.pages.keeping import able, look_on
from rangkul.commons.directory.pages.showing import shown
from rangkul.commons.directory.states import Topic, Unit
from rangkul.commons.people.models import Staff


class RoomForm(RangkulForm):
    unit = choice(gettext_lazy("Satuan"), Unit.choices)
    available = forms.IntegerField(label=gettext_lazy("Yang kosong hari ini"), min_value=0, max_value=100_000)
    maximum = forms.IntegerField(label=gettext_lazy("Seluruhnya"), min_value=0, max_value=100_000, required=False)
    note = line(
        gettext_lazy("Keterangan"), most=200, required=False,
        help_text=gettext_lazy("Misalnya: hanya untuk ibu dan bayi. Dibaca umum; jangan menulis nama orang."),
    )  # fmt: skip


class NewsForm(RangkulForm):
    topic = choice(gettext_lazy("Apa kabarnya?"), Topic.choices)
    text = line(gettext_lazy("Dari siapa atau apa Anda tahu"), most=500, required=False)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    look_on(request)
    found = asked(request, WorkerSearchForm)
    sought = hooks.sought_for(request)
    page = {
        "rows": [(row, sought.choose(row.service.pk) if sought else "") for row in found.rows or ()],
        "sought": sought,
        "may_edit": policy.may_edit(by=request.asker),
        "may_import": policy.may_import(by=request.asker),
        "may_map": policy.may_map(by=request.asker),
        "due": queries.due_for(request.asker.staff_id, days.today()).count(),
        "waiting": len(queries.waiting(51)) if policy.may_edit(by=request.asker) else 0,
    }
    return render(request, "directory/work_search.html", found.words | page)


@require_safe
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    look_on(request)
    return _page(request, pk)


def _page(request: HttpRequest, pk: UUID, room: RoomForm | None = None, status: int = 200) -> HttpResponse:
    entry = queries.entry(pk)
    if entry is None:
        raise Http404
    may = policy.may_keep(by=request.asker, service=entry.service)
    sought = hooks.sought_for(request)
    page = {
        "shown": shown(entry),
        "sought": sought,
        "choose": sought.choose(pk) if sought else "",
        "may_keep": may,
        "said": queries.waiting_of(entry.service),
        "agreement": queries.agreement_with(
            agency_id=request.asker.agency_id, organization_id=entry.service.organization_id
        ),
        "may_agree": policy.may_agree(by=request.asker),
        "able": able(request) if may else [],
        "room": room or RoomForm(),
        "news": NewsForm(),
    }
    return render(request, "directory/work_service.html", page, status=status)


@require_safe
def history(request: HttpRequest, pk: UUID) -> HttpResponse:
    look_on(request)
    service = _service(pk)
    page = {
        "service": service,
        "changes": historical.in_words(queries.history_of(service)),
        "apart": service.distinctions.select_related("by").order_by("-made_at"),
        "may_keep": policy.may_keep(by=request.asker, service=service),
    }
    return render(request, "directory/history.html", page)


@require_POST
def take_back_apart(request: HttpRequest, pk: UUID, row: UUID) -> HttpResponse:
    look_on(request)
    service = _service(pk)
    found = service.distinctions.filter(pk=row).first()
    if found is not None:
        actions.take_back_apart(by=request.asker, service=service, distinction=found)
        messages.success(request, _("Ditarik kembali. Berkas berikutnya menanyakan baris itu lagi."))
    return redirect("directory:history", pk)


def _service(pk: UUID) -> Service:
    return get_object_or_404(Service.objects.select_related("organization"), pk=pk)


@require_POST
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    actions.confirm_service(by=request.asker, service=_service(pk))
    messages.success(request, _("Tercatat: keterangan ini dipastikan hari ini."))
    return redirect("directory:kept" if request.POST.get("dari") == "dijaga" else "directory:show", *_back(request, pk))


def _back(request: HttpRequest, pk: UUID) -> list[UUID]:
    return [] if request.POST.get("dari") == "dijaga" else [pk]


@require_POST
def keeper(request: HttpRequest, pk: UUID) -> HttpResponse:
    try:
        wanted = UUID(request.POST.get("petugas", ""))
    except ValueError:
        raise Http404 from None
    staff = get_object_or_404(Staff, pk=wanted)
    try:
        actions.name_keeper(by=request.asker, service=_service(pk), staff=staff)
        messages.success(request, _("%(name)s menjaga keterangan ini.") % {"name": staff.full_name})
    except Refused as error:
        messages.error(request, error.message)
    return redirect("directory:show", pk)


@require_POST
def news(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A worker heard that something changed; closing and moving mark the entry at once."""
    look_on(request)
    form = NewsForm(request.POST)
    try:
        if not form.is_valid():
            raise Refused(_("Pilih apa kabarnya."))
        words = form.cleaned_data
        actions.suggest(by=request.asker, service=_service(pk), topic=words["topic"], text=words["text"])
        messages.success(request, _("Tercatat. Penjaga keterangan ini memeriksanya."))
    except Refused as error:
        messages.error(request, error.message)
    return redirect("directory:show", pk)


@require_POST
def room(request: HttpRequest, pk: UUID) -> HttpResponse:
    service, form = _service(pk), RoomForm(request.POST)
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("unit", "available", "maximum", "note")}
        try:
            actions.count_room(by=request.asker, service=service, **words)
            messages.success(request, _("Tempat yang tersedia tercatat."))
            return redirect("directory:show", pk)
        except Refused as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
    return _page(request, pk, form, status=422)
