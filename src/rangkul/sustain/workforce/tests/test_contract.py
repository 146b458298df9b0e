"""The contract of supervision: both sign the same words, each as themself."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import Http404

from rangkul.base.actions import Refused
from rangkul.sustain.workforce import actions
from rangkul.sustain.workforce.models import Contract
from rangkul.sustain.workforce.states import CONTRACT, ContractState


def test_it_begins_with_words_that_the_two_can_change(draft, cast, asking):
    with asking(cast.ayu) as ayu:
        assert "auditor" in draft.confidentiality
        changed = actions.change_contract(by=ayu, contract=draft, purpose="Tidak sendirian", every_weeks=2)
        assert (changed.purpose, changed.every_weeks) == ("Tidak sendirian", 2)


def test_drafting_twice_is_one_draft(draft, cast, asking):
    with asking(cast.ayu) as ayu:
        assert actions.draft_contract(by=ayu, supervisor=cast.sari, worker=cast.ayu).pk == draft.pk


def test_one_signature_is_not_enough(draft, cast, asking):
    with asking(cast.sari) as sari:
        half = actions.sign_contract(by=sari, contract=draft)
        assert (half.state, half.valid_from) == (ContractState.DRAFT, None)
        assert actions.sign_contract(by=sari, contract=draft).state == ContractState.DRAFT
    with asking(cast.ayu) as ayu:
        whole = actions.sign_contract(by=ayu, contract=draft)
        assert (whole.state, bool(whole.valid_from)) == (ContractState.IN_FORCE, True)


def test_whoever_had_signed_signs_changed_words_again(draft, cast, asking):
    with asking(cast.sari) as sari:
        actions.sign_contract(by=sari, contract=draft)
    with asking(cast.ayu) as ayu:
        assert not actions.change_contract(by=ayu, contract=draft, every_weeks=1).supervisor_signed_at
        with pytest.raises(DatabaseError, match="nobody signs"), transaction.atomic():
            Contract.objects.filter(pk=draft.pk).update(supervisor_signed_at=draft.made_at)


def test_the_database_takes_no_signature_under_other_words(draft, cast, asking):
    with asking(cast.sari) as sari:
        actions.sign_contract(by=sari, contract=draft)
        with pytest.raises(DatabaseError, match="signed words"), transaction.atomic():
            Contract.objects.filter(pk=draft.pk).update(every_weeks=9)


def test_signed_words_stay(contract, cast, asking):
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused):
            actions.change_contract(by=ayu, contract=contract, purpose="Lain")
        with pytest.raises(DatabaseError, match="both signed"), transaction.atomic():
            Contract.objects.filter(pk=contract.pk).update(every_weeks=9)


def test_a_new_version_takes_over_what_was_said_and_replaces_it_when_both_signed(contract, cast, asking):
    with asking(cast.ayu) as ayu:
        again = actions.draft_contract(by=ayu, supervisor=cast.sari, worker=cast.ayu)
        assert (again.version, again.purpose) == (2, contract.purpose)
        actions.sign_contract(by=ayu, contract=again)
        assert Contract.objects.get(state="in_force").version == 1
    with asking(cast.sari) as sari:
        actions.sign_contract(by=sari, contract=again)
        assert {row.version: row.state for row in Contract.objects.all()} == {1: "replaced", 2: "in_force"}


def test_either_ends_it_with_a_reason_and_what_was_planned_is_cancelled(session, contract, cast, asking):
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused):
            actions.end_contract(by=ayu, contract=contract, reason=" ")
        ended = actions.end_contract(by=ayu, contract=contract, reason="Saya pindah unit")
        assert (ended.state, ended.ended_by_id) == (ContractState.ENDED, cast.ayu.pk)
        assert type(session).objects.get(pk=session.pk).state == "cancelled"
        with pytest.raises(Refused):
            actions.end_contract(by=ayu, contract=contract, reason="Lagi")


@pytest.mark.parametrize("name", ["dimas", "dewi", "rini", "adi", "budi"])
def test_nobody_else_comes_between(draft, cast, asking, name):
    stranger = getattr(cast, name)
    with asking(stranger) as by:
        with pytest.raises(PermissionDenied):
            actions.draft_contract(by=by, supervisor=cast.sari, worker=cast.ayu)
        for verb, more in ((actions.sign_contract, {}), (actions.change_contract, {"every_weeks": 1})):
            with pytest.raises(PermissionDenied):
                verb(by=by, contract=draft, **more)


@pytest.mark.parametrize(
    ("above", "below"), [("sari", "sari"), ("ayu", "dimas"), ("sari", "adi"), ("hana", "ayu"), ("sari", "budi")]
)
def test_not_everybody_supervises_anybody(cast, asking, above, below):
    with asking(getattr(cast, above)) as by, pytest.raises(PermissionDenied):
        actions.draft_contract(by=by, supervisor=getattr(cast, above), worker=getattr(cast, below))


@pytest.mark.parametrize("verb", CONTRACT.steps)
@pytest.mark.parametrize("state", ContractState.values)
def test_only_the_steps_of_the_table_are_taken(state, verb):
    row = Contract(state=state)
    if CONTRACT.allows(verb, state):
        CONTRACT.step(row, verb)
        assert row.state == CONTRACT.steps[verb][1]
    else:
        with pytest.raises(Refused):
            CONTRACT.step(row, verb)


def test_a_contract_that_is_not_seen_is_not_there(contract, cast, asking):
    with asking(cast.dewi) as dewi, pytest.raises((Http404, PermissionDenied)):
        actions.end_contract(by=dewi, contract=contract, reason="Bukan urusan saya")
