"""The graph of problems: causes below, effects above; the same as a tree of wishes, in words and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rangkul.base.days import today
from rangkul.journey.cases.models import Case
from rangkul.journey.pictures.models import Problem, ProblemLink
from rangkul.journey.pictures.pages import forms_problems as forms
from rangkul.journey.pictures.pages.frame import around, case_or_404
from rangkul.journey.pictures.problems.describing import link_words, problem_words, sentences, wish_kind, wish_sentences
from rangkul.journey.pictures.problems.drawing import Box, draw
from rangkul.journey.pictures.problems.layout import Layout, Link, Node, lay_out
from rangkul.journey.pictures.queries import problem_links_of, problems_of
from rangkul.journey.pictures.states import ProblemRole

# What is done about a chosen problem, by its word in the address, and the name of the page that takes it.
VERBS = {
    "hubungkan": "link_problem",
    "harapan": "wish_problem",
    "tinjau": "review_problem",
    "perbaiki": "correct_problem",
    "hapus": "drop_problem",
}


@dataclass
class Graph:
    """The problems of one case, read once and laid out when they are drawn."""

    case: Case

    @cached_property
    def all(self) -> list[Problem]:
        return problems_of(self.case)

    @cached_property
    def problems(self) -> dict[str, Problem]:
        return {str(one.pk): one for one in self.all if one.ended_on is None}

    @cached_property
    def links(self) -> list[ProblemLink]:
        return problem_links_of(self.case)

    @cached_property
    def layout(self) -> Layout:
        nodes = [Node(pk, one.role) for pk, one in self.problems.items()]
        return lay_out(nodes, [Link(str(one.cause_id), str(one.effect_id)) for one in self.links])

    @cached_property
    def sentences(self) -> list[str]:
        return sentences(self.problems, self.links, self.layout.circles)

    @cached_property
    def wishes(self) -> list[str]:
        return wish_sentences(self.problems, self.links)

    def problem_or_404(self, row_id: UUID) -> Problem:
        if (found := self.problems.get(str(row_id))) is None:
            raise Http404
        return found

    @property
    def address(self) -> str:
        return reverse("pictures:problems", args=[self.case.pk])

    def address_of(self, row: str) -> str:
        return f"{self.address}?pilih={row}#panel"

    def drawn(self, *, choosing: bool, chosen: str = "", wishes: bool = False) -> SafeString:
        title = _("Pohon tujuan %(name)s") if wishes else _("Pohon masalah %(name)s")
        boxes = {pk: _box(one, wishes=wishes) for pk, one in self.problems.items()}
        confidence = {Link(str(one.cause_id), str(one.effect_id)): one.confidence for one in self.links}
        link = None
        if choosing:
            more = "&tampak=tujuan" if wishes else ""
            link = lambda row: f"{self.address}?pilih={row}{more}#panel"  # noqa: E731  named by what it gives
        about = " ".join((self.wishes if wishes else self.sentences)[:12])
        return draw(self.layout, boxes, confidence, title % {"name": self.case.client_name}, about, link, chosen)


def _box(problem: Problem, *, wishes: bool) -> Box:
    role = ProblemRole(problem.role)
    if not wishes:
        return Box(role, str(role.label), problem.words, problem_words(problem))
    text = problem.wish or _("harapannya belum ditulis")
    return Box(role, wish_kind(role), text, f"{problem_words(problem)}. {text}", faint=not problem.wish)


@require_GET
def show(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """`?pilih=` chooses one, `?buat=` opens the form of a verb, `?tampak=tujuan` shows wishes instead of problems."""
    found = Graph(case_or_404(request, case_id))
    return page(request, found, request.GET.get("pilih", ""), request.GET.get("buat", ""))


def page(request: HttpRequest, found: Graph, chosen: str = "", doing: str = "", form: Any = None) -> HttpResponse:
    words = around(request, found.case, "pictures:problems", _("Pohon masalah"))
    problem = found.problems.get(chosen)
    refused = form is not None
    if form is None and words["may_draw"]:
        form = form_of(found, problem, doing)
    wishes = request.GET.get("tampak") == "tujuan"
    words |= {
        "drawing": found.drawn(choosing=True, chosen=chosen, wishes=wishes) if found.problems else "",
        "wishes": wishes,
        "crossings": found.layout.crossings,
        "circles": len(found.layout.circles),
        "sentences": found.wishes if wishes else found.sentences,
        "rows": found.all,
        "standing": list(found.problems.values()),
        "problem": problem,
        "about": problem_words(problem) if problem else "",
        "links": _links(found, problem),
        "doing": doing if form else "",
        "form": form,
        "action": _action(found, problem, doing) if form else "",
    }
    return render(request, "pictures/problems.html", words, status=422 if refused else 200)


def _links(found: Graph, problem: Problem | None) -> list[dict[str, Any]]:
    if problem is None:
        return []
    mine = [one for one in found.links if problem.pk in (one.cause_id, one.effect_id)]
    return [{"row": one, "words": link_words(one, found.problems), "evidence": one.evidence} for one in mine]


def form_of(found: Graph, problem: Problem | None, doing: str, given: Any = None) -> Any:
    """The form of what is to be done, filled with `given`; None where nothing is."""
    if problem is None:
        return forms.ProblemForm(given) if doing == "tambah" else None
    if doing == "hubungkan":
        others = [(pk, problem_words(one)) for pk, one in found.problems.items() if one.pk != problem.pk]
        return forms.LinkForm(given, others=others) if others else None
    if doing == "harapan":
        return forms.WishForm(given, initial={"wish": problem.wish})
    if doing == "tinjau":
        return forms.ReviewForm(given, initial={"outcome": problem.outcome, "review_words": problem.review_words})
    if doing == "perbaiki":
        return forms.CorrectProblemForm(given, initial={"role": problem.role, "words": problem.words})
    return forms.BecauseForm(given) if doing == "hapus" else None


def _action(found: Graph, problem: Problem | None, doing: str) -> str:
    if problem is None:
        return reverse("pictures:name_problem", args=[found.case.pk])
    return reverse(f"pictures:{VERBS[doing]}", args=[found.case.pk, problem.pk])


@require_GET
def paper(request: HttpRequest, case_id: UUID) -> HttpResponse:
    found = Graph(case_or_404(request, case_id))
    words = {
        "case": found.case,
        "drawing": found.drawn(choosing=False),
        "wishes": found.drawn(choosing=False, wishes=True) if any(one.wish for one in found.problems.values()) else "",
        "sentences": found.sentences,
        "wish_sentences": found.wishes,
        "on": today(found.case.region_code),
    }
    return render(request, "pictures/problems_paper.html", words)
