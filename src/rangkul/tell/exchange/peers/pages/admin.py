"""Other houses, for who keeps the list: added, compared, switched, and which organisations they reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.tell.exchange.peers import actions, policy, queries
from rangkul.tell.exchange.peers.models import Peer
from rangkul.tell.exchange.peers.pages.forms import AgreementForm, ConfirmForm, EndForm, KeyForm, PeerForm

_FOUND = 10


def _only_admins(request: HttpRequest) -> None:
    """Who keeps no list does not learn that there is one."""
    if not policy.may_keep(by=request.asker):
        raise Http404


def _crumbs(label: str = "") -> list[dict[str, str]]:
    crumbs = [{"label": _("Server mitra"), "url": reverse("exchange:peers")}]
    return [*crumbs, {"label": label, "url": ""}] if label else crumbs


@require_GET
def peers(request: HttpRequest) -> HttpResponse:
    _only_admins(request)
    words = {"lines": queries.lines(request.asker), "mine": queries.identity().public}
    return render(request, "exchange/peers.html", words)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    _only_admins(request)
    form, by = PeerForm(request.POST or None), request.asker
    if request.method == "POST" and send(form, by, "peer", lambda words: actions.add_peer(by=by, **words)):
        row = Peer.objects.filter(agency_id=by.agency_id).latest("made_at")
        return redirect("exchange:peer", pk=row.pk)
    words = {"form": form, "crumbs": _crumbs(_("Tambah server"))}
    return render(request, "exchange/new_peer.html", words, status=422 if form.errors else 200)


def _forms(request: HttpRequest, row: Peer, sent: str = "") -> dict[str, RangkulForm]:
    def given(name: str) -> Any:
        return request.POST if name == sent else None

    return {
        "confirm": ConfirmForm(given("confirm"), initial={"kid": row.kid}, auto_id="id_cocok_%s"),
        "key": KeyForm(given("key"), auto_id="id_kunci_%s"),
        "agree": AgreementForm(
            given("agree"),
            keepers=queries.possible_keepers(row.agency_id),
            initial={"starts_on": days.today(), "keeper": str(request.asker.staff_id)},
            auto_id="id_janji_%s",
        ),
        "end": EndForm(given("end"), auto_id="id_akhir_%s"),
        "switch": RangkulForm(given("switch"), auto_id="id_saklar_%s"),
        "reach": RangkulForm(given("reach"), auto_id="id_capai_%s"),
        "unreach": RangkulForm(given("unreach"), auto_id="id_lepas_%s"),
    }


@require_GET
def peer(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _peer(request, pk)
    return _page(request, row, _forms(request, row))


def _peer(request: HttpRequest, pk: UUID) -> Peer:
    _only_admins(request)
    return get_object_or_404(Peer, pk=pk, agency_id=request.asker.agency_id)


def _page(request: HttpRequest, row: Peer, forms: dict[str, RangkulForm], sent: str = "") -> HttpResponse:
    sought = request.GET.get("cari", "").replace("\x00", "")[:100]
    reaches = list(row.reaches.order_by("name"))
    words = {
        "line": queries.one_line(request.asker, row.pk),
        "reaches": reaches,
        "sought": sought,
        "found": _organizations(sought, {one.organization_id for one in reaches}) if sought else [],
        "agreement": queries.agreement_with(row),
        "agreements": queries.agreements_of(row),
        "today": days.today(),
        "has_directory": apps.is_installed("rangkul.commons.directory"),
        "forms": forms,
        "sent": sent,
        "crumbs": _crumbs(row.name),
    }
    return render(request, "exchange/peer.html", words, status=422 if sent else 200)


def _organizations(sought: str, there: set[UUID]) -> list[Any]:
    if not apps.is_installed("rangkul.commons.directory"):
        return []
    from rangkul.commons.directory.queries import public_organizations

    return list(public_organizations(search=sought).exclude(pk__in=there)[:_FOUND])


def _sent(request: HttpRequest, pk: UUID, name: str, verb: Callable[[Peer, dict], Any]) -> HttpResponse:
    row = _peer(request, pk)
    forms = _forms(request, row, name)
    if send(forms[name], request.asker, f"peer.{name}.{row.pk}", lambda words: verb(row, words)):
        return redirect("exchange:peer", pk=row.pk)
    return _page(request, row, forms, name)


@require_POST
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Of the very key whose digits were on the page."""

    def verb(row: Peer, words: dict) -> Peer:
        row.kid = words["kid"]
        return actions.confirm(by=request.asker, peer=row)

    return _sent(request, pk, "confirm", verb)


@require_POST
def replace_key(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _sent(request, pk, "key", lambda row, words: actions.replace_key(by=request.asker, peer=row, **words))


@require_POST
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    def verb(row: Peer, words: dict) -> Any:
        return actions.agree(by=request.asker, peer=row, paper=actions.Paper(**words))

    return _sent(request, pk, "agree", verb)


@require_POST
def end_agreement(request: HttpRequest, pk: UUID, agreement_id: UUID) -> HttpResponse:
    found = get_object_or_404(_peer(request, pk).agreements, pk=agreement_id)
    return _sent(
        request, pk, "end", lambda _row, words: actions.end_agreement(by=request.asker, agreement=found, **words)
    )


@require_POST
def switch(request: HttpRequest, pk: UUID) -> HttpResponse:
    on = request.POST.get("on") == "1"
    return _sent(request, pk, "switch", lambda row, _words: actions.switch(by=request.asker, peer=row, on=on))


@require_POST
def reach(request: HttpRequest, pk: UUID, organization_id: UUID) -> HttpResponse:
    if not apps.is_installed("rangkul.commons.directory"):
        raise Http404
    from rangkul.commons.directory.models import Organization

    name = get_object_or_404(Organization, pk=organization_id, public=True).name

    def verb(row: Peer, _words: dict) -> Peer:
        return actions.reach(by=request.asker, peer=row, organization_id=organization_id, name=name)

    return _sent(request, pk, "reach", verb)


@require_POST
def unreach(request: HttpRequest, pk: UUID, reach_id: UUID) -> HttpResponse:
    found = get_object_or_404(_peer(request, pk).reaches, pk=reach_id)
    return _sent(request, pk, "unreach", lambda row, _words: actions.unreach(by=request.asker, peer=row, reach=found))
