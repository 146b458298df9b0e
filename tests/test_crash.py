"""Server and database are killed again and again while people write: what was acknowledged is there, once."""

import http.client
import json
import os
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from rangkul.base.postgres import conninfo, ensure_running
from rangkul.web.cli import dumps, ports
from tests.support.database import copy
from tests.support.homes import empty_home, home_of
from tests.support.served import ServedHouse, command, gone, kill

pytestmark = pytest.mark.fault

RANGKUL = [sys.executable, "-m", "rangkul.web.cli"]
KILLS = int(os.environ.get("RANGKUL_TEST_KILLS", "10"))

PREPARE = """
import json
from rangkul.base.asking import LOGIN, asking_as
from rangkul.base.models import DataKey
from rangkul.commons.people.models import Person, Staff
from rangkul.journey.cases.actions import open_case
from rangkul.web.api import tokens
with asking_as(LOGIN):
    ayu = Staff.objects.get(username="ayu")
with asking_as(ayu.asker()) as by:
    wati = Person.objects.create(key=DataKey.make(), agency=ayu.agency, unit=ayu.unit, registered_by=ayu,
                                 full_name="Wati Contoh")
    case = open_case(by=by, person=wati, concern="Butuh tempat aman.")
    _, token = tokens.make_token(by=by, staff=ayu, label="uji")
print(json.dumps({"case": str(case.pk), "token": token}))
"""


@dataclass
class Writer(threading.Thread):
    """Writes until told to stop; repeats each POST under its key until it is acknowledged."""

    house: ServedHouse
    path: str
    body: dict
    headers: dict
    source: int
    acknowledged: dict[str, dict] = field(default_factory=dict)
    unanswered: int = 0
    enough: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def run(self) -> None:
        while not self.enough.is_set():
            key = str(uuid4())
            while (answer := self._once(key)) is None:
                self.unanswered += 1
                time.sleep(0.05)
            self.acknowledged[key] = answer

    def _once(self, key: str) -> dict | None:
        # The door counts knocks by address: each request comes from another one.
        self.source += 1
        source = f"127.{self.source >> 16 & 255}.{self.source >> 8 & 255}.{self.source & 255}"
        try:
            status, text = self.house.ask("POST", self.path, self.body, self.headers | {"Idempotency-Key": key}, source)
        except (OSError, http.client.HTTPException):
            return None
        assert status in (201, 500, 502, 503), (status, text)
        return json.loads(text) if status == 201 else None

    __hash__ = threading.Thread.__hash__


@pytest.fixture(scope="module")
def house(tmp_path_factory, django_db_setup):
    """The cast's house in service, in a home of its own, with a database that keeps its promises (fsync on)."""
    dumped = Path(tmp_path_factory.mktemp("isi"), "isi.dump")
    with copy("asal") as name, home_of(name):
        dumps.dump(dumped)
    with empty_home():
        with ensure_running():
            dumps.load(dumped)
            made = subprocess.run([*RANGKUL, "shell", "-c", PREPARE], capture_output=True, text=True, check=False)
            assert made.returncode == 0, made.stderr
        served = ServedHouse(ports.free("127.0.0.1", 0), ports.free("127.0.0.1", 0))
        served.start()
        yield served, json.loads(made.stdout.splitlines()[-1])
        served.stop()


def writers(house: ServedHouse, case: str, token: str) -> list[Writer]:
    request = {"narrative": "Anak saya tidak sekolah.", "consent_service": True, "region_code": "32.73"}
    activity = {"channel": "visit", "minutes": 30, "result": "Bertemu Wati di rumahnya."}
    key = {"Authorization": f"Bearer {token}"}
    path = f"/api/cases/{case}/activities"
    asking = [Writer(house, "/api/requests", request, {}, (n + 1) << 20) for n in range(2)]
    return asking + [Writer(house, path, activity, key, (n + 3) << 20) for n in range(2)]


def victims(house: ServedHouse, round_: int) -> list[int]:
    """In turn: the database, one page worker, all of the page server, one database backend, everything at once."""
    database = house.pids("postgres -D")
    pages = house.pids("granian")
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


def written() -> tuple[Counter, Counter, Counter]:
    """Tickets, activities, and the events that tell of them, each with how often it is there."""
    with psycopg.connect(conninfo("owner")) as connection:
        tickets = connection.execute("SELECT ticket FROM intake_request").fetchall()
        ids = connection.execute("SELECT id::text FROM cases_activity").fetchall()
        told = connection.execute(
            "SELECT name FROM base_event WHERE name IN ('request.submitted', 'activity.recorded')"
        ).fetchall()
    return tuple(Counter(value for (value,) in rows) for rows in (tickets, ids, told))


def wait_until(holds, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "the house did not come back"
        time.sleep(0.1)


def test_what_was_acknowledged_is_there_once(house):
    served, prepared = house
    threads = writers(served, **prepared)
    before = written()
    for thread in threads:
        thread.start()
    kill_many_times(served, random.Random(20261122))
    for thread in threads:
        thread.enough.set()
    for thread in threads:
        thread.join(60)
        assert not thread.is_alive()
    requests = {key: answer for thread in threads[:2] for key, answer in thread.acknowledged.items()}
    activities = {key: answer for thread in threads[2:] for key, answer in thread.acknowledged.items()}
    # Otherwise the kills hit nobody, and the test would prove nothing.
    assert min(len(requests), len(activities), sum(thread.unanswered for thread in threads)) > KILLS
    tickets, ids, told = (now - then for now, then in zip(written(), before, strict=True))
    assert tickets == Counter(answer["ticket"].replace("-", "") for answer in requests.values())
    assert ids == Counter(answer["id"] for answer in activities.values())
    assert told == Counter({"request.submitted": len(requests), "activity.recorded": len(activities)})


def test_a_replay_after_the_crashes_gives_the_same_answer(house):
    served, prepared = house
    asking = writers(served, **prepared)[0]
    key = str(uuid4())
    first = asking._once(key)
    kill(served.pids("postgres -D"))
    wait_until(lambda: asking._once(key) is not None)
    assert asking._once(key) == first


def test_nothing_is_left_when_the_house_is_told_to_stop(house):
    served, _ = house
    everything = served.pids()
    assert len(everything) > 5
    assert served.stop() == 0
    assert [command(pid) for pid in everything if not gone(pid)] == []
    served.start()
