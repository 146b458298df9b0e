"""Small verbs on the page of a request: level, owner, acknowledgement, a word to the asker, a new PIN."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rangkul.base.forms.sending import send
from rangkul.entry.intake import actions, queries
from rangkul.entry.intake.models import Request
from rangkul.entry.intake.pages.staff import forms
from rangkul.entry.intake.pages.staff.one import show


@require_POST
def level(http: HttpRequest, pk: UUID) -> HttpResponse:
    request, by = queries.get(pk), http.asker
    form = forms.LevelForm(http.POST, prefix="tingkat")
    if send(form, by, f"level:{pk}", lambda words: actions.change_level(by=by, request=request, **words)):
        return redirect("intake:request", pk=pk)
    return show(http, queries.get(pk), level=form, status=422)


@require_POST
def assign(http: HttpRequest, pk: UUID) -> HttpResponse:
    """After the request moved to another unit it may be out of sight; then the queue is where to go on."""
    request, by = queries.get(pk), http.asker
    form = forms.AssignForm(http.POST, request=request, prefix="petugas")
    if send(form, by, f"assign:{pk}", lambda words: actions.assign(by=by, request=request, **words)):
        return redirect("intake:request", pk=pk) if Request.objects.filter(pk=pk).exists() else redirect("intake:queue")
    return show(http, queries.get(pk), assign=form, status=422)


@require_POST
def acknowledge(http: HttpRequest, pk: UUID) -> HttpResponse:
    actions.acknowledge(by=http.asker, request=queries.get(pk))
    return redirect("intake:request", pk=pk)


@require_POST
def message(http: HttpRequest, pk: UUID) -> HttpResponse:
    request, by = queries.get(pk), http.asker
    form = forms.MessageForm(http.POST)
    if send(form, by, f"message:{pk}", lambda words: actions.write_message(by=by, request=request, **words)):
        return redirect("intake:request", pk=pk)
    return show(http, request, message=form, status=422)


@require_POST
def pin(http: HttpRequest, pk: UUID) -> HttpResponse:
    """Shown once, on this answer alone."""
    request = queries.get(pk)
    new = actions.renew_pin(by=http.asker, request=request)
    return render(http, "intake/request/ticket.html", {"request_row": request, "pin": new, "renewed": True})
