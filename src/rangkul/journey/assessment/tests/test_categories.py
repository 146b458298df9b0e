"""Groups are chosen from the version that holds, ended with a reason, and never rewritten."""

import pytest
from django.db import DatabaseError, transaction

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.models import CaseCategory
from rangkul.journey.assessment.queries import report_of


def add(cast, case, code="PPKS-04"):
    return actions.add_category(by=cast.ayu.asker(), case=case, code=code)


def test_several_groups_hold_at_once(case, cast, asking):
    with asking(cast.ayu):
        add(cast, case)
        add(cast, case, "PPKS-19")
        assert len(queries.current_categories(case)) == 2
        assert Event.objects.filter(name="category.added").count() == 2


@pytest.mark.parametrize("code", ["PPKS-99", "", "ABT"])
def test_a_term_that_does_not_hold_is_refused(case, cast, asking, code):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        add(cast, case, code)
    assert refusal.value.field == "code"


def test_twice_is_refused_and_after_an_end_it_begins_anew(case, cast, asking):
    with asking(cast.ayu):
        first = add(cast, case)
        with pytest.raises(Refused):
            add(cast, case)
        actions.end_category(by=cast.ayu.asker(), case=case, category=first, reason="Kembali ke rumah")
        with pytest.raises(Refused):
            actions.end_category(by=cast.ayu.asker(), case=case, category=first, reason="Lagi")
        add(cast, case)
        assert CaseCategory.objects.count() == 2


def test_history_is_not_reclassified_in_place(case, cast, asking):
    with asking(cast.ayu):
        add(cast, case)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            CaseCategory.objects.update(since="2020-01-01")


def test_people_read_words_and_no_label(case, cast, asking):
    with asking(cast.ayu):
        add(cast, case)
        told = " ".join(sentence.text for part in report_of(case, None) for sentence in part.sentences)
    assert "Anak yang hidup atau bekerja di jalanan" in told
    assert "Anak jalanan" not in told
