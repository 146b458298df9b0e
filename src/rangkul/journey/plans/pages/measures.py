"""What is counted again and again: one page for each measure, with its chart, points, phases and corrections."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.base.numbers import at_most
from rangkul.journey.cases.models import Case
from rangkul.journey.plans import actions, findings, queries, series
from rangkul.journey.plans.models import Measure, MeasurePhase, MeasurePoint
from rangkul.journey.plans.pages.forms_measure import (
    BelongsForm,
    CorrectPhaseForm,
    CorrectPointForm,
    EndMeasureForm,
    FollowForm,
    MeasureForm,
    PhaseForm,
    PointForm,
    PointsForm,
)
from rangkul.journey.plans.pages.frame import case_or_404, page
from rangkul.journey.plans.pages.series_view import all_of
from rangkul.journey.plans.singlecase import LOWER
from rangkul.journey.plans.states import CountedBy


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Begin an own measure; `?tujuan=<thread>` chooses the goal."""
    case, by = case_or_404(request, case_id), request.asker
    form = MeasureForm(request.POST or None, plan=queries.plan_of(case), initial={"thread": request.GET.get("tujuan")})
    kept: list[Measure] = []
    if request.method == "POST" and send(
        form, by, "measure", lambda words: _kept(kept, actions.begin_measure(by=by, case=case, **words))
    ):
        return _there(case, kept[0].pk) if kept else redirect("plans:evaluation", case_id=case.pk)
    return page(request, case, "measure_new", {"plan": None, "form": form}, 422 if form.errors else 200)


def _kept(kept: list, row):
    """A repeated POST runs no verb; then the list stays empty and the overview is shown."""
    kept.append(row)
    return row


@require_http_methods(["GET", "POST"])
def follow(request: HttpRequest, case_id: UUID, key: str) -> HttpResponse:
    """Put the scores of an instrument into phases."""
    case, by = case_or_404(request, case_id), request.asker
    one = next((one for one in series.of_case(case) if one.measure is None and one.key == key), None)
    if one is None:
        raise Http404
    form = FollowForm(request.POST or None, plan=queries.plan_of(case), initial={"direction": one.design.direction})
    if request.method == "POST" and send(
        form,
        by,
        "follow",
        lambda words: actions.begin_measure(by=by, case=case, series=key, counted_by=CountedBy.CLIENT, **words),
    ):
        return redirect("plans:evaluation", case_id=case.pk)
    shown = {"plan": None, "form": form, "instrument": one.name}
    return page(request, case, "measure_new", shown, 422 if form.errors else 200)


@require_GET
def show(request: HttpRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    return _page(request, case_or_404(request, case_id), measure_id)


@require_POST
def count(request: HttpRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    return _add_points(
        request,
        case_id,
        measure_id,
        "point_form",
        lambda row: PointForm(request.POST, measure=row, auto_id="id_point_%s"),
    )


@require_POST
def count_many(request: HttpRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    return _add_points(
        request, case_id, measure_id, "points_form", lambda _row: PointsForm(request.POST, auto_id="id_points_%s")
    )


def _add_points(
    request: HttpRequest, case_id: UUID, measure_id: UUID, name: str, make: Callable[[Measure], Any]
) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = _measure(case, measure_id)
    form = make(row)
    if send(form, by, name, lambda _words: actions.add_points(by=by, case=case, measure=row, points=form.points())):
        return _there(case, row.pk, "titik")
    return _page(request, case, row.pk, **{name: form})


@require_POST
def phase(request: HttpRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = _measure(case, measure_id)
    form = PhaseForm(request.POST, auto_id="id_phase_%s")
    if send(form, by, "phase", lambda words: actions.begin_phase(by=by, case=case, measure=row, **words)):
        return _there(case, row.pk, "fase")
    return _page(request, case, row.pk, phase_form=form)


@require_POST
def belong(request: HttpRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = _measure(case, measure_id)
    form = BelongsForm(request.POST, plan=queries.plan_of(case), auto_id="id_belongs_%s")
    if send(form, by, "belongs", lambda words: actions.attach_measure(by=by, case=case, measure=row, **words)):
        return _there(case, row.pk)
    return _page(request, case, row.pk, belongs_form=form)


@require_POST
def end(request: HttpRequest, case_id: UUID, measure_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    row = _measure(case, measure_id)
    form = EndMeasureForm(request.POST, auto_id="id_end_%s")
    if send(form, by, "measure_end", lambda words: actions.end_measure(by=by, case=case, measure=row, **words)):
        return _there(case, row.pk)
    return _page(request, case, row.pk, end_form=form)


@require_http_methods(["GET", "POST"])
def correct_point(request: HttpRequest, case_id: UUID, point_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    points = MeasurePoint.objects.select_related("key", "measure__key")
    point = get_object_or_404(points, pk=point_id, case=case)
    form = CorrectPointForm(request.POST or None, point=point)
    if request.method == "POST" and send(
        form, by, "point_correct", lambda words: actions.correct_point(by=by, case=case, point=point, **words)
    ):
        return _there(case, point.measure_id, "titik")
    return _correcting(request, case, point.measure, f"{at_most(point.value)} {point.measure.unit}", form)


@require_http_methods(["GET", "POST"])
def correct_phase(request: HttpRequest, case_id: UUID, phase_id: UUID) -> HttpResponse:
    case, by = case_or_404(request, case_id), request.asker
    phases = MeasurePhase.objects.select_related("key", "measure__key")
    row = get_object_or_404(phases, pk=phase_id, case=case)
    form = CorrectPhaseForm(request.POST or None, phase=row)
    if request.method == "POST" and send(
        form, by, "phase_correct", lambda words: actions.correct_phase(by=by, case=case, phase=row, **words)
    ):
        return _there(case, row.measure_id, "fase")
    return _correcting(request, case, row.measure, f"{row.letter}: {row.name}", form)


def _measure(case: Case, measure_id: UUID) -> Measure:
    return get_object_or_404(Measure.objects.select_related("key"), pk=measure_id, case=case)


def _there(case: Case, measure_id: UUID, anchor: str = "") -> HttpResponse:
    place = reverse("plans:measure", args=[case.pk, measure_id])
    return redirect(f"{place}#{anchor}" if anchor else place)


def _correcting(request: HttpRequest, case: Case, measure: Measure, said: str, form: RangkulForm) -> HttpResponse:
    words = {"case": case, "measure": measure, "said": said, "form": form}
    return render(request, "plans/correct_measure.html", words, status=422 if form.errors else 200)


def _page(request: HttpRequest, case: Case, measure_id: UUID, **forms) -> HttpResponse:
    """One measure; `forms` are those that came back with something to mend."""
    plan = queries.plan_of(case)
    views = all_of(series.of_case(case), plan)
    view = next((one for one in views if one.measure is not None and one.measure.pk == measure_id), None)
    if view is None:
        raise Http404
    row = view.measure
    following = "B" if view.series.design.phases[-1].letter == "A" else "A"
    words = {
        "plan": None,
        "view": view,
        "caution": findings.caution(),
        "is_lower": row.direction == LOWER,
        "point_form": PointForm(measure=row, auto_id="id_point_%s"),
        "points_form": PointsForm(auto_id="id_points_%s"),
        "phase_form": PhaseForm(initial={"letter": following}, auto_id="id_phase_%s"),
        "belongs_form": BelongsForm(
            plan=plan, initial={"thread": row.thread, "strand": row.strand}, auto_id="id_belongs_%s"
        ),
        "end_form": EndMeasureForm(auto_id="id_end_%s"),
        **forms,
    }
    return page(request, case, "measure", words, 422 if forms else 200)
