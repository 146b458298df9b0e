"""Statements that are put together once give the rows that the ORM gives, whoever asks and with whatever values."""

from datetime import UTC, datetime, timedelta
from threading import Thread
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.db.models import Count, QuerySet
from django.test.utils import CaptureQueriesContext

from rangkul.base import ready as module
from rangkul.base.asking import asking_as
from rangkul.base.models import Event, Version
from rangkul.base.ready import ready
from rangkul.commons.people.models import Person, Staff

pytestmark = pytest.mark.django_db


@ready
def of_unit(unit_id: UUID, names: list[str]) -> QuerySet[Staff]:
    return Staff.objects.filter(unit_id=unit_id, username__among=names).select_related("unit").order_by("username")


@ready
def counted(agency_id: UUID, *, active: bool) -> QuerySet:
    rows = Staff.objects.filter(agency_id=agency_id)
    if active:
        rows = rows.filter(is_active=True)
    return rows.values_list("unit_id").annotate(n=Count("id")).order_by("unit_id")


@ready
def edited(unit_id: UUID, edition: int) -> QuerySet[Person]:
    return Person.objects.filter(unit_id=unit_id, edition__gt=edition)


def test_a_number_reaches_a_column_that_holds_only_positive_ones():
    assert "edition" in edited._kept.setdefault((), module._Statement(edited._build, {})).sql.split("WHERE")[1]


def test_rows_are_those_of_the_orm_with_what_was_joined(cast):
    with asking_as(cast.sari.asker()):
        wanted = ["ayu", "sari", "budi"]
        found = of_unit(cast.ayu.unit_id, wanted)
        asked = Staff.objects.filter(unit_id=cast.ayu.unit_id, username__in=wanted).order_by("username")
        assert found == list(asked)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert {one.unit.name for one in found} == {cast.ayu.unit.name}
        assert not queries.captured_queries


def test_each_call_asks_with_its_own_values_and_in_one_statement(cast):
    asked = []

    def listen(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with asking_as(cast.sari.asker()), connection.execute_wrapper(listen):
        assert [one.username for one in of_unit(cast.ayu.unit_id, ["ayu"])] == ["ayu"]
        assert of_unit(cast.ayu.unit_id, []) == []
        assert of_unit(uuid4(), ["ayu"]) == []
        assert of_unit.one(cast.ayu.unit_id, ["sari"]).username == "sari"
        assert of_unit.one(cast.ayu.unit_id, ["nobody"]) is None
    assert asked.count(of_unit._kept[()].sql) == 5


def test_values_are_never_read_as_sql(cast):
    with asking_as(cast.sari.asker()):
        assert of_unit(cast.ayu.unit_id, ["ayu'; DROP TABLE people_staff; --", "%s", '"']) == []


def test_each_shape_is_kept_for_itself(cast):
    with asking_as(cast.sari.asker()):
        everybody = dict(counted(cast.ayu.agency_id, active=False))
        working = dict(counted(cast.ayu.agency_id, active=True))
        assert sum(everybody.values()) == Staff.objects.filter(agency_id=cast.ayu.agency_id).count()
        assert sum(working.values()) == Staff.objects.filter(agency_id=cast.ayu.agency_id, is_active=True).count()


@ready
def behind(number: int, *, most: int) -> QuerySet[Version]:
    return Version.objects.filter(id__gt=number).order_by("id")[:most]


def test_a_number_reaches_the_statement_whatever_the_driver_makes_of_it(cast):
    """Also in a function with a shape, whose values are not counted."""
    with asking_as(cast.agus.asker()):
        behind(1, most=2)
    (statement,) = behind._kept.values()
    assert 0 in statement.places


def test_who_asks_decides_what_is_seen(cast):
    """The statement is shared, the right to see is not."""

    @ready
    def told(subject_id: UUID, since: datetime, before: int) -> QuerySet[Event]:
        return Event.objects.filter(subject_id=subject_id, at__gte=since, id__lt=before)

    subject, long_ago = uuid4(), datetime(2000, 1, 1, tzinfo=UTC)
    with asking_as(cast.ayu.asker()) as by:
        from rangkul.base.events import write

        write("case.opened", by=by, subject=("case", subject), agency_id=by.agency_id, unit_id=by.unit_id)
        expected = list(Event.objects.filter(subject_id=subject))
        assert told(subject, long_ago, 2**60) == expected
    with asking_as(cast.budi.asker()):
        assert told(subject, long_ago, 2**60) == list(Event.objects.filter(subject_id=subject)) == []


def test_a_value_that_never_arrives_is_a_mistake(cast):
    @ready
    def forgotten(unit_id: UUID, moment: datetime) -> QuerySet[Staff]:
        return Staff.objects.filter(unit_id=unit_id, made_at__lt=moment + timedelta(days=1))

    with asking_as(cast.sari.asker()), pytest.raises(TypeError, match="do not reach"):
        forgotten(cast.ayu.unit_id, datetime.now(UTC))


def test_what_is_prefetched_or_of_another_number_of_values_is_a_mistake(cast):
    @ready
    def fetched(unit_id: UUID) -> QuerySet[Staff]:
        return Staff.objects.filter(unit_id=unit_id).prefetch_related("supervises")

    with asking_as(cast.sari.asker()):
        with pytest.raises(TypeError, match="prefetched"):
            fetched(cast.ayu.unit_id)
        with pytest.raises(TypeError, match="2 values"):
            of_unit(cast.ayu.unit_id)


def test_the_function_runs_once_and_its_statement_serves_every_thread(cast):
    runs = []

    @ready
    def mine(unit_id: UUID) -> QuerySet[Staff]:
        runs.append(unit_id)
        return Staff.objects.filter(unit_id=unit_id)

    with asking_as(cast.sari.asker()):
        assert len(mine(cast.ayu.unit_id)) == len(mine(cast.ayu.unit_id)) > 0
    used = []

    def elsewhere() -> None:
        from django.db import connections

        try:
            used.append(mine._kept[()]._with(()).connection is connections["default"])
        finally:
            connections.close_all()

    thread = Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert used == [True]
    assert len(runs) == 1


def test_every_kind_of_value_has_a_mark_of_its_own():
    marks = [module._mark(kind, n) for n, kind in enumerate([UUID, int, str, datetime, list[UUID], list[str]])]
    assert len({repr(mark) for mark in marks}) == len(marks)
