"""Two houses exchange referrals and files through kills, lost answers, forged and doubled ones: each arrives once."""

import time

import pytest

from tests.support.two_houses import two_houses

pytestmark = pytest.mark.fault


def wait_until(holds, seconds: float = 60):
    deadline = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.4)
    return found


def test_a_referral_arrives_once_is_answered_and_withdrawn(django_db_setup, tmp_path):
    with two_houses(tmp_path) as (here, there, line):
        assert there.tell("know", address=f"http://127.0.0.1:{here.port}") == here.tell("fingerprint")
        assert here.tell("know", address=line.address) == there.tell("fingerprint")
        line.faults = ["cut", "lost", "twice", "forged"]
        first, second = here.tell("refer", n=2)
        here.start_worker()

        def tried(n):
            here.tell("hurry")
            return line.letters >= n

        # Killed when the letter is there and its receipt is not kept yet; the next worker sends it again.
        wait_until(lambda: tried(2) and line.arrived.is_set())
        here.kill_worker()
        # The other house is away meanwhile: what is sent waits for it.
        there.kill_server()
        here.start_worker()
        wait_until(lambda: here.tell("hurry") and line.refused)
        there.start_server()
        there.start_worker()
        wait_until(lambda: here.tell("hurry") and {one[1] for one in here.tell("states")["messages"]} == {"delivered"})
        came = there.tell("came")
        assert [one["asked"] for one in came] == ["Tempat tidur 0", "Tempat tidur 1"]
        assert there.tell("counts") == {"heard": 3, "requests": 2}
        # The file arrived too, once and whole; the second referral had none.
        assert [one["files"] for one in came] == [[["visum.txt", True]], []]
        assert line.letters > 3, "otherwise nothing went wrong, and this would prove nothing"
        assert set(line.statuses) == {200}
        assert [first == second for first, second in line.twins] == [True]

        there.tell("accept", incoming=came[0]["id"])
        there.tell("hand_over", incoming=came[0]["id"])
        there.kill_worker()
        there.start_worker()
        wait_until(lambda: here.tell("states")["referrals"] == ["accepted", "sent"])
        wait_until(lambda: here.tell("states")["results"] == ["hasil.txt"])
        for referral in (first, second):
            here.tell("withdraw", referral=referral)
        here.kill_worker()
        here.start_worker()
        wait_until(lambda: [one["asked"] for one in there.tell("came")] == ["", ""])
        # What nobody had opened is proved to be gone by the receipt; the other waits for a person there.
        wait_until(lambda: here.tell("states")["stops"] == [True, False])
        assert [(one["state"], one["stop"]) for one in there.tell("came")] == [("accepted", True), ("withdrawn", False)]
        there.tell("stop", incoming=came[0]["id"])
        wait_until(lambda: here.tell("states")["stops"] == [False, False])
        assert there.tell("counts") == {"heard": 5, "requests": 2}
