"""The log for oneself, and judgements about being ready."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.models import DataKey, Event
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import AgendaItem, Readiness, Reflection

JUDGED = {
    "ready_for": "Kasus merah sendiri",
    "judgement": "not_yet",
    "defined_by": "agency",
    "criteria": "Tiga kasus merah bersama",
    "reason": "Baru satu",
}


@pytest.fixture
def thought(cast, asking):
    with asking(cast.ayu) as ayu:
        return actions.reflect(by=ayu, text="Saya marah kepada ayahnya. Saya perlu jeda.")


def test_writing_for_oneself_leaves_no_trace_that_others_could_count(thought, cast, asking):
    for who in (cast.agus, cast.sari, cast.ayu):
        with asking(who):
            assert not Event.objects.filter(name__startswith="reflection").exists()


def test_it_goes_out_with_its_key(thought, cast, asking):
    with asking(cast.sari) as sari, pytest.raises(PermissionDenied):
        actions.forget(by=sari, reflection=thought)
    with asking(cast.ayu) as ayu:
        actions.forget(by=ayu, reflection=thought)
        assert not Reflection.objects.exists()
        assert DataKey.objects.get(pk=thought.key_id).wrapped is None


def test_only_the_chosen_passage_comes_into_a_session(thought, session, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.bring(by=ayu, reflection=thought, session=session, text="Saya perlu jeda.")
    with asking(cast.sari):
        assert AgendaItem.objects.select_related("key").get().text == "Saya perlu jeda."
        assert not Reflection.objects.exists()


def test_readiness_is_never_said_bare(contract, cast, asking):
    for lacking in ("ready_for", "criteria", "reason"):
        with asking(cast.sari) as sari, pytest.raises(Refused) as refused:
            actions.judge_readiness(by=sari, worker=cast.ayu, **{**JUDGED, lacking: " "})
        assert refused.value.field == lacking
    bare = Readiness(supervisor=cast.sari, worker=cast.ayu, judgement="not_yet", defined_by="agency")
    with asking(cast.sari):
        bare.key = DataKey.make()
        with pytest.raises(IntegrityError, match="never_bare"), transaction.atomic():
            bare.save(force_insert=True)


def test_the_worker_answers_it_once_and_nobody_changes_it(contract, cast, asking):
    with asking(cast.sari) as sari:
        row = actions.judge_readiness(by=sari, worker=cast.ayu, **JUDGED)
        with pytest.raises(PermissionDenied):
            actions.answer_readiness(by=sari, readiness=row, reply="x")
        with pytest.raises(DatabaseError), transaction.atomic():
            Readiness.objects.update(judgement="ready")
    with asking(cast.ayu) as ayu:
        assert actions.answer_readiness(by=ayu, readiness=row, reply="Ukuran ini belum pernah disebut").reply
        assert actions.answer_readiness(by=ayu, readiness=row, reply="Lain").reply == "Ukuran ini belum pernah disebut"


def test_nobody_judges_whom_they_do_not_supervise(contract, cast, asking):
    for who, about in ((cast.sari, cast.dimas), (cast.dewi, cast.ayu)):
        with asking(who) as by, pytest.raises(DatabaseError), transaction.atomic():
            actions.judge_readiness(by=by, worker=about, **JUDGED)
