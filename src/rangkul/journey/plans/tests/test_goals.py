"""A goal has five written levels and the client's own view, or it is not a goal (A25)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.conftest import LADDER
from rangkul.journey.plans.models import Goal, Plan


def test_a_goal_begins_the_first_version_and_leaves_an_event(case, cast, asking, set_goal):
    with asking(cast.ayu):
        goal = set_goal()
        assert Plan.objects.get(case=case).version == 1
        assert Goal.objects.select_related("key").get().level_words() == LADDER
        assert Event.objects.get(name="goal.set").payload == {
            "id": str(goal.pk),
            "thread": str(goal.thread),
            "new": True,
        }


@pytest.mark.parametrize("level", [-2, -1, 0, 1, 2])
def test_a_missing_level_is_refused_by_its_name(cast, asking, set_goal, level):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        set_goal(levels=LADDER | {level: "  "})
    assert refusal.value.code == "levels"
    assert refusal.value.field


def test_levels_that_cannot_be_told_apart_are_refused(cast, asking, set_goal):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        set_goal(levels=LADDER | {1: LADDER[0].upper()})
    assert refusal.value.field == "above"


@pytest.mark.parametrize("given", [{"client_words": " "}, {"client_view": ""}])
def test_a_goal_without_the_clients_view_is_refused(cast, asking, set_goal, given):
    with asking(cast.ayu), pytest.raises(Refused) as refusal:
        set_goal(**given)
    assert refusal.value.field == "client_words"


def test_where_the_client_wants_something_else_it_is_said_what_was_settled(cast, asking, set_goal):
    with asking(cast.ayu):
        with pytest.raises(Refused) as refusal:
            set_goal(client_view="wants_other", client_words="Saya ingin Dinda bekerja")
        assert refusal.value.field == "settled"
        assert set_goal(client_view="wants_other", client_words="Ingin bekerja", settled="Sekolah sambil kursus").pk


@pytest.mark.parametrize("column", ["far_below", "below", "expected", "above", "far_above"])
def test_the_database_knows_no_goal_with_a_hole(cast, asking, set_goal, column):
    with asking(cast.ayu):
        goal = set_goal()
        with pytest.raises(IntegrityError, match="five_levels"), transaction.atomic():
            Goal.objects.filter(pk=goal.pk).update(**{column: None})


def test_the_database_knows_no_goal_without_the_client(cast, asking, set_goal):
    with asking(cast.ayu):
        goal = set_goal()
        with pytest.raises(IntegrityError, match="client_view"), transaction.atomic():
            Goal.objects.filter(pk=goal.pk).update(client_words=None)


def test_a_goal_of_the_draft_is_changed_and_taken_out(case, cast, asking, set_goal):
    with asking(cast.ayu):
        goal = Goal.objects.select_related("plan", "key").get(pk=set_goal().pk)
        set_goal(goal=goal, title="Dinda belajar lagi")
        assert Goal.objects.select_related("key").get().title == "Dinda belajar lagi"
        actions.remove_goal(by=cast.ayu.asker(), case=case, goal=goal)
        assert not Goal.objects.exists()


def test_an_agreed_plan_keeps_its_goals(case, cast, asking, set_goal, agreed):
    plan = agreed()
    with asking(cast.ayu):
        goal = plan.goals.select_related("plan", "key").get()
        with pytest.raises(Refused):
            set_goal(goal=goal)
        with pytest.raises(Refused):
            actions.remove_goal(by=cast.ayu.asker(), case=case, goal=goal)
        assert Goal.objects.filter(pk=goal.pk).update(weight=1) == 0
        assert Goal.objects.filter(pk=goal.pk).delete()[0] == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            Goal.objects.bulk_create([Goal(case=case, plan=plan, key=case.key, number=9)])


def test_activities_can_serve_the_goals_of_the_newest_version(case, cast, asking, set_goal, agreed):
    plan = agreed()
    with asking(cast.ayu):
        goal = plan.goals.get()
        actions.new_version(by=cast.ayu.asker(), case=case, reason="Pindah rumah")
        assert queries.goal_choices(case) == [(goal.thread, "Dinda kembali bersekolah")]


@pytest.mark.parametrize("name", ["sari", "candra", "budi", "adi"])
def test_only_the_team_writes(cast, asking, set_goal, name):
    somebody = getattr(cast, name)
    with asking(somebody), pytest.raises(PermissionDenied):
        set_goal(by=somebody)
