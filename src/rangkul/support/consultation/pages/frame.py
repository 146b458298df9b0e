"""What pages of consultations have in common: who may be here, and the way back."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rangkul.support.consultation import queries
from rangkul.support.consultation.models import Article, Question


def practising(request: HttpRequest) -> None:
    if not request.asker.practises:
        raise PermissionDenied


def crumbs(label: str, *, library: bool = False) -> list[dict[str, str]]:
    way = [{"label": _("Konsultasi"), "url": reverse("consultation:home")}]
    if library:
        way.append({"label": _("Pustaka"), "url": reverse("consultation:library")})
    return [*way, {"label": label, "url": ""}]


def question_or_404(request: HttpRequest, question_id: UUID) -> Question:
    practising(request)
    try:
        return queries.get(question_id)
    except Question.DoesNotExist:
        raise Http404 from None


def article_or_404(request: HttpRequest, article_id: UUID) -> Article:
    practising(request)
    try:
        return queries.article(article_id)
    except Article.DoesNotExist:
        raise Http404 from None
