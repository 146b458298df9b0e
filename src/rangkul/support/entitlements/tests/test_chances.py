"""What the file of a case knows, and what is asked next."""

from datetime import timedelta

import pytest

from rangkul.base.actions import Refused
from rangkul.commons.directory.states import Dtsen, Paper
from rangkul.commons.people.models import Pregnancy
from rangkul.journey.cases import hooks
from rangkul.journey.cases import states as of_cases
from rangkul.support.entitlements import actions, queries
from rangkul.support.entitlements.states import PAPERS
from rangkul.support.entitlements.tests.conftest import TODAY


def by_code(case) -> dict:
    found = queries.chances(case, queries.of_case(case))
    return {one.programme.code: one for part in (found.likely, found.unsure, found.unseen) for one in part}


def test_every_programme_stands_somewhere(cast, case, at_home, asking):
    with asking(cast.ayu):
        assert len(by_code(case)) == len(queries.programmes())


def test_a_school_child_at_home_and_an_answer_open_two_programmes(cast, case, at_home, known, asking):
    with asking(cast.ayu):
        known(dtsen="yes", school="yes", needs_school="yes")
        found = by_code(case)
    assert (found["pkh"].finding.fit, found["pip"].finding.fit) == ("likely", "likely")
    assert "ada yang berumur 8, 40 tahun" not in str(found["pip"].finding.because)


def test_the_last_answer_counts_and_the_first_stays(cast, case, known, asking):
    with asking(cast.ayu):
        known(dtsen="no")
        known(dtsen="yes")
        assert by_code(case)["sembako"].finding.fit == "likely"
        assert queries.Known.objects.filter(case=case).count() == 2


def test_what_most_programmes_wait_for_is_asked_first(cast, case, at_home, asking):
    with asking(cast.ayu):
        assert queries.chances(case, []).ask[0] == "dtsen"


def test_an_expected_child_needs_no_second_question(cast, case, at_home, known, asking):
    with asking(cast.ayu):
        known(dtsen="yes", school="no")
        assert by_code(case)["pkh"].finding.fit == "unsure"
        Pregnancy.objects.create(mother=case.person)
        assert by_code(case)["pkh"].finding.fit == "likely"


def test_an_answer_is_one_of_the_list_and_of_a_day_that_has_been(cast, case, asking):
    words = {"case": case, "way": "told", "on": TODAY}
    with asking(cast.ayu) as by:
        for wrong in ({"name": "desil", "answer": "yes"}, {"name": "pregnant", "answer": "proposed"},
                      {"name": "dtsen", "answer": "4"}):  # fmt: skip
            with pytest.raises(Refused):
                actions.record_known(by=by, **words, **wrong)
        # Two days: one is today where the tests run past midnight.
        late = {**words, "on": TODAY + timedelta(days=2)}
        with pytest.raises(Refused):
            actions.record_known(by=by, name="dtsen", answer="yes", **late)


def test_the_rules_stop_no_worker(cast, case, at_home, known, asking):
    with asking(cast.ayu) as by:
        known(orphan="no")
        assert by_code(case)["atensi-yapi"].finding.fit == "unseen"
        row = actions.consider(by=by, case=case, programme="atensi-yapi")
        assert row.state == "considered"
        assert actions.consider(by=by, case=case, programme="atensi-yapi").pk == row.pk


def test_the_last_standing_and_its_day_are_told_to_who_looks_for_services(cast, case, known, asking):
    with asking(cast.ayu):
        assert hooks.facts_of(case) == {}
        for answer, standing in (("no", "not_registered"), ("proposed", "proposed"), ("yes", "registered")):
            known(dtsen=answer)
            assert hooks.facts_of(case) == {"dtsen": standing, "dtsen_on": TODAY}
            assert standing in Dtsen.values
        known(dtsen="yes", has_ktp="no", has_bpjs="yes")
        papers = {"ktp": (False, TODAY, False), "bpjs": (True, TODAY, False)}
        assert hooks.facts_of(case) == {"dtsen": "registered", "dtsen_on": TODAY, "documents": papers}
        assert {*papers, *PAPERS.values(), *of_cases.PAPERS} <= set(Paper.values)
