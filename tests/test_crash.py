"""Server and database are killed again and again while people write: what was acknowledged is there, once."""

import os
import random
import time
from collections import Counter
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from rangkul.base.postgres import conninfo, ensure_running
from rangkul.web.cli import dumps, ports
from tests.support.database import copy
from tests.support.homes import empty_home, home_of
from tests.support.inside import PREPARE, READ, told_by
from tests.support.served import ServedHouse, command, gone, kill
from tests.support.writers import Page, Program, Stranger, Writer

pytestmark = pytest.mark.fault

KILLS = int(os.environ.get("RANGKUL_TEST_KILLS", "10"))


@pytest.fixture(scope="module")
def house(tmp_path_factory, django_db_setup):
    """The cast's house in service, in a home of its own, with a database that keeps its promises (fsync on)."""
    dumped = Path(tmp_path_factory.mktemp("isi"), "isi.dump")
    with copy("asal") as name, home_of(name):
        dumps.dump(dumped)
    with empty_home():
        with ensure_running():
            dumps.load(dumped)
            prepared = told_by(PREPARE)
        served = ServedHouse(ports.free("127.0.0.1", 0), ports.free("127.0.0.1", 0))
        try:
            served.start()
            yield served, prepared
        finally:
            served.stop()


def writers(house: ServedHouse, case: str, token: str, session: str) -> dict[str, list[Writer]]:
    """Two of each: programs that hand in requests, a worker's tool, a worker at the page of the case, strangers who
    answer one question a page."""
    request = {"narrative": "Anak saya tidak sekolah.", "consent_service": True, "region_code": "32.73"}
    activity = {"channel": "visit", "minutes": 30, "result": "Bertemu Wati di rumahnya."}
    key, csrf = {"Authorization": f"Bearer {token}"}, "k" * 32
    page, cookies = f"/kerja/kasus/{case}/", {"rangkul": session, "rangkul_csrf": csrf}
    return {
        "requests": [Program(house, "/api/requests", n << 20, body=request) for n in (1, 2)],
        "activities": [
            Program(house, f"/api/cases/{case}/activities", n << 20, body=activity, headers=key) for n in (3, 4)
        ],
        "notes": [Page(house, f"{page}catatan/", n << 20, cookies=cookies, token=csrf, leads_to=page) for n in (5, 6)],
        "strangers": [Stranger(house, "/minta-bantuan/", n << 20, token=csrf) for n in (7, 8)],
    }


def victims(house: ServedHouse, round_: int) -> list[int]:
    """In turn: the database, one page worker, all of the page server, one database backend, everything at once."""
    database = house.pids("postgres -D")
    pages = house.pids("rangkul-halaman")
    backends = house.pids("postgres: rangkul_app")
    turns = [database, pages[-1:], pages, backends[:1], [house.process.pid, *database, *pages]]
    return turns[round_ % len(turns)]


def kill_many_times(house: ServedHouse, chance: random.Random) -> None:
    for round_ in range(KILLS):
        time.sleep(chance.uniform(0.3, 1.2))
        kill(victims(house, round_))
        if house.process.poll() is not None or round_ % 5 == 4:
            house.process.wait()
            house.start()
        wait_until(house.healthy)


def written() -> dict[str, Counter]:
    """Tickets, activities, what notes say, and the events that tell of them, each with how often it is there."""
    with psycopg.connect(conninfo("owner")) as connection:
        tickets = connection.execute("SELECT ticket FROM intake_request").fetchall()
        ids = connection.execute("SELECT id::text FROM cases_activity").fetchall()
        told = connection.execute(
            "SELECT name FROM base_event WHERE name IN ('request.submitted', 'activity.recorded', 'note.written')"
        ).fetchall()
    rows = {"requests": tickets, "activities": ids, "events": told}
    found = {name: Counter(value for (value,) in values) for name, values in rows.items()}
    return found | {"notes": Counter(told_by(READ))}


def wait_until(holds, seconds: float = 240):
    """What it gave when it held."""
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline, "the house did not come back"
        time.sleep(0.1)
    return found


def test_what_was_acknowledged_is_there_once(house):
    served, prepared = house
    kinds = writers(served, **prepared)
    threads = [thread for kind in kinds.values() for thread in kind]
    before = written()
    for thread in threads:
        thread.start()
    kill_many_times(served, random.Random(20261122))
    for thread in threads:
        thread.enough.set()
    for thread in threads:
        thread.join(240)
        assert not thread.is_alive()
    answers = {
        name: {key: answer for thread in kind for key, answer in thread.acknowledged.items()}
        for name, kind in kinds.items()
    }
    # Otherwise the kills hit nobody, and the test would prove nothing.
    assert min(sum(thread.answered for thread in kind) for kind in kinds.values()) > KILLS
    assert all(answers.values())
    assert all(sum(thread.unanswered for thread in kind) for kind in kinds.values())
    now = written()
    new = {name: now[name] - before[name] for name in now}
    asked = [*answers["requests"].values(), *answers["strangers"].values()]
    assert new["requests"] == Counter(answer["ticket"].replace("-", "") for answer in asked)
    assert new["activities"] == Counter(answer["id"] for answer in answers["activities"].values())
    assert new["notes"] == Counter(f"Catatan {key}" for key in answers["notes"])
    assert new["events"] == Counter(
        {
            "request.submitted": len(asked),
            "activity.recorded": len(answers["activities"]),
            "note.written": len(answers["notes"]),
        }
    )


def test_a_replay_after_a_crash_gives_the_same_answer(house):
    served, prepared = house
    asking = [kind[0] for kind in writers(served, **prepared).values()]
    keys = [str(uuid4()) for _ in asking]
    first = [writer.once(key) for writer, key in zip(asking, keys, strict=True)]
    assert None not in first
    before = written()
    kill(served.pids("postgres -D"))
    for writer, key, answer in zip(asking, keys, first, strict=True):
        # Each page worker finds for itself that the database is back: until then one of them may still not answer.
        assert wait_until(lambda writer=writer, key=key: writer.once(key)) == answer
    assert written() == before


def test_nothing_is_left_when_the_house_is_told_to_stop(house):
    served, _ = house
    everything = served.pids()
    assert len(everything) > 5
    assert served.stop() == 0
    assert [command(pid) for pid in everything if not gone(pid)] == []
    served.start()
