"""Who asks: said by each transaction, forgotten with it."""

from contextlib import suppress

import pytest
from django.db import DataError, InternalError, connection, transaction

from rangkul.base import asking
from rangkul.base.asking import Asker, NobodyAsks, acting, asking_as, job
from rangkul.base.models import DataKey, Once


def kind_in_database() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT ask_kind()")
        return cursor.fetchone()[0]


def test_the_database_hears_who_asks_and_forgets(db):
    with asking_as(job("uji")):
        assert kind_in_database() == "job"
    assert kind_in_database() is None


def test_an_inner_asker_gives_the_right_back(db):
    with asking_as(Asker("staff")):
        with acting(job("uji")):
            assert kind_in_database() == "job"
        assert kind_in_database() == "staff"


def test_nobody_asks_outside(db):
    with pytest.raises(NobodyAsks):
        asking.current()


def test_an_asker_set_by_words_cannot_carry_sql(db):
    hostile = "x'); DROP TABLE base_event; --"
    with asking_as(Asker("staff", name=hostile)), connection.cursor() as cursor:
        cursor.execute("SELECT ask_name()")
        assert cursor.fetchone()[0] == hostile


def test_a_reading_transaction_cannot_write(db):
    with pytest.raises(InternalError, match="read-only"), transaction.atomic(), asking_as(job("uji"), readonly=True):
        DataKey.make()


def test_a_failed_transaction_does_not_hide_its_error(db):
    with pytest.raises(ZeroDivisionError), asking_as(job("uji")):
        raise ZeroDivisionError


def test_without_an_asker_no_row_is_seen_and_none_written(db):
    with asking_as(job("uji")):
        DataKey.make()
    assert not DataKey.objects.exists()
    assert not Once.objects.exists()


def test_an_error_of_the_database_is_not_hidden_by_giving_rights_back(db):
    with pytest.raises(DataError), asking_as(Asker("staff")), transaction.atomic(), acting(job("uji")):
        connection.cursor().execute("SELECT 1 / 0")


def test_rights_are_given_back_after_an_error_that_somebody_caught(db):
    with asking_as(Asker("staff")):
        with suppress(DataError), transaction.atomic(), acting(job("uji")), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")
        assert kind_in_database() == "staff"


def test_rights_are_given_back_after_a_refusal_that_somebody_caught(db):
    with asking_as(Asker("staff")):
        with suppress(ZeroDivisionError), acting(job("uji")):
            raise ZeroDivisionError
        assert kind_in_database() == "staff"
