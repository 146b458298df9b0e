"""A review keeps two voices, is appended and never changed, and says nothing about why."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.journey.plans import actions, queries
from rangkul.journey.plans.actions.reviews import Reached
from rangkul.journey.plans.conftest import SPOKEN
from rangkul.journey.plans.evaluation import CLIENT, WORKER
from rangkul.journey.plans.models import Review, ReviewLevel


def test_both_voices_are_kept_and_logged(case, cast, asking, agreed, look_back):
    plan = agreed()
    with asking(cast.ayu):
        held = look_back(plan, client=1, worker=0)
        (road,) = queries.roads(queries.agreed_plan(case), queries.reviews(case))
        assert (road.last(CLIENT), road.last(WORKER)) == (1, 0)
        assert Event.objects.get(name="review.held").payload["id"] == str(held.pk)


def test_without_the_client_it_says_why(cast, asking, agreed, look_back):
    plan = agreed()
    with asking(cast.ayu):
        with pytest.raises(Refused) as refusal:
            look_back(plan, client_judgement="", client_words="")
        assert refusal.value.field == "client_words"
        assert look_back(plan, client_judgement="", client_words="", client_absent="Sedang di rumah sakit").pk
        with pytest.raises(Refused):
            look_back(plan, client_absent="Sedang di rumah sakit")


@pytest.mark.parametrize(
    "given",
    [
        {"reached": {}},
        {"reached": {uuid4(): Reached(0, 0)}},
        # Two days: one is today where the tests run past midnight.
        {"held_on": today() + timedelta(days=2)},
        # The plan was agreed today.
        {"held_on": today() - timedelta(days=1)},
        {"next_on": today() - timedelta(days=1)},
    ],
)
def test_what_cannot_be_is_refused(cast, asking, agreed, look_back, given):
    plan = agreed()
    with asking(cast.ayu), pytest.raises(Refused):
        look_back(plan, **given)


@pytest.mark.parametrize("level", [-3, 3, 9])
def test_there_are_five_levels(cast, asking, agreed, look_back, level):
    plan = agreed()
    with asking(cast.ayu), pytest.raises(Refused):
        look_back(plan, client=level)


def test_the_database_holds_the_voice_and_the_levels(case, cast, asking, agreed, look_back):
    plan = agreed()
    with asking(cast.ayu):
        review = look_back(plan)
        mute = Review(case=case, plan=plan, key=case.key, kind="review", held_on=today(), recorded_by=cast.ayu)
        with pytest.raises(IntegrityError), transaction.atomic():
            mute.save(force_insert=True)
        goal = plan.goals.get()
        row = ReviewLevel(case=case, review=review, goal=goal, key=case.key, thread=goal.thread, by_client=7)
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save(force_insert=True)


def test_a_review_cannot_be_changed_or_removed(cast, asking, agreed, look_back):
    plan = agreed()
    with asking(cast.ayu):
        look_back(plan)
        for rows in (Review.objects.all(), ReviewLevel.objects.all()):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                rows.delete()
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Review.objects.update(kind="final")


def test_only_an_agreed_plan_is_reviewed(case, cast, asking, draft, look_back):
    draft()
    with asking(cast.ayu), pytest.raises(Refused, match="disepakati"):
        look_back(queries.plan_of(case))


def test_a_road_goes_on_through_a_new_version(case, cast, asking, agreed, look_back):
    plan = agreed()
    by = cast.ayu.asker()
    with asking(cast.ayu):
        look_back(plan, client=-1, worker=-1)
        actions.new_version(by=by, case=case, reason="Sekolah pindah")
        actions.agree_plan(by=by, case=case, agreement=SPOKEN)
        look_back(queries.agreed_plan(case), client=1, worker=1, held_on=today())
        (road,) = queries.roads(queries.agreed_plan(case), queries.reviews(case))
        assert [one.client for one in road.placed] == [-1, 1]


@pytest.mark.parametrize("name", ["sari", "candra", "budi"])
def test_only_the_team_holds_a_review(case, cast, asking, agreed, name):
    agreed()
    somebody = getattr(cast, name)
    with asking(somebody), pytest.raises(PermissionDenied):
        actions.hold_review(
            by=somebody.asker(),
            case=case,
            kind="review",
            held_on=today(),
            reached={},
            worker_judgement="same",
            worker_words="x",
            next_step="go_on",
        )
