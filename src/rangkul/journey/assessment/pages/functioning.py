"""The functioning profile: both views of the three dimensions, at the beginning, at reviews and at the end."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.assessment import actions, levels, queries
from rangkul.journey.assessment.models import Functioning
from rangkul.journey.assessment.pages.forms import GapForm
from rangkul.journey.assessment.pages.forms_risk import FunctioningForm
from rangkul.journey.assessment.pages.frame import case_or_404, page
from rangkul.journey.assessment.states import Dimension, Moment, View


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    case = case_or_404(request, case_id)
    form = FunctioningForm(request.POST or None, initial=_initial(request), client_kind=case.client_kind)
    if request.method == "POST" and send(
        form,
        request.asker,
        "functioning",
        lambda words: actions.record_functioning(by=request.asker, case=case, **words),
    ):
        return redirect("assessment:functioning", case_id=case.pk)
    found = queries.profile(case)
    words = {
        "rows": rows(found),
        "missing": queries.missing_views(found),
        "round": queries.newest_round(case),
        "own_scale": levels.OWN_SCALE,
        "form": form,
        "gap_form": GapForm(auto_id="id_gap_%s"),
        "writing": bool(form.errors) or "isi" in request.GET,
    }
    return page(request, case, "functioning", words, 422 if form.errors else 200)


def _initial(request: HttpRequest) -> dict:
    """`?isi=client` opens the form for one view; which moment it is, the worker says."""
    view = request.GET.get("isi", "")
    return {"view": view if view in View.values else View.CLIENT, "moment": _moment(request)}


def _moment(request: HttpRequest) -> str:
    asked = request.GET.get("saat", "")
    return asked if asked in Moment.values else Moment.BASELINE


def rows(found: queries.Profile) -> list[dict]:
    """For each dimension the moments that have something, with both views side by side."""
    return [
        {
            "dimension": dimension,
            "moments": [one for moment in Moment if (one := _moment_row(found, dimension, moment))],
        }
        for dimension in Dimension
    ]


def newest(found: queries.Profile) -> list[dict]:
    """For each dimension the newest of either view, from whatever moment."""
    last = queries.latest_levels(found)
    return [_beside(one, {view: last.get((one.value, view.value)) for view in View}) for one in Dimension]


def _moment_row(found: queries.Profile, dimension: Dimension, moment: Moment) -> dict | None:
    views = {view: found.get((moment.value, dimension.value, view.value)) for view in View}
    if not any(views.values()):
        return None
    return {"moment": moment, **_beside(dimension, views)}


def _beside(dimension: Dimension, views: dict[View, Functioning | None]) -> dict:
    said = {view: _said(dimension, row) for view, row in views.items()}
    return {
        "dimension": dimension,
        "client": said[View.CLIENT],
        "worker": said[View.WORKER],
        "client_when": views[View.CLIENT].seen_on if views[View.CLIENT] else None,
        "worker_when": views[View.WORKER].seen_on if views[View.WORKER] else None,
    }


def _said(dimension: Dimension, row: Functioning | None) -> str:
    """The level with its words; "" where nobody was asked."""
    if row is None:
        return ""
    meaning = f"{row.level}/5. {levels.level_words(dimension, row.level)}"
    return f"{meaning} “{row.words}”" if row.words else meaning
