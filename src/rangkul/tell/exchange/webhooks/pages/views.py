"""Addresses of other systems for who keeps them, and the log of what was told to each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.actions import Refused
from rangkul.base.forms import RangkulForm, refuse
from rangkul.base.idempotency import once, scope_of
from rangkul.tell.exchange.peers.queries import possible_keepers
from rangkul.tell.exchange.webhooks import actions, policy, queries, signing
from rangkul.tell.exchange.webhooks.models import Telling, Webhook
from rangkul.tell.exchange.webhooks.pages.forms import WebhookForm


def _only_admins(request: HttpRequest) -> None:
    """Who keeps none does not learn that there are any."""
    if not policy.may_keep(by=request.asker):
        raise Http404


def _crumbs(label: str = "") -> list[dict[str, str]]:
    crumbs = [
        {"label": _("Server mitra"), "url": reverse("exchange:peers")},
        {"label": _("Kabar otomatis"), "url": reverse("exchange:webhooks") if label else ""},
    ]
    return [*crumbs, {"label": label, "url": ""}] if label else crumbs


@require_safe
def rows(request: HttpRequest) -> HttpResponse:
    _only_admins(request)
    return render(request, "exchange/webhooks.html", {"rows": queries.webhooks_of(request.asker), "crumbs": _crumbs()})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    _only_admins(request)
    by, post = request.asker, request.method == "POST"
    form = WebhookForm(
        request.POST if post else None, keepers=possible_keepers(by.agency_id), initial={"keeper": str(by.staff_id)}
    )
    if post and form.is_valid():
        words = {name: value for name, value in form.cleaned_data.items() if name != "once"}
        answer = _with_secret(request, form, "webhook", lambda: actions.add(by=by, **words))
        if answer is not None:
            return answer
    words = {"form": form, "crumbs": _crumbs(_("Tambah alamat"))}
    return render(request, "exchange/new_webhook.html", words, status=422 if form.errors else 200)


def _with_secret(
    request: HttpRequest, form: RangkulForm, what: str, verb: Callable[[], Webhook]
) -> HttpResponse | None:
    """The secret is shown in the answer to the one POST that made it, and nowhere else; None where the verb refuses."""
    made: list[Webhook] = []

    def write() -> dict[str, str]:
        made.append(verb())
        return {"id": str(made[0].pk)}

    try:
        kept = once(form.once_key, scope_of(request.asker, what), write)
    except Refused as error:
        refuse(form, error)
        return None
    if not made:
        messages.info(request, _("Rahasianya hanya tampil sekali. Bila hilang, buat rahasia baru."))
        return redirect("exchange:webhook", pk=kept["id"])
    words = {"webhook": made[0], "secret": signing.secret_of(made[0]), "crumbs": _crumbs(made[0].name)}
    return render(request, "exchange/webhook_secret.html", words)


def _webhook(request: HttpRequest, pk: UUID) -> Webhook:
    _only_admins(request)
    return get_object_or_404(Webhook.objects.select_related("keeper"), pk=pk, agency_id=request.asker.agency_id)


@require_safe
def show(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, _webhook(request, pk))


def _page(request: HttpRequest, row: Webhook, wrong: RangkulForm | None = None) -> HttpResponse:
    words = {
        "webhook": row,
        "told": queries.told(row),
        "form": RangkulForm(auto_id=False),
        "wrong": wrong,
        "crumbs": _crumbs(row.name),
    }
    return render(request, "exchange/webhook.html", words, status=422 if wrong else 200)


def _sent(request: HttpRequest, row: Webhook, what: str, verb: Callable[[], Any]) -> HttpResponse:
    form = RangkulForm(request.POST)
    if form.is_valid():
        try:
            once(form.once_key, scope_of(request.asker, f"{what}.{row.pk}"), lambda: {"id": str(verb().pk)})
        except Refused as error:
            refuse(form, error)
        else:
            return redirect("exchange:webhook", pk=row.pk)
    return _page(request, row, form)


@never_cache
@require_POST
def change_secret(request: HttpRequest, pk: UUID) -> HttpResponse:
    row, form = _webhook(request, pk), RangkulForm(request.POST)
    if form.is_valid():
        answer = _with_secret(
            request, form, f"webhook.secret.{row.pk}", lambda: actions.change_secret(by=request.asker, webhook=row)
        )
        if answer is not None:
            return answer
    return _page(request, row, form)


@require_POST
def try_out(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _webhook(request, pk)
    return _sent(request, row, "webhook.try", lambda: actions.try_out(by=request.asker, webhook=row))


@require_POST
def switch_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _webhook(request, pk)
    return _sent(request, row, "webhook.on", lambda: actions.switch_on(by=request.asker, webhook=row))


@require_POST
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _webhook(request, pk)
    return _sent(request, row, "webhook.revoke", lambda: actions.revoke(by=request.asker, webhook=row))


@require_POST
def send_again(request: HttpRequest, pk: UUID, telling_id: UUID) -> HttpResponse:
    row = _webhook(request, pk)
    telling = get_object_or_404(Telling.objects.select_related("webhook"), pk=telling_id, webhook=row)
    what = f"webhook.again.{telling.pk}"
    return _sent(request, row, what, lambda: actions.send_again(by=request.asker, telling=telling))
