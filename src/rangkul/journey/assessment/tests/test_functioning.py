"""Functioning: two views, three moments, appended, on a scale that is never called validated."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.assessment import actions, queries
from rangkul.journey.assessment.levels import LEVEL_WORDS, OWN_SCALE
from rangkul.journey.assessment.models import Functioning
from rangkul.journey.assessment.states import Dimension, View


@pytest.fixture
def note(cast, case):
    def write(**given):
        words = {"view": "client", "moment": "baseline", "seen_on": today(), "levels": {"needs": (2, "Kurang")}}
        return actions.record_functioning(by=cast.ayu.asker(), case=case, **(words | given))

    return write


def test_every_level_of_every_ability_has_words():
    assert all(set(LEVEL_WORDS[dimension]) == {1, 2, 3, 4, 5} for dimension in Dimension)
    assert "bukan instrumen tervalidasi" in str(OWN_SCALE)


def test_one_view_is_one_event_whatever_it_covers(cast, asking, note):
    with asking(cast.ayu):
        note(levels={"needs": (2, "Kurang"), "coping": (4, "")})
        event = Event.objects.get(name="functioning.recorded")
        assert len(event.payload["ids"]) == 2
        assert Functioning.objects.select_related("key").get(dimension="needs").words == "Kurang"


def test_the_newest_of_a_moment_counts_and_the_older_stays(case, cast, asking, note):
    with asking(cast.ayu):
        note()
        note(levels={"needs": (4, "")})
        assert queries.profile(case)["baseline", "needs", "client"].level == 4
        assert Functioning.objects.count() == 2


def test_then_and_now_stand_side_by_side(case, cast, asking, note):
    with asking(cast.ayu):
        note()
        note(moment="review", levels={"needs": (3, "")})
        note(moment="end", levels={"needs": (4, "Sudah cukup")})
        rows = {(row.dimension, row.view): row for row in queries.compared(case)}
        row = rows[Dimension.NEEDS, View.CLIENT]
        assert (row.before.level, row.now.level) == (2, 4)
        assert rows[Dimension.NEEDS, View.WORKER].before is None


# Two days: one is today where the tests run past midnight.
@pytest.mark.parametrize("given", [{"levels": {}}, {"seen_on": today() + timedelta(days=2)}])
def test_what_cannot_be_is_refused(cast, asking, note, given):
    with asking(cast.ayu), pytest.raises(Refused):
        note(**given)


def test_the_database_knows_five_levels_and_forgets_none(cast, asking, note):
    with asking(cast.ayu):
        with pytest.raises(IntegrityError), transaction.atomic():
            note(levels={"needs": (6, "")})
        note()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Functioning.objects.update(level=5)
