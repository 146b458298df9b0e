"""What sort of parent or partner somebody is, how it stands, a death without a day, a child who was lost."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from rangkul.base.actions import Refused
from rangkul.base.days import today
from rangkul.base.models import Event
from rangkul.commons.people import actions, queries
from rangkul.commons.people.models import Kinship, Person, Pregnancy


@pytest.fixture
def wati(register, cast):
    return register(cast.ayu, "Wati Contoh")


@pytest.fixture
def joko(register, cast):
    return register(cast.ayu, "Joko Contoh")


def marry(cast, wati, joko, **how):
    how = {"kind": "married", "since": date(2010, 1, 1), "years_only": True} | how
    return actions.add_kinship(by=cast.ayu.asker(), person=joko, relative=wati, relation="spouse", **how)


def test_an_adoptive_father_is_told_from_both_sides(wati, joko, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.add_kinship(by=ayu, person=joko, relative=wati, relation="parent", kind="adopted")
        assert [kin.label for kin in queries.kin_of(wati)] == ["orang tua (angkat)"]
        assert [kin.label for kin in queries.kin_of(joko)] == ["anak (angkat)"]


def test_a_kind_that_does_not_fit_is_refused_by_verb_and_database(wati, joko, cast, asking):
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused):
            actions.add_kinship(by=ayu, person=joko, relative=wati, relation="parent", kind="married")
        row = marry(cast, wati, joko)
        with pytest.raises(IntegrityError, match="people_kinship_kind_fits"), transaction.atomic():
            Kinship.objects.filter(pk=row.pk).update(kind="adopted")


def test_who_separated_is_still_a_husband_and_who_divorced_is_remembered(wati, joko, cast, asking):
    with asking(cast.ayu) as ayu:
        row = marry(cast, wati, joko)
        words = {"kind": "married", "since": row.since, "years_only": True}
        actions.describe_kinship(by=ayu, kinship=row, standing="separated", until=date(2018, 1, 1), **words)
        assert [kin.label for kin in queries.kin_of(wati)] == ["suami atau istri (menikah, berpisah)"]
        actions.describe_kinship(by=ayu, kinship=row, standing="divorced", until=date(2020, 1, 1), **words)
        actions.describe_kinship(by=ayu, kinship=row, standing="divorced", until=date(2020, 1, 1), **words)
        assert queries.kin_of(wati) == []
        assert Kinship.objects.get().standing == "divorced"
        assert Event.objects.filter(name="kinship.described").count() == 2


@pytest.mark.parametrize(
    ("standing", "until"), [("divorced", None), ("divorced", date(2009, 1, 1)), ("divorced", date(2999, 1, 1))]
)
def test_an_end_needs_a_day_that_fits(wati, joko, cast, asking, standing, until):
    with asking(cast.ayu) as ayu:
        row = marry(cast, wati, joko)
        with pytest.raises(Refused):
            actions.describe_kinship(
                by=ayu, kinship=row, kind="married", standing=standing, since=row.since, until=until
            )
        with pytest.raises(IntegrityError, match="people_kinship_standing_ended"), transaction.atomic():
            Kinship.objects.filter(pk=row.pk).update(standing="divorced")
        with pytest.raises(IntegrityError, match="people_kinship_days_in_order"), transaction.atomic():
            Kinship.objects.filter(pk=row.pk).update(until=date(2009, 1, 1))


def test_a_death_may_be_known_without_its_day(wati, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.correct(by=ayu, person=wati, died_precision="unknown")
        assert Person.objects.get(pk=wati.pk).has_died
        with pytest.raises(Refused):
            actions.correct(by=ayu, person=wati, died_on=date(2015, 1, 1))
        with pytest.raises(IntegrityError, match="people_person_death_fits"), transaction.atomic():
            Person.objects.filter(pk=wati.pk).update(died_precision="year")


def test_a_death_does_not_lie_ahead(wati, cast, asking):
    with asking(cast.ayu) as ayu, pytest.raises(Refused):
        actions.correct(by=ayu, person=wati, died_on=today() + timedelta(days=2))


def test_a_pregnancy_is_written_once_and_ends_once(wati, joko, cast, asking):
    with asking(cast.ayu) as ayu:
        ahead = today() + timedelta(days=90)
        first = actions.record_pregnancy(by=ayu, mother=wati, father=joko, on=ahead)
        assert actions.record_pregnancy(by=ayu, mother=wati) == first
        for _again in range(2):
            actions.end_pregnancy(by=ayu, pregnancy=first, outcome="miscarried", on=today())
        assert Pregnancy.objects.get().outcome == "miscarried"
        assert Event.objects.filter(name__startswith="pregnancy.").count() == 2


def test_a_loss_does_not_lie_ahead_and_a_father_is_somebody_else(wati, cast, asking):
    with asking(cast.ayu) as ayu:
        with pytest.raises(Refused):
            actions.record_pregnancy(by=ayu, mother=wati, outcome="stillborn", on=today() + timedelta(days=1))
        with pytest.raises(Refused):
            actions.record_pregnancy(by=ayu, mother=wati, father=wati)


def test_only_who_sees_the_mother_sees_her_pregnancy(wati, cast, asking):
    with asking(cast.ayu) as ayu:
        actions.record_pregnancy(by=ayu, mother=wati)
    with asking(cast.budi):
        assert not Pregnancy.objects.exists()
