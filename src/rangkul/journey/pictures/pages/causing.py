"""What the panel of the problem graph sends: each verb once, and back to the one that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rangkul.journey.pictures import actions
from rangkul.journey.pictures.models import Problem
from rangkul.journey.pictures.pages.forms_problems import BecauseForm
from rangkul.journey.pictures.pages.problems import Graph, form_of, page
from rangkul.journey.pictures.pages.sent import sent, writable


def _answer(
    request: HttpRequest, found: Graph, problem: Problem | None, doing: str, verb: Callable[[dict], Any]
) -> HttpResponse:
    form = form_of(found, problem, doing, request.POST)
    if form is None:
        raise Http404
    chosen = str(problem.pk) if problem else ""
    back = found.address_of(chosen) if chosen and doing != "hapus" else found.address
    done = sent(request, form, f"prob.{doing}.{chosen}", verb, _("Pohon masalah diperbarui."), back)
    return done or page(request, found, chosen, doing, form)


@require_POST
def add(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Graph)
    return _answer(
        request, found, None, "tambah",
        lambda words: actions.name_problem(by=request.asker, case=found.case, **words),
    )  # fmt: skip


@require_POST
def link(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Graph)
    problem = found.problem_or_404(row_id)

    def write(words: dict[str, Any]) -> Any:
        ends = [problem, found.problem_or_404(UUID(words.pop("other")))]
        cause, effect = ends if words.pop("way") == "to" else ends[::-1]
        return actions.link_problems(by=request.asker, case=found.case, cause=cause, effect=effect, **words)

    return _answer(request, found, problem, "hubungkan", write)


def _about(doing: str, verb: Callable[..., Any]):
    """A page that hands the words of its form to a verb about one problem."""

    @require_POST
    def send_it(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
        found = writable(request, case_id, Graph)
        problem = found.problem_or_404(row_id)
        return _answer(
            request, found, problem, doing,
            lambda words: verb(by=request.asker, case=found.case, problem=problem, **words),
        )  # fmt: skip

    return send_it


correct = _about("perbaiki", actions.correct_problem)
wish = _about("harapan", actions.wish)
review = _about("tinjau", actions.review_problem)
drop = _about("hapus", actions.drop_problem)


@require_POST
def unlink(request: HttpRequest, case_id: UUID, row_id: UUID) -> HttpResponse:
    found = writable(request, case_id, Graph)
    row = next((one for one in found.links if one.pk == row_id), None)
    if row is None:
        raise Http404
    form = BecauseForm(request.POST)
    back = found.address_of(str(row.cause_id))
    done = sent(
        request, form, f"unlink.{row_id}",
        lambda words: actions.unlink_problems(by=request.asker, case=found.case, link=row, because=words["because"]),
        _("Pohon masalah diperbarui."), back,
    )  # fmt: skip
    if done is None:
        messages.error(request, _("Tulis alasannya."))
    return done or redirect(back)
