"""Streams wake for what concerns them, tell each thing once, and go on where they were."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from uuid import UUID

import psycopg
import pytest

from rangkul.base.asking import Asker
from rangkul.base.live import reading, sources, stream
from rangkul.base.live.hub import MOST_NOTICES, SHUT, Ear, Hub, Notice, door_topic
from rangkul.base.live.sources import Told
from rangkul.base.live.stream import Stream

TICKET = Asker("ticket")
HERS, OTHER = UUID(int=1), UUID(int=2)


def ear(*topics) -> Ear:
    one = Ear(frozenset(topics))
    one.take()
    return one


@pytest.fixture
def hub():
    return Hub("")


def joined(hub, *ears):
    for one in ears:
        for topic in one.topics:
            hub.ears[topic].add(one)


def test_an_event_wakes_whoever_listens_for_one_of_its_topics(hub):
    near, far = ear("unit-1", "room-1"), ear("unit-2")
    joined(hub, near, far)
    hub._wake("7 unit-1 room-1")
    assert near.take() == (True, ())
    assert not far.woken.is_set()


def test_a_passing_notice_is_told_once_to_whoever_listens_for_two_of_its_topics(hub):
    both = ear("room-1", "staff-1")
    joined(hub, both)
    hub._wake("room.typing room-1 seat-9 room-1 staff-1")
    assert both.take() == (False, (Notice("room.typing", "room-1", "seat-9"),))


def test_who_does_not_come_to_listen_gathers_no_heap(hub):
    one = ear("room-1")
    joined(hub, one)
    for _times in range(MOST_NOTICES * 2):
        hub._wake("room.typing room-1 seat-9 room-1")
    assert len(one.take()[1]) == MOST_NOTICES


def test_a_database_that_came_back_makes_everybody_look(hub):
    ears = [ear("a"), ear("b", "c")]
    joined(hub, *ears)
    hub._wake_all()
    assert [one.take()[0] for one in ears] == [True, True]


class Line:
    """A connection that is lost as soon as somebody listens; it sees then which of these ears are shut."""

    def __init__(self, ears, seen):
        self.ears, self.seen = ears, seen

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_error):
        return None

    async def execute(self, _words):
        return None

    async def notifies(self):
        self.seen.append([one.shut for one in self.ears])
        raise psycopg.OperationalError
        yield


def test_a_line_that_was_lost_shuts_the_streams_of_whoever_came_by_a_door(hub, monkeypatch):
    ears, seen = [ear(door_topic(HERS), "room-1"), ear("room-1")], []
    joined(hub, *ears)

    async def connect(*_where, **_how):
        if len(seen) == 2:
            raise asyncio.CancelledError
        return Line(ears, seen)

    monkeypatch.setattr(psycopg.AsyncConnection, "connect", connect)
    monkeypatch.setattr("rangkul.base.live.hub._PAUSE", 0)
    with ThreadPoolExecutor(1) as thread, suppress(asyncio.CancelledError):
        thread.submit(lambda: asyncio.run(hub._listen())).result()
    assert seen == [[False, False], [True, False]]


def test_whoever_leaves_is_forgotten(hub):
    one, other = ear("a", "b"), ear("b")
    joined(hub, one, other)
    hub.leave(one)
    assert dict(hub.ears) == {"b": {other}}


class Numbers:
    """A source that knows the numbers up to `last`."""

    wakes = frozenset({"numbers.grew"})

    def __init__(self, last: int):
        self.last = last

    def topics(self, asker, wanted):
        return frozenset({wanted}) if wanted != "foreign" else frozenset()

    def since(self, asker, wanted, cursor):
        first = int(cursor or 0) + 1
        numbers = range(first, min(self.last, first + reading.BATCH - 1) + 1)
        return [Told(str(n), "angka", {"n": n}) for n in numbers]


@pytest.fixture
def numbers(monkeypatch):
    source = Numbers(3)
    monkeypatch.setitem(sources.SOURCES, "angka", source)
    monkeypatch.setattr(reading, "asked", suppress)
    return source


class DeafHub(Hub):
    async def _listen(self):
        await asyncio.Event().wait()


async def silence(sent: list, before: int) -> None:
    """Until something came after so many messages, and then nothing for a while."""
    for _try in range(100):
        there = len(sent)
        await asyncio.sleep(0.2)
        if len(sent) == there > before:
            return


def told(query: str, *, headers=(), asker=TICKET, later=..., during=None):
    """(status, what the browser received in that time). `later`: who it is when asked once more."""
    answers = [asker, asker if later is ... else later]

    async def listen():
        hub, sent = DeafHub(""), []
        app = Stream(hub, lambda _scope: answers.pop(0), lambda _scope: None)
        gone = asyncio.Event()

        async def receive():
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message):
            sent.append(message)

        scope = {"type": "http", "headers": list(headers), "query_string": query.encode()}
        running = asyncio.create_task(app(scope, receive, send))
        await silence(sent, 0)
        if during:
            before = len(sent)
            during(hub)
            await silence(sent, before)
        gone.set()
        await running
        if hub._task:
            hub._task.cancel()
        return sent[0]["status"], b"".join(one.get("body", b"") for one in sent).decode()

    # In a thread of its own: a browser test of the same worker leaves a running loop behind.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(listen())).result()


def heard(text: str) -> list[int]:
    return [json.loads(line[6:])["n"] for line in text.splitlines() if line.startswith('data: {"n"')]


def test_a_source_is_told_from_the_place_of_the_page(numbers):
    status, text = told("angka=x&setelah=1")
    assert (status, heard(text)) == (200, [2, 3])
    assert "id: 3\nevent: angka\n" in text


def test_the_last_id_that_the_browser_saw_counts_before_the_page(numbers):
    assert heard(told("angka=x&setelah=0", headers=[(b"last-event-id", b"2")])[1]) == [3]


def test_who_was_away_for_long_is_told_everything(numbers):
    numbers.last = reading.BATCH * 2 + 7
    assert heard(told("angka=x")[1]) == list(range(1, numbers.last + 1))


def test_a_notice_that_wakes_the_source_is_no_news_and_others_are_passed_on(numbers):
    def later(hub):
        numbers.last = 4
        hub._wake("numbers.grew x - x")
        hub._wake("numbers.blinked x 9 x")

    text = told("angka=x&setelah=3", during=later)[1]
    assert heard(text) == [4]
    assert text.count("event: sekilas") == 1
    assert '"numbers.blinked"' in text


@pytest.mark.parametrize(("shut", "heard_on"), [(HERS, []), (OTHER, [4])])
def test_a_door_that_is_shut_ends_the_streams_of_its_holder_and_no_others(numbers, shut, heard_on):
    def later(hub):
        hub._wake(f"{SHUT} {shut} - {door_topic(shut)}")
        numbers.last = 4
        hub._wake("numbers.grew x - x")

    status, text = told("angka=x&setelah=3", asker=Asker("ticket", ticket_id=HERS), during=later)
    assert (status, heard(text)) == (200, heard_on)


def test_a_door_is_shut_also_to_who_did_not_come_to_listen(hub):
    one = ear(door_topic(HERS))
    joined(hub, one)
    one.notices = (Notice("room.typing", "room-1", "seat-9"),) * MOST_NOTICES
    hub._wake(f"{SHUT} {HERS} - {door_topic(HERS)}")
    assert one.shut


def test_a_door_that_was_shut_while_the_stream_began_opens_nothing(numbers):
    assert told("angka=x", asker=Asker("ticket", ticket_id=HERS), later=None) == (401, "")


def test_what_is_not_theirs_is_not_there(numbers):
    assert told("angka=foreign")[0] == 404


@pytest.mark.parametrize("query", ["", "sejak=1", "lain=x"])
def test_whoever_holds_a_ticket_hears_nothing_of_the_log(numbers, query):
    assert told(query)[0] == 401


def test_nobody_hears_nothing(numbers):
    assert told("angka=x", asker=None)[0] == 401


@pytest.mark.parametrize("cursor", ["1%0A%0Aevent: palsu", "x" * 50, "9" * 41])
def test_a_cursor_that_is_none_is_the_beginning(numbers, cursor):
    text = told(f"angka=x&setelah={cursor}")[1]
    assert heard(text) == [1, 2, 3]
    assert "palsu" not in text


def test_the_browser_is_told_how_soon_to_come_back(numbers):
    assert told("angka=x")[1].startswith("retry: 2000\n\n")


def test_a_stream_is_kept_out_of_caches_and_compression():
    assert (b"cache-control", b"no-store") in Stream(Hub(""), None, lambda _scope: None)._headers({})
    assert stream.HEARTBEAT < 30
