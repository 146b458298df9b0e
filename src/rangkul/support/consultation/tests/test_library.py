"""From an answer to an article: proposed by one, read by another, found by words that are spelled as people spell."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from rangkul.base import clock, days
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.taxonomy.models import Term
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.queries import risen_between
from rangkul.support.consultation import actions, queries
from rangkul.support.consultation.models import Article, ArticleKey
from rangkul.support.consultation.states import ARTICLE, LATE_ARTICLE, ArticleState
from rangkul.support.consultation.tests.conftest import SOON, WRITTEN, fresh


def test_it_is_read_by_an_editor_before_anybody_finds_it(cast, proposed, asking):
    with asking(cast.budi):
        assert not Article.objects.exists()
        assert queries.library() == []
    with asking(cast.sari) as by:
        assert queries.proposed(by) == [proposed]
        actions.publish(by=by, article=proposed, review_on=SOON)
    for who in (cast.budi, cast.dimas):
        with asking(who):
            assert [one.title for one in queries.library()] == [WRITTEN.title]


def test_nobody_edits_their_own_and_no_other_agency_does(cast, proposed, asking):
    for who in (cast.ayu, cast.dimas):
        with asking(who) as by, pytest.raises(PermissionDenied):
            actions.publish(by=by, article=proposed, review_on=SOON)
    with asking(cast.hana) as by, pytest.raises(PermissionDenied):
        actions.publish(by=by, article=proposed, review_on=SOON)
    with asking(cast.sari) as by:
        own = actions.propose(by=by, given=WRITTEN)
        with pytest.raises(PermissionDenied):
            actions.publish(by=by, article=own, review_on=SOON)
        with pytest.raises(IntegrityError), transaction.atomic():
            Article.objects.filter(pk=own.pk).update(edited_by=cast.sari)


def test_an_article_has_a_source_a_day_and_no_name(cast, proposed, answered, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused):
            actions.propose(by=by, given=replace(WRITTEN, source=" "))
        with pytest.raises(Refused, match="Wati"):
            actions.propose(by=by, given=replace(WRITTEN, text="Seperti pada Wati."), answer=answered)
        with pytest.raises(Refused):
            actions.propose(by=by, given=replace(WRITTEN, text="Hubungi 081234567890."))
    with asking(cast.sari) as by:
        for day in (days.today() - timedelta(days=1), days.today() + timedelta(days=800)):
            with pytest.raises(Refused):
                actions.publish(by=by, article=proposed, review_on=day)


def test_an_answer_becomes_one_article(cast, answered, asking):
    with asking(cast.ayu) as by:
        first = actions.propose(by=by, given=WRITTEN, answer=queries.answer(answered.pk))
        assert actions.propose(by=by, given=WRITTEN, answer=queries.answer(answered.pk)).pk == first.pk


def test_what_was_sent_back_is_written_again(cast, proposed, asking):
    with asking(cast.sari) as by:
        actions.send_back(by=by, article=proposed, because="Sebutkan peraturannya.")
    with asking(cast.ayu) as by:
        assert [one.said for one in queries.proposed(by)] == ["Sebutkan peraturannya."]
        row = actions.rewrite(by=by, article=proposed, given=replace(WRITTEN, source="PP 78/2021"))
        assert (row.state, row.edited_by) == ("proposed", None)


@pytest.mark.parametrize(
    "typed", ["pertemuan ayah", "pertemuan", "Pertemuwan", "pertmuan anak", "perTEMUan ANAK", "gambar netral", "surat"]
)
def test_it_is_found_as_people_spell(cast, published, asking, typed):
    with asking(cast.budi):
        assert [one.pk for one in queries.library(typed)] == [published.pk]


@pytest.mark.parametrize("typed", ["pertemuan paspor", "xyz", "%", "kak"])
def test_what_is_not_in_it_finds_nothing(cast, published, asking, typed):
    with asking(cast.budi):
        assert queries.library(typed) == []


def test_a_word_of_the_title_stands_before_one_of_the_text(cast, published, asking):
    with asking(cast.ayu) as by:
        other = actions.propose(by=by, given=replace(WRITTEN, title="Surat untuk sekolah", text="Tulis pendek."))
    with asking(cast.sari) as by:
        actions.publish(by=by, article=other, review_on=SOON)
        assert [one.pk for one in queries.library("surat")] == [other.pk, published.pk]
        assert queries.library("surat", topic="ethics") == []


def test_beside_a_case_stand_the_articles_of_its_groups(cast, case, published, asking):
    with asking(cast.ayu):
        assert queries.beside(case) == []
        term = Term.objects.get(taxonomy__name="ppks", taxonomy__valid_to=None, code="PPKS-02")
        CaseCategory.objects.create(case=case, key=case.key, term=term, since=days.today(), set_by=cast.ayu)
        assert queries.beside(case) == [published]


def test_a_rewritten_article_is_found_by_its_new_words_alone(cast, published, asking):
    with asking(cast.ayu) as by:
        actions.rewrite(by=by, article=published, given=replace(WRITTEN, title="Kunjungan daring", text="Lewat video."))
        held = ArticleKey.objects.filter(article=published)
        assert not held.filter(key="pertemuan").exists()
        assert held.filter(key="daring").exists()


def test_past_its_day_it_climbs_until_somebody_looked(cast, published, asking):
    with asking_as(job("cases.clock")), clock.pretending(clock.now() + timedelta(days=9)):
        move_clocks()
    with asking(cast.rini) as by:
        assert [row.matter for row in risen_between(by, [LATE_ARTICLE])] == [published.pk]
    with asking(cast.sari) as by, clock.pretending(clock.now() + timedelta(days=9)):
        assert queries.to_review(by) == [published]
        actions.renew(by=by, article=published, review_on=days.today() + timedelta(days=300))
        assert queries.to_review(by) == []


def test_what_is_not_valid_any_more_is_found_no_more(cast, published, asking):
    with asking(cast.sari) as by:
        actions.retire(by=by, article=published, because="Peraturannya diganti.")
    with asking(cast.budi):
        assert queries.library("pertemuan") == []


@pytest.mark.parametrize("verb", ARTICLE.steps)
@pytest.mark.parametrize("state", ArticleState.values)
def test_a_step_is_taken_from_where_the_table_says(verb, state):
    row = Article(state=state)
    if ARTICLE.allows(verb, state):
        ARTICLE.step(row, verb)
    else:
        with pytest.raises(Refused):
            ARTICLE.step(row, verb)


def test_an_article_outlives_the_question_it_grew_from(cast, answered, asking):
    with asking(cast.ayu) as by:
        row = actions.propose(by=by, given=WRITTEN, answer=queries.answer(answered.pk))
    with asking(cast.sari) as by:
        actions.publish(by=by, article=row, review_on=SOON)
    with asking(cast.ayu) as by:
        actions.withdraw(by=by, question=fresh(answered.question))
    with asking(cast.budi):
        assert [one.pk for one in queries.library("pertemuan")] == [row.pk]
