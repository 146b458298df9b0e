"""The conditions of one entry: each in the words that the public reads, and written by a form of its kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rangkul.base.forms.sending import send
from rangkul.base.wilayah import queries as wilayah
from rangkul.commons.directory import actions, conditions, fitting, policy
from rangkul.commons.directory.models import Eligibility, Service
from rangkul.commons.directory.pages.rule_form import RuleForm, draft_of, initial_of
from rangkul.commons.directory.states import Rule

# What can be pressed instead of saving: read first what it will say.
LOOK = "lihat"


def _kept(request: HttpRequest, pk: UUID) -> Service:
    service = get_object_or_404(Service.objects.select_related("organization"), pk=pk)
    if not policy.may_keep(by=request.asker, service=service):
        raise PermissionDenied
    return service


def _read(rules: Iterable[Eligibility]) -> list[dict[str, Any]]:
    rows = list(rules)
    labels = fitting.labels({code for row in rows if row.rule == Rule.CATEGORY for code in row.codes})
    codes = {code for row in rows if row.rule == Rule.AREA for code in row.codes}
    regions = wilayah.paths(codes) if codes else {}
    return [
        {
            "row": row, "kind": Rule(row.rule).label, "words": fitting.condition_words(row, labels, regions),
            "unsure": fitting.unsure_words(row, labels, regions),
        }
        for row in rows
    ]  # fmt: skip


@require_safe
def listed(request: HttpRequest, pk: UUID) -> HttpResponse:
    service = _kept(request, pk)
    page = {"service": service, "rules": _read(service.eligibilities.order_by("rule", "preferred", "pk"))}
    return render(request, "directory/rules.html", page | {"kinds": Rule.choices})


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    if kind not in Rule.values:
        raise Http404
    return _written(request, _kept(request, pk), kind, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: UUID, rule: UUID) -> HttpResponse:
    service = _kept(request, pk)
    row = get_object_or_404(Eligibility, service=service, pk=rule)
    return _written(request, service, row.rule, row)


def _written(request: HttpRequest, service: Service, kind: str, row: Eligibility | None) -> HttpResponse:
    codes = row.codes if row and kind == Rule.AREA else []
    first = initial_of(row, wilayah.paths(codes) if codes else {}) if row else None
    form = RuleForm(request.POST or None, kind=kind, initial=first)
    if request.method == "POST" and LOOK not in request.POST and _saved(request, form, service, row):
        return redirect("directory:rules", service.pk)
    read = None
    if form.is_bound and form.is_valid():
        read = _read([Eligibility(**asdict(conditions.only(draft_of(kind, form.cleaned_data))))])[0]
    page = {"form": form, "service": service, "row": row, "kind": Rule(kind).label, "read": read}
    return render(request, "directory/rule.html", page, status=422 if form.errors else 200)


def _saved(request: HttpRequest, form: RuleForm, service: Service, row: Eligibility | None) -> bool:
    def write(words: dict[str, Any]) -> Eligibility:
        given = draft_of(form.kind, words)
        if row is None:
            return actions.add_rule(by=request.asker, service=service, given=given)
        return actions.change_rule(by=request.asker, service=service, rule=row, given=given)

    done = send(form, request.asker, f"rule {service.pk} {row.pk if row else form.kind}", write)
    if done:
        messages.success(request, _("Syarat tersimpan. Umum membacanya seperti di bawah."))
    return done


@require_POST
def remove(request: HttpRequest, pk: UUID, rule: UUID) -> HttpResponse:
    service = _kept(request, pk)
    row = Eligibility.objects.filter(service=service, pk=rule).first()
    if row is not None:
        words = _read([row])[0]["words"]
        actions.remove_rule(by=request.asker, service=service, rule=row)
        messages.success(request, _("Syarat “%(words)s” dihapus. Riwayat menyimpannya.") % {"words": words})
    return redirect("directory:rules", service.pk)
