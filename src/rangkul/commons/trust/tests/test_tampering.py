"""The owner of the database changes the log behind everybody's back; the chain says which event it was."""

from datetime import timedelta

import psycopg
import pytest
from django.db import connection

from rangkul.base.asking import asking_as, job
from rangkul.base.clock import now
from rangkul.base.ids import new_id
from rangkul.base.postgres import conninfo
from rangkul.commons.trust import sealing

NAME = "uji.dirusak"
_ADD = (
    "INSERT INTO base_event (at, name, by_kind, by_name, subject_kind, subject_id, payload)"
    " VALUES (%s, %s, 'job', '', 'uji', %s, '{}') RETURNING id"
)


@pytest.fixture
def owner(db):
    """A connection of its own with the owner's rights to this worker's database; what it wrote is removed again."""
    place = psycopg.conninfo.make_conninfo(conninfo("owner"), dbname=connection.settings_dict["NAME"])
    with psycopg.connect(place, autocommit=True) as hand:
        yield hand
        hand.execute("DELETE FROM base_event WHERE name = %s", [NAME])


@pytest.fixture
def numbers(owner):
    """Five old events that everybody sees, sealed in the test's own transaction."""
    old = now() - timedelta(hours=1)
    numbers = [owner.execute(_ADD, [old, NAME, new_id()]).fetchone()[0] for _ in range(5)]
    with asking_as(job("trust.seal")):
        while sealing.seal_next():
            pass
    return numbers


def test_before_anybody_touches_it_all_is_well(numbers):
    assert sealing.verify_chain().intact


def test_a_changed_event_is_named(numbers, owner):
    owner.execute("UPDATE base_event SET payload = '{\"n\": 1}' WHERE id = %s", [numbers[2]])
    assert f"diubah {numbers[2]}" in str(sealing.verify_chain())


def test_a_removed_event_is_named(numbers, owner):
    owner.execute("DELETE FROM base_event WHERE id = %s", [numbers[1]])
    assert f"hilang {numbers[1]}" in str(sealing.verify_chain())


def test_an_event_slipped_in_between_is_named(owner):
    gap = owner.execute("SELECT nextval(pg_get_serial_sequence('base_event', 'id'))").fetchone()[0]
    old = now() - timedelta(hours=1)
    owner.execute(_ADD, [old, NAME, new_id()])
    with asking_as(job("trust.seal")):
        while sealing.seal_next():
            pass
    owner.execute(
        "INSERT INTO base_event (id, at, name, by_kind, by_name, subject_kind, subject_id, payload)"
        " VALUES (%s, %s, %s, 'job', '', 'uji', %s, '{}')",
        [gap, old, NAME, new_id()],
    )
    assert f"ditambahkan {gap}" in str(sealing.verify_chain())
