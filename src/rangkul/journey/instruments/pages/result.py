"""One result: each answer in words, what was counted, what moved, what a person makes of it, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.actions import Refused
from rangkul.base.forms.sending import send
from rangkul.journey.cases.models import Case
from rangkul.journey.cases.states import TaskState
from rangkul.journey.instruments import actions, chart, queries, reading
from rangkul.journey.instruments.pages.forms import JudgeForm, RetestForm, WhyForm
from rangkul.journey.instruments.pages.frame import case_or_404, page, result_or_404
from rangkul.journey.instruments.pages.photos import cards
from rangkul.journey.instruments.queries import Result
from rangkul.journey.instruments.sheet import lines


@require_GET
def show(request: HttpRequest, case_id: UUID, administration_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    return _page(request, case, result_or_404(case, administration_id))


def _page(request: HttpRequest, case: Case, found: Result, **forms: Any) -> HttpResponse:
    row, language = found.administration, get_language() or "id"
    answer = reading.answer_of(row)
    rules = found.rules
    said = lines(reading.form_of(row.version), answer, language) if answer else []
    newest = queries.newest_version(row.version.instrument)
    words = {
        "found": found,
        "row": row,
        "scored": found.scored,
        "language": language,
        "lines": said,
        "photos": cards(case) if any(line.kind == "file" and line.said for line in said) else {},
        "critical": {name for finding in (found.scored.findings if found.scored else ()) for name in finding.items},
        "previous": queries.previous(found),
        "charts": _charts(case, found),
        "again": newest,
        "waits": row.retest is not None and row.retest.state == TaskState.OPEN,
        "judge_form": _judge_form(found, auto_id="id_judge_%s"),
        "wrong_form": WhyForm(auto_id="id_wrong_%s"),
        "retest_form": RetestForm(initial={"day": row.retest.due if row.retest else None}, auto_id="id_retest_%s"),
        "skip_form": WhyForm(auto_id="id_skip_%s"),
        "minimal": rules.minimal if rules else None,
        "own_cuts": _own_cuts(found),
        **forms,
    }
    return page(request, case, "result", words, wrong=bool(forms))


def _own_cuts(found: Result) -> list[dict[str, Any]]:
    """Where the agency's own cut-off judged this result: it, the published one, and what the agency said of it."""
    row = found.administration
    if found.scored is None or found.rules is None:
        return []
    bands = {band.key: band for band in found.rules.every_band}
    return [
        {
            "band": bands[key],
            "at": at,
            "published": published,
            "said": queries.cut_of(row.version.instrument_id, row.case.agency_id, key, row.made_at),
        }
        for key, at, published in found.scored.own
        if key in bands
    ]


def _charts(case: Case, found: Result) -> list[chart.Chart]:
    row = found.administration
    key, person = row.version.instrument.key, f":{row.person_id}" if row.person_id else ""
    mine = [
        measure
        for measure in queries.series(case)
        if measure.key == key + person or (measure.key.startswith(f"{key}.") and measure.key.endswith(person))
    ]
    whole = [measure for measure in mine if "." not in measure.key.removeprefix(key)]
    return [drawing for measure in whole or mine if (drawing := chart.draw(measure))]


def _judge_form(found: Result, *args: Any, **given: Any) -> JudgeForm:
    bands = found.rules.every_band if found.rules else ()
    return JudgeForm(*args, bands=bands, language=get_language() or "id", **given)


def _hands(name: str, make: Callable[[Result, Any], Any], verb: Callable[..., Any]) -> Callable[..., HttpResponse]:
    """A page that hands the words of one of the forms to a verb; a refusal comes back on the whole page."""

    @require_POST
    def send_it(request: HttpRequest, case_id: UUID, administration_id: UUID) -> HttpResponse:
        case = case_or_404(request, case_id)
        found = result_or_404(case, administration_id)
        form, row = make(found, request.POST), found.administration
        if send(
            form, request.asker, f"{name}.{row.pk}",
            lambda words: verb(by=request.asker, administration=row, **words),
        ):  # fmt: skip
            return redirect("instruments:result", case.pk, row.pk)
        return _page(request, case, found, **{name: form})

    return send_it


judge = _hands("judge_form", lambda found, given: _judge_form(found, given, auto_id="id_judge_%s"), actions.judge)
mark_wrong = _hands("wrong_form", lambda _found, given: WhyForm(given, auto_id="id_wrong_%s"), actions.mark_wrong)
retest = _hands("retest_form", lambda _found, given: RetestForm(given, auto_id="id_retest_%s"), actions.set_retest)
skip = _hands("skip_form", lambda _found, given: WhyForm(given, auto_id="id_skip_%s"), actions.skip_retest)


@require_POST
def share(request: HttpRequest, case_id: UUID, administration_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    row = result_or_404(case, administration_id).administration
    on = request.POST.get("on") == "1"
    try:
        actions.share(by=request.asker, administration=row, on=on)
    except Refused as refused:
        messages.error(request, refused.message)
    else:
        messages.success(
            request, _("Klien dapat membaca hasil ini.") if on else _("Klien tidak lagi melihat hasil ini.")
        )
    return redirect("instruments:result", case.pk, row.pk)
