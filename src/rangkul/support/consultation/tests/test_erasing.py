"""Erasing a client takes what was asked about them, and leaves what everybody learned from it."""

from rangkul.base.clock import now
from rangkul.commons.trust.erasure import erase
from rangkul.journey.cases.models import Case
from rangkul.support.consultation import actions, queries
from rangkul.support.consultation.models import Answer
from rangkul.support.consultation.tests.conftest import SOON, WORDS, WRITTEN, fresh


def test_a_question_about_them_goes_and_the_article_stays(cast, case, sent, answered, asking):
    with asking(cast.ayu) as by:
        article = actions.propose(by=by, given=WRITTEN, answer=queries.answer(answered.pk))
        general = actions.send(by=by, question=actions.ask(by=by, to=actions.To("forum"), **WORDS), read=True)
        Case.objects.update(state="closed", closed_at=now())
    with asking(cast.sari) as by:
        actions.publish(by=by, article=article, review_on=SOON)
    with asking(cast.putri) as putri:
        erase(by=putri, person_id=case.person_id, reason="Permintaan tertulis dari orangnya.")
    with asking(cast.budi):
        gone = [fresh(sent).title, fresh(sent).text, Answer.objects.select_related("key").get(pk=answered.pk).text]
        assert all(words.startswith("(dihapus") for words in gone), gone
        assert fresh(general).title == WORDS["title"]
        assert [one.pk for one in queries.library("pertemuan")] == [article.pk]
