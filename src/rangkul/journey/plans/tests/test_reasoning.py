"""Ways that were weighed and what is expected of them belong to the draft."""

import pytest

from rangkul.base.actions import Refused
from rangkul.base.ids import new_id
from rangkul.base.models import Event
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.models import Alternative, Hypothesis

WAY = {"title": "Rumah nenek", "reason": "Dekat sekolah"}
GUESS = {"condition": "Dinda diantar", "expectation": "ia masuk sekolah", "because": "jalannya gelap"}


def test_a_way_is_added_changed_and_taken_out(case, cast, asking):
    by = cast.ayu.asker()
    with asking(cast.ayu):
        way = actions.weigh_alternative(by=by, case=case, **WAY)
        actions.weigh_alternative(by=by, case=case, alternative=way, **WAY | {"chosen": True})
        assert Alternative.objects.get().chosen
        assert Event.objects.filter(name="alternative.weighed").count() == 2
        actions.remove_alternative(by=by, case=case, alternative=way)
        assert not Alternative.objects.exists()


def test_a_guess_is_kept_with_its_goal(case, cast, asking, set_goal):
    by = cast.ayu.asker()
    with asking(cast.ayu):
        goal = set_goal()
        guess = actions.suppose(by=by, case=case, thread=goal.thread, **GUESS)
        assert queries.plan_of(case).hypotheses.get().because == "jalannya gelap"
        actions.remove_hypothesis(by=by, case=case, hypothesis=guess)
        assert not Hypothesis.objects.exists()


def test_a_guess_about_an_unknown_goal_is_refused(case, cast, asking):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        actions.suppose(by=cast.ayu.asker(), case=case, thread=new_id(), **GUESS)
    assert refusal.value.field == "thread"


def test_an_agreed_plan_takes_no_more_ways(case, cast, asking, agreed):
    agreed()
    with asking(cast.ayu), pytest.raises(Refused, match="versi baru"):
        actions.weigh_alternative(by=cast.ayu.asker(), case=case, **WAY)
