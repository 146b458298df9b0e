"""One question: read once more before it goes, then its answers."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send as send_form
from rangkul.journey.cases.queries import nameless
from rangkul.support.consultation import actions, queries
from rangkul.support.consultation.models import Answer, Question
from rangkul.support.consultation.pages.forms import AnswerForm, QuestionWords, SendForm
from rangkul.support.consultation.pages.frame import crumbs, question_or_404
from rangkul.support.consultation.states import QuestionState


@require_GET
def show(request: HttpRequest, question_id: UUID) -> HttpResponse:
    return _page(request, question_or_404(request, question_id))


def _page(request: HttpRequest, row: Question, sent: str = "", wrong: RangkulForm | None = None) -> HttpResponse:
    mine = row.asked_by_id == request.asker.staff_id
    if row.state == QuestionState.WITHDRAWN and not mine:
        raise Http404
    case = queries.case_of(row)
    words: dict[str, Any] = {
        "question": row,
        "facts": queries.facts_of(row),
        "mine": mine,
        "case": case,
        "sent": sent,
        "wrong": wrong,
        "crumbs": crumbs(row.title or row.get_state_display()),
    }
    status = 422 if wrong else 200
    if row.state == QuestionState.DRAFT:
        words |= {
            "found": nameless.leads_back(case, row.title, row.text),
            "change": wrong if sent == "change" else _words_form(row, case),
            "send": wrong if sent == "send" else SendForm(auto_id="id_kirim_%s"),
        }
        return render(request, "consultation/draft.html", words, status=status)
    words |= {
        "answers": queries.answers_of(row),
        "answer": wrong if sent == "answer" else AnswerForm(auto_id="id_jawab_%s"),
        "open": row.state in (QuestionState.OPEN, QuestionState.ANSWERED),
    }
    return render(request, "consultation/question.html", words, status=status)


def _words_form(row: Question, case: Any, data: Any = None) -> QuestionWords:
    facts = nameless.short_facts_of(case) if case else []
    first = {"title": row.title, "text": row.text, "facts": [name for name, _value in queries.facts_of(row)]}
    return QuestionWords(data, initial=first, facts=facts, auto_id="id_ubah_%s")


@require_POST
def change(request: HttpRequest, question_id: UUID) -> HttpResponse:
    row = question_or_404(request, question_id)
    form = _words_form(row, queries.case_of(row), request.POST)
    verb = lambda words: actions.change(by=request.asker, question=row, **words)  # noqa: E731
    return _sent(request, row, "change", form, verb)


@require_POST
def send(request: HttpRequest, question_id: UUID) -> HttpResponse:
    row = question_or_404(request, question_id)
    form = SendForm(request.POST, auto_id="id_kirim_%s")
    return _sent(request, row, "send", form, lambda words: actions.send(by=request.asker, question=row, **words))


@require_POST
def answer(request: HttpRequest, question_id: UUID) -> HttpResponse:
    row = question_or_404(request, question_id)
    form = AnswerForm(request.POST, auto_id="id_jawab_%s")
    return _sent(request, row, "answer", form, lambda words: actions.answer(by=request.asker, question=row, **words))


def _sent(request: HttpRequest, row: Question, name: str, form: RangkulForm, verb: Any) -> HttpResponse:
    if send_form(form, request.asker, f"{name}.{row.pk}", verb):
        return redirect(row)
    return _page(request, row, name, form)


@require_POST
def helped(request: HttpRequest, question_id: UUID, answer_id: UUID) -> HttpResponse:
    row = question_or_404(request, question_id)
    found = Answer.objects.filter(pk=answer_id, question=row).select_related("key").first()
    if found is None:
        raise Http404
    found.question = row
    return _pressed(request, row, lambda: actions.mark_helped(by=request.asker, answer=found))


@require_POST
def close(request: HttpRequest, question_id: UUID) -> HttpResponse:
    row = question_or_404(request, question_id)
    return _pressed(request, row, lambda: actions.close(by=request.asker, question=row))


@require_POST
def withdraw(request: HttpRequest, question_id: UUID) -> HttpResponse:
    row = question_or_404(request, question_id)
    return _pressed(request, row, lambda: actions.withdraw(by=request.asker, question=row))


def _pressed(request: HttpRequest, row: Question, verb: Any) -> HttpResponse:
    form = RangkulForm(request.POST)
    return _sent(request, row, f"press.{request.path.rstrip('/').rsplit('/', 1)[-1]}", form, lambda _words: verb())
