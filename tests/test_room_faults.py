"""Two people write in a room while its stream, its pages and its database are killed: each word once, in order."""

import http.client
import json
import os
import random
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest

from rangkul.base.postgres import ensure_running
from rangkul.web.cli import dumps, ports
from tests.support.database import copy
from tests.support.homes import empty_home, home_of
from tests.support.inside import told_by
from tests.support.lossy import BadLine
from tests.support.served import ServedHouse, kill
from tests.support.writers import Writer

pytestmark = pytest.mark.fault

KILLS = int(os.environ.get("RANGKUL_TEST_KILLS", "3"))
TOKEN = "k" * 32

# A room that Ayu has taken, and the two sessions that may write in it.
PREPARE = """
import json
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from rangkul.base.asking import LOGIN, PUBLIC, TICKET_SESSION_KEY, Asker, asking_as
from rangkul.commons.people.models import Staff
from rangkul.entry.intake.actions import HandedIn, submit
from rangkul.support.counselling import actions
with asking_as(PUBLIC) as by:
    request = submit(by=by, given=HandedIn(region_code="32.73"))
with asking_as(Asker("ticket", ticket_id=request.pk)) as by:
    room = actions.begin(by=by, request=request, begun=actions.Begun(agreed=True, place="Rumah", nearby="Kakak"))
with asking_as(LOGIN):
    ayu = Staff.objects.get(username="ayu")
    work, ticket = SessionStore(), SessionStore()
    work[SESSION_KEY] = work["factor"] = str(ayu.pk)
    work[BACKEND_SESSION_KEY] = "rangkul.web.accounts.opening.Accounts"
    work[HASH_SESSION_KEY] = ayu.get_session_auth_hash()
    ticket[TICKET_SESSION_KEY] = str(request.pk)
    work.save(), ticket.save()
with asking_as(ayu.asker()) as by:
    actions.take(by=by, room=room)
print(json.dumps({"room": str(room.pk), "work": work.session_key, "ticket": ticket.session_key}))
"""
# (number, client id) of everything that was said, by who may read it.
SAID = """
import json
from rangkul.base.asking import LOGIN, asking_as
from rangkul.commons.people.models import Staff
from rangkul.support.counselling.models import Message
with asking_as(LOGIN):
    ayu = Staff.objects.get(username="ayu")
with asking_as(ayu.asker()):
    rows = Message.objects.order_by("number").values_list("number", "client_id")
    print(json.dumps([(number, str(key)) for number, key in rows]))
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory, django_db_setup):
    dumped = Path(tmp_path_factory.mktemp("isi"), "isi.dump")
    with copy("ruang") as name, home_of(name):
        dumps.dump(dumped)
    with empty_home():
        with ensure_running():
            dumps.load(dumped)
            prepared = told_by(PREPARE)
        pages, streams = ports.free("127.0.0.1", 0), ports.free("127.0.0.1", 0)
        served = ServedHouse(pages, streams)
        try:
            served.start()
            yield served, streams, prepared
        finally:
            served.stop()


@dataclass
class Talker(Writer):
    """Says one thing after the other, each under its number until it is acknowledged, as the script of a room does."""

    session: str = ""

    __hash__ = threading.Thread.__hash__

    def sent(self, key: str) -> tuple[str, dict]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"rangkul={self.session}; rangkul_csrf={TOKEN}",
            "X-Rangkul-Room": "1",
        }
        # Slower than the bound for one room, by a person's pace.
        time.sleep(1.5)
        return urlencode({"once": key, "text": f"Kata {key}", "csrfmiddlewaretoken": TOKEN}), headers

    def answer(self, status: int, said: bytes) -> object:
        assert status == 200, (status, said[:300])
        return True


@dataclass
class Listener(threading.Thread):
    """A browser's EventSource: comes back at once, and names the last id that it saw."""

    port: int
    room: str
    session: str
    heard: list[tuple[int, str]] = field(default_factory=list)
    last: str = ""
    opened: int = 0
    enough: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        while not self.enough.is_set():
            try:
                self.listen()
            except (OSError, http.client.HTTPException, ValueError):
                time.sleep(0.1)

    def listen(self) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            self.hear(connection)

    def hear(self, connection: http.client.HTTPConnection) -> None:
        headers = {"Cookie": f"rangkul={self.session}"} | ({"Last-Event-ID": self.last} if self.last else {})
        connection.request("GET", f"/aliran/?ruang={self.room}", headers=headers)
        answer = connection.getresponse()
        self.opened += answer.status == 200
        number = ""
        while answer.status == 200 and not self.enough.is_set() and (line := answer.readline().decode()):
            if line.startswith("id: "):
                number = line[4:].strip()
            elif line.startswith("data: ") and '"lane"' in line:
                said = json.loads(line[6:])
                self.heard.append((said["number"], said["text"]))
                self.last = number


def victims(house: ServedHouse, round_: int) -> list[int]:
    turns = [house.pids("rangkul-aliran"), house.pids("postgres -D"), house.pids("rangkul-halaman")]
    return turns[round_ % len(turns)]


def wait_until(holds, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, "the house did not come back"
        time.sleep(0.1)


def test_each_word_arrives_once_and_in_order(house):
    served, streams, prepared = house
    room = prepared["room"]
    ayu = Talker(served, f"/kerja/konseling/{room}/kirim/", 1 << 20, session=prepared["work"])
    wati = Talker(served, "/konseling/ruang/kirim/", 2 << 20, session=prepared["ticket"])
    ears = [Listener(streams, room, prepared[who]) for who in ("work", "ticket")]
    threads = [ayu, wati, *ears]
    for thread in threads:
        thread.start()
    chance = random.Random(20261126)
    for round_ in range(KILLS):
        time.sleep(chance.uniform(1.5, 3))
        found = victims(served, round_)
        # People write slowly: a kill at any moment would mostly fall between two words and prove nothing.
        assert wati.waiting.wait(60)
        kill(found)
        wait_until(served.healthy)
    time.sleep(3)
    for talker in (ayu, wati):
        talker.enough.set()
    for talker in (ayu, wati):
        talker.join(120)
        assert not talker.is_alive()
    said = told_by(SAID)
    judge(said, ears, ayu, wati)


def judge(said: list, ears: list[Listener], *talkers: Talker) -> None:
    """Every word is there once, in order, and was heard so by everybody."""
    numbers, keys = [n for n, _key in said], [key for _n, key in said if key != "None"]
    wait_until(lambda: all(len(ear.heard) >= len(said) for ear in ears), 60)
    for ear in ears:
        ear.enough.set()
    # Otherwise the faults hit nobody, and the test would prove nothing.
    assert all(ear.opened > 1 for ear in ears)
    assert sum(talker.unanswered for talker in talkers)
    assert numbers == list(range(1, len(said) + 1))
    assert len(keys) == len(set(keys))
    assert set(keys) >= {key for talker in talkers for key in talker.acknowledged}
    for ear in ears:
        assert [number for number, _text in ear.heard] == numbers


class Behind:
    """The house behind a bad line."""

    def __init__(self, port: int) -> None:
        self.house = ServedHouse(port, 0)

    def ask(self, *words, **named):
        return self.house.ask(*words, **named)


def test_on_a_bad_line_nothing_is_lost(house):
    served, streams, prepared = house
    with BadLine(served.port) as pages, BadLine(streams) as hearing:
        _talk_over(pages, hearing, prepared)


def _talk_over(pages: BadLine, hearing: BadLine, prepared: dict) -> None:
    wati = Talker(Behind(pages.port), "/konseling/ruang/kirim/", 3 << 20, session=prepared["ticket"])
    ears = [Listener(hearing.port, prepared["room"], prepared[who]) for who in ("work", "ticket")]
    for thread in (wati, *ears):
        thread.start()
    wait_until(lambda: len(wati.acknowledged) >= 5 and wati.unanswered and all(ear.opened > 1 for ear in ears))
    wati.enough.set()
    wati.join(120)
    said = told_by(SAID)
    wait_until(lambda: all(len(ear.heard) >= len(said) for ear in ears), 60)
    assert pages.torn
    assert hearing.torn
    judge(said, ears, wati)
