"""A question goes without a name, to those it is for, and leads nobody to a file they may not open."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from rangkul.base import clock
from rangkul.base.actions import Refused
from rangkul.base.asking import asking_as, job
from rangkul.base.models import Event
from rangkul.commons.people.hooks import LEAVING
from rangkul.journey.cases.actions import acknowledge_between
from rangkul.journey.cases.jobs import move_clocks
from rangkul.journey.cases.queries import risen_between
from rangkul.support.consultation import actions, leaving, queries
from rangkul.support.consultation.actions.questions import To
from rangkul.support.consultation.models import Answer, CaseQuestion, Question
from rangkul.support.consultation.states import LATE_QUESTION, QUESTION, QuestionState
from rangkul.support.consultation.tests.conftest import SOON, WORDS, fresh


def test_names_and_numbers_give_way_before_anybody_reads_it(cast, case, asking):
    words = {**WORDS, "title": "Wati ragu", "text": "Wati tinggal sendiri, 081234567890."}
    with asking(cast.ayu) as by:
        row = actions.ask(by=by, to=To("forum"), case=case, **words)
    assert (row.title, row.text) == ("[nama] ragu", "[nama] tinggal sendiri, [nomor].")


def test_it_is_sent_only_when_its_asker_has_read_it(cast, draft, asking):
    with asking(cast.ayu) as by:
        with pytest.raises(Refused):
            actions.send(by=by, question=draft, read=False)
        assert fresh(draft).state == "draft"
        assert actions.send(by=by, question=draft, read=True).state == "open"


def test_what_leads_back_stops_it(cast, draft, asking):
    with asking(cast.ayu) as by:
        row = fresh(draft)
        row.text = "Bu Wati"
        row.save(update_fields=["text"])
        with pytest.raises(Refused, match="Wati"):
            actions.send(by=by, question=row, read=True)


def test_a_draft_is_its_writers_alone(cast, draft, asking):
    for who in (cast.sari, cast.dimas, cast.budi, cast.candra):
        with asking(who):
            assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("to", "readers", "others"),
    [("colleague", ["dimas"], ["sari", "candra", "budi"]), ("unit", ["sari", "dimas"], ["candra", "budi"]),
     ("agency", ["budi", "hana"], ["dimas", "candra"]), ("forum", ["budi", "dimas", "candra"], ["adi", "agus"])],
)  # fmt: skip
def test_only_those_read_it_to_whom_it_goes(cast, case, asking, to, readers, others):
    whom = To(to, staff_id=cast.dimas.pk, unit_id=cast.ayu.unit_id, agency_id=cast.budi.agency_id)
    with asking(cast.ayu) as by:
        row = actions.ask(by=by, to=whom, case=case, **WORDS)
        actions.send(by=by, question=row, read=True)
    for who in readers:
        with asking(getattr(cast, who)):
            assert fresh(row).title == WORDS["title"]
    for who in others:
        with asking(getattr(cast, who)):
            assert not Question.objects.exists()
            assert not Answer.objects.exists()


def test_nobody_learns_of_which_case_it_speaks_but_its_readers(cast, sent, answered, asking):
    for who in (cast.budi, cast.dimas, cast.candra):
        with asking(who):
            assert not CaseQuestion.objects.exists()
            assert queries.case_of(fresh(sent)) is None
    with asking(cast.sari):
        assert queries.case_of(fresh(sent)).client_name == "Wati Contoh"


def test_no_event_of_it_leads_to_the_case(cast, sent, answered, asking):
    with asking(cast.ayu):
        said = list(Event.objects.filter(name__startswith="question."))
        assert said
        assert not [one for one in said if str(queries.case_of(fresh(sent)).pk) in f"{one.subject_id} {one.payload}"]


def test_one_may_ask_about_a_case_only_that_one_works_on(cast, case, asking):
    with asking(cast.dimas) as by, pytest.raises(PermissionDenied):
        actions.ask(by=by, to=To("forum"), case=case, **WORDS)


def test_only_somebody_who_is_there_is_asked(cast, asking):
    with asking(cast.ayu) as by:
        for whom in (To("colleague", staff_id=cast.budi.pk), To("agency", agency_id=cast.ayu.agency_id), To("unit")):
            with pytest.raises(Refused):
                actions.ask(by=by, to=whom, **WORDS)
        with pytest.raises(Refused):
            actions.ask(by=by, to=To("forum"), **{**WORDS, "answer_by": SOON - timedelta(days=30)})


def test_a_question_is_for_one_kind_of_reader(cast, sent, asking):
    with asking(cast.ayu), pytest.raises(IntegrityError), transaction.atomic():
        Question.objects.filter(pk=sent.pk).update(to_staff=cast.dimas)


def test_who_sees_the_case_keeps_its_names_out_of_an_answer(cast, sent, asking):
    with asking(cast.sari) as by, pytest.raises(Refused, match="Wati"):
        actions.answer(by=by, question=sent, text="Tanyakan kepada Wati dulu.")


def test_the_asker_says_what_helped_once(cast, answered, asking):
    with asking(cast.budi) as by, pytest.raises(PermissionDenied):
        actions.mark_helped(by=by, answer=answered)
    with asking(cast.ayu) as by:
        row = queries.answers_of(fresh(answered.question))[0]
        actions.mark_helped(by=by, answer=row)
        actions.mark_helped(by=by, answer=row)
        assert fresh(answered.question).state == "answered"
        assert Event.objects.filter(name="question.helped").count() == 1


def test_nobody_changes_what_another_answered(cast, answered, asking):
    for who in (cast.dimas, cast.budi):
        with asking(who):
            assert Answer.objects.filter(pk=answered.pk).update(helped_at=clock.now()) == 0


def test_what_was_taken_back_nobody_reads(cast, sent, answered, asking):
    with asking(cast.dimas) as by, pytest.raises(PermissionDenied):
        actions.withdraw(by=by, question=sent)
    with asking(cast.ayu) as by:
        actions.withdraw(by=by, question=sent)
        assert (fresh(sent).title, fresh(sent).text, fresh(sent).facts) == ("", "", "")
    with asking(cast.budi) as by:
        assert not Question.objects.exists()
        assert not Answer.objects.exists()
        with pytest.raises((Http404, Question.DoesNotExist)):
            actions.answer(by=by, question=sent, text="Lagi")


@pytest.mark.parametrize("verb", QUESTION.steps)
@pytest.mark.parametrize("state", QuestionState.values)
def test_a_step_is_taken_from_where_the_table_says(verb, state):
    row = Question(state=state)
    if QUESTION.allows(verb, state):
        QUESTION.step(row, verb)
    else:
        with pytest.raises(Refused):
            QUESTION.step(row, verb)
        assert row.state == state


def test_without_an_answer_it_climbs_and_says_nothing(cast, sent, asking):
    late = clock.now() + timedelta(days=9)
    with asking_as(job("cases.clock")), clock.pretending(late):
        move_clocks()
    with asking(cast.sari) as by:
        told = risen_between(by, [LATE_QUESTION])
        assert [(row.owner_id, row.matter) for row in told] == [(cast.ayu.pk, sent.pk)]
        assert "ayah" not in str(told[0].what)
        acknowledge_between(by=by, escalation=told[0])
        assert risen_between(by, [LATE_QUESTION]) == []


def test_what_a_closed_account_held_has_an_end(cast, case, draft, asking):
    with asking(cast.ayu) as by:
        mine = actions.send(by=by, question=actions.ask(by=by, to=To("forum"), **WORDS), read=True)
        asked = actions.ask(by=by, to=To("colleague", staff_id=cast.dimas.pk), **WORDS)
        actions.send(by=by, question=asked, read=True)
    with asking_as(LEAVING):
        assert leaving.HOLDING.count(cast.ayu) == 3
        actions.hand_on(by=LEAVING, staff=cast.dimas)
        assert fresh(asked).audience == "unit"
        actions.hand_on(by=LEAVING, staff=cast.ayu)
        assert (fresh(mine).state, fresh(draft).state) == ("closed", "withdrawn")
        assert leaving.HOLDING.count(cast.ayu) == 0
