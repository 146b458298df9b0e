"""The library of what helped: seeking, reading, proposing, editing."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rangkul.base import days
from rangkul.base.forms import RangkulForm
from rangkul.base.forms.sending import send
from rangkul.support.consultation import actions, policy, queries
from rangkul.support.consultation.actions.articles import Written
from rangkul.support.consultation.models import Answer, Article
from rangkul.support.consultation.pages.forms import ArticleForm, BecauseForm, ReviewForm, SeekForm
from rangkul.support.consultation.pages.frame import article_or_404, crumbs, practising
from rangkul.support.consultation.states import ARTICLE, ArticleState

_YEAR = timedelta(days=365)


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    practising(request)
    form = SeekForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    words = {
        "seek": form,
        "articles": queries.library(asked.get("q", ""), asked.get("topik", "")),
        "asked": bool(asked.get("q") or asked.get("topik")),
        "proposed": queries.proposed(request.asker),
        "crumbs": crumbs(_("Pustaka")),
    }
    return render(request, "consultation/library.html", words)


def _edits(request: HttpRequest, row: Article, sent: str = "") -> dict[str, RangkulForm]:
    """What an editor may do from here."""
    if not policy.may_edit(by=request.asker, article=row):
        return {}
    first = {"review_on": days.today() + _YEAR}
    forms: dict[str, type[RangkulForm]] = {
        "publish": ReviewForm, "send_back": BecauseForm, "renew": ReviewForm, "retire": BecauseForm
    }  # fmt: skip
    return {
        verb: form(request.POST if verb == sent else None, initial=first, auto_id=f"id_{verb}_%s")
        for verb, form in forms.items()
        if ARTICLE.allows(verb, row.state) or verb == sent
    }


def _page(request: HttpRequest, row: Article, sent: str = "") -> HttpResponse:
    forms = _edits(request, row, sent)
    words = {
        "article": row,
        "groups": queries.group_labels(row.categories),
        "forms": forms,
        "sent": sent,
        "may_rewrite": policy.may_rewrite(by=request.asker, article=row) and ARTICLE.allows("rewrite", row.state),
        "crumbs": crumbs(row.title, library=True),
    }
    return render(request, "consultation/article.html", words, status=422 if sent else 200)


@require_GET
def article(request: HttpRequest, article_id: UUID) -> HttpResponse:
    return _page(request, article_or_404(request, article_id))


@require_POST
def edit(request: HttpRequest, article_id: UUID, verb: str) -> HttpResponse:
    row = article_or_404(request, article_id)
    do: dict[str, Any] = {
        "publish": actions.publish, "send_back": actions.send_back, "renew": actions.renew, "retire": actions.retire
    }  # fmt: skip
    form = _edits(request, row, verb).get(verb)
    if form is None or verb not in do:
        raise Http404
    if send(form, request.asker, f"{verb}.{row.pk}", lambda words: do[verb](by=request.asker, article=row, **words)):
        return redirect(row)
    # The same form, with what was wrong.
    found = article_or_404(request, article_id)
    return _refused(request, found, verb, form)


def _refused(request: HttpRequest, row: Article, verb: str, form: RangkulForm) -> HttpResponse:
    words = {
        "article": row,
        "groups": queries.group_labels(row.categories),
        "forms": {**_edits(request, row), verb: form},
        "sent": verb,
        "may_rewrite": False,
        "crumbs": crumbs(row.title, library=True),
    }
    return render(request, "consultation/article.html", words, status=422)


def _written(words: dict[str, Any]) -> Written:
    return Written(**words)


@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, answer_id: UUID | None = None) -> HttpResponse:
    """From an answer, or anew."""
    practising(request)
    row, first = None, {}
    if answer_id is not None:
        row = queries.answer(answer_id)
        if row is None:
            raise Http404
        first = _from(row)
    form = ArticleForm(request.POST or None, initial=first, groups=queries.groups())
    made: list[Article] = []

    def verb(words: dict[str, Any]) -> Article:
        made.append(actions.propose(by=request.asker, given=_written(words), answer=row))
        return made[0]

    if request.method == "POST" and send(form, request.asker, f"article.{answer_id or ''}", verb):
        return redirect(made[0] if made else "consultation:library")
    words = {"form": form, "answer": row, "crumbs": crumbs(_("Tulis artikel"), library=True)}
    return render(request, "consultation/write.html", words, status=422 if form.errors else 200)


def _from(row: Answer) -> dict[str, Any]:
    question = row.question
    return {
        "title": question.title,
        "topic": question.topic,
        "text": row.text,
        "source": _("Pengalaman %(who)s, %(year)d") % {"who": row.author, "year": row.made_at.year},
        "categories": [question.category] if question.category else [],
    }


@require_http_methods(["GET", "POST"])
def rewrite(request: HttpRequest, article_id: UUID) -> HttpResponse:
    row = article_or_404(request, article_id)
    if not policy.may_rewrite(by=request.asker, article=row) or row.state == ArticleState.RETIRED:
        raise Http404
    first = {name: getattr(row, name) for name in ("title", "topic", "body", "text", "source", "categories")}
    form = ArticleForm(request.POST or None, initial=first, groups=queries.groups())

    def verb(words: dict[str, Any]) -> Article:
        return actions.rewrite(by=request.asker, article=row, given=_written(words))

    if request.method == "POST" and send(form, request.asker, f"rewrite.{row.pk}", verb):
        return redirect(row)
    words = {"form": form, "article": row, "crumbs": crumbs(row.title, library=True)}
    return render(request, "consultation/write.html", words, status=422 if form.errors else 200)
