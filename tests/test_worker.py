"""What a killed worker was doing is taken up again; its lock does not hold the clocks for ever."""

import argparse
import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from procrastinate.contrib.django import app

from rangkul.base.postgres import conninfo
from rangkul.web.cli import worker
from tests.support.database import copy
from tests.support.homes import home_of

pytestmark = pytest.mark.fault

JOB = (
    "INSERT INTO procrastinate_jobs (queue_name, priority, task_name, lock, queueing_lock, args, status, attempts,"
    " abort_requested, worker_id) VALUES ('default', 0, %s, %s, %s, '{}', %s, 0, false, %s)"
)


@pytest.fixture
def house(django_db_setup):
    with copy("pekerja") as name, home_of(name), psycopg.connect(conninfo("owner"), autocommit=True) as connection:
        yield connection


def beat(connection, seconds_ago):
    made = "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s)) RETURNING id"
    return connection.execute(made, [seconds_ago]).fetchone()[0]


def mended(connection):
    from procrastinate import PsycopgConnector

    async def once():
        with app.replace_connector(PsycopgConnector(conninfo=conninfo("app"))):
            async with app.open_async():
                return await worker.mend(app)

    # In a thread of its own: where browser tests ran before, this one already has an event loop.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, once()).result()


def jobs(connection):
    return connection.execute("SELECT task_name, status FROM procrastinate_jobs ORDER BY id").fetchall()


def test_a_job_of_a_silent_worker_waits_again(house):
    house.execute(JOB, ["rangkul.surat", None, None, "doing", beat(house, 60)])
    assert mended(house) == 1
    assert jobs(house) == [("rangkul.surat", "todo")]


def test_a_job_of_a_worker_that_was_cleared_away_waits_again(house):
    house.execute(JOB, ["rangkul.surat", None, None, "doing", None])
    assert mended(house) == 1
    assert jobs(house) == [("rangkul.surat", "todo")]


def test_a_job_of_a_living_worker_is_left_alone(house):
    house.execute(JOB, ["rangkul.surat", None, None, "doing", beat(house, 5)])
    assert mended(house) == 0
    assert jobs(house) == [("rangkul.surat", "doing")]


def test_a_clock_whose_next_tick_waits_gives_its_lock_back(house):
    house.execute(JOB, ["rangkul.clocks", "clocks", "clocks", "doing", beat(house, 60)])
    house.execute(JOB, ["rangkul.clocks", "clocks", "clocks", "todo", None])
    assert mended(house) == 1
    assert jobs(house) == [("rangkul.clocks", "todo")]


def test_pages_go_before_background_work_and_the_database_keeps_its_place(monkeypatch):
    """A database that the worker starts serves pages too: it is up before the worker steps back."""
    order = []

    @contextlib.contextmanager
    def database():
        order.append("database")
        yield

    async def work(concurrency):
        order.append("work")

    monkeypatch.setattr(worker.house, "database", database)
    monkeypatch.setattr(worker.house, "wake", lambda: order.append("loaded"))
    monkeypatch.setattr(worker.os, "nice", lambda by: order.append(f"nice {by}"))
    monkeypatch.setattr(worker, "work", work)
    with ThreadPoolExecutor(1) as thread:
        thread.submit(worker.run, argparse.Namespace(concurrency=1)).result()
    assert order == ["database", "loaded", "nice 5", "work"]
