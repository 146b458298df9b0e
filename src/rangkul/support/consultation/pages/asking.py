"""A new question, with or without a case, and what stands about consultations beside a case."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rangkul.base import days
from rangkul.base.forms.sending import send
from rangkul.journey.cases.frame import case_or_404
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.policy import may_work
from rangkul.journey.cases.queries import nameless
from rangkul.support.consultation import actions, queries
from rangkul.support.consultation.actions.questions import To
from rangkul.support.consultation.models import Question
from rangkul.support.consultation.pages.forms import AskForm
from rangkul.support.consultation.pages.frame import crumbs, practising

_USUAL = timedelta(days=7)


def _form(request: HttpRequest, case: Case | None) -> AskForm:
    by = request.asker
    facts = nameless.short_facts_of(case) if case else []
    first = {"answer_by": days.today() + _USUAL, "facts": [name for name, _value in facts], "unit_id": str(by.unit_id)}
    return AskForm(
        request.POST or None, initial=first, facts=facts, staff=queries.colleagues(by), units=queries.units(by),
        agencies=queries.agencies(by),
    )  # fmt: skip


def _asked(request: HttpRequest, form: AskForm, case: Case | None) -> Question | None:
    """The draft that came of it, the same one where the form arrives twice."""
    by, made = request.asker, f"question.{case.pk if case else ''}"
    groups = queries.groups_of(case) if case else []

    def verb(words: dict[str, Any]) -> Question:
        to = To(words.pop("audience"), *(_id(words.pop(name)) for name in ("staff_id", "unit_id", "agency_id")))
        return actions.ask(by=by, to=to, case=case, category=next(iter(groups), ""), **words)

    if not send(form, by, made, verb):
        return None
    return Question.objects.filter(asked_by_id=by.staff_id).order_by("-made_at").first()


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """A question that speaks of no case."""
    practising(request)
    form = _form(request, None)
    if request.method == "POST" and (row := _asked(request, form, None)):
        return redirect(row)
    words = {"form": form, "crumbs": crumbs(_("Pertanyaan baru"))}
    return render(request, "consultation/ask.html", words, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def of_case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """What was asked about this case, what the library holds for its groups, and a new question."""
    case = case_or_404(request, case_id)
    works = case.is_open and may_work(by=request.asker, case=case)
    form = _form(request, case)
    if request.method == "POST" and (row := _asked(request, form, case)):
        return redirect(row)
    words = {
        "case": case,
        "tab_here": "consultation:of_case",
        "may_work": works,
        "form": form,
        "questions": queries.of_case(case),
        "articles": queries.beside(case),
        "crumbs": [
            {"label": _("Kasus saya"), "url": reverse("cases:mine")},
            {"label": case.client_name, "url": reverse("cases:case", args=[case.pk])},
            {"label": _("Konsultasi"), "url": ""},
        ],
    }
    return render(request, "consultation/of_case.html", words, status=422 if form.errors else 200)
