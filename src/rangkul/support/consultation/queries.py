"""Questions to and of the asker, one question whole, and the library."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q, QuerySet

from rangkul.base import clock, days
from rangkul.base.asking import Asker
from rangkul.base.taxonomy import queries as taxonomy
from rangkul.commons.people.models import Agency, Staff, Unit
from rangkul.commons.people.states import Role
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.cases import queries as cases
from rangkul.journey.cases.hooks import Matter
from rangkul.journey.cases.models import Case
from rangkul.support.consultation import seeking
from rangkul.support.consultation.models import Answer, Article, ArticleKey, CaseQuestion, Question
from rangkul.support.consultation.states import (
    LATE_ARTICLE,
    LATE_QUESTION,
    SHOWN,
    ArticleState,
    Audience,
    QuestionState,
)

_SHOWN = 30
_BESIDE = 5
_FOUND = 40


@dataclass(frozen=True)
class Desk:
    """`asked`: to me, my unit or my agency, not answered yet; `forum`: to everybody."""

    asked: list[Question]
    mine: list[Question]
    forum: list[Question]
    waiting: int


def _rows() -> QuerySet[Question]:
    return Question.objects.select_related("key")


def desk(by: Asker) -> Desk:
    to_me = Q(to_staff_id=by.staff_id) | Q(to_agency_id=by.agency_id)
    if by.unit_id:
        to_me |= Q(to_unit_id=by.unit_id)
    asked = _rows().filter(to_me, state=QuestionState.OPEN).exclude(asked_by_id=by.staff_id).order_by("answer_by")
    mine = _rows().filter(asked_by_id=by.staff_id).exclude(state=QuestionState.WITHDRAWN).order_by("-made_at")
    forum = _rows().filter(audience=Audience.FORUM, state__in=SHOWN).exclude(asked_by_id=by.staff_id)
    return Desk(list(asked[:_SHOWN]), list(mine[:_SHOWN]), list(forum.order_by("-sent_at")[:_SHOWN]), len(proposed(by)))


def get(question_id: UUID) -> Question:
    """Raises Question.DoesNotExist where there is none that the asker may read."""
    return _rows().get(pk=question_id)


def facts_of(question: Question) -> list[tuple[str, str]]:
    return [tuple(pair) for pair in json.loads(question.facts)] if question.facts else []


def answers_of(question: Question) -> list[Answer]:
    """What helped first, then as they came."""
    rows = list(question.answers.select_related("key").order_by("made_at"))
    for row in rows:
        row.question = question
    return sorted(rows, key=lambda one: one.helped_at is None)


def case_of(question: Question) -> Case | None:
    """The case of which it speaks, for whoever may read that case."""
    link = CaseQuestion.objects.filter(question=question).first()
    return cases.get(link.case_id) if link else None


def answer(answer_id: UUID | None) -> Answer | None:
    """None where there is none that the asker may read."""
    return Answer.objects.filter(pk=answer_id).select_related("key", "question__key").first() if answer_id else None


def of_case(case: Case) -> list[Question]:
    links = CaseQuestion.objects.filter(case=case).values_list("question_id", flat=True)
    rows = _rows().filter(pk__in=list(links)).exclude(state=QuestionState.WITHDRAWN)
    return list(rows.order_by("-made_at")[:_SHOWN])


def colleagues(by: Asker) -> list[Staff]:
    rows = Staff.objects.filter(agency_id=by.agency_id, is_active=True).exclude(pk=by.staff_id)
    return [one for one in rows.order_by("full_name") if one.practises]


def units(by: Asker) -> list[Unit]:
    return list(Unit.objects.filter(agency_id=by.agency_id).order_by("name"))


def agencies(by: Asker) -> list[Agency]:
    return list(Agency.objects.filter(active=True).exclude(pk=by.agency_id).order_by("name"))


def _articles() -> QuerySet[Article]:
    return Article.objects.filter(state=ArticleState.PUBLISHED)


def library(text: str = "", topic: str = "", group: str = "") -> list[Article]:
    """Every word that was typed stands in it, as it sounds or one slip away; the best first."""
    rows = _articles().filter(topic=topic) if topic else _articles()
    wanted = seeking.typed(text)
    if group:
        rows = rows.filter(pk__in=ArticleKey.objects.filter(key__in=seeking.tagged([group])).values("article_id"))
    if not text.strip():
        return list(rows.order_by("topic", "title")[:_FOUND])
    if not wanted:
        return []
    keys = ArticleKey.objects.filter(key__in=set().union(*wanted)).values_list("article_id", "key", "first")
    held: dict[UUID, list[tuple[str, bool]]] = {}
    for article, key, first in keys:
        held.setdefault(article, []).append((key, first))
    marks = {pk: _mark(wanted, found) for pk, found in held.items()}
    best = sorted((pk for pk, mark in marks.items() if mark), key=lambda pk: -marks[pk])[:_FOUND]
    return sorted(rows.filter(pk__in=best), key=lambda one: (-marks[one.pk], one.title))


def _mark(wanted: list[set[str]], found: list[tuple[str, bool]]) -> int:
    """Nothing where a typed word is missing; a word of the title counts three times, the word itself twice."""
    mark = 0
    for word in wanted:
        hits = [(key, first) for key, first in found if key in word]
        if not hits:
            return 0
        mark += max(1 + 2 * first + (len(key) == max(map(len, word))) for key, first in hits)
    return mark


def beside(case: Case) -> list[Article]:
    """Articles for the groups of this case."""
    codes = CaseCategory.objects.filter(case=case, until=None).values_list("term__code", flat=True)
    keys = seeking.tagged(codes)
    if not keys:
        return []
    found = ArticleKey.objects.filter(key__in=keys).values("article_id")
    return list(_articles().filter(pk__in=found).order_by("title")[:_BESIDE])


def groups_of(case: Case) -> list[str]:
    return list(CaseCategory.objects.filter(case=case, until=None).values_list("term__code", flat=True))


def article(article_id: UUID) -> Article:
    """Raises Article.DoesNotExist where there is none that the asker may read."""
    return Article.objects.get(pk=article_id)


def proposed(by: Asker) -> list[Article]:
    """What waits for an editor; whoever is none sees what they wrote themself."""
    rows = Article.objects.filter(agency_id=by.agency_id)
    if by.has(Role.SUPERVISOR):
        rows = rows.filter(Q(state=ArticleState.PROPOSED) | Q(written_by_id=by.staff_id, state=ArticleState.SENT_BACK))
    else:
        rows = rows.filter(written_by_id=by.staff_id, state__in=[ArticleState.PROPOSED, ArticleState.SENT_BACK])
    return list(rows.order_by("made_at")[:_SHOWN])


def to_review(by: Asker) -> list[Article]:
    """Those of the asker's agency whose day has passed."""
    return list(_articles().filter(agency_id=by.agency_id, review_on__lt=days.today()).order_by("review_on")[:_SHOWN])


def group_labels(codes: list[str]) -> list[str]:
    return [term.label for term in taxonomy.terms(codes).values()]


def groups() -> list[tuple[str, str]]:
    return [(term.code, term.label) for term in taxonomy.current(taxonomy.PPKS)]


Untold = Callable[..., QuerySet]


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), clock.WIB)


def late_questions(now: datetime, untold: Untold) -> Iterator[Matter]:
    rows = Question.objects.filter(state=QuestionState.OPEN, answer_by__lt=clock.local(now).date())
    for pk, day, owner in untold(rows).values_list("pk", "answer_by", "asked_by_id"):
        yield Matter(LATE_QUESTION, None, pk, _end_of(day), owner)


def question_waits(matter: Matter) -> bool:
    return Question.objects.filter(pk=matter.id, state=QuestionState.OPEN).exists()


def late_articles(now: datetime, untold: Untold) -> Iterator[Matter]:
    rows = _articles().filter(review_on__lt=clock.local(now).date(), edited_by__isnull=False)
    for pk, day, owner in untold(rows).values_list("pk", "review_on", "edited_by_id"):
        yield Matter(LATE_ARTICLE, None, pk, _end_of(day), owner)


def article_waits(matter: Matter) -> bool:
    return _articles().filter(pk=matter.id, review_on__lt=days.today()).exists()
