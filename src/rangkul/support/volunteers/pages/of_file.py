"""What one case, or a request that is none, needs from neighbours; one need more."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base import days
from rangkul.base.forms.sending import send
from rangkul.base.wilayah.queries import path
from rangkul.entry.intake import queries as intake
from rangkul.entry.intake.models import Request
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.support.volunteers import actions, policy, queries
from rangkul.support.volunteers.models import Need
from rangkul.support.volunteers.pages.forms import NeedForm
from rangkul.support.volunteers.pages.frame import opened

_METHODS = ["GET", "HEAD", "POST"]


def _page(request: HttpRequest, file: Case | Request, name: str, words: dict[str, Any]) -> HttpResponse:
    """`name`: "case" or "request", as verbs and addresses call the file."""
    first = {"place": path(file.region_code), "region_code": file.region_code, "from_day": days.today()}
    form = NeedForm(request.POST or None, initial=first)

    def verb(typed: dict[str, Any]) -> Need:
        return actions.note_need(by=request.asker, given=actions.NeedDraft(**typed), **{name: file})

    if request.method == "POST" and send(form, request.asker, f"aid.{file.pk}", verb):
        return redirect(f"volunteers:of_{name}", file.pk)
    words |= {"form": form, "needs": queries.needs_of(**{name: file})}
    words["crumbs"].append({"label": _("Relawan"), "url": ""})
    return render(request, "volunteers/of_file.html", words, status=422 if form.errors else 200)


@require_http_methods(_METHODS)
def of_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    crumbs = [
        {"label": _("Kasus saya"), "url": reverse("cases:mine")},
        {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
    ]
    words = {
        "case": case,
        "tab_here": "volunteers:of_case",
        "frame": "cases/_frame.html",
        "may_work": case.is_open and policy.may_note(by=request.asker, case=case),
        "crumbs": crumbs,
    }
    return _page(request, case, "case", words)


@require_http_methods(_METHODS)
def of_request(request: HttpRequest, request_id: UUID) -> HttpResponse:
    row = intake.get(request_id)
    if not policy.may_note(by=request.asker, request=row):
        raise Http404
    opened(request, row)
    crumbs = [
        {"label": _("Antrean"), "url": reverse("intake:queue")},
        {"label": row.ticket_words, "url": reverse("intake:request", args=[row.pk])},
    ]
    words = {
        "frame": "volunteers/_request_frame.html", "request_row": row, "may_work": row.is_open, "crumbs": crumbs,
    }  # fmt: skip
    return _page(request, row, "request", words)
