"""Verbs: one permission, one transaction, one event."""

import pytest
from django.core.exceptions import PermissionDenied

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


def test_who_may_not_is_denied_before_anything_runs(db):
    with asking_as(BY), pytest.raises(PermissionDenied):
        forbidden(by=BY)


def test_ids_sort_by_time():
    ids = [new_id() for _ in range(100)]
    assert ids == sorted(ids)
