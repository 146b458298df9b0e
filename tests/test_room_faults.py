"""Two people write in a room, send files, take words back and read on while its stream, its pages and its database are
killed: each of it once, in order."""

import hashlib
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
# Everything that was said, by who may read it: numbers with client ids, files by what lies on the disk, what was taken
# back, and how far each side has read.
SAID = """
import hashlib, json
from rangkul.base.asking import LOGIN, asking_as
from rangkul.base.files import vault
from rangkul.commons.people.models import Staff
from rangkul.support.counselling.models import Enclosure, Message, Seat
from rangkul.support.counselling.states import Line
with asking_as(LOGIN):
    ayu = Staff.objects.get(username="ayu")
with asking_as(ayu.asker()):
    rows = Message.objects.order_by("number").values_list("number", "client_id")
    files = Enclosure.objects.select_related("key", "message")
    lies = [(str(one.message.client_id), b"".join(vault.read(one.pk, one.key))) for one in files]
    back = Message.objects.filter(line=Line.WITHDRAWN).values_list("about__client_id", flat=True)
    seats = Seat.objects.filter(staff=ayu.pk).values_list("read_to", flat=True)
    print(json.dumps({
        "numbers": [(number, str(key)) for number, key in rows],
        "files": [(key, hashlib.sha256(raw).hexdigest()) for key, raw in lies],
        "back": [str(key) for key in back], "read": max(seats),
    }))
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
    # The last message that the page has.
    seen: int = 0

    __hash__ = threading.Thread.__hash__

    def sent(self, key: str) -> tuple[str | bytes, dict]:
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"rangkul={self.session}; rangkul_csrf={TOKEN}",
            "X-Rangkul-Room": "1",
        }
        # Slower than the bound for one room, by a person's pace.
        time.sleep(1.5)
        words = {"once": key, "text": f"Kata {key}", "setelah": f"{self.seen}-0", "csrfmiddlewaretoken": TOKEN}
        return urlencode(words), headers

    def answer(self, status: int, said: bytes) -> object:
        assert status == 200, (status, said[:300])
        messages = json.loads(said)["messages"]
        self.seen = max([self.seen, *(one["number"] for one in messages)])
        return messages


@dataclass
class Sender(Talker):
    """Sends a file with every third word."""

    files: set[str] = field(default_factory=set)
    begun: dict[str, int] = field(default_factory=dict)

    __hash__ = threading.Thread.__hash__

    def sent(self, key: str) -> tuple[str | bytes, dict]:
        words, headers = super().sent(key)
        room = self.path.rpartition("/ruang/")[0]
        if self.begun.setdefault(key, len(self.begun)) % 3 != 2:
            self.path = f"{room}/ruang/kirim/"
            return words, headers
        self.files.add(key)
        self.path = f"{room}/ruang/lampiran/"
        parts = {
            "lampir-once": key, "lampir-text": f"Kata {key}", "setelah": f"{self.seen}-0", "csrfmiddlewaretoken": TOKEN,
        }  # fmt: skip
        body = "".join(
            f'--{TOKEN}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
            for name, value in parts.items()
        )
        head = (
            'Content-Disposition: form-data; name="lampir-file"; filename="surat.pdf"\r\nContent-Type: application/pdf'
        )
        body += f"--{TOKEN}\r\n{head}\r\n\r\n"
        kind = {"Content-Type": f"multipart/form-data; boundary={TOKEN}"}
        return body.encode() + letter(key) + f"\r\n--{TOKEN}--\r\n".encode(), headers | kind


def letter(key: str) -> bytes:
    return b"%PDF-1.7\n" + key.encode() * 2_000


@dataclass
class TakesBack(Talker):
    """Takes every other word back once it is said, and tells how far the screen has come."""

    said: dict[str, str] = field(default_factory=dict)
    taken_back: set[str] = field(default_factory=set)
    read: int = 0

    __hash__ = threading.Thread.__hash__

    def once(self, key: str) -> object | None:
        if key not in self.said and not self._says(key):
            return None
        if len(self.said) % 2 == 0 and key not in self.taken_back:
            if not self._told(f"tarik/{self.said[key]}/", {}):
                return None
            self.taken_back.add(key)
        seen = self.seen
        if not self._told("tanda/", {"sampai": seen, "dibaca": seen}):
            return None
        self.read = seen
        return True

    def _says(self, key: str) -> bool:
        said = super().once(key)
        if said is None:
            return False
        self.said[key] = next(one["id"] for one in said if one["key"] == key)
        return True

    def _told(self, where: str, words: dict) -> bool:
        _body, headers = super().sent("")
        body = urlencode(words | {"csrfmiddlewaretoken": TOKEN})
        answered = self.post(self.path.replace("kirim/", where), body, headers)
        assert answered is None or answered[0] in (200, 204), answered
        return answered is not None


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
    ayu = TakesBack(served, f"/kerja/konseling/{room}/kirim/", 1 << 20, session=prepared["work"])
    wati = Sender(served, "/konseling/ruang/kirim/", 2 << 20, session=prepared["ticket"])
    ears = [Listener(streams, room, prepared[who]) for who in ("work", "ticket")]
    threads = [ayu, wati, *ears]
    for thread in threads:
        thread.start()
    chance = random.Random(20261126)
    for round_ in range(KILLS):
        time.sleep(chance.uniform(1.5, 3))
        found = victims(served, round_)
        # People write slowly: a kill at any moment would mostly fall between two words and prove nothing.
        assert chance.choice([ayu, wati]).waiting.wait(60)
        kill(found)
        wait_until(served.healthy)
    time.sleep(3)
    for talker in (ayu, wati):
        talker.enough.set()
    for talker in (ayu, wati):
        talker.join(120)
        assert not talker.is_alive()
    said = told_by(SAID)
    judge(said["numbers"], ears, ayu, wati)
    # Sent again after a kill it is one file, as it was sent; and what was taken back is so once, and seen by nobody.
    assert wati.files & set(wati.acknowledged)
    assert len(said["files"]) == len(dict(said["files"]))
    for key in wati.files & set(wati.acknowledged):
        assert dict(said["files"])[key] == hashlib.sha256(letter(key)).hexdigest()
    assert ayu.taken_back
    assert len(said["back"]) == len(set(said["back"]))
    assert set(said["back"]) >= ayu.taken_back
    assert said["read"] >= ayu.read > 1
    page = served.ask("GET", "/konseling/ruang/", None, {"Cookie": f"rangkul={prepared['ticket']}"})[1].decode()
    stand = set(ayu.acknowledged) - set(said["back"])
    assert stand
    assert [key for key in said["back"] if f"Kata {key}" in page] == []
    assert [key for key in stand if f"Kata {key}" not in page] == []


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
    with BadLine(served.port, tears=0.15) as pages, BadLine(streams) as hearing:
        _talk_over(pages, hearing, prepared)


def _talk_over(pages: BadLine, hearing: BadLine, prepared: dict) -> None:
    so_far = len(told_by(SAID)["numbers"])
    wati = Talker(Behind(pages.port), "/konseling/ruang/kirim/", 3 << 20, session=prepared["ticket"], seen=so_far)
    ears = [Listener(hearing.port, prepared["room"], prepared[who]) for who in ("work", "ticket")]
    for thread in (wati, *ears):
        thread.start()
    wait_until(lambda: len(wati.acknowledged) >= 5 and wati.unanswered and all(ear.opened > 1 for ear in ears))
    wati.enough.set()
    wati.join(120)
    said = told_by(SAID)["numbers"]
    wait_until(lambda: all(len(ear.heard) >= len(said) for ear in ears), 60)
    assert pages.torn
    assert hearing.torn
    judge(said, ears, wati)
