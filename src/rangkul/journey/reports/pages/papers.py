"""The documents of a case, and the beginning of a new one."""

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from rangkul.base.forms.sending import send
from rangkul.journey.cases.models import Case
from rangkul.journey.reports import actions, hooks, queries
from rangkul.journey.reports.models import Paper
from rangkul.journey.reports.pages.forms import StartForm
from rangkul.journey.reports.pages.frame import case_or_404, page


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The list; POST begins a draft of the kind that the form names."""
    case = case_or_404(request, case_id)
    kind = hooks.kinds.get(request.POST.get("kind", "")) if request.method == "POST" else None
    if kind is None:
        return _page(request, case, status=422 if request.method == "POST" else 200)
    form = StartForm(request.POST, kind=kind)
    verb = partial(actions.start_paper, by=request.asker, case=case)
    if send(form, request.asker, f"paper.{case.pk}", lambda words: verb(**words)):
        words = form.cleaned_data
        begun = queries.open_paper(case, words["kind"], words["reader"])
        return redirect(begun) if begun else redirect("reports:papers", case_id=case.pk)
    return _page(request, case, form, status=422)


def _page(request: HttpRequest, case: Case, wrong: StartForm | None = None, status: int = 200) -> HttpResponse:
    starts, asked = [], request.GET
    for kind in hooks.kinds.values():
        # A link may name the kind and whom it is for.
        meant = asked.get("jenis") == kind.code
        initial = {"addressee": asked.get("kepada", "").replace("\x00", "")[:300]} if meant else {}
        form = wrong if wrong is not None and wrong.kind is kind else StartForm(kind=kind, initial=initial)
        starts.append({"kind": kind, "form": form, "lacks": kind.lacks(case), "open": form is wrong or meant})
    papers = [{"row": paper, "label": label_of(paper)} for paper in queries.papers_of(case)]
    return page(request, case, "papers", {"papers": papers, "starts": starts}, status=status)


def label_of(paper: Paper) -> str:
    """What the kind is called on work pages."""
    return hooks.kinds[paper.kind].label if paper.kind in hooks.kinds else paper.kind
