"""One document: a draft part by part, or what was signed."""

import json
from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.journey.cases.queries import needs_signature, sent_back
from rangkul.journey.cases.states import SignatureSubject
from rangkul.journey.reports import actions, queries
from rangkul.journey.reports.freezing import document_of, number_of
from rangkul.journey.reports.models import Paper, Passage
from rangkul.journey.reports.pages.forms import LeaveOutForm, PassageForm, PressForm, SignForm
from rangkul.journey.reports.pages.frame import page, paper_or_404
from rangkul.journey.reports.pages.papers import label_of
from rangkul.journey.reports.pages.view import view_of


@require_GET
def show(request: HttpRequest, case_id: UUID, paper_id: UUID) -> HttpResponse:
    return _page(request, paper_or_404(request, case_id, paper_id))


def _page(request: HttpRequest, paper: Paper, **wrong: Form) -> HttpResponse:
    if paper.key.wrapped is None:
        return page(request, paper.case, "erased", {"paper": paper, "label": label_of(paper)})
    if not paper.is_draft:
        return _finished(request, paper)
    passages = queries.passages_of(paper)
    draft = view_of(paper, passages, wrong)
    returned = sent_back(paper.case, SignatureSubject.DOCUMENT)
    words = {
        "paper": paper,
        "label": label_of(paper),
        "number": number_of(paper),
        "draft": draft,
        "sign_form": wrong.get("sign") or SignForm(asks_ground=draft.asks_ground),
        "drop_form": PressForm(auto_id="id_drop_%s"),
        "cosigned": needs_signature(paper.case, SignatureSubject.DOCUMENT),
        "returned": returned if returned and returned.subject_id == paper.pk else None,
    }
    return page(request, paper.case, "draft", words, status=422 if wrong else 200)


def _finished(request: HttpRequest, paper: Paper) -> HttpResponse:
    """What was signed, or what waits for a supervisor, as its reader will see it."""
    if paper.is_final:
        values = json.loads(paper.frozen)
    else:
        values = document_of(paper, queries.passages_of(paper), draft=True).values()
    words = {
        "paper": paper,
        "label": label_of(paper),
        "number": number_of(paper),
        "document": values,
        "versions": queries.versions_of(paper),
        "give_form": PressForm(auto_id="id_give_%s"),
        "version_form": PressForm(auto_id="id_version_%s"),
    }
    return page(request, paper.case, "finished", words)


def _passage(paper: Paper, passage_id: UUID) -> Passage:
    found = next((one for one in queries.passages_of(paper) if one.pk == passage_id), None)
    if found is None:
        raise Http404
    return found


def _back(paper: Paper, passage: Passage | None = None) -> HttpResponse:
    anchor = f"#bagian-{passage.code}" if passage else ""
    return redirect(reverse("reports:paper", args=[paper.case_id, paper.pk]) + anchor)


@require_POST
def write(request: HttpRequest, case_id: UUID, paper_id: UUID, passage_id: UUID) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    passage = _passage(paper, passage_id)
    form = PassageForm(request.POST, auto_id=f"id_{passage.code}_%s")
    verb = partial(actions.write_passage, by=request.asker, paper=paper, passage=passage)
    if send(form, request.asker, f"passage.{passage.pk}", lambda words: verb(**words)):
        return _back(paper, passage)
    if not paper.is_draft:
        # Somebody signed meanwhile; the words are shown so that they can be kept.
        words = {"paper": paper, "passage": passage, "label": label_of(paper), "form": form}
        return page(request, paper.case, "too_late", words, status=409)
    return _page(request, paper, **{passage.code: form})


@require_POST
def renew(request: HttpRequest, case_id: UUID, paper_id: UUID, passage_id: UUID) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    passage = _passage(paper, passage_id)
    verb = partial(actions.renew_passage, by=request.asker, paper=paper, passage=passage)
    _pressed(request, f"renew.{passage.pk}", lambda _words: verb())
    return _back(paper, passage)


@require_POST
def leave(request: HttpRequest, case_id: UUID, paper_id: UUID, passage_id: UUID) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    passage = _passage(paper, passage_id)
    verb = partial(actions.leave_out, by=request.asker, paper=paper, passage=passage)
    _pressed(request, f"leave.{passage.pk}", lambda words: verb(left_out=words["left_out"]), LeaveOutForm(request.POST))
    return _back(paper, passage)


@require_POST
def sign(request: HttpRequest, case_id: UUID, paper_id: UUID) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    form = SignForm(request.POST, asks_ground=True)
    check_at = request.build_absolute_uri(reverse("reports_public:check"))
    verb = partial(actions.sign_paper, by=request.asker, paper=paper, check_at=check_at)
    if send(form, request.asker, f"sign.{paper.pk}", lambda words: verb(**words)):
        return _back(paper)
    return _page(request, queries.get(paper.case, paper.pk), sign=form)


@require_POST
def drop(request: HttpRequest, case_id: UUID, paper_id: UUID) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    verb = partial(actions.drop_paper, by=request.asker, paper=paper)
    if _pressed(request, f"drop.{paper.pk}", lambda _words: verb()):
        return redirect("reports:papers", case_id=case_id)
    return _back(paper)


@require_POST
def give(request: HttpRequest, case_id: UUID, paper_id: UUID) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    verb = partial(actions.give_paper, by=request.asker, paper=paper)
    _pressed(request, f"give.{paper.pk}", lambda _words: verb())
    return _back(paper)


@require_POST
def version(request: HttpRequest, case_id: UUID, paper_id: UUID) -> HttpResponse:
    paper = paper_or_404(request, case_id, paper_id)
    verb = partial(actions.new_version, by=request.asker, paper=paper)
    if _pressed(request, f"version.{paper.pk}", lambda _words: verb()):
        return redirect(queries.open_version(paper) or paper)
    return _back(paper)


def _pressed(request: HttpRequest, what: str, verb: Callable[[dict], object], form: RangkulForm | None = None) -> bool:
    """Whether the button did what it says; a refusal is said on the next page."""
    form = form or PressForm(request.POST)
    if send(form, request.asker, what, verb):
        return True
    for error in form.non_field_errors() or [_("Halaman ini sudah kedaluwarsa. Buka lagi lalu coba sekali lagi.")]:
        messages.error(request, error)
    return False
