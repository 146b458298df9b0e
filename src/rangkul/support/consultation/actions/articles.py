"""From an answer to an article: proposed by one, read by another, looked at again by a day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rangkul.base import clock, days
from rangkul.base.actions import Done, Refused, action
from rangkul.base.asking import Asker
from rangkul.support.consultation import policy, queries, seeking
from rangkul.support.consultation.actions.rows import filled, held, nobody_in, said, signed
from rangkul.support.consultation.models import Answer, Article
from rangkul.support.consultation.states import ARTICLE, ArticleState

LONGEST_DAYS = 730


@dataclass(frozen=True)
class Written:
    """What an article says, and where it can be read whole."""

    topic: str
    body: str
    title: str
    text: str
    source: str
    categories: Collection[str] = ()


def _fill(row: Article, given: Written) -> None:
    row.topic, row.body, row.categories = given.topic, given.body, sorted(given.categories)
    row.title = filled(given.title, _("Tulis judulnya."), "title")
    row.text = filled(given.text, _("Tulis isinya."), "text")
    row.source = filled(given.source, _("Tulis sumbernya."), "source")
    grown_from = queries.answer(row.answer_id)
    case = queries.case_of(grown_from.question) if grown_from else None
    nobody_in(case, "text", row.title, row.text)


@action("article.proposed", may=policy.may_propose)
def propose(*, by: Asker, given: Written, answer: Answer | None = None) -> Done:
    """An answer that was proposed already is returned as its article."""
    if answer is not None:
        standing = Article.objects.filter(answer=answer).exclude(state=ArticleState.RETIRED).first()
        if standing is not None:
            return said("article", standing, standing.agency_id, silent=True)
    row = Article(agency_id=by.agency_id, answer=answer, written_by_id=by.staff_id, author=signed(by))
    _fill(row, given)
    row.save(force_insert=True)
    seeking.refresh(row)
    return said("article", row, row.agency_id, topic=row.topic)


@action("article.rewritten", may=policy.may_rewrite)
def rewrite(*, by: Asker, article: Article, given: Written) -> Done:
    """Goes before an editor again; who rewrites it has written it."""
    row = held(article)
    ARTICLE.step(row, "rewrite")
    _fill(row, given)
    row.written_by_id, row.author = by.staff_id, signed(by)
    row.edited_by = row.edited_at = row.review_on = None
    row.save()
    seeking.refresh(row)
    return said("article", row, row.agency_id)


def _review(day: date) -> date:
    days.not_over(day, "review_on")
    if (day - days.today()).days > LONGEST_DAYS:
        raise Refused(_("Paling lama dua tahun."), field="review_on")
    return day


def _edit(by: Asker, article: Article, verb: str, *, review_on: date | None = None, words: str = "") -> Done:
    row = held(article)
    ARTICLE.step(row, verb)
    row.edited_by_id, row.edited_at, row.said = by.staff_id, clock.now(), words
    if review_on is not None:
        row.review_on = _review(review_on)
    row.save()
    return said("article", row, row.agency_id)


@action("article.published", may=policy.may_edit)
def publish(*, by: Asker, article: Article, review_on: date) -> Done:
    return _edit(by, article, "publish", review_on=review_on)


@action("article.sent_back", may=policy.may_edit)
def send_back(*, by: Asker, article: Article, because: str) -> Done:
    words = filled(because, _("Tulis apa yang perlu diperbaiki."), "because")
    return _edit(by, article, "send_back", words=words)


@action("article.renewed", may=policy.may_edit)
def renew(*, by: Asker, article: Article, review_on: date) -> Done:
    """Looked at again, and still true."""
    return _edit(by, article, "renew", review_on=review_on)


@action("article.retired", may=policy.may_edit)
def retire(*, by: Asker, article: Article, because: str) -> Done:
    words = filled(because, _("Tulis mengapa tidak berlaku lagi."), "because")
    return _edit(by, article, "retire", words=words)
