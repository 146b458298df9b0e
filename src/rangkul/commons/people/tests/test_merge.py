"""Merging is a decision of a person, and can be taken back without a loss."""

import pytest
from django.core.exceptions import PermissionDenied

from rangkul.base.actions import Refused
from rangkul.base.models import Event
from rangkul.commons.people import actions, hooks, queries
from rangkul.commons.people.models import Merge, Person

WHY = "KTP dan ibu kandungnya sama."


@pytest.fixture
def pair(register, cast):
    return register(cast.ayu, "Joko Cahyono"), register(cast.ayu, "Bambang Tjahjono")


def joined(asking, staff, pair, reason=WHY):
    with asking(staff) as asker:
        return actions.merge(by=asker, kept=pair[0], absorbed=pair[1], reason=reason)


def test_both_histories_stay_and_the_search_shows_the_kept_one(pair, cast, asking):
    joined(asking, cast.ayu, pair)
    with asking(cast.ayu) as ayu:
        match = queries.search(ayu, "Bambang Cahyono")[0]
        assert match.person == pair[0]
        assert "Juga terdaftar sebagai Bambang Tjahjono." in match.reasons
        assert set(queries.identity_ids(pair[0])) == set(queries.identity_ids(Person.objects.get(pk=pair[1].pk)))


def test_undoing_leaves_each_as_it_was(pair, cast, asking):
    row = joined(asking, cast.ayu, pair)
    with asking(cast.sari) as sari:
        actions.unmerge(by=sari, merge=row, reason="Ternyata adik dan kakak.")
        assert queries.identity_ids(pair[0]) == [pair[0].pk]
        assert Person.objects.get(pk=pair[1].pk).merged_into_id is None
        assert Merge.objects.get().undone_reason


def test_undoing_twice_is_once(pair, cast, asking):
    row = joined(asking, cast.ayu, pair)
    with asking(cast.sari) as sari:
        actions.unmerge(by=sari, merge=row, reason="Ternyata adik dan kakak.")
        actions.unmerge(by=sari, merge=row, reason="Ternyata adik dan kakak.")
        assert Event.objects.filter(name="person.unmerged").count() == 1


def test_three_registrations_are_one_identity(register, pair, cast, asking):
    third = register(cast.ayu, "Djoko T.")
    joined(asking, cast.ayu, pair)
    joined(asking, cast.ayu, (third, pair[0]))
    with asking(cast.ayu) as ayu:
        assert len(queries.identity_ids(pair[1])) == 3
        assert [match.person for match in queries.search(ayu, "Bambang Tjahjono")] == [third]


@pytest.mark.parametrize("name", ["dimas", "adi", "agus", "budi"])
def test_is_not_for_everybody(pair, cast, asking, name):
    with pytest.raises(PermissionDenied):
        joined(asking, getattr(cast, name), pair)


def test_an_absorbed_person_is_not_merged_again(register, pair, cast, asking):
    joined(asking, cast.ayu, pair)
    with pytest.raises(Refused) as refusal:
        joined(asking, cast.ayu, (register(cast.ayu, "Lain Orang"), pair[1]))
    assert refusal.value.code == "merged"


def test_nobody_merges_with_themself(pair, cast, asking):
    with pytest.raises(Refused):
        joined(asking, cast.ayu, (pair[0], pair[0]))


def test_a_hidden_person_does_not_come_to_light_by_a_merge(pair, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.restrict(by=ayu, person=pair[1], reason="Dicari oleh pelaku.")
    with pytest.raises(Refused) as refusal:
        joined(asking, cast.ayu, pair)
    assert refusal.value.code == "restricted"


def test_needs_a_reason(pair, cast, asking):
    with pytest.raises(Refused):
        joined(asking, cast.ayu, pair, reason="sama")


def test_is_told_in_both_histories_and_to_later_packages(pair, cast, asking, monkeypatch):
    told = []
    monkeypatch.setattr(hooks, "merged", [lambda kept, absorbed, by: told.append((kept.pk, absorbed.pk))])
    joined(asking, cast.ayu, pair)
    with asking(cast.ayu):
        assert set(Event.objects.filter(name__in=["person.merged", "person.absorbed"]).values_list("subject_id")) == {
            (pair[0].pk,),
            (pair[1].pk,),
        }
    assert told == [(pair[0].pk, pair[1].pk)]
