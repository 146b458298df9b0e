"""A paper answer keyed in, and the way for browsers without scripts: the questions as one plain form."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.base.xforms import Refused
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import queries, reading
from rangkul.journey.instruments.actions import Given, record
from rangkul.journey.instruments.models import Administration, InstrumentVersion
from rangkul.journey.instruments.pages.forms import AroundForm
from rangkul.journey.instruments.pages.frame import case_or_404, language_of, page, version_or_404
from rangkul.journey.instruments.pages.plain import NotPlain, PlainForm, place
from rangkul.journey.instruments.states import Mode


class PaperForm(AroundForm, PlainForm):
    """The questions, and around them whom it is about and how it was answered."""

    mode = forms.ChoiceField(
        label=gettext_lazy("Cara"),
        choices=[(Mode.PAPER.value, Mode.PAPER.label), (Mode.INTERVIEW.value, Mode.INTERVIEW.label)],
        initial=Mode.PAPER,
    )


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    case, version = case_or_404(request, case_id), version_or_404(request, version_id)
    language = language_of(version, request.GET.get("bahasa", ""))
    form_of = reading.form_of(version)
    try:
        form = PaperForm(
            request.POST or None,
            people=queries.people_of(case),
            questions=form_of.questions,
            language=language,
            pictures=reading.pictures(version),
        )
    except NotPlain:
        return page(request, case, "not_plain", {"version": version})
    if request.method == "POST":
        try:
            if send(
                form, request.asker, f"paper.{version.pk}", lambda words: _record(request, case, version, form, words)
            ):
                row = Administration.objects.get(case=case, instance=_number(form))
                return redirect("instruments:result", case.pk, row.pk)
        except Refused as refused:
            place(form, refused)
    words = {"version": version, "form": form, "rules": reading.rules_of(version), "language": language}
    return page(request, case, "paper", words, wrong=bool(form.errors))


def _number(form: PaperForm) -> str:
    """The page's own key is the answer's number: the same page sent twice is one answer."""
    return f"uuid:{form.cleaned_data['once'] or uuid4()}"


def _record(
    request: HttpRequest, case: Case, version: InstrumentVersion, form: PaperForm, words: dict[str, Any]
) -> Administration:
    around = dict(words)
    values = form.values(around)
    answer = reading.form_of(version).answer_from(values, instance_id=_number(form))
    language = language_of(version, request.GET.get("bahasa", ""))
    return record(by=request.asker, case=case, version=version, given=Given(answer=answer, language=language, **around))
