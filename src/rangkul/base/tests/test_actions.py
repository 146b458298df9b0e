"""Verbs: one permission, one transaction, one event."""

from contextlib import nullcontext

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.transaction import TransactionManagementError

from rangkul.base.actions import Done, Refused, action, anyone
from rangkul.base.asking import asking_as, job
from rangkul.base.ids import new_id
from rangkul.base.models import DataKey, Event

BY = job("uji")


@action("key.made", may=anyone)
def make_key(*, by, fail=False):
    key = DataKey.make()
    if fail:
        raise Refused("tidak bisa")
    return Done(key, payload={"size": 32})


@action("key.forbidden", may=lambda *, by, **_: False)
def forbidden(*, by):
    raise AssertionError("a refused verb must not run")


@action("key.paired", may=anyone)
def make_pair(*, by, second_fails=False, go_on=None):
    first = make_key(by=by)
    try:
        with transaction.atomic() if go_on == "apart" else nullcontext():
            make_key(by=by, fail=second_fails)
    except Refused:
        if go_on is None:
            raise
        DataKey.make()
    return Done(first)


def test_a_verb_writes_one_event(db):
    with asking_as(BY):
        key = make_key(by=BY)
        event = Event.objects.get()
    assert (event.name, event.subject_id, event.payload) == ("key.made", key.pk, {"size": 32})
    assert event.by_name == "uji"


def test_a_refusal_leaves_nothing(db):
    with asking_as(BY):
        with pytest.raises(Refused):
            make_key(by=BY, fail=True)
        assert not DataKey.objects.exists()
        assert not Event.objects.exists()


def test_verbs_inside_a_verb_are_undone_with_it_and_need_no_savepoint_of_their_own(db, django_assert_num_queries):
    with asking_as(BY):
        with pytest.raises(Refused):
            make_pair(by=BY, second_fails=True)
        assert not DataKey.objects.exists()
        assert not Event.objects.exists()
        # A savepoint and its release, two keys, three events.
        with django_assert_num_queries(7):
            make_pair(by=BY)


def test_going_on_after_an_inner_verb_failed_needs_a_savepoint_and_is_loud_without_one(db):
    with asking_as(BY):
        make_pair(by=BY, second_fails=True, go_on="apart")
        assert DataKey.objects.count() == 2
        assert [event.name for event in Event.objects.order_by("id")] == ["key.made", "key.paired"]
        with pytest.raises(TransactionManagementError):
            make_pair(by=BY, second_fails=True, go_on="plainly")
        assert DataKey.objects.count() == 2


def test_who_may_not_is_denied_before_anything_runs(db):
    with asking_as(BY), pytest.raises(PermissionDenied):
        forbidden(by=BY)


def test_ids_sort_by_time():
    ids = [new_id() for _ in range(100)]
    assert ids == sorted(ids)
