"""What is written leaves, waits or comes back to its writer: never "sent by itself" where it can no more be sent."""

import json
import subprocess
from pathlib import Path

import pytest

from rangkul.support import counselling
from rangkul.support.counselling.tests.test_talk_on_a_line import NODE

SCRIPT = Path(counselling.__file__).parent / "static/counselling/outbox.js"


@pytest.fixture(scope="module")
def found():
    stage = Path(__file__).with_name("outbox_in_node.mjs")
    done = subprocess.run([NODE, stage, SCRIPT], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_words_for_a_room_that_was_handed_on_come_back_and_those_without_a_line_wait(found):
    assert found["handed_on"]["back"] == [["Saya di sini.", True]]
    assert found["too_old"]["back"] == [["Saya di sini.", False]]
    assert (found["no_line"]["back"], found["no_line"]["lost"]) == ([], [True])


def test_whoever_closes_the_page_is_warned_while_words_wait_and_not_when_leaving_in_a_hurry(found):
    assert found["no_line"]["warns"] == {"closing": True, "in_a_hurry": False}
    assert found["handed_on"]["warns"] == {"closing": False, "in_a_hurry": False}
