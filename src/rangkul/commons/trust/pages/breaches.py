"""The register of breaches: anybody who works here reports one, the data officer handles it against the clock."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.forms.sending import send
from rangkul.commons.trust import actions, policy
from rangkul.commons.trust.models import Breach
from rangkul.commons.trust.pages.forms import BreachForm, CloseBreachForm, HandleBreachForm
from rangkul.commons.trust.states import DataKind


def _breach(pk: UUID) -> Breach:
    return get_object_or_404(Breach.objects.select_related("agency", "owner", "reported_by", "raised_to"), pk=pk)


def _kinds(breach: Breach) -> list[str]:
    return [str(DataKind(kind).label) for kind in breach.kinds]


@require_safe
def register(request: HttpRequest) -> HttpResponse:
    if not request.asker.has("pdp", "auditor", "pimpinan"):
        raise PermissionDenied
    rows = Breach.objects.select_related("owner").order_by("closed_at", "due_at")[:200]
    return render(request, "trust/breaches.html", {"rows": [(row, _kinds(row)) for row in rows]})


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    form, by = BreachForm(request.POST or None), request.asker
    if request.method == "POST" and send(
        form, by, "breach.report", lambda words: actions.report_breach(by=by, **words)
    ):
        messages.success(request, _("Terima kasih. Pejabat pelindungan data menanganinya dalam 3×24 jam."))
        return redirect("desks:today")
    return render(request, "trust/report_breach.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    breach, by = _breach(pk), request.asker
    told = {"persons_told": bool(breach.persons_told_at), "authority_told": bool(breach.authority_told_at)}
    form = HandleBreachForm(
        request.POST or None, initial={"handling": breach.handling, "persons": breach.persons, **told}
    )
    if request.method == "POST" and send(
        form, by, f"breach.{pk}", lambda words: actions.handle_breach(by=by, breach=breach, **words)
    ):
        messages.success(request, _("Penanganan dicatat."))
        return redirect("trust:breach", pk)
    return _page(request, breach, form, CloseBreachForm(prefix="tutup"))


@require_POST
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    breach, by = _breach(pk), request.asker
    form = CloseBreachForm(request.POST, prefix="tutup")
    if send(form, by, f"breach.close.{pk}", lambda words: actions.close_breach(by=by, breach=breach, **words)):
        messages.success(request, _("Insiden ini ditutup."))
        return redirect("trust:breach", pk)
    handled = {"handling": breach.handling, "persons": breach.persons}
    return _page(request, breach, HandleBreachForm(initial=handled), form)


def _page(request: HttpRequest, breach: Breach, form: HandleBreachForm, closing: CloseBreachForm) -> HttpResponse:
    handles = policy.may_handle_breach(by=request.asker, breach=breach) and breach.closed_at is None
    page = {"breach": breach, "kinds": _kinds(breach), "form": form, "closing": closing, "handles": handles}
    return render(request, "trust/breach.html", page, status=422 if form.errors or closing.errors else 200)


@require_safe
def letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The written notice: which data, when and how, and what was done about it (Pasal 46 ayat 2)."""
    breach = _breach(pk)
    return render(request, "trust/breach_letter.html", {"breach": breach, "kinds": _kinds(breach)})
