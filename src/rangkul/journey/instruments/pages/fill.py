"""An instrument filled in on the screen, by the worker who reads it aloud or by the client to whom it is handed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from rangkul.base.days import today
from rangkul.base.forms.sending import send
from rangkul.base.xforms import Complaint, Refused
from rangkul.journey.cases.models import Case
from rangkul.journey.instruments import queries, reading
from rangkul.journey.instruments.actions import Given, record
from rangkul.journey.instruments.alone import BY_A_WORKER
from rangkul.journey.instruments.models import Administration, InstrumentVersion
from rangkul.journey.instruments.pages.forms import MODES, AnswerForm
from rangkul.journey.instruments.pages.frame import case_or_404, language_of, page, result_or_404, version_or_404
from rangkul.journey.instruments.states import NO_DIAGNOSIS, Mode

_TURN = re.compile(r"\[\d+\]")


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID, version_id: UUID) -> HttpResponse:
    case, version = case_or_404(request, case_id), version_or_404(request, version_id)
    people = queries.people_of(case)
    if request.method == "GET":
        return _page(request, case, version, _blank(request, case, version, people))
    form = AnswerForm(request.POST, people=people)
    kept: list[Administration] = []
    try:
        if send(
            form, request.asker, f"answer.{version.pk}", lambda words: _record(request, case, version, words, kept)
        ):
            row = kept[0] if kept else _of(form, case, version)
            return redirect(
                "instruments:handed_back" if row.mode == Mode.SELF else "instruments:result", case.pk, row.pk
            )
    except Refused as refused:
        return _page(request, case, version, form, refused.faults)
    return _page(request, case, version, form)


def _blank(request: HttpRequest, case: Case, version: InstrumentVersion, people: list) -> AnswerForm:
    rules, draft = reading.rules_of(version), queries.draft_of(request.asker, case, version)
    again = today(case.region_code) + timedelta(days=rules.retest_days) if rules and rules.retest_days else None
    way = "" if version.instrument.key in BY_A_WORKER else request.GET.get("cara", "")
    initial = {
        "language": language_of(version, request.GET.get("bahasa", "")),
        "mode": MODES.get(way, Mode.INTERVIEW),
        "answered_on": today(case.region_code),
        "answer": draft.answer if draft else "",
        "retest_on": again,
    }
    return AnswerForm(initial=initial, people=people)


def _record(
    request: HttpRequest, case: Case, version: InstrumentVersion, words: dict[str, Any], kept: list[Administration]
) -> Administration:
    given = Given(**{**words, "answer": words["answer"].encode()})
    row = record(by=request.asker, case=case, version=version, given=given)
    kept.append(row)
    return row


def _of(form: AnswerForm, case: Case, version: InstrumentVersion) -> Administration:
    """The answer that the first of two equal POSTs has kept."""
    found = re.search(r"<(?:\w+:)?instanceID>([^<]+)<", form.cleaned_data["answer"])
    return Administration.objects.get(case=case, version=version, instance=found.group(1) if found else "")


def _page(
    request: HttpRequest,
    case: Case,
    version: InstrumentVersion,
    form: AnswerForm,
    faults: Iterable[Complaint] = (),
) -> HttpResponse:
    faults = list(faults)
    language = language_of(version, form["language"].value() or "")
    drawn = reading.drawn(version, language)
    handed = form["mode"].value() == Mode.SELF
    words = {
        "version": version,
        "rules": reading.rules_of(version),
        "form": form,
        "language": language,
        "questions": mark_safe(drawn.questions),  # noqa: S308  drawn and cleaned by our own rendering
        "model": drawn.model,
        "faults": faults,
        "refused": json.dumps({_TURN.sub("", fault.path): fault.message for fault in faults}),
        "handed": handed,
        "by_a_worker": version.instrument.key in BY_A_WORKER,
        "retest_on": str(form["retest_on"].value() or ""),
        "draft": bool(not form.is_bound and form.initial.get("answer")),
    }
    return page(request, case, "hand" if handed else "fill", words, wrong=bool(faults or form.errors))


@require_GET
def handed_back(request: HttpRequest, case_id: UUID, administration_id: UUID) -> HttpResponse:
    """The client has answered on the worker's screen: thanks, and nothing of the file."""
    case = case_or_404(request, case_id)
    found = result_or_404(case, administration_id)
    return render(
        request, "instruments/handed_back.html", {"case": case, "result": found, "no_diagnosis": NO_DIAGNOSIS}
    )
